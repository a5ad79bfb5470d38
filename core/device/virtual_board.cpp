#include "device/virtual_board.h"

#include "boards/board.h"
#include "platform/paths.h"

#include <nlohmann/json.hpp>

namespace broto {

namespace {

constexpr std::string_view program = "broto-virtual-board";
constexpr std::chrono::seconds startLimit(5);

Message programMissing()
{
    return message("device.no-virtual-board-program",
                   BROTO_TEXT("core",
                              "The program %1 was not found beside this one. Install Broto again, or use a real "
                              "board."),
                   program);
}

Message didNotStart(std::string_view boardId, std::string_view reason)
{
    return message("device.virtual-board-failed", BROTO_TEXT("core", "The virtual board %1 did not start: %2"), boardId,
                   reason);
}

Message saidNothing(std::string_view boardId)
{
    return message("device.virtual-board-silent",
                   BROTO_TEXT("core", "The virtual board %1 did not come up within %2 s. Try again."), boardId,
                   startLimit.count());
}

/// Its only line: where it is, or why it is not there.
Result<Port> readyPort(std::string_view boardId, const std::string& line)
{
    const nlohmann::json event = nlohmann::json::parse(line, nullptr, false);
    const auto text = [&](const char* key) {
        const bool there = event.is_object() && event.contains(key) && event[key].is_string();
        return there ? event[key].get<std::string>() : std::string();
    };
    if (text("event") == "ready" && !text("port").empty()) {
        Port port;
        port.path = text("port");
        port.description = text("name");
        port.boardId = boardId;
        port.isVirtual = true;
        return port;
    }
    return didNotStart(boardId, text("message"));
}

}

Result<VirtualBoard> VirtualBoard::start(std::string_view boardId)
{
    const std::optional<std::filesystem::path> found = findOwnProgram(program);
    if (!found)
        return programMissing();
    std::vector<std::string> arguments = {"--board", std::string(boardId)};
    if (const Result<Board> board = findBoard(boardId); board && !board->analogPins.empty())
        arguments.push_back("--sensor"); // so that there is something to measure
    for (const std::filesystem::path& folder : toolFolders())
        arguments.insert(arguments.end(), {"--tools", folder.string()});
    Result<ChildProcess> process = ChildProcess::start({*found, arguments, {}});
    if (!process)
        return process.error();
    const std::optional<std::string> line = process->readLine(startLimit);
    if (!line)
        return saidNothing(boardId);
    Result<Port> port = readyPort(boardId, *line);
    if (!port)
        return port.error();
    return VirtualBoard(std::move(*process), std::move(*port));
}

}
