#include "device/known_boards.h"

#include "platform/file.h"
#include "platform/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace broto {

namespace {

using nlohmann::json;

constexpr std::size_t mostRemembered = 500;

/// "1a86:7523 AB0CDEFG"; empty where the device has no number of its own.
std::string keyOf(const Port& port)
{
    if (!port.hasUsbId || port.serialNumber.empty())
        return {};
    std::array<char, 16> id;
    std::snprintf(id.data(), id.size(), "%04x:%04x ", unsigned{port.usb.vendor}, unsigned{port.usb.product});
    return id.data() + port.serialNumber;
}

json knownBoards(const std::filesystem::path& file)
{
    const auto text = readFile(file);
    json known = text ? json::parse(*text, nullptr, false) : json();
    return known.is_object() ? known : json::object();
}

}

std::filesystem::path knownBoardsFile()
{
    return stateFolder() / "known-boards.json";
}

void rememberBoard(const Port& port, std::string_view boardId, const std::filesystem::path& file)
{
    const std::string key = keyOf(port);
    if (key.empty())
        return;
    json known = knownBoards(file);
    if (known.size() >= mostRemembered && !known.contains(key))
        known.erase(known.begin());
    known[key] = boardId;
    const std::string text = known.dump(4, ' ', false, json::error_handler_t::replace) + "\n";
    [[maybe_unused]] const auto written = writeFileAtomically(file, text, Flush::Later);
}

std::string rememberedBoard(const Port& port, const std::filesystem::path& file)
{
    const std::string key = keyOf(port);
    const json known = key.empty() ? json::object() : knownBoards(file);
    const auto found = known.find(key);
    const std::string id = found != known.end() && found->is_string() ? found->get<std::string>() : std::string();
    const auto all = boards();
    return std::any_of(all.begin(), all.end(), [&](const Board& board) { return board.id == id; }) ? id : "";
}

}
