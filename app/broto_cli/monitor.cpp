#include "commands.h"
#include "common/number_text.h"
#include "device/line_text.h"
#include "heard_device.h"
#include "language.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace broto {

namespace {

struct MonitorOptions {
    HeardDeviceOptions device;
    bool times = false;
    double seconds = 0; ///< 0: until it is ended
};

/// "   12.345  "
std::string elapsed(double seconds)
{
    constexpr std::size_t width = 10;
    const std::string number = fixed(seconds, 3);
    return std::string(width - std::min(width, number.size()), ' ') + number + "  ";
}

class MonitoredLines {
public:
    MonitoredLines(const MonitorOptions& options, const Session& session) : m_options(options), m_json(session.json) {}

    void take(const std::vector<TimedLine>& lines)
    {
        for (const TimedLine& line : lines)
            take(line);
        std::cout.flush();
    }

    void take(const TimedLine& line)
    {
        const std::string readable = readableText(line.text);
        if (m_json)
            m_lines.push_back({{"seconds", jsonNumber(line.seconds)}, {"text", readable}});
        else
            std::cout << (m_options.times ? elapsed(line.seconds) : std::string()) << readable << '\n';
    }

    Json takeLines() { return std::move(m_lines); }

private:
    const MonitorOptions& m_options;
    bool m_json;
    Json m_lines = Json::array();
};

Result<Outcome> monitor(const MonitorOptions& options, Session& session)
{
    Result<HeardDevice> device = HeardDevice::open(options.device, session);
    if (!device)
        return device.error();
    MonitoredLines printed(options, session);
    const auto isOver = [&] { return options.seconds > 0 && device->stream().seconds() >= options.seconds; };
    while (!session.control.stopRequested() && !isOver() && std::cout) {
        const Result<std::vector<TimedLine>> lines = device->nextLines();
        if (!lines)
            return lines.error();
        printed.take(*lines);
    }
    printed.take(device->stream().take());
    if (const std::string rest = device->stream().state().unfinished; !rest.empty())
        printed.take(TimedLine{rest, device->stream().seconds()});
    return Outcome{{{"port", device->path()}, {"baud", device->baud()}, {"lines", printed.takeLines()}}, {}};
}

}

void addMonitor(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("monitor", text(BROTO_TEXT("cli", "Show what a device prints, until Ctrl+C")));
    const auto options = std::make_shared<MonitorOptions>();
    addHeardDeviceOptions(*command, options->device);
    command->add_flag("--time", options->times,
                      text(BROTO_TEXT("cli", "Begin every line with the seconds since the port was opened")));
    command->add_option("--seconds", options->seconds, text(BROTO_TEXT("cli", "End by itself after so many seconds")))
        ->check(CLI::PositiveNumber);
    command->callback([=, &session] { session.action = [=, &session] { return monitor(*options, session); }; });
}

}
