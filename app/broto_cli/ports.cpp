#include "device/ports.h"

#include "commands.h"
#include "language.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

Json portJson(const Port& port)
{
    return {{"path", port.path},
            {"description", port.description},
            {"board", port.boardId.empty() ? Json(nullptr) : Json(port.boardId)},
            {"virtual", port.isVirtual},
            {"serialNumber", port.serialNumber}};
}

Result<Outcome> showPorts()
{
    TextTable table({{text(BROTO_TEXT("cli", "port"))},
                     {text(BROTO_TEXT("cli", "board"))},
                     {text(BROTO_TEXT("cli", "description"))}});
    Json list = Json::array();
    for (const Port& port : listPorts()) {
        list.push_back(portJson(port));
        table.addRow({port.path, port.boardId.empty() ? "–" : port.boardId, port.description});
    }
    const bool none = list.empty();
    return Outcome{{{"ports", std::move(list)}},
                   none ? text(BROTO_TEXT("cli", "There is no serial port here. Plug a board in, or use --virtual "
                                                 "with flash and check.")) +
                              "\n"
                        : table.text()};
}

}

void addPorts(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("ports", text(BROTO_TEXT("cli", "List serial ports and virtual boards")));
    command->callback([&session] { session.action = showPorts; });
}

}
