#include "device/virtual/board_runner.h"
#include "device/virtual/machine_kind.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/termination.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>

namespace {

using nlohmann::json;

void say(const json& event)
{
    std::cout << event.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
}

int fail(const broto::Message& problem)
{
    const std::string text = broto::inEnglish(problem);
    say({{"event", "error"}, {"id", problem.id}, {"message", text}});
    std::cerr << text << '\n';
    return 1;
}

int listMachines()
{
    for (const broto::MachineKind& kind : broto::machineKinds())
        std::cout << kind.boardId << '\t' << kind.name << '\n';
    return 0;
}

/// Without a file: waves. These too for a board without pins, which is refused for them.
broto::Result<broto::SensorFeed> sensorsFrom(const std::string& file, double rowsPerSecond, const std::string& boardId)
{
    const std::vector<std::string> pins = broto::SensorFeed::pinsOf(boardId);
    if (file.empty() || pins.empty())
        return broto::SensorFeed::waves();
    const broto::Result<std::string> bytes = broto::readFile(file);
    return bytes ? broto::SensorFeed::fromCsv(*bytes, rowsPerSecond, pins) : bytes.error();
}

}

int main(int argc, char** argv)
{
    broto::RunnerOptions options;
    options.boardId = "uno";
    options.registry = broto::virtualBoardRegistry();
    bool list = false;
    std::string sensorFile;
    double sensorRate = 10;

    CLI::App app("An emulated board on a pseudo-terminal. Opening its port resets it; SIGTERM ends it.");
    app.add_option("--board", options.boardId, "Which board to emulate")->capture_default_str();
    app.add_option("--image", options.image, "File that keeps the flash; without it one of the board's own");
    app.add_option("--registry", options.registry, "Folder in which running boards are found")->capture_default_str();
    const CLI::Option* sensor =
        app.add_option(
               "--sensor", sensorFile,
               "Sensors at the analog pins: volts from a CSV with columns A0, A1 ..., or without a file slow waves")
            ->expected(0, 1);
    app.add_option("--sensor-rate", sensorRate, "Rows of that file a second; behind the last comes the first")
        ->check(CLI::Range(0.001, 100000.0))
        ->capture_default_str();
    std::vector<std::filesystem::path> tools;
    app.add_option("--tools", tools, "Folder in which to look for the emulator before PATH")->take_all();
    app.add_flag("--with-parent", options.endWithParent, "End when the program that started this one ends");
    app.add_flag("--list", list, "Name the boards that can be emulated");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    if (list)
        return listMachines();
    broto::setToolFolders(std::move(tools));

    if (*sensor) {
        broto::Result<broto::SensorFeed> sensors = sensorsFrom(sensorFile, sensorRate, options.boardId);
        if (!sensors)
            return fail(sensors.error());
        options.sensors = std::move(*sensors);
    }
    broto::noteTermination();
    auto runner = broto::BoardRunner::start(std::move(options));
    if (!runner)
        return fail(runner.error());
    const broto::VirtualBoardEntry& entry = (*runner)->entry();
    say({{"event", "ready"},
         {"port", entry.port},
         {"board", entry.boardId},
         {"name", entry.name},
         {"image", entry.image},
         {"process", entry.processId}});
    const broto::Result<void> ended = (*runner)->run();
    return ended ? 0 : fail(ended.error());
}
