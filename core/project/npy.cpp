#include "project/npy.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace broto {

namespace {

static_assert(std::endian::native == std::endian::little, "the numbers are written as they lie in memory");

constexpr std::string_view magic = std::string_view("\x93NUMPY\x01\x00", 8);
constexpr std::size_t lengthBytes = 2;
constexpr std::size_t alignment = 64;

template<class Number>
constexpr std::string_view typeCode()
{
    if constexpr (std::is_same_v<Number, float>)
        return "<f4";
    else if constexpr (std::is_same_v<Number, std::int8_t>)
        return "|i1";
    else if constexpr (std::is_same_v<Number, std::int16_t>)
        return "<i2";
    else
        return "<i4";
}

std::string description(std::string_view type, const NpyShape& shape)
{
    std::string text = "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + (shape.size() == 1 ? ",), }" : "), }");
}

std::size_t countOf(const NpyShape& shape)
{
    std::size_t count = 1;
    for (const std::size_t size : shape)
        count *= size;
    return count;
}

}

template<class Number>
std::string npyBytes(const Number* numbers, const NpyShape& shape)
{
    std::string header = description(typeCode<Number>(), shape);
    const std::size_t used = magic.size() + lengthBytes + header.size() + 1;
    header.append((alignment - used % alignment) % alignment, ' ');
    header += '\n';

    std::string bytes(magic);
    bytes += static_cast<char>(header.size() & 0xff);
    bytes += static_cast<char>(header.size() >> 8);
    bytes += header;
    if (const std::size_t count = countOf(shape))
        bytes.append(reinterpret_cast<const char*>(numbers), count * sizeof(Number));
    return bytes;
}

template<class Number>
std::optional<std::vector<Number>> parseNpy(std::string_view bytes, const NpyShape& shape)
{
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + lengthBytes)
        return std::nullopt;
    const std::size_t headerSize = static_cast<unsigned char>(bytes[magic.size()]) |
                                   static_cast<std::size_t>(static_cast<unsigned char>(bytes[magic.size() + 1])) << 8;
    bytes.remove_prefix(magic.size() + lengthBytes);
    if (bytes.size() < headerSize)
        return std::nullopt;
    std::string_view header = bytes.substr(0, headerSize);
    header = header.substr(0, header.find_last_not_of(" \n") + 1);
    bytes.remove_prefix(headerSize);
    if (header != description(typeCode<Number>(), shape) || bytes.size() != countOf(shape) * sizeof(Number))
        return std::nullopt;

    std::vector<Number> numbers(countOf(shape));
    if (!numbers.empty())
        std::memcpy(numbers.data(), bytes.data(), bytes.size());
    if constexpr (std::is_same_v<Number, float>)
        for (const float number : numbers)
            if (!std::isfinite(number))
                return std::nullopt;
    return numbers;
}

template std::string npyBytes(const float*, const NpyShape&);
template std::string npyBytes(const std::int8_t*, const NpyShape&);
template std::string npyBytes(const std::int16_t*, const NpyShape&);
template std::string npyBytes(const std::int32_t*, const NpyShape&);
template std::optional<std::vector<float>> parseNpy(std::string_view, const NpyShape&);
template std::optional<std::vector<std::int8_t>> parseNpy(std::string_view, const NpyShape&);
template std::optional<std::vector<std::int16_t>> parseNpy(std::string_view, const NpyShape&);
template std::optional<std::vector<std::int32_t>> parseNpy(std::string_view, const NpyShape&);

}
