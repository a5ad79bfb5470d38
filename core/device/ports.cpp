#include "device/ports.h"

#include "device/serial_ports.h"
#include "device/virtual_board.h"
#include "platform/port_problem.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace broto {

namespace {

std::vector<Port> virtualPorts()
{
    std::vector<Port> ports;
    for (const VirtualBoardEntry& entry : registeredVirtualBoards()) {
        Port port;
        port.path = entry.port;
        port.description = entry.name;
        port.boardId = entry.boardId;
        port.isVirtual = true;
        ports.push_back(port);
    }
    return ports;
}

}

std::vector<Port> listPorts()
{
    std::vector<Port> ports = realPorts();
    std::sort(ports.begin(), ports.end(), [](const Port& one, const Port& other) { return one.path < other.path; });
    const std::vector<Port> ofVirtualBoards = virtualPorts();
    ports.insert(ports.end(), ofVirtualBoards.begin(), ofVirtualBoards.end());
    return ports;
}

Result<Port> findPort(std::string_view path)
{
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error); // links of udev point at the port
    if (error)
        return portProblem(path, error.value());
    for (const Port& port : listPorts())
        if (port.path == path || port.path == real)
            return port;
    if (!std::filesystem::is_character_file(real, error))
        return notAPort(path);
    Port port;
    port.path = path;
    port.description = "Serial port";
    return port;
}

}
