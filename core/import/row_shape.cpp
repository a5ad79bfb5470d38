#include "import/row_shape.h"

#include <algorithm>

namespace broto {

bool isRowOf(const std::vector<std::int64_t>& shape, std::initializer_list<std::int64_t> counts)
{
    const auto last = shape.empty() ? shape.end() : shape.end() - 1;
    return std::all_of(shape.begin(), last, [&](std::int64_t size) {
        return std::find(counts.begin(), counts.end(), size) != counts.end();
    });
}

std::int64_t RowShape::fromTheFront(std::int64_t axis) const
{
    return axis < 0 ? axis + static_cast<std::int64_t>(m_rank) : axis;
}

bool RowShape::flatten(std::int64_t axis)
{
    const std::int64_t first = fromTheFront(axis);
    const bool isApart = m_rank == 1 ? first == 0 : first > 0 && first < static_cast<std::int64_t>(m_rank);
    m_rank = 2;
    return isApart;
}

bool RowShape::reshape(const std::vector<std::int64_t>& sizes, int width)
{
    const bool isAsLong = sizes.size() == m_rank;
    m_rank = sizes.size();
    if (sizes.empty() || std::count(sizes.begin(), sizes.end(), -1) > 1 || !isRowOf(sizes, {-1, 0, 1}))
        return false;
    return sizes.back() == width || sizes.back() == -1 || (sizes.back() == 0 && isAsLong);
}

bool RowShape::isOverRow(std::int64_t axis, bool andAllBehind) const
{
    const auto last = static_cast<std::int64_t>(m_rank) - 1;
    const std::int64_t first = fromTheFront(axis);
    return first == last || (andAllBehind && first > 0 && first < last);
}

}
