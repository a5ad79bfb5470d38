#include "ui/widgets/feature_texts.h"

#include "ui/widgets/number_format.h"

#include <algorithm>
#include <cmath>

namespace broto::ui {

QString featureTitle(const Feature& feature)
{
    const QString name = QString::fromStdString(feature.name);
    return feature.unit.empty() ? name : QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(feature.unit));
}

QString featureValue(const Feature& feature, double value)
{
    if (feature.categories.empty())
        return valueText(value);
    const auto last = static_cast<long>(feature.categories.size()) - 1;
    const long nearest = std::clamp(std::lround(value), 0L, last);
    return QString::fromStdString(feature.categories[static_cast<std::size_t>(nearest)]);
}

}
