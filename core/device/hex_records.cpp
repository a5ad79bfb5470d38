#include "device/hex_records.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace broto {

namespace {

constexpr std::size_t bytesInARecord = 16;
constexpr std::string_view endRecord = ":00000001FF";

enum RecordKind { data = 0, upperAddress = 4 };

std::string record(RecordKind kind, std::uint16_t address, std::string_view bytes)
{
    std::string line = ":";
    unsigned sum = 0;
    const auto put = [&](unsigned byte) {
        std::array<char, 3> digits;
        std::snprintf(digits.data(), digits.size(), "%02X", byte & 0xff);
        line += digits.data();
        sum += byte;
    };
    put(static_cast<unsigned>(bytes.size()));
    put(address >> 8);
    put(address & 0xff);
    put(kind);
    for (const char byte : bytes)
        put(static_cast<unsigned char>(byte));
    put(0x100 - (sum & 0xff));
    return line + "\r\n";
}

}

std::string withBytesAt(std::string_view hexFile, std::uint32_t address, std::string_view bytes)
{
    std::string text(hexFile.substr(0, hexFile.find(endRecord)));
    std::uint32_t upper = 0x10000; // no such: the first record says where it is
    while (!bytes.empty()) {
        if (upper != address >> 16) {
            upper = address >> 16;
            const char both[] = {static_cast<char>(upper >> 8), static_cast<char>(upper)};
            text += record(upperAddress, 0, {both, 2});
        }
        const std::size_t untilNext = 0x10000 - (address & 0xffff);
        const std::string_view piece = bytes.substr(0, std::min(bytesInARecord, untilNext));
        text += record(data, static_cast<std::uint16_t>(address), piece);
        address += static_cast<std::uint32_t>(piece.size());
        bytes.remove_prefix(piece.size());
    }
    return text + std::string(endRecord) + "\r\n";
}

}
