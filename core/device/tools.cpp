#include "device/tools.h"

#include "device/arduino_cli.h"
#include "device/bare_metal_machine.h"
#include "device/upload_plan.h"
#include "device/virtual/machine_kind.h"
#include "platform/paths.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace broto {

namespace {

class Tools {
public:
    void add(ToolUse use, std::string_view name, std::string_view package, const std::string& board)
    {
        const auto same = [&](const Tool& tool) { return tool.use == use && tool.name == name; };
        auto tool = std::find_if(m_all.begin(), m_all.end(), same);
        if (tool == m_all.end())
            tool = m_all.insert(tool, {std::string(name), use, {}, std::string(package), placeOf(name)});
        tool->boards.push_back(board);
    }

    std::vector<Tool> all() &&
    {
        std::stable_sort(m_all.begin(), m_all.end(), [](const Tool& a, const Tool& b) { return a.use < b.use; });
        return std::move(m_all);
    }

private:
    static std::optional<std::filesystem::path> placeOf(std::string_view name)
    {
        if (name == arduinoCliName) {
            const Result<ArduinoCli> cli = ArduinoCli::find();
            return cli ? std::optional(cli->program()) : std::nullopt;
        }
        const Result<UploadTool> uploader = findUploadTool(name);
        return uploader ? std::optional(uploader->program) : findProgram(name);
    }

    std::vector<Tool> m_all;
};

struct AddBuild {
    Tools& tools;
    const std::string& board;

    void operator()(const AvrGccBuild&) const { tools.add(ToolUse::Build, "avr-g++", "gcc-avr", board); }
    void operator()(const ArduinoCliBuild&) const { tools.add(ToolUse::Build, arduinoCliName, "", board); }
    void operator()(const BareMetalBuild& way) const
    {
        if (const BareMetalMachine* machine = findBareMetalMachine(way.machine))
            tools.add(ToolUse::Build, std::string(machine->tools) + "g++", machine->compilerPackage, board);
    }
};

}

std::vector<Tool> toolsOfThisComputer()
{
    Tools tools;
    for (const Board& board : boards()) {
        for (const BuildWay& way : board.builds)
            std::visit(AddBuild{tools, board.name}, way);
        for (const UploadWay& way : board.uploads)
            if (const auto* upload = std::get_if<ToolUpload>(&way.how); upload && upload->tool != arduinoCliName)
                tools.add(ToolUse::Upload, upload->tool, uploadToolPackage(upload->tool), board.name);
    }
    for (const MachineKind& kind : machineKinds())
        if (const auto* qemu = std::get_if<QemuKind>(&kind.emulation))
            tools.add(ToolUse::Emulate, qemu->program, qemu->package, std::string(kind.name));
    return std::move(tools).all();
}

std::string compilerOf(const Board& board)
{
    if (buildWay<AvrGccBuild>(board))
        return "avr-gcc";
    const auto* way = buildWay<BareMetalBuild>(board);
    const BareMetalMachine* machine = way ? findBareMetalMachine(way->machine) : nullptr;
    return machine ? std::string(machine->tools) + "gcc" : std::string();
}

}
