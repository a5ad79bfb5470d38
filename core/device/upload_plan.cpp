#include "device/upload_plan.h"

#include "device/arduino_cli.h"
#include "platform/paths.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace broto {

namespace {

using std::chrono::milliseconds;

struct KnownTool {
    std::string_view name;
    std::string_view otherName; ///< of its program, in some installations
    std::string_view package;   ///< of Debian; empty where it has none
    milliseconds stallLimit;
};

constexpr KnownTool knownTools[] = {
    {"avrdude", "", "avrdude", milliseconds(4500)},
    {"bossac", "", "bossa-cli", milliseconds(15000)},
    {"dfu-util", "", "dfu-util", milliseconds(15000)},
    {"st-flash", "", "stlink-tools", milliseconds(15000)},
    {"stm32flash", "", "stm32flash", milliseconds(15000)},
    {"openocd", "", "openocd", milliseconds(30000)},
    {"teensy_loader_cli", "teensy-loader-cli", "teensy-loader-cli", milliseconds(30000)},
    {"esptool", "esptool.py", "", milliseconds(20000)},
    {arduinoCliName, "", "", milliseconds(90000)},
};

const KnownTool* findKnownTool(std::string_view name)
{
    const auto known = std::find_if(std::begin(knownTools), std::end(knownTools),
                                    [&](const KnownTool& tool) { return tool.name == name; });
    return known == std::end(knownTools) ? nullptr : known;
}

struct Place {
    std::string_view mark;
    FirmwareForm form;
};
constexpr Place places[] = {{"{hex}", FirmwareForm::Hex},
                            {"{elf}", FirmwareForm::Elf},
                            {"{bin}", FirmwareForm::Bin},
                            {"{uf2}", FirmwareForm::Uf2}};

Message toolMissing(std::string_view name, std::string_view package)
{
    if (package.empty())
        return message("device.uploader-missing",
                       BROTO_TEXT("core", "%1 is missing, which uploads to this board. Install it, or arduino-cli, "
                                          "which brings it along with the board's core."),
                       name);
    return message("device.uploader-missing",
                   BROTO_TEXT("core", "%1 is missing, which uploads to this board. It comes with the package %2: sudo "
                                      "apt install %2"),
                   name, package);
}

Message formMissing(const Board& board)
{
    return message("device.no-file-to-upload",
                   BROTO_TEXT("core", "The program for the %1 is not there in a form that its uploader takes: build it "
                                      "again."),
                   board.name);
}

Message cannotFlash(const Board& board)
{
    return message("device.cannot-flash",
                   BROTO_TEXT("core", "Broto cannot upload to the %1 yet. Use the tool of its maker."), board.name);
}

void putInPlace(std::string& text, std::string_view mark, const std::string& value)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

bool hasFilesFor(const ToolUpload& way, const Firmware& firmware)
{
    return std::all_of(std::begin(places), std::end(places), [&](const Place& place) {
        const bool wanted = std::any_of(way.arguments.begin(), way.arguments.end(), [&](const std::string& argument) {
            return argument.find(place.mark) != std::string::npos;
        });
        return !wanted || firmware.files.contains(place.form);
    });
}

std::optional<Message> lackOf(const ToolUpload& way, const Firmware& firmware, const Board& board)
{
    if (const auto tool = findUploadTool(way.tool); !tool)
        return tool.error();
    return hasFilesFor(way, firmware) ? std::nullopt : std::optional(formMissing(board));
}

std::optional<Message> lackOf(const DriveUpload& way, const Firmware& firmware, const Board& board)
{
    return firmware.files.contains(way.form) ? std::nullopt : std::optional(formMissing(board));
}

}

Result<UploadTool> findUploadTool(std::string_view name)
{
    const KnownTool* tool = findKnownTool(name);
    if (!tool)
        return toolMissing(name, {});
    if (name == arduinoCliName) {
        const auto cli = ArduinoCli::find();
        return cli ? Result<UploadTool>(UploadTool{std::string(name), cli->program(), tool->stallLimit}) : cli.error();
    }
    auto found = findProgram(tool->name);
    if (!found && !tool->otherName.empty())
        found = findProgram(tool->otherName);
    return found ? Result<UploadTool>(UploadTool{std::string(name), *found, tool->stallLimit})
                 : toolMissing(tool->name, tool->package);
}

std::string_view uploadToolPackage(std::string_view name)
{
    const KnownTool* tool = findKnownTool(name);
    return tool ? tool->package : std::string_view();
}

Result<UploadWay> chooseUpload(const Firmware& firmware, const Board& board)
{
    std::optional<Message> problem;
    for (const UploadWay& way : board.uploads) {
        const auto lack = std::visit([&](const auto& each) { return lackOf(each, firmware, board); }, way.how);
        if (!lack)
            return way;
        if (!problem)
            problem = lack;
    }
    return problem ? *problem : cannotFlash(board);
}

std::vector<std::string> uploadArguments(const ToolUpload& way, const Firmware& firmware, const Port& port)
{
    std::vector<std::string> arguments = way.arguments;
    for (std::string& argument : arguments) {
        putInPlace(argument, "{portName}", std::filesystem::path(port.path).filename().string());
        putInPlace(argument, "{port}", port.path);
        putInPlace(argument, "{folder}", firmware.folder.string());
        putInPlace(argument, "{stem}", (firmware.folder / (firmware.name + ".ino")).string());
        for (const Place& place : places)
            if (const auto file = firmware.files.find(place.form); file != firmware.files.end())
                putInPlace(argument, place.mark, file->second.string());
    }
    return arguments;
}

}
