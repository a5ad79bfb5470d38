#pragma once

#include "data/table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broto {

/// Counts the different numbers among many. Both zeros are one number; NaN must not be added.
class NumberSet {
public:
    NumberSet();
    void add(double number);
    std::size_t size() const { return m_size; }

private:
    bool insert(std::uint64_t bits);
    void grow();

    std::vector<std::uint64_t> m_slots; ///< bits of the numbers; a power of two, at most half full
    std::size_t m_size = 0;
};

/// Different values of a column, however many; the missing ones are not counted.
std::size_t countDistinct(const Column& column);

}
