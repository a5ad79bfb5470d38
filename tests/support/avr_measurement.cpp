#include "support/avr_measurement.h"

#include "common/number_text.h"
#include "export/exported_files.h"
#include "platform/file.h"
#include "platform/process.h"

#include <sim_avr.h>
#include <sim_elf.h>

#include <cstdarg>
#include <cstdlib>
#include <memory>
#include <string>

/// The emulator never gives back the names of its wires and symbols. LeakSanitizer asks for this function by its name.
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libsimavr";
}

namespace broto {

namespace {

constexpr std::chrono::milliseconds compileTime{60000};
constexpr avr_cycle_count_t mostCycles = 200'000'000;

struct ProgramCost {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0;
    std::uint64_t cycles = 0; ///< until it sleeps
};

Message failure(std::string_view what)
{
    return message("test.avr-measurement", "%1", what);
}

/// Asks for an answer, which nothing needs to keep.
std::string askText(const DeployableModel& model, const std::string& space, const std::string& row)
{
    const char* function = model.decoding.target.task == Task::Classification ? "::classify(" : "::predict(";
    return "__asm__ volatile(\"\" : : \"r\"(" + space + function + row + ")) : \"memory\");\n";
}

/// Answers one row as often as RUNS says, then sleeps for good.
std::string programFor(const DeployableModel& model, const std::vector<float>& row)
{
    const std::string space = "broto::" + identifierFor("measured", model.name);
    std::string values;
    for (const float value : row)
        values += shortest(value) + ", ";
    return "#include \"model.h\"\n#include <avr/interrupt.h>\n#include <avr/sleep.h>\n"
           "static float row[] = {" +
           values +
           "};\nstatic volatile uint16_t runs = RUNS + 1;\nint main()\n{\n    uint16_t n = runs;\n#if RUNS\n"
           "    for (; n > 1; --n) {\n        __asm__ volatile(\"\" : : \"r\"(row) : \"memory\");\n        " +
           askText(model, space, "row") + "    }\n#endif\n    cli();\n    sleep_enable();\n    sleep_cpu();\n}\n";
}

/// Fills windows with noise and answers as many of them as RUNS says, then sleeps for good. The stride is 1.
std::string streamProgramFor(const DeployableModel& model)
{
    const std::string space = "broto::" + identifierFor("measured", model.name);
    return "#include \"model.h\"\n#include <avr/interrupt.h>\n#include <avr/sleep.h>\n"
           "static volatile uint16_t runs = RUNS + 1;\n"
           "static bool pushNoise()\n{\n    static uint32_t state = 1;\n    float reading[" +
           space + "::channelCount];\n    for (uint8_t c = 0; c < " + space +
           "::channelCount; ++c) {\n        state = state * 1664525u + 1013904223u;\n"
           "        reading[c] = static_cast<float>(static_cast<int16_t>(state >> 16)) * 0.0001f;\n    }\n"
           "    return " +
           space +
           "::push(reading);\n}\nint main()\n{\n    uint16_t n = runs;\n#if RUNS\n    for (uint16_t i = 1; i < " +
           space +
           "::windowLength; ++i)\n        pushNoise();\n    for (; n > 1; --n)\n        if (pushNoise())\n           "
           " " +
           askText(model, space, space + "::window()") +
           "#endif\n    cli();\n    sleep_enable();\n    sleep_cpu();\n}\n";
}

void keepQuiet(avr_t*, const int, const char*, va_list) {}

Result<ProgramCost> runProgram(const std::filesystem::path& elf)
{
    avr_global_logger_set(keepQuiet);
    elf_firmware_t firmware{};
    if (elf_read_firmware(elf.string().c_str(), &firmware) != 0)
        return failure("The program could not be read back.");
    const auto freeFlash = [](std::uint8_t* bytes) { std::free(bytes); };
    const std::unique_ptr<std::uint8_t, decltype(freeFlash)> flash(firmware.flash, freeFlash);
    ProgramCost cost;
    cost.flashBytes = firmware.flashsize;
    cost.ramBytes = std::int64_t{firmware.datasize} + firmware.bsssize;

    avr_t* avr = avr_make_mcu_by_name("atmega328p");
    if (!avr)
        return failure("There is no emulated ATmega328P.");
    avr_init(avr);
    avr->frequency = 16000000;
    avr->log = LOG_NONE;
    avr_load_firmware(avr, &firmware);
    int state = cpu_Running;
    while (state != cpu_Done && state != cpu_Crashed && avr->cycle < mostCycles)
        state = avr_run(avr);
    cost.cycles = avr->cycle;
    avr_terminate(avr);
    std::free(avr);
    if (state != cpu_Done)
        return failure("The program did not come to its end.");
    return cost;
}

Result<ProgramCost> measureProgram(const std::filesystem::path& folder, int runs)
{
    const std::filesystem::path elf = folder / "program.elf";
    const Command compiler{"avr-g++",
                           {"-mmcu=atmega328p", "-std=c++11", "-Os", "-flto", "-ffunction-sections", "-fdata-sections",
                            "-Wl,--gc-sections", "-DRUNS=" + std::to_string(runs), "-o", elf.string(),
                            (folder / "program.cpp").string(), "-lm"},
                           folder};
    const Result<ProcessOutcome> outcome = runProcess(compiler, compileTime);
    if (!outcome)
        return outcome.error();
    return outcome->exitCode == 0 ? runProgram(elf) : Result<ProgramCost>(failure(outcome->output));
}

}

bool canMeasureOnAvr()
{
    const Result<ProcessOutcome> outcome = runProcess({"avr-g++", {"--version"}, {}}, compileTime);
    return outcome && outcome->exitCode == 0;
}

Result<AvrMeasurement> measureOnAvr(const DeployableModel& model, const std::vector<float>& row)
{
    const Result<ExportedFiles> header = exportCppHeader(model, "measured");
    if (!header)
        return header.error();
    const Result<TemporaryFolder> folder = TemporaryFolder::make("avr-measurement");
    if (!folder)
        return folder.error();
    const bool isStream = model.preprocessing.stream.has_value();
    for (const ExportedFile& file :
         {ExportedFile{"model.h", header->front().bytes},
          ExportedFile{"program.cpp", isStream ? streamProgramFor(model) : programFor(model, row)}})
        if (const Result<void> written = writeFileAtomically(folder->path() / file.path, file.bytes); !written)
            return written.error();

    ProgramCost costs[3];
    for (int runs = 0; runs < 3; ++runs) {
        const Result<ProgramCost> cost = measureProgram(folder->path(), runs);
        if (!cost)
            return cost.error();
        costs[runs] = *cost;
    }
    if (isStream) // its noise has a state
        costs[1].ramBytes -= static_cast<std::int64_t>(sizeof(std::uint32_t));
    // The row's first values stand in flash, too, which a sketch that reads a sensor does not need.
    const auto rowBytes = static_cast<std::int64_t>(sizeof(float) * row.size());
    return AvrMeasurement{costs[1].flashBytes - costs[0].flashBytes - rowBytes, costs[1].ramBytes - costs[0].ramBytes,
                          static_cast<double>(costs[2].cycles - costs[1].cycles)};
}

}
