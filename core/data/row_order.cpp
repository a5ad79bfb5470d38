#include "data/row_order.h"

#include "common/cancelled.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace broto {

namespace {

/// A value as a whole number that grows with it. Rows differ, so that no two of these are equal.
struct SortKey {
    std::uint64_t value;
    std::uint32_t row;
    bool operator<(const SortKey& other) const { return value != other.value ? value < other.value : row < other.row; }
};

constexpr std::uint64_t missingKey = std::numeric_limits<std::uint64_t>::max();

/// Sorted at once; between pieces somebody may cancel.
constexpr std::size_t sortedAtOnce = std::size_t{1} << 16;

std::uint64_t growingKey(double number)
{
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(number + 0.0); // both zeros are one
    return bits & sign ? ~bits : bits | sign;
}

std::uint64_t keyOf(const Column& column, std::uint32_t row, SortDirection direction)
{
    const bool missing = column.texts() ? column.codes[row] < 0 : std::isnan(column.numbers[row]);
    if (missing)
        return missingKey;
    const std::uint64_t key =
        column.texts() ? static_cast<std::uint64_t>(column.codes[row]) : growingKey(column.numbers[row]);
    return direction == SortDirection::Ascending ? key : missingKey - 1 - key;
}

using Keys = std::vector<SortKey>;

/// Puts together runs of `length` sorted keys, two by two.
bool mergeRuns(const Keys& from, Keys& to, std::size_t length, const RunControl& control)
{
    const auto at = [&](std::size_t place) {
        return from.begin() + static_cast<std::ptrdiff_t>(std::min(place, from.size()));
    };
    auto out = to.begin();
    for (std::size_t place = 0; place < from.size(); place += 2 * length) {
        if (control.stopRequested())
            return false;
        out = std::merge(at(place), at(place + length), at(place + length), at(place + 2 * length), out);
    }
    return true;
}

bool sortKeys(Keys& keys, const RunControl& control)
{
    for (std::size_t place = 0; place < keys.size(); place += sortedAtOnce) {
        if (control.stopRequested())
            return false;
        const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(place);
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(std::min(sortedAtOnce, keys.size() - place)));
        control.report(static_cast<double>(place), static_cast<double>(2 * keys.size()));
    }
    Keys merged(keys.size());
    for (std::size_t length = sortedAtOnce; length < keys.size(); length *= 2) {
        if (!mergeRuns(keys, merged, length, control))
            return false;
        keys.swap(merged);
    }
    return true;
}

}

RowNumbers allRows(std::size_t count)
{
    RowNumbers rows(count);
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    return rows;
}

Result<RowNumbers> sortedRows(const Column& column, SortDirection direction, const RowNumbers& rows,
                              const RunControl& control)
{
    Keys keys;
    keys.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keys.push_back({keyOf(column, row, direction), row});
    if (!sortKeys(keys, control))
        return cancelledByUser();
    RowNumbers sorted(keys.size());
    std::transform(keys.begin(), keys.end(), sorted.begin(), [](const SortKey& key) { return key.row; });
    return sorted;
}

}
