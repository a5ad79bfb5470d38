#pragma once

#include <cstring>
#include <string>
#include <vector>

namespace broto {

/// Values as the bytes of a tensor. Both formats are little-endian, as every machine that this program runs on.
template<class Number>
std::string tensorBytes(const std::vector<Number>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number)};
}

}
