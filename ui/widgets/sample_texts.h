#pragma once

#include "data/samples.h"

#include <QString>

#include <vector>

namespace broto::ui {

/// As a beginner should meet them.
std::vector<const Sample*> samplesInOrder();

QString sampleTitle(const Sample& sample); ///< "Which gesture?"
QString sampleLine(const Sample& sample);  ///< what is learned from it

}
