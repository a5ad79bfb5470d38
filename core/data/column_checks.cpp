#include "common/number_text.h"
#include "data/check_context.h"
#include "data/float_spread.h"
#include "data/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

using Severity = DataCheck::Severity;

constexpr std::size_t mostSampled = 20'000; // enough for quartiles, and sorted in a millisecond

/// A column's values that are there, of some rows, ascending.
std::vector<double> sampledValues(const Column& column)
{
    std::vector<double> values;
    for (const std::size_t row : sampledRows(column.numbers.size(), mostSampled)) {
        if (!std::isnan(column.numbers[row]))
            values.push_back(column.numbers[row]);
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// A value at one end of a column, and the values that are no such ones.
struct End {
    double value = 0;
    double nearest = 0;  ///< of the other values
    double farthest = 0; ///< of the other values
    std::size_t rows = 0;
};

End endOf(const Column& column, double value)
{
    End end;
    end.value = value;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double number : column.numbers) {
        if (number == value)
            ++end.rows;
        else if (!std::isnan(number)) {
            least = std::min(least, number);
            most = std::max(most, number);
        }
    }
    end.nearest = value < least ? least : most;
    end.farthest = value < least ? most : least;
    return end;
}

/// 99, 999, -9999 ...: digits that a person chose because no sensor gives them.
bool isAllNines(double value)
{
    const std::string text = shortest(std::fabs(value));
    return text.size() >= 2 && text.find_first_not_of('9') == std::string::npos;
}

/// Whether the value at the end of a column looks like a sign of a missing one: repeated, whole, and far from all
/// others. How far is far depends on how odd it looks: the -200 of the air-quality sets is below 0 where all others are
/// above, but nearer to them than they are to each other. None of the samples has such a value.
bool looksLikeMark(const End& end)
{
    constexpr std::size_t fewestRows = 3;
    if (end.rows < fewestRows || end.value != std::floor(end.value) || !std::isfinite(end.nearest))
        return false;
    const double gap = std::fabs(end.nearest - end.value);
    const double range = std::fabs(end.farthest - end.nearest);
    const bool oddSign = end.value < 0 && end.nearest >= 0;
    return gap > range || (oddSign && gap > 0.1 * range) || (isAllNines(end.value) && gap > 0.5 * range);
}

void checkMarks(const CheckContext& context, const PlannedColumn& planned, std::vector<DataCheck>& checks)
{
    // Small whole numbers are counts or codes, whose ends are no signs of anything.
    constexpr std::size_t fewestDistinct = 10;
    const Column& column = *planned.column;
    if (!column.numeric() || column.distinct < fewestDistinct)
        return;
    for (const double value : {column.min, column.max}) {
        const End end = endOf(column, value);
        if (!looksLikeMark(end))
            continue;
        DataCheck check{Severity::Warning,
                        message("data.check-missing-mark",
                                BROTO_TEXT("core", "“%1” holds %2 in %3 rows, far from its other values (%4 to %5): it "
                                                   "looks like a sign of a missing value."),
                                column.header, value, end.rows, std::min(end.nearest, end.farthest),
                                std::max(end.nearest, end.farthest)),
                        {planned.index},
                        message("data.remedy-mark", BROTO_TEXT("core", "Take %1 as missing"), value),
                        context.choices};
        check.remedied.columns[planned.index].missingMarks.push_back(shortest(value));
        checks.push_back(std::move(check));
    }
}

/// What floats keep of the differences may be too little to learn well.
void checkSpread(const PlannedColumn& planned, std::vector<DataCheck>& checks)
{
    const Column& column = *planned.column;
    if (!isRoughInFloats(column))
        return;
    checks.push_back(
        {Severity::Warning,
         message("data.check-rough",
                 BROTO_TEXT("core", "The values of “%1” differ little for their size: of the seven digits that a "
                                    "network computes with, the last two at most tell them apart. Subtract a constant, "
                                    "such as %2, from the column in the file."),
                 column.header, constantToSubtract(column)),
         {planned.index},
         {},
         {}});
}

/// What the columns have in common is said once for all of them.
class FeatureChecks {
public:
    explicit FeatureChecks(const CheckContext& context) : m_context(context) {}

    void add(const PlannedFeature& feature)
    {
        const Column& column = *feature.column;
        const std::size_t rows = m_context.table.rows;
        if (column.type == ColumnType::Identifier)
            m_identifiers.push_back(feature.index);
        else if (column.distinct <= 1)
            m_constant.push_back(feature.index);
        else if (isNearlyConstant(column, rows))
            m_nearlyConstant.push_back(feature.index);
        if (2 * column.missing > rows)
            m_mostlyMissing.push_back(feature.index);
        if (hasStrongOutliers(column))
            m_outliers.push_back(feature.index);
    }

    void report(std::vector<DataCheck>& checks) const
    {
        const auto say = [&](Severity severity, std::string_view id, std::string_view text,
                             const std::vector<std::size_t>& columns) {
            if (!columns.empty())
                addRoleCheck(checks, m_context.choices, severity,
                             message(id, text, headersOf(m_context.table, columns)), columns, Role::Ignore,
                             ignoreRemedy(m_context.table, columns));
        };
        say(Severity::Warning, "data.check-identifiers",
            BROTO_TEXT("core", "Identifiers are learned from, which tell rows apart and nothing else: %1."),
            m_identifiers);
        say(Severity::Warning, "data.check-constant", BROTO_TEXT("core", "Columns with one value teach nothing: %1."),
            m_constant);
        say(Severity::Note, "data.check-nearly-constant",
            BROTO_TEXT("core", "Columns with one value in nearly all rows teach little: %1."), m_nearlyConstant);
        say(Severity::Warning, "data.check-mostly-missing",
            BROTO_TEXT("core", "Columns with a value in less than half of the rows: %1."), m_mostlyMissing);
        reportOutliers(checks);
    }

private:
    /// At most two rows, or one in a thousand, have another value. Of the 64 pixels of digits, two are like that.
    static bool isNearlyConstant(const Column& column, std::size_t rows)
    {
        constexpr std::size_t fewestRows = 50;
        constexpr std::size_t fewestOthers = 2;
        const std::size_t present = rows - column.missing;
        if (rows < fewestRows)
            return false;
        return present - mostFrequentRows(column) <= std::max(fewestOthers, present / 1000);
    }

    /// Rows with the value that more than half of the rows have; 0 where there is no such value.
    static std::size_t mostFrequentRows(const Column& column)
    {
        return column.numeric() ? majority(column.numbers, [](double value) { return std::isnan(value); })
                                : majority(column.codes, [](std::int32_t code) { return code < 0; });
    }

    /// Boyer and Moore's vote.
    template<class Value, class IsMissing>
    static std::size_t majority(const std::vector<Value>& values, IsMissing isMissing)
    {
        Value candidate{};
        std::size_t votes = 0;
        for (const Value& value : values) {
            if (isMissing(value))
                continue;
            if (votes == 0)
                candidate = value;
            votes = value == candidate ? votes + 1 : votes - 1;
        }
        const auto rows = static_cast<std::size_t>(std::count(values.begin(), values.end(), candidate));
        return 2 * rows > values.size() ? rows : 0;
    }

    /// More than ten times the range of the middle half away from the median. In wine, occupancy and the car's readings
    /// nothing is farther than eight times.
    static bool hasStrongOutliers(const Column& column)
    {
        constexpr double farthest = 10;
        constexpr std::size_t fewestRows = 20;
        if (!column.numeric())
            return false;
        const std::vector<double> values = sampledValues(column);
        if (values.size() < fewestRows)
            return false;
        const double middle = quantileOf(values, 0.5);
        const double limit = farthest * (quantileOf(values, 0.75) - quantileOf(values, 0.25));
        return limit > 0 && std::max(column.max - middle, middle - column.min) > limit;
    }

    void reportOutliers(std::vector<DataCheck>& checks) const
    {
        if (m_outliers.empty())
            return;
        DataCheck check{Severity::Warning,
                        message("data.check-outliers",
                                BROTO_TEXT("core", "A few values lie far from all others, and take the resolution from "
                                                   "them: %1."),
                                headersOf(m_context.table, m_outliers)),
                        m_outliers,
                        {},
                        {}};
        if (m_context.choices.scaling != Scaling::Robust) {
            check.remedy = message("data.remedy-robust", BROTO_TEXT("core", "Scale by the middle half of the values"));
            check.remedied = m_context.choices;
            check.remedied.scaling = Scaling::Robust;
        }
        checks.push_back(std::move(check));
    }

    const CheckContext& m_context;
    std::vector<std::size_t> m_identifiers;
    std::vector<std::size_t> m_constant;
    std::vector<std::size_t> m_nearlyConstant;
    std::vector<std::size_t> m_mostlyMissing;
    std::vector<std::size_t> m_outliers;
};

}

void checkColumns(const CheckContext& context, std::vector<DataCheck>& checks)
{
    if (context.task == Task::Regression) {
        checkMarks(context, context.plan.target, checks);
        checkSpread(context.plan.target, checks);
    }
    FeatureChecks features(context);
    for (const PlannedFeature& feature : context.plan.features) {
        checkMarks(context, feature, checks);
        checkSpread(feature, checks);
        features.add(feature);
    }
    features.report(checks);
}

}
