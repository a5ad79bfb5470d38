#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace broto {

/// Whether a shape is that of one row: all of it but the last size counts rows, and is one of `counts`.
bool isRowOf(const std::vector<std::int64_t>& shape, std::initializer_list<std::int64_t> counts);

/// The dimensions of values that are a row, on their way through a graph. What would mix rows is told.
class RowShape {
public:
    explicit RowShape(const std::vector<std::int64_t>& shape) : m_rank(shape.empty() ? 2 : shape.size()) {}

    /// To two dimensions, those from `axis` on becoming one. False where rows do not stay apart.
    bool flatten(std::int64_t axis);
    /// To sizes of which -1 is the rest and 0 what was there, for a row of `width` values.
    bool reshape(const std::vector<std::int64_t>& sizes, int width);
    /// Whether an operation along `axis`, or along all from it on, goes over the values of a row and no others.
    bool isOverRow(std::int64_t axis, bool andAllBehind) const;

private:
    std::int64_t fromTheFront(std::int64_t axis) const; ///< below 0 it is counted from the end

    std::size_t m_rank;
};

}
