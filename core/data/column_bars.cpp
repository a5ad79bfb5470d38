#include "data/column_bars.h"

#include <algorithm>
#include <functional>

namespace broto {

namespace {

std::vector<double> countsOfNumbers(const Column& column, std::size_t bars)
{
    std::vector<double> counts(bars);
    const double range = column.max - column.min;
    for (const double value : column.numbers) {
        const double place = range > 0 ? (value - column.min) / range : 0.0;
        if (value == value && place >= 0 && place <= 1)
            ++counts[std::min(static_cast<std::size_t>(place * static_cast<double>(bars)), bars - 1)];
    }
    return counts;
}

std::vector<double> countsOfTexts(const Column& column, std::size_t bars)
{
    std::vector<double> counts(column.categories.size());
    for (const std::int32_t code : column.codes) {
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)];
    }
    std::sort(counts.begin(), counts.end(), std::greater<>());
    counts.resize(std::min(counts.size(), bars));
    return counts;
}

}

std::vector<double> columnBars(const Column& column, std::size_t bars)
{
    std::vector<double> counts = column.texts() ? countsOfTexts(column, bars) : countsOfNumbers(column, bars);
    const double most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    if (most <= 0)
        return {};
    for (double& count : counts)
        count /= most;
    return counts;
}

}
