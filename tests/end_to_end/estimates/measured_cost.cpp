#include "measured_cost.h"

#include "../exported_header/machines.h"
#include "export/cpp_text.h"
#include "export/exported_files.h"

#include <algorithm>
#include <numeric>
#include <sstream>

namespace broto {

namespace {

/// How much of the model a program asks for: nothing, the class of inputs that are encoded already, or all of it.
enum class Asked { Nothing, Encoded, Row };

/// Copies every row into RAM and counts what comes after.
constexpr std::string_view programEnd = R"(
#if defined(__AVR__)
#include <avr/io.h>
#define BEGIN_COUNT __asm__ volatile("out %0,%1" ::"I"(_SFR_IO_ADDR(GPIOR0)), "r"(static_cast<uint8_t>(1)) : "memory")
#define END_COUNT __asm__ volatile("out %0,%1" ::"I"(_SFR_IO_ADDR(GPIOR0)), "r"(static_cast<uint8_t>(2)) : "memory")
#else
#define BEGIN_COUNT __asm__ volatile("mov r11,r11" ::: "memory")
#define END_COUNT __asm__ volatile("mov r12,r12" ::: "memory")
#endif

static float row[model::featureCount];
static volatile Answer answer;

__attribute__((noinline)) static void counted()
{
    BEGIN_COUNT;
    answer = ASK;
    END_COUNT;
}

int main()
{
    const float* value = values;
    for (uint8_t r = 0; r < rowCount; ++r) {
        for (uint16_t f = 0; f < model::featureCount; ++f)
            row[f] = broto::runtime::fromFlash(value++);
        __asm__ volatile("" ::"r"(row) : "memory");
        counted();
    }
    writeText("end\n");
    finish();
    return 0;
}
)";

std::string askText(bool classification, Asked asked)
{
    switch (asked) {
    case Asked::Row:
        return classification ? "model::classify(row)" : "model::predict(row)";
    case Asked::Encoded:
        return "model::classOf(model::sharedWorkspace())";
    case Asked::Nothing:
        break;
    }
    return "1";
}

std::string programFor(const RandomNetwork& network, const std::string& identifier, Asked asked)
{
    const bool classification = network.model.decoding.target.task == Task::Classification;
    std::string text = "#include \"" + identifier +
                       ".h\"\n#include \"console.h\"\n\nnamespace model = broto::" + identifier + ";\ntypedef " +
                       (classification ? "uint16_t" : "float") + " Answer;\n#define ASK " +
                       askText(classification, asked) + "\nenum { rowCount = " + std::to_string(network.rows.size()) +
                       " };\nstatic const float values[] BROTO_FLASH = {\n";
    for (const std::vector<float>& row : network.rows) {
        for (const float value : row)
            text += floatLiteral(value) + ", ";
        text += '\n';
    }
    return text + "};\n" + std::string(programEnd);
}

Machine machineOf(Chip chip)
{
    const std::string begin = chip == Chip::Atmega328p   ? "ATmega328P (simavr) -Os"
                              : chip == Chip::Atmega2560 ? "ATmega2560"
                              : chip == Chip::CortexM0   ? "Cortex-M0 (QEMU"
                                                         : "Cortex-M4 hard float (QEMU";
    Machine machine = *std::find_if(machines().begin(), machines().end(),
                                    [&begin](const Machine& each) { return each.name.starts_with(begin); });
    machine.flags.insert(machine.flags.end(), {"-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections"});
    if (machine.compiler == "avr-g++")
        machine.flags.push_back("-flto");
    else
        machine.emulator.insert(machine.emulator.end() - 1, {"-plugin", BROTO_COUNT_INSTRUCTIONS});
    return machine;
}

double meanCount(const std::vector<std::string>& lines)
{
    double sum = 0, counts = 0;
    for (const std::string& line : lines) {
        std::istringstream words(line);
        std::string word;
        double number = 0;
        if (words >> word >> number && word == "counted") {
            sum += number;
            ++counts;
        }
    }
    return counts > 0 ? sum / counts : 0;
}

/// Whether the program that was built last holds a routine of soft float arithmetic.
bool holdsFloatRoutines(const Machine& machine, const Workshop& workshop)
{
    const std::string program = machine.compiler == "avr-g++" ? "avr-nm" : "arm-none-eabi-nm";
    const QString symbols = workshop.said(program, {workshop.path("program.elf")});
    for (const char* routine :
         {"__addsf3", "__mulsf3", "__divsf3", "__floatsisf", "__fixsfsi", "__aeabi_fadd", "__aeabi_fmul", "__aeabi_i2f",
          "__aeabi_f2iz", "__adddf3", "__muldf3", "__aeabi_dadd", "__aeabi_dmul"})
        if (symbols.contains(QLatin1String(routine)))
            return true;
    return false;
}

struct Program {
    QString complaint;
    MeasuredSize size;
    double work = 0;
    bool hasFloatRoutines = false;
};

/// The header of a network on a chip, and programs around it.
class MeasuredPrograms {
public:
    MeasuredPrograms(const RandomNetwork& network, Chip chip) : m_network(network), m_machine(machineOf(chip))
    {
        const ExportedFile file = exportCppHeader(network.model, "measured").value().front();
        m_identifier = file.path.substr(0, file.path.size() - 2);
        m_workshop.write(file.path, file.bytes);
    }

