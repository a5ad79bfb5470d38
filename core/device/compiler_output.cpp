#include "device/compiler_output.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <vector>

namespace broto {

namespace {

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    for (std::size_t begin = line.find_first_not_of(" \t"); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
        found.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(" \t", end);
    }
    return found;
}

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// "sketch.ino:12:3: error: ..." and the linker's "undefined reference"; a path is cut down to the file's name.
std::string firstError(std::string_view output)
{
    std::string_view last;
    while (!output.empty()) {
        const std::string_view line = takeLine(output);
        if (line.find("error: ") == std::string_view::npos &&
            line.find("undefined reference") == std::string_view::npos) {
            if (!words(line).empty())
                last = line;
            continue;
        }
        const std::size_t slash = line.substr(0, std::min(line.find(':'), line.size())).rfind('/');
        return std::string(slash == std::string_view::npos ? line : line.substr(slash + 1));
    }
    return std::string(last);
}

bool saysAny(std::string_view output, std::initializer_list<std::string_view> phrases)
{
    return std::ranges::any_of(
        phrases, [output](std::string_view phrase) { return output.find(phrase) != std::string_view::npos; });
}

template<class Integer>
std::optional<Integer> asNumber(std::string_view text, int base)
{
    Integer number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

}

Message missingCompiler(std::string_view part)
{
    return message("device.compiler-missing",
                   BROTO_TEXT("core", "%1 is missing, without which nothing can be built for this board. It comes with "
                                      "the packages gcc-avr and avr-libc: sudo apt install gcc-avr avr-libc"),
                   part);
}

Message missingCompiler(std::string_view part, std::string_view package)
{
    return message("device.compiler-missing",
                   BROTO_TEXT("core", "%1 is missing, without which nothing can be built for this board. It comes with "
                                      "the package %2: sudo apt install %2"),
                   part, package);
}

Message compilerFailure(std::string_view output, std::string_view boardName)
{
    if (saysAny(output, {"region `text' overflowed", "relocation truncated to fit",
                         "text section exceeds available space"})) // the last one is arduino-cli's own
        return message("device.flash-full",
                       BROTO_TEXT("core",
                                  "The program does not fit the flash of the %1. Choose a smaller network, or a "
                                  "board with more flash."),
                       boardName);
    if (saysAny(output, {"region `data' overflowed", "is not within region `data'",
                         "data section exceeds available space", "region `dram0_0_seg' overflowed"}))
        return message("device.ram-full",
                       BROTO_TEXT("core",
                                  "The program does not fit the RAM of the %1. Choose narrower layers, or a board "
                                  "with more RAM."),
                       boardName);
    if (output.find("is too large") != std::string_view::npos && output.find("size of array") != std::string_view::npos)
        return message("device.layer-too-large",
                       BROTO_TEXT("core",
                                  "A layer of this network has more than 32,767 bytes of weights, the most that "
                                  "the compiler for the %1 takes in one piece. Choose narrower layers."),
                       boardName);
    if (output.find("fatal error: avr/") != std::string_view::npos ||
        output.find("cannot find crt") != std::string_view::npos)
        return missingCompiler("avr-libc");
    return message("device.compiler-error", BROTO_TEXT("core", "The compiler does not accept the program: %1"),
                   firstError(output));
}

std::optional<std::int64_t> sectionBytes(std::string_view listing, std::initializer_list<std::string_view> sections)
{
    std::optional<std::int64_t> sum;
    while (!listing.empty()) {
        const std::vector<std::string_view> fields = words(takeLine(listing));
        if (fields.size() < 2 || std::find(sections.begin(), sections.end(), fields[0]) == sections.end())
            continue;
        if (const auto bytes = asNumber<std::int64_t>(fields[1], 10))
            sum = sum.value_or(0) + *bytes;
    }
    return sum;
}

std::optional<std::uint64_t> symbolAddress(std::string_view listing, std::string_view symbol)
{
    while (!listing.empty()) {
        const std::vector<std::string_view> fields = words(takeLine(listing));
        if (fields.size() == 3 && fields[2] == symbol)
            return asNumber<std::uint64_t>(fields[0], 16);
    }
    return std::nullopt;
}

}
