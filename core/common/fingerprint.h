#pragma once

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

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

}
