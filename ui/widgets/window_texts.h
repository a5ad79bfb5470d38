#pragma once

#include "data/window_choices.h"

#include <QString>

namespace broto::ui {

/// A feature of windows in the language of the window, and what it tells about readings.
QString windowFeatureText(WindowFeatureKind kind);
QString windowFeatureExplanation(WindowFeatureKind kind);

}
