#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broto {

/// What most numbers of a table look like: a sign or none, digits, and digits behind a mark or none.
struct PlainNumber {
    double number = 0;
    bool whole = false; ///< no mark
    bool hasSign = false;
    bool padded = false;    ///< whole, and begins with a zero that says nothing: "007", but not "07"
    bool ambiguous = false; ///< three digits behind the mark: it might set thousands apart
};

namespace detail {

constexpr std::uint64_t allBytes(unsigned char byte)
{
    return std::uint64_t{0x0101010101010101} * byte;
}

/// The high bit of every byte that is zero.
constexpr std::uint64_t zeroBytes(std::uint64_t eight)
{
    return ~(((eight & allBytes(0x7f)) + allBytes(0x7f)) | eight | allBytes(0x7f));
}

inline std::uint64_t eightBytes(const char* bytes)
{
    std::uint64_t eight;
    std::memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/// Keeps the last bytes of eight, so many of them.
inline constexpr std::array<std::uint64_t, 9> lastBytes = {0,
                                                           0xff00000000000000,
                                                           0xffff000000000000,
                                                           0xffffff0000000000,
                                                           0xffffffff00000000,
                                                           0xffffffffff000000,
                                                           0xffffffffffff0000,
                                                           0xffffffffffffff00,
                                                           0xffffffffffffffff};

/// The last bytes before `end` as digits, zeros before them. What is no digit sets bits of `wrong`.
inline std::uint64_t digitsBefore(const char* end, std::size_t count, std::uint64_t& wrong)
{
    std::uint64_t digits = (eightBytes(end - 8) ^ allBytes('0')) & lastBytes[count];
    wrong |= ((digits + allBytes(0x7f - 9)) | digits) & allBytes(0x80);
    digits = (digits * 10 + (digits >> 8)) & 0x00ff00ff00ff00ff;
    digits = (digits * 100 + (digits >> 16)) & 0x0000ffff0000ffff;
    return (digits * 10000 + (digits >> 32)) & 0x00000000ffffffff;
}

inline constexpr std::array<std::uint64_t, 8> wholePowers = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
inline constexpr std::array<double, 8> powers = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

}

/// Reads a number of at most eight digits before the mark and seven behind it, or of sixteen digits that a double can
/// hold; exactly, by one division of two exact numbers. False: it is none, or needs a closer look. The 24 bytes before
/// the cell's end must be readable, whatever they hold.
[[gnu::always_inline]] inline bool readPlainNumber(std::string_view cell, char mark, PlainNumber& result)
{
    if constexpr (std::endian::native != std::endian::little)
        return false;
    constexpr std::size_t longest = 17;
    constexpr std::uint64_t largestExact = std::uint64_t{1} << 53;
    if (cell.empty() || cell.size() > longest)
        return false;
    const bool negative = cell.front() == '-';
    const std::size_t length = cell.size() - negative;
    const char* const end = cell.data() + cell.size();
    const std::uint64_t marks =
        detail::zeroBytes(detail::eightBytes(end - 8) ^ detail::allBytes(static_cast<unsigned char>(mark)));
    const auto fraction = static_cast<std::size_t>(std::countl_zero(marks)) / 8; // 8 where there is no mark
    std::uint64_t wrong = 0;
    std::uint64_t digits = 0;
    if (fraction < length && fraction < 8) {
        const std::size_t before = length - fraction - 1;
        if (before > 8 || length == 1)
            return false;
        digits = detail::digitsBefore(end - fraction - 1, before, wrong) * detail::wholePowers[fraction] +
                 detail::digitsBefore(end, fraction, wrong);
        const double number = static_cast<double>(digits) / detail::powers[fraction];
        result = {negative ? -number : number, false, negative, false, fraction == 3};
    } else {
        digits = detail::digitsBefore(end, length < 8 ? length : 8, wrong);
        if (length > 8) {
            if (length > 16)
                return false;
            digits += detail::digitsBefore(end - 8, length - 8, wrong) * 100000000;
        }
        if (length == 0 || digits > largestExact)
            return false;
        const auto number = static_cast<double>(digits);
        const bool padded = length > 2 && end[-static_cast<std::ptrdiff_t>(length)] == '0';
        result = {negative ? -number : number, true, negative, padded, false};
    }
    return wrong == 0;
}

}
