#include "device/virtual/intel_hex.h"

#include "device/hex_record.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace broto {

namespace {

constexpr std::size_t recordOverhead = 5; ///< bytes of a record besides its data: length, address, type, checksum

Message damaged(int line)
{
    return message("device.hex-damaged",
                   BROTO_TEXT("core",
                              "This is no whole Intel HEX file: line %1 is wrong. Copy the .hex that was built for "
                              "this board."),
                   line);
}

Message elsewhere(int line, std::uint32_t address)
{
    char text[8];
    const auto end = std::to_chars(text, text + sizeof text, address, 16).ptr;
    return message("device.hex-elsewhere",
                   BROTO_TEXT("core",
                              "Line %1 holds data for address %2 (hexadecimal), where this board has no flash. Copy "
                              "the .hex that was built for this board."),
                   line, std::string_view(text, static_cast<std::size_t>(end - text)));
}

Message unfinished()
{
    return message("device.hex-unfinished",
                   BROTO_TEXT("core", "The Intel HEX file ends too early. Copy it once more."));
}

/// The bytes of ":10000000...", its checksum among them; nothing where they are not as they should be.
std::optional<std::vector<std::uint8_t>> recordIn(std::string_view line)
{
    if (line.size() < 1 + 2 * recordOverhead || line.front() != ':' || line.size() % 2 == 0)
        return std::nullopt;
    std::vector<std::uint8_t> bytes;
    std::uint8_t sum = 0;
    for (const char* digits = line.data() + 1; digits < line.data() + line.size(); digits += 2) {
        std::uint8_t byte = 0;
        if (std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
            return std::nullopt;
        bytes.push_back(byte);
        sum = static_cast<std::uint8_t>(sum + byte);
    }
    return sum == 0 && bytes.size() == recordOverhead + bytes[0] ? std::optional(bytes) : std::nullopt;
}

}

Result<std::string> flashOfHex(std::string_view hex, std::uint32_t flashAddress, std::uint32_t flashBytes)
{
    std::string flash(flashBytes, '\xff');
    std::uint32_t base = 0;
    for (int number = 1; !hex.empty(); ++number) {
        const std::size_t end = std::min(hex.find('\n'), hex.size() - 1) + 1;
        std::string_view line = hex.substr(0, end);
        hex.remove_prefix(end);
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        const auto record = recordIn(line);
        if (!record)
            return damaged(number);
        const std::vector<std::uint8_t>& bytes = *record;
        const std::uint32_t length = bytes[0], firstTwo = length >= 2 ? bytes[4] << 8u | bytes[5] : 0u;
        switch (bytes[3]) {
        case dataRecord: {
            const std::uint32_t address = base + (bytes[1] << 8u | bytes[2]);
            if (address < flashAddress || address - flashAddress > flashBytes - length || length > flashBytes)
                return elsewhere(number, address);
            flash.replace(address - flashAddress, length, reinterpret_cast<const char*>(bytes.data()) + 4, length);
            break;
        }
        case endRecord:
            return flash;
        case segmentRecord:
            base = firstTwo << 4;
            break;
        case linearRecord:
            base = firstTwo << 16;
            break;
        case startSegmentRecord:
        case startLinearRecord:
            break; // where to begin is the processor's affair
        default:
            return damaged(number);
        }
    }
    return unfinished();
}

std::string hexOfFlash(std::string_view flash, std::uint32_t flashAddress)
{
    constexpr std::size_t perLine = 32;
    std::string hex;
    std::uint32_t base = 0;
    for (std::size_t at = 0; at < flash.size(); at += perLine) {
        const std::string_view data = flash.substr(at, perLine);
        if (data.find_first_not_of('\xff') == std::string_view::npos)
            continue;
        const std::uint32_t address = flashAddress + static_cast<std::uint32_t>(at);
        if (address >> 16 != base) {
            base = address >> 16;
            hex += hexRecord(linearRecord, 0, bigEndian(base, 2)) + '\n';
        }
        hex += hexRecord(dataRecord, address & 0xffff, data) + '\n';
    }
    return hex + hexRecord(startLinearRecord, 0, bigEndian(flashAddress, 4)) + '\n' + hexRecord(endRecord, 0, {}) +
           '\n';
}

}
