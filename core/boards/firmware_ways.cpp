#include "boards/firmware_ways.h"

#include <algorithm>

namespace broto {

std::string ArduinoCliBuild::core() const
{
    return board.substr(0, board.find(':', board.find(':') + 1));
}

bool hasUnknownPlace(std::string_view argument)
{
    constexpr std::string_view known[] = {"{port}", "{portName}", "{hex}",    "{elf}",
                                          "{bin}",  "{uf2}",      "{folder}", "{stem}"};
    for (std::size_t at = argument.find('{'); at != std::string_view::npos; at = argument.find('{', at + 1)) {
        const std::string_view rest = argument.substr(at);
        if (std::none_of(std::begin(known), std::end(known),
                         [rest](std::string_view place) { return rest.starts_with(place); }))
            return true;
    }
    return false;
}

}
