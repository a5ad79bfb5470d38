#include "device/virtual_board.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <system_error>

namespace broto {

namespace {

using nlohmann::json;
using std::filesystem::path;

path fileOf(const VirtualBoardEntry& entry, const path& folder)
{
    return virtualBoardFolder(entry, folder).concat(".json");
}

/// What a board that was killed has left.
void removeEntry(const path& file)
{
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    std::filesystem::remove_all(path(file).replace_extension(), ignored);
}

struct StoredEntry {
    VirtualBoardEntry entry;
    std::string identity; ///< of the process: its number alone may be given to another one
};

std::string textOf(const json& document, const char* key)
{
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<StoredEntry> readEntry(const path& file)
{
    const Result<std::string> text = readFile(file);
    const json document = text ? json::parse(*text, nullptr, false) : json();
    if (!document.is_object())
        return std::nullopt;
    const auto process = document.find("process");
    if (process == document.end() || !process->is_number_integer())
        return std::nullopt;
    return StoredEntry{{textOf(document, "board"), textOf(document, "name"), textOf(document, "port"),
                        textOf(document, "image"), textOf(document, "drive"), process->get<int>()},
                       textOf(document, "identity")};
}

}

path virtualBoardRegistry()
{
    return runtimeFolder() / "boards";
}

path virtualBoardFolder(const VirtualBoardEntry& entry, const path& registry)
{
    return registry / (entry.boardId + "-" + std::to_string(entry.processId));
}

path virtualBoardImage(std::string_view boardId, int number)
{
    const std::string suffix = number == 1 ? "" : "-" + std::to_string(number);
    return stateFolder() / "virtual-boards" / (std::string(boardId) + suffix + ".flash");
}

std::vector<VirtualBoardEntry> registeredVirtualBoards(const path& folder)
{
    std::vector<VirtualBoardEntry> entries;
    std::error_code ignored;
    for (std::filesystem::directory_iterator file(folder, ignored), end; file != end; file.increment(ignored)) {
        if (file->path().extension() != ".json")
            continue;
        const std::optional<StoredEntry> stored = readEntry(file->path());
        if (!stored)
            continue;
        if (processIdentity(stored->entry.processId) == stored->identity)
            entries.push_back(stored->entry);
        else
            removeEntry(file->path());
    }
    std::sort(entries.begin(), entries.end(), [](const VirtualBoardEntry& one, const VirtualBoardEntry& other) {
        return std::tie(one.name, one.port) < std::tie(other.name, other.port);
    });
    return entries;
}

Result<void> registerVirtualBoard(const VirtualBoardEntry& entry, const path& folder)
{
    std::error_code ignored; // what it comes to is told by the writing
    std::filesystem::create_directories(folder, ignored);
    const json document = {{"board", entry.boardId},
                           {"name", entry.name},
                           {"port", entry.port},
                           {"image", entry.image},
                           {"drive", entry.drive},
                           {"process", entry.processId},
                           {"identity", processIdentity(entry.processId).value_or("")}};
    return writeFileAtomically(fileOf(entry, folder),
                               document.dump(4, ' ', false, json::error_handler_t::replace) + "\n", Flush::Later);
}

void unregisterVirtualBoard(const VirtualBoardEntry& entry, const path& folder)
{
    std::error_code ignored;
    std::filesystem::remove(fileOf(entry, folder), ignored);
}

}
