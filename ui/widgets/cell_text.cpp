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
    const QString unit = QString::fromStdString(column.unit);
    const bool said = unit.isEmpty() || name.contains(u'(' + unit + u')'); // where the header had to stay whole
    return said ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

std::optional<int> shownDecimals(const Column& column)
{
    constexpr std::size_t mostLookedAt = 200;
    constexpr int mostDigits = 6, mostDecimals = 10;
    constexpr double largest = 1e15;
    const double size = std::max(std::abs(column.min), std::abs(column.max));
    if (!column.numeric() || column.type == ColumnType::Identifier || size >= largest)
        return std::nullopt;
    const int before = size > 0 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    const int most = std::clamp(mostDigits - before, 0, mostDecimals);
    int decimals = 0;
    const std::size_t step = column.numbers.size() / mostLookedAt + 1;
    for (std::size_t row = 0; row < column.numbers.size() && decimals < most; row += step) {
        if (std::isnan(column.numbers[row]))
            continue;
        const QString digits = QString::number(column.numbers[row], 'f', QLocale::FloatingPointShortest);
        const qsizetype point = digits.indexOf(u'.');
        if (point >= 0)
            decimals = std::max(decimals, static_cast<int>(digits.size() - point - 1));
    }
    return std::min(decimals, most);
}

QString shownText(const Column& column, std::size_t row, std::optional<int> decimals)
{
    if (!decimals || !column.numeric() || std::isnan(column.numbers[row]))
        return cellText(column, row);
    return QLocale().toString(column.numbers[row], 'f', *decimals);
}

}
