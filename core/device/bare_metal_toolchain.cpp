#include "device/bare_metal_toolchain.h"

#include "common/cancelled.h"
#include "device/compiler_output.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <algorithm>
#include <optional>
#include <system_error>

namespace broto {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes compileLimit(2);

const std::vector<std::string> commonFlags = {"-std=c++11",
                                              "-Os",
                                              "-g",
                                              "-fno-exceptions",
                                              "-fno-rtti",
                                              "-fno-threadsafe-statics",
                                              "-ffunction-sections",
                                              "-fdata-sections",
                                              "-nostartfiles",
                                              "-nostdlib",
                                              "-Wl,--gc-sections"};

void append(std::vector<std::string>& words, std::span<const std::string_view> more)
{
    words.insert(words.end(), more.begin(), more.end());
}

std::string definition(std::string_view symbol, std::int64_t value)
{
    return "-Wl,--defsym=" + std::string(symbol) + '=' + std::to_string(value);
}

}

Result<BareMetalToolchain> findBareMetalToolchain(const BareMetalMachine& machine)
{
    BareMetalToolchain tools;
    tools.machine = &machine;
    const std::pair<std::string_view, fs::path*> needed[] = {
        {"g++", &tools.compiler}, {"objcopy", &tools.objcopy}, {"size", &tools.size}};
    for (const auto& [name, place] : needed) {
        const std::string program = std::string(machine.tools) + std::string(name);
        const std::optional<fs::path> found = findProgram(program);
        if (!found)
            return missingCompiler(program, machine.compilerPackage);
        *place = *found;
    }
    std::error_code error;
    tools.library = fs::weakly_canonical(tools.compiler, error).parent_path().parent_path() / machine.library;
    if (!fs::is_regular_file(tools.library, error))
        return missingCompiler(fs::path(machine.library).filename().string(), machine.libraryPackage);
    const auto version = runProcess({tools.compiler, {"-dumpfullversion"}, {}}, compileLimit);
    if (!version)
        return version.error();
    tools.version = std::string(machine.name) + ' ' + version->output;
    for (const std::string& flag : commonFlags)
        tools.version += flag + ' ';
    for (const std::string_view flag : machine.flags)
        (tools.version += flag) += ' ';
    return tools;
}

BareMetalCompiler::BareMetalCompiler(BareMetalToolchain tools, Board board, const RunControl& control)
    : m_tools(std::move(tools)), m_board(std::move(board)), m_control(control)
{
}

Result<std::string> BareMetalCompiler::run(const fs::path& program, const std::vector<std::string>& arguments)
{
    const auto outcome = runProcess({program, arguments, {}}, compileLimit, m_control);
    if (m_control.stopRequested())
        return cancelledByUser();
    if (!outcome)
        return outcome.error();
    m_log += outcome->output;
    if (outcome->exitCode != 0)
        return compilerFailure(outcome->output, m_board.name);
    return outcome->output;
}

Result<void> BareMetalCompiler::compile(const fs::path& main, const fs::path& elf)
{
    const BareMetalMachine& machine = *m_tools.machine;
    const fs::path folder = main.parent_path();
    std::vector<std::string> arguments = commonFlags;
    append(arguments, machine.flags);
    if (m_tools.library.extension() == ".specs")
        arguments.push_back("--specs=" + m_tools.library.string());
    arguments.insert(arguments.end(), {definition("__flash", machine.flashAddress),
                                       definition("__flashBytes", std::min(machine.flashBytes, m_board.flashBytes)),
                                       definition("__ram", machine.ramAddress),
                                       definition("__ramBytes", std::min(machine.ramBytes, m_board.ramBytes)), "-T",
                                       (folder / "program.ld").string(), main.string()});
    for (const std::string_view source : machine.sources)
        arguments.push_back((folder / source).string());
    append(arguments, machine.libraries);
    arguments.insert(arguments.end(), {"-o", elf.string()});
    const auto compiled = run(m_tools.compiler, arguments);
    return compiled ? Result<void>() : compiled.error();
}

Result<void> BareMetalCompiler::measure(Firmware& firmware)
{
    const auto listing = run(m_tools.size, {"-A", firmware.files.at(FirmwareForm::Elf).string()});
    if (!listing)
        return listing.error();
    firmware.flashBytes = sectionBytes(*listing, {".text", ".ARM.exidx", ".data"}).value_or(0);
    firmware.ramBytes = sectionBytes(*listing, {".data", ".bss"}).value_or(0);
    return {};
}

Result<void> BareMetalCompiler::convert(Firmware& firmware, FirmwareForm form, std::string_view format,
                                        std::string_view extension)
{
    const fs::path& elf = firmware.files.at(FirmwareForm::Elf);
    fs::path target = fs::path(elf).replace_extension(extension);
    const auto made = run(m_tools.objcopy, {"-O", std::string(format), elf.string(), target.string()});
    if (!made)
        return made.error();
    firmware.files[form] = std::move(target);
    return {};
}

Result<Firmware> BareMetalCompiler::makeFirmware(const fs::path& main, const fs::path& folder)
{
    Firmware firmware;
    const fs::path elf = folder / main.stem().concat(".elf");
    if (const auto done = compile(main, elf); !done)
        return done.error();
    firmware.files[FirmwareForm::Elf] = elf;
    if (const auto done = measure(firmware); !done)
        return done.error();
    if (const auto done = convert(firmware, FirmwareForm::Hex, "ihex", ".hex"); !done)
        return done.error();
    if (const auto done = convert(firmware, FirmwareForm::Bin, "binary", ".bin"); !done)
        return done.error();
    return firmware;
}

}
