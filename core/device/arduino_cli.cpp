#include "device/arduino_cli.h"

#include "common/cancelled.h"
#include "device/compiler_output.h"
#include "device/core_size.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace broto {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::chrono::seconds askingLimit(30);
constexpr std::chrono::minutes compilingLimit(10); // the first time an ESP32's core is compiled as well
constexpr std::chrono::minutes installingLimit(60);
constexpr std::int64_t megabyte = 1000 * 1000;

std::vector<fs::path> usualPlaces()
{
    std::vector<fs::path> places;
    if (const char* chosen = std::getenv("BROTO_ARDUINO_CLI"); chosen && *chosen)
        places.emplace_back(chosen);
    if (const auto found = findProgram(arduinoCliName))
        places.push_back(*found);
    const fs::path home = homeFolder();
    const fs::path ofIde = "resources/app/lib/backend/resources/arduino-cli";
    for (const fs::path& place :
         {home / ".local/bin/arduino-cli", home / "bin/arduino-cli", home / "arduino-ide" / ofIde,
          fs::path("/opt/arduino-ide") / ofIde, fs::path("/usr/lib/arduino-ide") / ofIde})
        places.push_back(place);
    return places;
}

Message cliMissing()
{
    return message("device.arduino-cli-missing",
                   BROTO_TEXT("core", "arduino-cli is missing, which builds for this board. It comes with the Arduino "
                                      "IDE 2; or install arduino-cli, and name its folder in Help > Programs."));
}

/// With how much there is to download, if that is known.
Message coreMissing(const ArduinoCliBuild& way, const std::optional<std::int64_t>& bytes)
{
    const std::string index = way.packageIndex.empty() ? "" : " --additional-urls " + way.packageIndex;
    if (bytes)
        return message("device.core-missing",
                       BROTO_TEXT("core", "The core %1 is not installed, without which nothing can be built for this "
                                          "board; it is a download of up to %3 MB. Install it: arduino-cli core "
                                          "install %1%2"),
                       way.core(), index, (*bytes + megabyte - 1) / megabyte);
    return message("device.core-missing",
                   BROTO_TEXT("core", "The core %1 is not installed, without which nothing can be built for this "
                                      "board. Install it: arduino-cli core install %1%2"),
                   way.core(), index);
}

std::string textIn(const json& document, const char* name)
{
    const auto found = document.is_object() ? document.find(name) : document.end();
    return document.is_object() && found != document.end() && found->is_string() ? found->get<std::string>()
                                                                                 : std::string();
}

json partOf(const json& document, const char* name)
{
    return document.is_object() && document.contains(name) ? document[name] : json();
}

std::vector<std::string> withIndex(std::vector<std::string> arguments, const ArduinoCliBuild& way)
{
    if (!way.packageIndex.empty())
        arguments.insert(arguments.end(), {"--additional-urls", way.packageIndex});
    return arguments;
}

/// What stands before and behind the document, such as a warning, is not part of it.
json documentIn(std::string_view output)
{
    const std::size_t begin = output.find_first_of("{["), end = output.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        return {};
    return json::parse(output.substr(begin, end + 1 - begin), nullptr, false);
}

/// Where a program says why it failed.
std::string lastLineOf(std::string_view output)
{
    const std::size_t end = output.find_last_not_of(" \r\n\t");
    if (end == std::string_view::npos)
        return {};
    const std::size_t before = output.find_last_of("\r\n", end);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return std::string(output.substr(begin, end + 1 - begin));
}

std::int64_t sectionIn(const json& sections, std::string_view name)
{
    for (const json& section : sections.is_array() ? sections : json::array())
        if (textIn(section, "name") == name && partOf(section, "size").is_number())
            return section["size"].get<std::int64_t>();
    return 0;
}

std::map<FirmwareForm, fs::path> formsIn(const fs::path& folder, const std::string& sketchName)
{
    std::map<FirmwareForm, fs::path> files;
    const std::pair<FirmwareForm, const char*> endings[] = {{FirmwareForm::Hex, ".hex"},
                                                            {FirmwareForm::Elf, ".elf"},
                                                            {FirmwareForm::Bin, ".bin"},
                                                            {FirmwareForm::Uf2, ".uf2"}};
    std::error_code error;
    for (const auto& [form, ending] : endings)
        if (const fs::path file = folder / (sketchName + ending); fs::is_regular_file(file, error))
            files[form] = file;
    return files;
}

}

