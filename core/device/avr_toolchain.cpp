#include "device/avr_toolchain.h"

#include "common/cancelled.h"
#include "common/fingerprint.h"
#include "device/compiler_output.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <optional>

namespace broto {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes timeLimit(2);

// Those of the core's platform.txt. The macro mends the packaged core, which uses a constant that avr-gcc 5 gives to C
// alone.
const std::vector<std::string> cFlags = {
    "-c", "-g", "-Os", "-w", "-std=gnu11", "-ffunction-sections", "-fdata-sections", "-flto", "-fno-fat-lto-objects"};
const std::vector<std::string> cppFlags = {"-c",
                                           "-g",
                                           "-Os",
                                           "-w",
                                           "-std=gnu++11",
                                           "-fpermissive",
                                           "-fno-exceptions",
                                           "-ffunction-sections",
                                           "-fdata-sections",
                                           "-fno-threadsafe-statics",
                                           "-Wno-error=narrowing",
                                           "-flto"};
const std::vector<std::string> assemblerFlags = {"-c", "-g", "-x", "assembler-with-cpp", "-flto"};
const std::vector<std::string> linkFlags = {"-w", "-Os", "-g", "-flto", "-fuse-linker-plugin", "-Wl,--gc-sections"};

std::vector<std::string> joined(std::initializer_list<std::vector<std::string>> parts)
{
    std::vector<std::string> all;
    for (const std::vector<std::string>& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

fs::path arduinoFolder()
{
    const char* chosen = std::getenv("BROTO_ARDUINO_AVR");
    return chosen && *chosen ? fs::path(chosen) : fs::path("/usr/share/arduino/hardware/arduino/avr");
}

std::vector<std::string> filesEndingIn(const fs::path& folder, std::string_view extension)
{
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); entry != fs::directory_iterator(); entry.increment(error)) {
        if (entry->path().extension() == extension)
            found.push_back(entry->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}

Result<AvrToolchain> findAvrToolchain()
{
    AvrToolchain tools;
    const std::pair<std::string_view, fs::path*> needed[] = {
        {"avr-gcc", &tools.cCompiler},   {"avr-g++", &tools.cppCompiler}, {"avr-gcc-ar", &tools.archiver},
        {"avr-objcopy", &tools.objcopy}, {"avr-size", &tools.size},       {"avr-nm", &tools.nm},
    };
    for (const auto& [name, place] : needed) {
        const std::optional<fs::path> found = findProgram(name);
        if (!found)
            return missingCompiler(name);
        *place = *found;
    }
    tools.arduino = arduinoFolder();
    std::error_code error;
    if (!fs::is_regular_file(tools.arduino / "cores/arduino/Arduino.h", error))
        return message("device.arduino-core-missing",
                       BROTO_TEXT("core", "The Arduino core for AVR boards is not in %1. It comes with the package "
                                          "arduino-core-avr: sudo apt install arduino-core-avr"),
                       tools.arduino.string());
    return tools;
}

Result<std::string> avrToolchainVersion(const AvrToolchain& tools)
{
    const auto compiler = runProcess({tools.cCompiler, {"-dumpversion"}, {}}, timeLimit);
    if (!compiler)
        return compiler.error();
    const auto core = readFile(tools.arduino / "platform.txt"); // bears the core's version
    return compiler->output + hexadecimal(Fingerprint().add(core ? *core : std::string()).value());
}

AvrBuild::AvrBuild(AvrToolchain tools, Board board, const RunControl& control)
    : m_tools(std::move(tools)), m_way(*buildWay<AvrGccBuild>(board)), m_board(std::move(board)), m_control(control)
{
}

std::vector<std::string> AvrBuild::defines() const
{
    std::vector<std::string> all = {"-mmcu=" + m_way.mcu,
                                    "-DF_CPU=" + std::to_string(static_cast<long>(m_board.clockHz)) + "L",
                                    "-DARDUINO=10819",
                                    "-DARDUINO_" + m_way.arduinoBoard,
                                    "-DARDUINO_ARCH_AVR",
                                    "-DDECIMAL_DIG=__DECIMAL_DIG__",
                                    "-I" + (m_tools.arduino / "cores/arduino").string(),
                                    "-I" + (m_tools.arduino / "variants" / m_way.arduinoVariant).string()};
    for (const std::string& define : m_way.defines)
        all.push_back("-D" + define);
    return all;
}

Result<std::string> AvrBuild::run(const fs::path& program, std::vector<std::string> arguments, const fs::path& folder)
{
    const auto outcome = runProcess({program, std::move(arguments), folder}, timeLimit, m_control);
    if (m_control.stopRequested())
        return cancelledByUser();
    if (!outcome)
        return outcome.error();
    m_log += outcome->output;
    if (outcome->exitCode != 0)
        return compilerFailure(outcome->output, m_board.name);
    return outcome->output;
}

std::string AvrBuild::coreKey(std::string_view compilerVersion) const
{
    Fingerprint key;
    key.add(compilerVersion);
    const auto platform = readFile(m_tools.arduino / "platform.txt"); // bears the core's version
    key.add(platform ? *platform : std::string());
    for (const std::string& flag : joined({cFlags, cppFlags, assemblerFlags, defines()}))
        key.add(flag).add("\n");
    return m_way.mcu + "-" + hexadecimal(key.value());
}

Result<fs::path> AvrBuild::coreArchive()
{
    const auto version = run(m_tools.cCompiler, {"-dumpversion"});
    if (!version)
        return version.error();
    const fs::path kept = cacheFolder() / ("arduino-core-" + coreKey(*version) + ".a");
    std::error_code error;
    if (fs::is_regular_file(kept, error))
        return kept;
    const auto folder = TemporaryFolder::make("arduino-core");
    if (!folder)
        return folder.error();
    if (const auto done = compileCore(folder->path()); !done)
        return done.error();
    const auto archive = readFile(folder->path() / "core.a");
    if (!archive)
        return archive.error();
    if (const auto done = writeFileAtomically(kept, *archive, Flush::Later); !done)
        return done.error();
    return kept;
}

Result<void> AvrBuild::compileCore(const fs::path& folder)
{
    const fs::path sources = m_tools.arduino / "cores/arduino";
    const auto c = run(m_tools.cCompiler, joined({cFlags, defines(), filesEndingIn(sources, ".c")}), folder);
    if (!c)
        return c.error();
    const auto cpp = run(m_tools.cppCompiler, joined({cppFlags, defines(), filesEndingIn(sources, ".cpp")}), folder);
    if (!cpp)
        return cpp.error();
    for (const std::string& source : filesEndingIn(sources, ".S")) {
        // There are .c files of the same name.
        const std::string object = fs::path(source).filename().string() + ".o";
        const auto assembled =
            run(m_tools.cCompiler, joined({assemblerFlags, defines(), {source, "-o", object}}), folder);
        if (!assembled)
            return assembled.error();
    }
    // The compiler's own archiver: plain ar would lose the objects made for optimization at link time.
    const auto archived = run(m_tools.archiver, joined({{"rcs", "core.a"}, filesEndingIn(folder, ".o")}), folder);
    return archived ? Result<void>() : archived.error();
}

Result<ProgramSize> AvrBuild::make(const fs::path& sketch, const fs::path& elf, const fs::path& hex)
{
    if (const auto compiled = compile(sketch, elf); !compiled)
        return compiled.error();
    m_control.report(0.8, 1);
    const auto size = measure(elf);
    if (!size)
        return size.error();
    if (const auto made = makeHex(elf, hex); !made)
        return made.error();
    return *size;
}

Result<void> AvrBuild::compile(const fs::path& sketch, const fs::path& elf)
{
    const auto core = coreArchive();
    if (!core)
        return core.error();
    const std::string object = elf.string() + ".o";
    const auto compiled =
        run(m_tools.cppCompiler, joined({cppFlags, defines(), {"-x", "c++", sketch.string(), "-o", object}}));
    if (!compiled)
        return compiled.error();
    const auto linked =
        run(m_tools.cCompiler,
            joined({linkFlags, {"-mmcu=" + m_way.mcu, "-o", elf.string(), object, core->string(), "-lm"}}));
    std::error_code error;
    fs::remove(object, error);
    return linked ? Result<void>() : linked.error();
}

Result<void> AvrBuild::makeHex(const fs::path& elf, const fs::path& hex)
{
    const auto made = run(m_tools.objcopy, {"-O", "ihex", "-R", ".eeprom", elf.string(), hex.string()});
    return made ? Result<void>() : made.error();
}

Result<ProgramSize> AvrBuild::measure(const fs::path& elf)
{
    const auto listing = run(m_tools.size, {"-A", elf.string()});
    if (!listing)
        return listing.error();
    if (const auto near = checkNearFlash(elf); !near)
        return near.error();
    return ProgramSize{sectionBytes(*listing, {".text", ".data", ".bootloader"}).value_or(0),
                       sectionBytes(*listing, {".data", ".bss", ".noinit"}).value_or(0)};
}

/// The model's constants are read with 16-bit addresses; beyond them a board would silently compute nonsense.
Result<void> AvrBuild::checkNearFlash(const fs::path& elf)
{
    constexpr std::int64_t reach = 65536;
    if (m_board.flashBytes <= reach)
        return {};
    const auto listing = run(m_tools.nm, {elf.string()});
    if (!listing)
        return listing.error();
    const auto end = symbolAddress(*listing, "__ctors_start"); // what follows the constants in flash
    if (end && static_cast<std::int64_t>(*end) <= reach)
        return {};
    return message("device.constants-too-large",
                   BROTO_TEXT("core",
                              "The model's constants need more than the %1 bytes that a program reaches directly "
                              "on the %2. Choose a smaller network."),
                   reach, m_board.name);
}

}
