#pragma once

#include "data/preprocessing.h"

#include <QString>

namespace broto::ui {

QString featureTitle(const Feature& feature);               ///< "temp (°C)"
QString featureValue(const Feature& feature, double value); ///< "21.5", or the nearest category

}
