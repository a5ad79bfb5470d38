#include "data/last_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace broto {

namespace {

bool isEarlier(double a, double b)
{
    return std::isnan(b) ? !std::isnan(a) : a < b;
}

}

void carryLastValues(Matrix& rows, Eigen::Index column, const RowOrder& order)
{
    std::vector<std::size_t> sequence(static_cast<std::size_t>(rows.rows()));
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    if (!order.times.empty())
        std::stable_sort(sequence.begin(), sequence.end(),
                         [&](std::size_t a, std::size_t b) { return isEarlier(order.times[a], order.times[b]); });
    std::unordered_map<std::int32_t, float> last;
    for (const std::size_t row : sequence) {
        float& value = rows(static_cast<Eigen::Index>(row), column);
        const std::int32_t group = order.groups.empty() ? 0 : order.groups[row];
        if (!std::isnan(value))
            last[group] = value;
        else if (const auto before = last.find(group); before != last.end())
            value = before->second;
    }
}

}
