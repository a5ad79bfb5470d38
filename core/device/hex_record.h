#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// What a line of an Intel HEX file tells, by its number there.
enum HexRecordType { dataRecord, endRecord, segmentRecord, startSegmentRecord, linearRecord, startLinearRecord };

/// A line of such a file, without its line end: ":10000000...".
inline std::string hexRecord(HexRecordType type, std::uint32_t address, std::string_view data)
{
    std::uint8_t sum = 0;
    std::string line = ":";
    const auto put = [&](std::size_t number) {
        const auto byte = static_cast<std::uint8_t>(number);
        line += "0123456789ABCDEF"[byte >> 4];
        line += "0123456789ABCDEF"[byte & 15];
        sum = static_cast<std::uint8_t>(sum + byte);
    };
    put(data.size());
    put(address >> 8);
    put(address);
    put(type);
    for (const char byte : data)
        put(static_cast<std::uint8_t>(byte));
    put(0x100u - sum);
    return line;
}

/// The data of a record that tells an address.
inline std::string bigEndian(std::uint32_t number, int bytes)
{
    std::string text;
    while (bytes-- > 0)
        text += static_cast<char>(number >> 8 * bytes);
    return text;
}

}