    Program built(Asked asked) const
    {
        m_workshop.write("program.cpp", programFor(m_network, m_identifier, asked));
        const Said said = broto::built(m_machine, m_workshop, std::chrono::seconds(60));
        if (!said.complaint.isEmpty())
            return {said.complaint, {}};
        return {{}, sizeOf(m_machine, m_workshop), meanCount(said.lines), holdsFloatRoutines(m_machine, m_workshop)};
    }

private:
    const RandomNetwork& m_network;
    Machine m_machine;
    std::string m_identifier;
    Workshop m_workshop;
};

/// What the descriptions of the features take, which is no code.
std::int64_t inputArrayBytes(const DeployableModel& model, Chip chip)
{
    return std::int64_t{model.features()} * (chip == Chip::CortexM0 || chip == Chip::CortexM4 ? 20 : 18);
}

}

std::string chipName(Chip chip)
{
    switch (chip) {
    case Chip::Atmega328p:
        return "ATmega328P";
    case Chip::Atmega2560:
        return "ATmega2560";
    case Chip::CortexM0:
        return "Cortex-M0";
    case Chip::CortexM4:
        break;
    }
    return "Cortex-M4";
}

Board boardOf(Chip chip)
{
    const char* id = chip == Chip::Atmega328p   ? "uno"
                     : chip == Chip::Atmega2560 ? "mega"
                     : chip == Chip::CortexM0   ? "microbit"
                                                : "cortex-m4";
    return *findBoard(id);
}

QString missing(Chip chip)
{
    const Machine machine = machineOf(chip);
    if (machine.compiler != "avr-g++" && std::string_view(BROTO_COUNT_INSTRUCTIONS).empty())
        return QStringLiteral("NOT TESTED: no plug-in to count instructions with");
    return missing(machine);
}

MeasuredCost measuredCost(const RandomNetwork& network, Chip chip)
{
    const MeasuredPrograms programs(network, chip);
    const Program nothing = programs.built(Asked::Nothing), all = programs.built(Asked::Row);
    return {nothing.complaint + all.complaint, all.size.flashBytes - nothing.size.flashBytes,
            all.size.ramBytes - nothing.size.ramBytes + std::int64_t{4} * network.model.features(),
            all.work - nothing.work};
}

InputPathCost inputPathCost(const RandomNetwork& network, Chip chip)
{
    const MeasuredPrograms programs(network, chip);
    const Program encoded = programs.built(Asked::Encoded), all = programs.built(Asked::Row);
    return {encoded.complaint + all.complaint,
            all.size.flashBytes - encoded.size.flashBytes - inputArrayBytes(network.model, chip), all.hasFloatRoutines};
}

}
