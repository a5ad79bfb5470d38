#include "data/row_filter.h"

#include "common/cancelled.h"
#include "common/number_text.h"
#include "data/time_text.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace broto {

namespace {

using Comparison = RowFilter::Comparison;
using Condition = RowFilter::Condition;
using RowTest = std::function<bool(std::size_t row)>;

bool isMissing(const Column& column, std::size_t row)
{
    return column.texts() ? column.codes[row] < 0 : std::isnan(column.numbers[row]);
}

template<class Value>
bool compare(const Value& left, Comparison comparison, const Value& right)
{
    switch (comparison) {
    case Comparison::Equal:
        return left == right;
    case Comparison::NotEqual:
        return left != right;
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    }
    return false;
}

/// One answer for each category instead of one for each row.
RowTest testOfCategories(const Column& column, const std::function<bool(const std::string& smallLetters)>& test)
{
    std::vector<char> holds;
    for (const std::string& category : column.categories)
        holds.push_back(test(lowerCase(category)) ? 1 : 0);
    return [&column, holds = std::move(holds)](std::size_t row) {
        const std::int32_t code = column.codes[row];
        return code >= 0 && holds[static_cast<std::size_t>(code)] != 0;
    };
}

/// Times are written so that their texts are in the order of time, and as far as the person wrote them.
RowTest testOfTimes(const Column& column, const Condition& condition)
{
    const bool ofDay = holdsTimesOfDay(column);
    return [&column, condition, ofDay](std::size_t row) {
        const double seconds = column.numbers[row];
        if (std::isnan(seconds))
            return false;
        std::string text = ofDay ? timeOfDayText(seconds) : dateTimeText(seconds);
        text.resize(std::min(text.size(), condition.text.size()));
        return compare(text, condition.comparison, condition.text);
    };
}

RowTest comparisonTest(const Column& column, const Condition& condition)
{
    if (condition.withMissing) {
        const bool wanted = condition.comparison == Comparison::Equal;
        return [&column, wanted](std::size_t row) { return isMissing(column, row) == wanted; };
    }
    if (column.texts())
        return testOfCategories(column, [&](const std::string& category) {
            return compare(category, condition.comparison, condition.text);
        });
    if (column.values == Column::Values::Times)
        return testOfTimes(column, condition);
    return [&column, condition](std::size_t row) {
        const double number = column.numbers[row];
        return !std::isnan(number) && compare(number, condition.comparison, condition.number);
    };
}

bool canStandInNumber(const std::string& text)
{
    return text.find_first_not_of("0123456789.,-+e") == std::string::npos;
}

bool canStandInTime(const std::string& text)
{
    return text.find_first_not_of("0123456789.-: ") == std::string::npos;
}

/// Nothing where no cell of the column can contain the text.
RowTest containsTest(const Column& column, const std::string& text)
{
    if (column.texts())
        return testOfCategories(column,
                                [&](const std::string& category) { return category.find(text) != std::string::npos; });
    if (column.values == Column::Values::Times && canStandInTime(text))
        return [&column, text, ofDay = holdsTimesOfDay(column)](std::size_t row) {
            const double seconds = column.numbers[row];
            return (ofDay ? timeOfDayText(seconds) : dateTimeText(seconds)).find(text) != std::string::npos;
        };
    if (column.numeric() && canStandInNumber(text)) {
        std::string withPoint = text;
        std::replace(withPoint.begin(), withPoint.end(), ',', '.');
        return [&column, withPoint](std::size_t row) {
            return !std::isnan(column.numbers[row]) &&
                   shortest(column.numbers[row]).find(withPoint) != std::string::npos;
        };
    }
    return {};
}

RowTest anyOf(std::vector<RowTest> tests)
{
    return [tests = std::move(tests)](std::size_t row) {
        return std::any_of(tests.begin(), tests.end(), [row](const RowTest& test) { return test(row); });
    };
}

RowTest testFor(const Condition& condition, const std::vector<const Column*>& columns)
{
    std::vector<RowTest> tests;
    switch (condition.kind) {
    case Condition::Kind::Compares:
        return comparisonTest(*columns[condition.column], condition);
    case Condition::Kind::MissesSomething:
        for (const Column* column : columns) {
            if (column->missing > 0)
                tests.push_back([column](std::size_t row) { return isMissing(*column, row); });
        }
        break;
    case Condition::Kind::Contains:
        for (const Column* column : columns) {
            if (RowTest test = containsTest(*column, condition.text))
                tests.push_back(std::move(test));
        }
        break;
    }
    return anyOf(std::move(tests));
}

}

Result<RowNumbers> filteredRows(const Table& table, const RowFilter& filter, const RunControl& control,
                                ColumnsAsChosen columns)
{
    std::vector<const Column*> filtered;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        filtered.push_back(columns.empty() ? &table.columns[i] : columns[i].get());
    std::vector<RowTest> tests;
    for (const Condition& condition : filter.conditions)
        tests.push_back(testFor(condition, filtered));
    RowNumbers rows;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (row % rowsBetweenLooks == 0) {
            if (control.stopRequested())
                return cancelledByUser();
            control.report(static_cast<double>(row), static_cast<double>(table.rows));
        }
        if (std::all_of(tests.begin(), tests.end(), [row](const RowTest& test) { return test(row); }))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

}
