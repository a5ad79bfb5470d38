#include "data/number_set.h"

#include "data/mixed_bits.h"

#include <bit>
#include <cmath>
#include <utility>

namespace broto {

namespace {

/// The bits of a NaN: a free slot.
constexpr std::uint64_t empty = 0x7ff8000000000000;

}

NumberSet::NumberSet() : m_slots(64, empty) {}

void NumberSet::add(double number)
{
    if (!insert(std::bit_cast<std::uint64_t>(number + 0.0))) // -0 becomes 0
        return;
    ++m_size;
    if (2 * m_size > m_slots.size())
        grow();
}

bool NumberSet::insert(std::uint64_t bits)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = static_cast<std::size_t>(mixedBits(bits)) & mask;
    while (m_slots[slot] != empty) {
        if (m_slots[slot] == bits)
            return false;
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = bits;
    return true;
}

std::size_t countDistinct(const Column& column)
{
    if (column.distinct <= Column::mostCounted)
        return column.distinct;
    if (column.texts())
        return column.categories.size();
    NumberSet different;
    for (const double number : column.numbers) {
        if (!std::isnan(number))
            different.add(number);
    }
    return different.size();
}

void NumberSet::grow()
{
    const std::vector<std::uint64_t> old = std::exchange(m_slots, std::vector(2 * m_slots.size(), empty));
    for (const std::uint64_t bits : old) {
        if (bits != empty)
            insert(bits);
    }
}

}
