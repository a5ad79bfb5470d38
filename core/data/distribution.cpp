#include "data/distribution.h"

#include "common/cancelled.h"
#include "data/number_set.h"
#include "data/quantile.h"
#include "data/statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace broto {

namespace {

constexpr std::size_t wantedRanges = 24;
constexpr std::size_t mostWholeNumbers = 40;

/// 1, 2, 2.5, 5 or 10 times a power of ten, not below `width`.
double roundWidth(double width)
{
    const double power = std::pow(10.0, std::floor(std::log10(width)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= width)
            return factor * power;
    }
    return 10 * power;
}

std::size_t groupIndex(const RowGroups& groups, std::size_t row)
{
    const std::int16_t group = groups.group(row);
    return group < 0 ? groups.count : static_cast<std::size_t>(group);
}

/// Counts each row's bar, or no bar at all. False when cancelled.
template<class BarOfRow>
bool countRows(Distribution& result, const RowGroups& groups, std::size_t bars, const RunControl& control,
               BarOfRow barOfRow)
{
    result.counts.assign(groups.count + 1, std::vector<std::size_t>(bars));
    for (std::size_t row = 0; row < result.rows; ++row) {
        if (row % rowsBetweenLooks == 0 && control.stopRequested())
            return false;
        if (const std::optional<std::size_t> bar = barOfRow(row))
            ++result.counts[groupIndex(groups, row)][*bar];
    }
    return true;
}

bool describeNumbers(Distribution& result, const Column& column, const RowGroups& groups, const RunControl& control)
{
    std::vector<double> values;
    values.reserve(column.numbers.size());
    std::copy_if(column.numbers.begin(), column.numbers.end(), std::back_inserter(values),
                 [](double number) { return !std::isnan(number); });
    result.missing = result.rows - values.size();
    result.counts.assign(groups.count + 1, {});
    if (values.empty())
        return true;
    std::sort(values.begin(), values.end());
    std::array<double, 5> quartiles{};
    for (std::size_t i = 0; i < quartiles.size(); ++i)
        quartiles[i] = quantileOf(values, 0.25 * static_cast<double>(i));
    result.quartiles = quartiles;
    if (column.numeric()) {
        const Statistics statistics = statisticsOf(column.numbers);
        result.mean = statistics.mean;
        result.deviation = statistics.deviation;
    }
    result.edges = rangeEdges(values.front(), values.back(), wantedRanges, column.type == ColumnType::Integer);
    const double first = result.edges.front();
    const double width = result.edges[1] - first;
    const std::size_t bars = result.edges.size() - 1;
    return countRows(result, groups, bars, control, [&](std::size_t row) -> std::optional<std::size_t> {
        const double number = column.numbers[row];
        if (std::isnan(number))
            return std::nullopt;
        const double place = (number - first) / width;
        if (!(place >= 1))
            return 0;
        return place < static_cast<double>(bars) ? static_cast<std::size_t>(place) : bars - 1;
    });
}

bool describeTexts(Distribution& result, const Column& column, const RowGroups& groups, const RunControl& control)
{
    std::vector<std::size_t> counts(column.categories.size()), order(column.categories.size());
    for (const std::int32_t code : column.codes) {
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)];
    }
    result.missing = result.rows - std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    const std::size_t own =
        order.size() > Distribution::mostCategories ? Distribution::mostCategories - 1 : order.size();
    result.otherCategories = order.size() - own;
    std::vector<std::size_t> barOf(order.size(), own);
    for (std::size_t bar = 0; bar < own; ++bar) {
        barOf[order[bar]] = bar;
        result.categories.push_back(column.categories[order[bar]]);
    }
    const std::size_t bars = own + (result.otherCategories ? 1 : 0);
    return countRows(result, groups, bars, control, [&](std::size_t row) -> std::optional<std::size_t> {
        const std::int32_t code = column.codes[row];
        return code < 0 ? std::nullopt : std::optional(barOf[static_cast<std::size_t>(code)]);
    });
}

}

std::vector<double> rangeEdges(double min, double max, std::size_t wanted, bool wholeNumbers)
{
    double first = min, width = 1;
    std::size_t count = 1;
    if (wholeNumbers && max - min < static_cast<double>(mostWholeNumbers)) {
        first = min - 0.5;
        count = static_cast<std::size_t>(max - min) + 1;
    } else if (min < max) {
        width = roundWidth((max - min) / static_cast<double>(wanted));
        first = std::floor(min / width) * width;
        const double ranges = std::ceil((max - first) / width);
        count = ranges >= 1 && ranges <= static_cast<double>(2 * wanted) ? static_cast<std::size_t>(ranges) : 1;
    } else {
        width = std::max(std::fabs(min) * 0.1, 1.0);
        first = min - width / 2;
    }
    std::vector<double> edges;
    for (std::size_t i = 0; i <= count; ++i)
        edges.push_back(first + static_cast<double>(i) * width);
    // Values may be so near to each other, or so far, that no width of a double divides them.
    const bool ascending = std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
    if (!ascending || !std::isfinite(edges.front()) || !std::isfinite(edges.back()))
        return {min, min < max ? max : std::nextafter(min, std::numeric_limits<double>::infinity())};
    return edges;
}

Result<Distribution> distributionOf(const Column& column, const RowGroups& groups, const RunControl& control)
{
    Distribution result;
    result.rows = column.texts() ? column.codes.size() : column.numbers.size();
    const bool finished = column.texts() ? describeTexts(result, column, groups, control)
                                         : describeNumbers(result, column, groups, control);
    if (!finished)
        return cancelledByUser();
    result.distinct = countDistinct(column);
    return result;
}

Distribution withFewerBars(Distribution distribution, std::size_t most)
{
    if (!distribution.edges.empty() || distribution.bars() <= most || most == 0)
        return distribution;
    const std::size_t own = most - 1;
    distribution.otherCategories += distribution.categories.size() - own;
    distribution.categories.resize(own);
    for (std::vector<std::size_t>& bars : distribution.counts) {
        bars[own] = std::accumulate(bars.begin() + static_cast<std::ptrdiff_t>(own), bars.end(), std::size_t{0});
        bars.resize(most);
    }
    return distribution;
}

}
