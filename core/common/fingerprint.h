#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// 64-bit FNV-1a: tells one data set or model from another. Not meant to withstand forgery.
class Fingerprint {
public:
    Fingerprint& add(std::string_view bytes)
    {
        for (const char byte : bytes)
            m_value = (m_value ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
        return *this;
    }
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325;
};

/// The fingerprint of a file's bytes, which come in pieces. Files of more than `largestByBytes` are taken 32 bytes at a
/// time, many times faster than FNV-1a; smaller ones as ever, so that results saved long ago still belong to them.
class FileFingerprint {
public:
    static constexpr std::size_t largestByBytes = std::size_t(16) << 20;
    static constexpr std::size_t step = 32;

    explicit FileFingerprint(std::size_t size) : m_wide(size > largestByBytes) {}
    /// All pieces but the last must be multiples of `step`.
    void add(std::string_view piece);
    std::uint64_t value() const;

private:
    bool m_wide;
    Fingerprint m_byBytes; ///< of all bytes, or of those behind the last step
    std::array<std::uint64_t, step / 8> m_lanes = {1, 2, 3, 4};
};

/// The same of bytes that are all there.
std::uint64_t fileFingerprint(std::string_view bytes);

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

}
