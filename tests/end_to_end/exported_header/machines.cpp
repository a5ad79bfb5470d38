#include "machines.h"

#include <sstream>

namespace broto {

namespace {

const std::string emulatedFolder = BROTO_SOURCE_DIR "/tests/support/emulated/";
const std::string firmwareFolder = "../../../resources/firmware/bare_metal/"; // from there: the start-up of true boards

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Machine desktop(const std::string& compiler, const std::string& package, const std::vector<std::string>& optimization)
{
    std::string name = "desktop " + compiler;
    for (const std::string& flag : optimization)
        name += ' ' + flag;
    return {name, compiler, package, optimization, {"console_desktop.cpp"}, {}, {}};
}

Machine atmega(const std::string& name, const std::string& chip, const std::string& optimization, int mostWeightBytes)
{
    const std::string console = BROTO_SIMAVR_CONSOLE;
    return {name + " (simavr) " + optimization,
            "avr-g++",
            "gcc-avr and avr-libc",
            {"-mmcu=" + chip, optimization},
            {"console_avr.cpp"},
            console.empty() ? std::vector<std::string>{console} : std::vector<std::string>{console, chip},
            "libsimavr-dev",
            "",
            mostWeightBytes};
}

std::vector<std::string> semihosting(const std::string& emulator, const std::string& machine)
{
    return {emulator,
            "-M",
            machine,
            "-display",
            "none",
            "-monitor",
            "none",
            "-serial",
            "none",
            "-semihosting-config",
            "enable=on,target=native",
            "-kernel"};
}

Machine cortexM(const std::string& name, const std::string& board, const std::vector<std::string>& processor,
                const std::string& optimization)
{
    const std::vector<std::string> linking = {optimization,
                                              "-mthumb",
                                              "-fno-exceptions",
                                              "-fno-rtti",
                                              "-nostartfiles",
                                              "--specs=nano.specs",
                                              "--specs=nosys.specs",
                                              "-Wl,--gc-sections",
                                              "-T",
                                              emulatedFolder + "cortex_m.ld"};
    return {name + " (QEMU " + board + ")",
            "arm-none-eabi-g++",
            "gcc-arm-none-eabi and libnewlib-arm-none-eabi",
            joined(processor, linking),
            {firmwareFolder + "start_cortex_m.cpp", "console_semihosting.cpp"},
            semihosting("qemu-system-arm", board),
            "qemu-system-arm",
            "",
            220000};
}

Machine riscv(const std::string& architecture, const std::string& optimization)
{
    return {"RISC-V " + architecture + " (QEMU sifive_e)",
            "riscv64-unknown-elf-g++",
            "gcc-riscv64-unknown-elf",
            {"-march=" + architecture, "-mabi=ilp32", "-misa-spec=2.2", "-ffreestanding", optimization,
             "-fno-exceptions", "-fno-rtti", "-nostartfiles", "-nostdlib", "-isystem", bareHeaders(), "-T",
             emulatedFolder + "riscv.ld"},
            {firmwareFolder + "start_riscv.S", "console_semihosting.cpp"},
            semihosting("qemu-system-riscv32", "sifive_e"),
            "qemu-system-misc",
            architecture};
}

/// `core` is one that QEMU knows, with no more instructions than the compiler writes.
Machine xtensa(const std::string& name, const std::string& tools, const std::string& processor, const std::string& core,
               const std::vector<std::string>& flags)
{
    return {
        "Xtensa " + name + " (QEMU sim)",
        tools + "g++",
        "gcc-xtensa-lx106",
        joined(flags, {"-mlongcalls", "-mtext-section-literals", "-ffreestanding", "-fno-exceptions", "-fno-rtti",
                       "-nostartfiles", "-nostdlib", "-isystem", bareHeaders(), "-T", emulatedFolder + "xtensa.ld"}),
        {"start_xtensa.S", "console_xtensa.cpp"},
        {"qemu-system-xtensa", "-M", "sim", "-cpu", core, "-display", "none", "-monitor", "none", "-serial", "stdio",
         "-semihosting", "-kernel"},
        "qemu-system-misc",
        processor};
}

std::vector<Machine> made()
{
    std::vector<Machine> all;
    for (const auto& [compiler, package] : {std::pair("g++", "g++"), std::pair("clang++", "clang")}) {
        all.push_back(desktop(compiler, package, {"-O2"}));
        all.push_back(desktop(compiler, package, {"-Os"}));
#ifdef __x86_64__
        all.push_back(desktop(compiler, package, {"-O3", "-mfma"}));
        all.push_back(desktop(compiler, package, {"-O3", "-march=native"})); // dot products of bytes, where it has them
#endif
    }
    for (const char* optimization : {"-Os", "-O2"})
        all.push_back(atmega("ATmega328P", "atmega328p", optimization, 20000));
    all.push_back(atmega("ATmega2560", "atmega2560", "-Os", 50000));
    all.push_back(cortexM("Cortex-M0", "microbit", {"-mcpu=cortex-m0"}, "-Os"));
    all.push_back(cortexM("Cortex-M3", "mps2-an385", {"-mcpu=cortex-m3"}, "-O2"));
    all.push_back(cortexM("Cortex-M4", "mps2-an386", {"-mcpu=cortex-m4"}, "-O2"));
    all.push_back(cortexM("Cortex-M4 hard float", "mps2-an386",
                          {"-mcpu=cortex-m4", "-mfpu=fpv4-sp-d16", "-mfloat-abi=hard"}, "-Os"));
    all.push_back(riscv("rv32imc", "-Os"));
    all.push_back(riscv("rv32imac", "-O2"));
    all.push_back(xtensa("lx106", "xtensa-lx106-elf-", "lx106", "lx106", {"-mabi=call0", "-Os"}));
    all.push_back(xtensa("windowed", windowedTools(), "windowed", "de212", {"-mabi=windowed", "-O2"}));
    return all;
}

bool needsFusedMultiply(const Machine& machine)
{
    return std::find(machine.flags.begin(), machine.flags.end(), "-mfma") != machine.flags.end();
}

bool hasFusedMultiply()
{
#ifdef __x86_64__
    return __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

/// What stands last in the compiler's command.
std::vector<std::string> libraries(const Machine& machine)
{
    const std::string& processor = machine.bareProcessor;
    if (processor.empty())
        return {"-lm"};
    const std::string bare = bareLibrary(processor);
    // Debian's libgcc calls functions without windows; and it needs what it leaves out.
    return processor == "windowed" ? std::vector<std::string>{bare} : std::vector<std::string>{bare, "-lgcc", bare};
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

}

const std::vector<Machine>& machines()
{
    static const std::vector<Machine> all = made();
    return all;
}

QString missing(const Machine& machine)
{
    if (needsFusedMultiply(machine) && !hasFusedMultiply())
        return QStringLiteral("NOT TESTED: this processor has no fused multiplication");
    if (const QString library = missingBareLibrary(machine.bareProcessor); !library.isEmpty())
        return library;
    const QString compiler = missing(machine.compiler, machine.compilerPackage);
    if (!compiler.isEmpty() || machine.emulator.empty())
        return compiler;
    if (machine.emulator.front().empty())
        return QStringLiteral("NOT TESTED: built without simavr (Debian package libsimavr-dev)");
    return missing(machine.emulator.front(), machine.emulatorPackage);
}

Said built(const Machine& machine, const Workshop& workshop, std::chrono::milliseconds runTime)
{
    std::vector<std::string> arguments = {"-std=c++11", "-Wall", "-Wextra", "-Werror", "-I" + emulatedFolder};
    arguments = joined(arguments, machine.flags);
    arguments.push_back("program.cpp");
    for (const std::string& source : machine.sources)
        arguments.push_back(emulatedFolder + source);
    arguments = joined(joined(arguments, {"-o", "program.elf"}), libraries(machine));
    const QString complaint = workshop.compile(machine.compiler, arguments);
    if (!complaint.isEmpty())
        return {complaint, {}};

    std::vector<std::string> command = joined(machine.emulator, {workshop.path("program.elf")});
    const std::string program = command.front();
    command.erase(command.begin());
    const Result<ProcessOutcome> outcome = runProcess({program, command, {}}, runTime);
    if (!outcome)
        return {QString::fromStdString(inEnglish(outcome.error())), {}};
    if (outcome->exitCode != 0)
        return {QStringLiteral("exit code %1: ").arg(outcome->exitCode) + QString::fromStdString(outcome->output), {}};
    return {{}, linesOf(outcome->output)};
}

MeasuredSize sizeOf(const Machine& machine, const Workshop& workshop)
{
    const std::string program = machine.compiler.substr(0, machine.compiler.rfind('-')) + "-size";
    const Result<ProcessOutcome> outcome =
        runProcess({program, {workshop.path("program.elf")}, {}}, std::chrono::seconds(20));
    if (!outcome || outcome->exitCode != 0)
        return {};
    std::istringstream stream(outcome->output.substr(outcome->output.find('\n')));
    std::int64_t text = 0, data = 0, zeroed = 0;
    stream >> text >> data >> zeroed;
    return {text + data, data + zeroed};
}

}
