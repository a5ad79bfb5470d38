#include "platform/port_problem.h"

#include "platform/file_holders.h"
#include "platform/system_reason.h"

#include <cerrno>
#include <string>

namespace broto {

namespace {

constexpr std::string_view virtualBoard = "broto-virtual";

Message portMissing(std::string_view path)
{
    return message("platform.port-missing",
                   BROTO_TEXT("core", "There is no port %1. Plug the board in, or choose another port."), path);
}

Message portBusy(std::string_view path)
{
    std::string holders;
    for (const std::string& name : programsHolding(path))
        if (!name.starts_with(virtualBoard)) // which has its own end open
            holders += (holders.empty() ? "" : ", ") + name;
    if (!holders.empty())
        return message("platform.port-busy",
                       BROTO_TEXT("core", "The port %1 is in use by %2. Close its connection there, then try again."),
                       path, holders);
    return message("platform.port-busy",
                   BROTO_TEXT("core",
                              "The port %1 is in use by another program. Close its serial monitor or upload, then "
                              "try again."),
                   path);
}

Message portForbidden(std::string_view path)
{
    return message("platform.port-forbidden",
                   BROTO_TEXT("core",
                              "You may not use the port %1. Run \"sudo usermod -aG dialout $USER\", log out, log "
                              "in again, and try again."),
                   path);
}

}

Message portProblem(std::string_view path, int errorNumber)
{
    switch (errorNumber) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
        return portMissing(path);
    case EBUSY:
    case EWOULDBLOCK:
        return portBusy(path);
    case EACCES:
    case EPERM:
        return portForbidden(path);
    case ENOTTY:
        return notAPort(path);
    default:
        return message("platform.port-failed",
                       BROTO_TEXT("core", "The port %1 does not work: %2. Unplug the board, plug it in again, and try "
                                          "again."),
                       path, systemReason(errorNumber));
    }
}

Message portGone(std::string_view path)
{
    return message("platform.port-gone",
                   BROTO_TEXT("core", "The board at %1 is gone. Check its cable, then choose its port again."), path);
}

Message notAPort(std::string_view path)
{
    return message("platform.not-a-port", BROTO_TEXT("core", "%1 is not a serial port. Choose another one."), path);
}

Message portStuck(std::string_view path)
{
    return message("platform.port-stuck",
                   BROTO_TEXT("core", "The board at %1 takes no data. Reset it, then try again."), path);
}

}
