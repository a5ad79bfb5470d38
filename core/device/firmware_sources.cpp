#include "device/firmware.h"

#include "common/version.h"
#include "device/bare_metal_machine.h"
#include "device/sensor_sources.h"
#include "device/text_marks.h"
#include "firmware_files.h"
#include "machine_files.h"
#include "sensor_files.h"

#include <algorithm>

namespace broto {

namespace {

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isAmong(std::span<const EmbeddedFile> files, std::string_view name)
{
    return std::any_of(files.begin(), files.end(), [name](const auto& file) { return fileName(file.name) == name; });
}

bool travels(std::string_view name)
{
    return isAmong(firmwareFiles(), name) || isAmong(machineFiles(), name) || isAmong(sensorFiles(), name);
}

const BareMetalMachine* machineOf(const Board& board)
{
    const auto* way = buildWay<BareMetalBuild>(board);
    return way ? findBareMetalMachine(way->machine) : nullptr;
}

/// Without the lines that include a header of core/runtime that the model's header already holds.
std::string forSketch(std::string_view source)
{
    constexpr std::string_view include = "#include \"";
    std::string text;
    while (!source.empty()) {
        const std::size_t end = std::min(source.find('\n'), source.size() - 1) + 1;
        const std::string_view line = source.substr(0, end);
        source.remove_prefix(end);
        const std::string_view included = line.substr(0, include.size()) == include
                                              ? line.substr(include.size(), line.rfind('"') - include.size())
                                              : std::string_view();
        if (included.empty() || travels(included))
            text += line;
    }
    return text;
}

/// The board's name as it may stand between quotes.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\')
            plain += c;
    return plain;
}

std::string mainFile(std::string_view source, std::string_view model, const Board& board, bool readsPins)
{
    std::string text(source);
    replaceAll(text, "@SENSORS_HEADER@", readsPins ? "#include \"sensors.h\"\n" : "");
    replaceAll(text, "@SENSORS@", readsPins ? ", broto::Sensors" : "");
    replaceAll(text, "@MODEL@", model);
    if (const BareMetalMachine* machine = machineOf(board))
        replaceAll(text, "@MACHINE@", machine->header);
    replaceAll(text, "@BOARD@", plainName(board.name));
    replaceAll(text, "@VERSION@", programVersion);
    return text;
}

bool belongsTo(const BareMetalMachine& machine, std::string_view name)
{
    const auto& sources = machine.sources;
    return name == machine.header || name == "bare_metal_io.h" || name == "program.ld" ||
           std::find(sources.begin(), sources.end(), name) != sources.end();
}

bool isOfArduino(std::string_view path)
{
    return path.find("/arduino/") != std::string_view::npos;
}

}

std::string mainFileName(const std::string& name, const Board& board)
{
    return name + (machineOf(board) ? ".cpp" : ".ino");
}

Result<ExportedFiles> firmwareSources(const DeployableModel& model, std::string_view projectName, const Board& board,
                                      const std::vector<SensorPin>& pins)
{
    if (const std::optional<Message> problem = problemWith(pins, model, board))
        return *problem;
    auto header = exportCppHeader(model, projectName);
    if (!header)
        return header.error();
    const std::string name = identifierFor(projectName, model.name);
    const std::string folder = name + '/'; // the Arduino IDE wants the sketch in a folder of its name
    ExportedFiles files;
    for (ExportedFile& file : *header)
        files.push_back({folder + file.path, std::move(file.bytes)});
    const BareMetalMachine* machine = machineOf(board);
    const auto add = [&](const EmbeddedFile& file, std::string_view mainFileOfKind) {
        if (file.name.ends_with(mainFileOfKind))
            files.push_back({folder + mainFileName(name, board), mainFile(file.bytes, name, board, !pins.empty())});
        else
            files.push_back({folder + std::string(fileName(file.name)), forSketch(file.bytes)});
    };
    for (const EmbeddedFile& file : firmwareFiles())
        if (!machine || !isOfArduino(file.name))
            add(file, "sketch.ino");
    for (const EmbeddedFile& file : sensorFiles())
        if (!pins.empty() && !isOfArduino(file.name))
            add(file, "sketch.ino");
    if (!pins.empty())
        files.push_back({folder + "sensors.h", sensorsHeader(pins, model, board)});
    for (const EmbeddedFile& file : machineFiles())
        if (machine && (file.name == "main.cpp" || belongsTo(*machine, file.name)))
            add(file, "main.cpp");
    return files;
}

}
