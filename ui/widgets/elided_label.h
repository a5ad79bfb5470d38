#pragma once

#include "ui/widgets/labels.h"

class QString;

namespace broto::ui {

/// A label of one line that is cut with "…" where there is no room for all of it; its tooltip has the rest.
QLabel* makeElidedLabel(Type type, Tone tone, const QString& text, QWidget* parent);

}