Result<ArduinoCli> ArduinoCli::find()
{
    std::error_code error;
    for (const fs::path& place : usualPlaces())
        if (fs::is_regular_file(place, error))
            return ArduinoCli(place);
    return cliMissing();
}

Result<std::vector<ArduinoCli::Core>> ArduinoCli::installedCores() const
{
    const auto outcome = runProcess({m_program, {"core", "list", "--json"}, {}}, askingLimit);
    if (!outcome)
        return outcome.error();
    const json document = documentIn(outcome->output);
    // Before version 1 the list stood by itself.
    const json platforms = document.is_array() ? document : partOf(document, "platforms");
    std::vector<Core> cores;
    for (const json& platform : platforms.is_array() ? platforms : json::array()) {
        const std::string version = textIn(platform, "installed_version");
        cores.push_back({textIn(platform, "id"), version.empty() ? textIn(platform, "installed") : version});
    }
    return cores;
}

Result<std::string> ArduinoCli::coreVersion(const ArduinoCliBuild& way) const
{
    const auto cores = installedCores();
    if (!cores)
        return cores.error();
    for (const Core& core : *cores)
        if (core.id == way.core())
            return core.id + '@' + core.version;
    return coreMissing(way, downloadBytes(way));
}

/// As the index says that arduino-cli has kept, if it has.
std::optional<std::int64_t> ArduinoCli::downloadBytes(const ArduinoCliBuild& way) const
{
    const auto folder = runProcess({m_program, {"config", "get", "directories.data"}, {}}, askingLimit);
    if (!folder || folder->exitCode != 0)
        return std::nullopt;
    const std::string url = way.packageIndex.empty() ? "package_index.json" : way.packageIndex;
    const auto index = readFile(fs::path(lastLineOf(folder->output)) / url.substr(url.rfind('/') + 1));
    return index ? coreDownloadBytes(*index, way.core()) : std::nullopt;
}

Result<void> ArduinoCli::installCore(const ArduinoCliBuild& way, const RunControl& control,
                                     const std::function<void(std::string_view)>& onOutput) const
{
    for (const char* step : {"update-index", "install"}) {
        std::vector<std::string> arguments = {"core", step};
        if (step == std::string_view("install"))
            arguments.push_back(way.core());
        const auto outcome = runProcess({m_program, withIndex(arguments, way), {}}, installingLimit, control, onOutput);
        if (control.stopRequested())
            return cancelledByUser();
        if (!outcome)
            return outcome.error();
        if (outcome->exitCode != 0)
            return message("device.core-not-installed", BROTO_TEXT("core", "The core %1 could not be installed: %2"),
                           way.core(), lastLineOf(outcome->output));
    }
    return {};
}

Result<Firmware> ArduinoCli::compile(const fs::path& sketch, const fs::path& folder, const ArduinoCliBuild& way,
                                     const Board& board, const RunControl& control, std::string& log) const
{
    const std::vector<std::string> arguments = {
        "compile", "--json", "--fqbn", way.board, "--output-dir", folder.string(), sketch.parent_path().string()};
    const auto outcome = runProcess({m_program, arguments, {}}, compilingLimit, control);
    if (control.stopRequested())
        return cancelledByUser();
    if (!outcome)
        return outcome.error();
    const json document = documentIn(outcome->output);
    const std::string said = textIn(document, "compiler_out") + textIn(document, "compiler_err");
    log = said.empty() ? outcome->output : said;
    if (outcome->exitCode != 0) {
        const std::string error = textIn(document, "error");
        return compilerFailure(said.empty() && !error.empty() ? error : log, board.name);
    }
    const json sections = partOf(partOf(document, "builder_result"), "executable_sections_size");
    Firmware firmware;
    firmware.files = formsIn(folder, sketch.filename().string());
    firmware.flashBytes = sectionIn(sections, "text");
    firmware.ramBytes = sectionIn(sections, "data");
    if (firmware.files.empty())
        return message("device.nothing-built",
                       BROTO_TEXT("core", "arduino-cli said that it has built the program, but it is not in %1."),
                       folder.string());
    return firmware;
}

}
