#include "device/hex_records.h"

#include "device/hex_record.h"

#include <algorithm>

namespace broto {

namespace {
constexpr std::size_t bytesInARecord = 16;
}

std::string withBytesAt(std::string_view hexFile, std::uint32_t address, std::string_view bytes)
{
    const std::string end = hexRecord(endRecord, 0, {});
    std::string text(hexFile.substr(0, hexFile.find(end)));
    std::uint32_t upper = 0x10000; // no such: the first record says where it is
    while (!bytes.empty()) {
        if (upper != address >> 16) {
            upper = address >> 16;
            text.append(hexRecord(linearRecord, 0, bigEndian(upper, 2))).append("\r\n");
        }
        const std::size_t untilNext = 0x10000 - (address & 0xffff);
        const std::string_view piece = bytes.substr(0, std::min(bytesInARecord, untilNext));
        text.append(hexRecord(dataRecord, address & 0xffff, piece)).append("\r\n");
        address += static_cast<std::uint32_t>(piece.size());
        bytes.remove_prefix(piece.size());
    }
    return text.append(end).append("\r\n");
}

}
