#include "data/correlation.h"

#include "common/cancelled.h"
#include "data/row_groups.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Beyond this every category is nearly a row of its own, and everything seems to go together with it.
constexpr std::size_t mostCategoriesRelated = 256;

double pearson(const std::vector<double>& x, const std::vector<double>& y)
{
    double count = 0, sumX = 0, sumY = 0;
    for (std::size_t row = 0; row < x.size(); ++row) {
        const bool both = x[row] == x[row] && y[row] == y[row];
        count += both ? 1 : 0;
        sumX += both ? x[row] : 0;
        sumY += both ? y[row] : 0;
    }
    const double meanX = sumX / count, meanY = sumY / count;
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t row = 0; row < x.size(); ++row) {
        const bool both = x[row] == x[row] && y[row] == y[row];
        const double dx = both ? x[row] - meanX : 0, dy = both ? y[row] - meanY : 0;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    if (!(xx > 0) || !(yy > 0))
        return unknown;
    return std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

double correlationRatio(const Column& texts, const std::vector<double>& numbers)
{
    std::vector<double> counts(texts.categories.size()), sums(counts.size());
    double count = 0, sum = 0;
    const auto eachRow = [&](auto use) {
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            if (texts.codes[row] >= 0 && !std::isnan(numbers[row]))
                use(static_cast<std::size_t>(texts.codes[row]), numbers[row]);
        }
    };
    eachRow([&](std::size_t category, double number) {
        ++counts[category];
        sums[category] += number;
        ++count;
        sum += number;
    });
    const double mean = sum / count;
    double all = 0, between = 0;
    eachRow([&](std::size_t, double number) { all += (number - mean) * (number - mean); });
    std::size_t seen = 0;
    for (std::size_t category = 0; category < counts.size(); ++category) {
        if (counts[category] == 0)
            continue;
        ++seen;
        const double distance = sums[category] / counts[category] - mean;
        between += counts[category] * distance * distance;
    }
    return seen > 1 && all > 0 ? std::sqrt(std::clamp(between / all, 0.0, 1.0)) : unknown;
}

double cramersV(const Column& first, const Column& second)
{
    const std::size_t columns = second.categories.size();
    std::vector<double> cells(first.categories.size() * columns), rowSums(first.categories.size()), columnSums(columns);
    double count = 0;
    for (std::size_t row = 0; row < first.codes.size(); ++row) {
        if (first.codes[row] < 0 || second.codes[row] < 0)
            continue;
        const auto a = static_cast<std::size_t>(first.codes[row]), b = static_cast<std::size_t>(second.codes[row]);
        ++cells[a * columns + b];
        ++rowSums[a];
        ++columnSums[b];
        ++count;
    }
    const auto seen = [](const std::vector<double>& sums) {
        return static_cast<double>(std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; }));
    };
    const double least = std::min(seen(rowSums), seen(columnSums)) - 1;
    if (!(least > 0))
        return unknown;
    double distance = -1; // chi squared by the number of rows
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] > 0)
            distance += cells[cell] * cells[cell] / (rowSums[cell / columns] * columnSums[cell % columns]);
    }
    return std::sqrt(std::clamp(distance / least, 0.0, 1.0));
}

bool canGoTogether(const Column& column)
{
    return column.distinct > 1 && column.values != Column::Values::Times &&
           (column.numeric() ? column.type != ColumnType::Identifier
                             : column.categories.size() <= mostCategoriesRelated);
}

}

double correlationOf(const Column& first, const Column& second)
{
    if (first.texts() && second.texts())
        return cramersV(first, second);
    if (first.texts())
        return correlationRatio(first, second.numbers);
    if (second.texts())
        return correlationRatio(second, first.numbers);
    return pearson(first.numbers, second.numbers);
}

Result<Correlations> correlationsOf(const Table& table, const DataChoices& choices, std::size_t most,
                                    const RunControl& control)
{
    std::vector<std::shared_ptr<const Column>> columns;
    Correlations result;
    const auto add = [&](std::size_t index) {
        std::shared_ptr<const Column> column = columnAsChosen(table, choices, index);
        if (!canGoTogether(*column))
            return;
        if (columns.size() == most) {
            ++result.leftOut;
            return;
        }
        columns.push_back(std::move(column));
        result.columns.push_back(index);
    };
    const std::optional<std::size_t> target = columnWith(Role::Target, choices);
    if (target && *target < table.columns.size())
        add(*target);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (index != target)
            add(index);
    }

    const std::size_t count = columns.size();
    result.values.assign(count * count, 1);
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = row + 1; column < count; ++column) {
            if (control.stopRequested())
                return cancelledByUser();
            const double value = correlationOf(*columns[row], *columns[column]);
            result.values[row * count + column] = result.values[column * count + row] = value;
        }
        control.report(static_cast<double>(row), static_cast<double>(count));
    }
    return result;
}

}
