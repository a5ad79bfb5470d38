#include "ui/widgets/cell_text.h"

#include "data/time_text.h"
#include "ui/widgets/number_format.h"

#include <QLocale>

#include <cmath>

namespace broto::ui {

namespace {

QString missingText()
{
    return QStringLiteral("–");
}

QString exactText(double number, bool grouped)
{
    constexpr double smallest = 1e-5, largest = 1e15; // what people read as plain digits
    const double size = std::abs(number);
    const bool plain = number == 0 || (size >= smallest && size < largest);
    QLocale locale;
    if (!grouped)
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
}

QString shownTime(const Column& column, double seconds)
{
    return QString::fromStdString(timeText(column, seconds));
}

}

QString cellText(const Column& column, std::size_t row)
{
    if (column.texts()) {
        const std::int32_t code = column.codes[row];
        return code < 0 ? missingText() : QString::fromStdString(column.categories[static_cast<std::size_t>(code)]);
    }
    const double number = column.numbers[row];
    if (std::isnan(number))
        return missingText();
    return column.numeric() ? exactText(number, column.type != ColumnType::Identifier) : shownTime(column, number);
}

QString copiedText(const Column& column, std::size_t row)
{
    if (column.numeric() && !std::isnan(column.numbers[row]))
        return exactText(column.numbers[row], false);
    const QString text = cellText(column, row);
    return text == missingText() ? QString() : text;
}

QString columnValueText(const Column& column, double value)
{
    if (std::isnan(value))
        return missingText();
    if (column.numeric())
        return valueText(value);
    if (!column.texts())
        return shownTime(column, value);
    const auto place = std::lround(value);
    return place >= 0 && static_cast<std::size_t>(place) < column.categories.size()
               ? QString::fromStdString(column.categories[static_cast<std::size_t>(place)])
               : QString();
}

std::shared_ptr<const Column> columnFacts(const Column& column)
{
    auto facts = std::make_shared<Column>();
    facts->header = column.header;
    facts->name = column.name;
    facts->unit = column.unit;
    facts->type = column.type;
    facts->values = column.values;
    facts->categories = column.categories;
    facts->wholeDays = column.wholeDays;
    facts->min = column.min;
    facts->max = column.max;
    return facts;
}

QString columnTitle(const Column& column)
{
    const QString name = QString::fromStdString(column.name);
    return column.unit.empty() ? name : QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(column.unit));
}

}
