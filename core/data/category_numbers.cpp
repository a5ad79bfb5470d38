#include "data/category_numbers.h"

#include "data/column_statistics.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

void becomeNumbers(Column& column, const std::vector<double>& ofCategories)
{
    column.numbers.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        column.numbers.push_back(code < 0 ? std::numeric_limits<double>::quiet_NaN()
                                          : ofCategories[static_cast<std::size_t>(code)]);
    column.codes = {};
    column.categories = {};
    column.values = Column::Values::Numbers;
    describeNumbers(column);
}

namespace {

/// Whether more than half of the rows have one of these categories.
bool areMost(const Column& column, const std::vector<bool>& categories)
{
    const auto count = std::count_if(column.codes.begin(), column.codes.end(), [&](std::int32_t code) {
        return code >= 0 && categories[static_cast<std::size_t>(code)];
    });
    return 2 * static_cast<std::size_t>(count) > column.codes.size() - column.missing;
}

}

OtherDecimal takeOtherDecimal(Column& column, const NumberFormat& format)
{
    if (!column.texts() || column.categories.empty())
        return OtherDecimal::None;
    const NumberFormat other{format.decimal == ',' ? '.' : ','};
    std::vector<double> numbers;
    std::vector<bool> proven;
    bool allFit = format.grouping != other.decimal;
    for (const std::string& text : column.categories) {
        const NumberForm form = numberFormOf(text);
        if (form.kind == NumberForm::Kind::NotANumber)
            return OtherDecimal::None;
        proven.push_back(form.kind == NumberForm::Kind::Marked && form.decimal == other.decimal && !form.grouping);
        allFit &= proven.back() || form.kind == NumberForm::Kind::Plain;
        const NumberReading reading = readNumber(text, other);
        numbers.push_back(reading.kind == NumberKind::Finite ? reading.number
                                                             : std::numeric_limits<double>::quiet_NaN());
    }
    if (std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::isnan(number); }))
        return OtherDecimal::None;
    if (!allFit || !areMost(column, proven))
        return std::none_of(proven.begin(), proven.end(), [](bool proof) { return proof; }) ? OtherDecimal::None
                                                                                            : OtherDecimal::Unsure;
    becomeNumbers(column, numbers);
    return OtherDecimal::Taken;
}

}
