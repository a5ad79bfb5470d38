#include "counts.h"

#include "../exported_header/machines.h"
#include "compression/packed_weights.h"
#include "export/exported_files.h"

#include <algorithm>
#include <numeric>
#include <sstream>

namespace broto {

namespace {

/// Copies every row into the workspace and counts what comes after. Nothing is called where CALLS is 0.
constexpr std::string_view programEnd = R"(
#if defined(__AVR__)
#include <avr/io.h>
#define BEGIN_COUNT __asm__ volatile("out %0,%1" ::"I"(_SFR_IO_ADDR(GPIOR0)), "r"(static_cast<uint8_t>(1)) : "memory")
#define END_COUNT __asm__ volatile("out %0,%1" ::"I"(_SFR_IO_ADDR(GPIOR0)), "r"(static_cast<uint8_t>(2)) : "memory")
#else
#define BEGIN_COUNT __asm__ volatile("mov r11,r11" ::: "memory")
#define END_COUNT __asm__ volatile("mov r12,r12" ::: "memory")
#endif

static model::Workspace workspace;

__attribute__((noinline)) static uint16_t counted()
{
    BEGIN_COUNT;
#if CALLS
    const uint16_t result = model::classOf(&workspace);
#else
    const uint16_t result = static_cast<uint16_t>(workspace.first[0]);
#endif
    END_COUNT;
    return result;
}

int main()
{
    const int8_t* row = rows;
    for (uint16_t r = 0; r < rowCount; ++r) {
        for (uint16_t i = 0; i < model::inputCount; ++i)
            workspace.first[i] = broto::runtime::fromFlash(row++);
        char text[] = "class 00\n";
        const uint16_t answer = counted();
        text[6] = static_cast<char>('0' + answer / 10);
        text[7] = static_cast<char>('0' + answer % 10);
        writeText(text);
    }
    finish();
    return 0;
}
)";

std::string programFor(const CountedNetwork& network, const std::string& identifier, bool calls)
{
    std::string text = "#define CALLS " + std::string(calls ? "1" : "0") + "\n#include \"" + identifier +
                       ".h\"\n#include \"console.h\"\n\nnamespace model = broto::" + identifier +
                       ";\n\nenum { rowCount = " + std::to_string(network.rows.size()) +
                       " };\nstatic const int8_t rows[] BROTO_FLASH = {\n";
    for (const std::vector<std::int8_t>& row : network.rows) {
        for (const std::int8_t value : row)
            text += std::to_string(value) + ", ";
        text += '\n';
    }
    return text + "};\n" + std::string(programEnd);
}

Machine machineOf(Counter counter)
{
    const std::string begin = counter == Counter::Atmega328p ? "ATmega328P (simavr) -O2"
                              : counter == Counter::CortexM0 ? "Cortex-M0 (QEMU"
                                                             : "Cortex-M4 (QEMU";
    Machine machine = *std::find_if(machines().begin(), machines().end(),
                                    [&begin](const Machine& each) { return each.name.starts_with(begin); });
    machine.flags.insert(machine.flags.end(), {"-O2", "-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections"});
    if (counter != Counter::Atmega328p)
        machine.emulator.insert(machine.emulator.end() - 1, {"-plugin", BROTO_COUNT_INSTRUCTIONS});
    return machine;
}

/// What the array of a layer takes, as core/runtime/group_int8.h and group_int4.h lay it out.
std::int64_t arrayBytes(const IntegerLayer& layer, Counter counter)
{
    if (counter == Counter::Atmega328p)
        return static_cast<std::int64_t>(packedGroups(layer).size());
    const bool int4 = layer.storage == Storage::Int4;
    const int together = int4 && counter == Counter::CortexM4 ? 8 : 4;
    const int inputs = (layer.inputs + together - 1) / together * together;
    const int weights = int4 ? 2 * inputs : 4 * inputs;
    return std::int64_t{(layer.outputs + 3) / 4} * (16 + weights + (counter == Counter::CortexM4 ? 16 : 8));
}

std::int64_t arrayBytes(const DeployableModel& model, Counter counter)
{
    return std::accumulate(model.layers.begin(), model.layers.end(), std::int64_t{0},
                           [counter](std::int64_t sum, const ModelLayer& layer) {
                               return sum + arrayBytes(std::get<IntegerLayer>(layer), counter);
                           });
}

/// Two vectors as BROTO_ACTIVATIONS sizes them.
std::int64_t workspaceOf(const DeployableModel& model, Counter counter)
{
    int widest[2] = {8, 8};
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        widest[l % 2] = std::max(widest[l % 2], std::get<IntegerLayer>(model.layers[l]).inputs);
    const auto room = [counter](int count) {
        return counter == Counter::CortexM4 ? (count + 7) / 8 * 16 : (count + 3) / 4 * 4;
    };
    return room(widest[0]) + room(widest[1]);
}

}

std::string counterName(Counter counter)
{
    return counter == Counter::Atmega328p ? "ATmega328P" : counter == Counter::CortexM0 ? "Cortex-M0" : "Cortex-M4";
}

int KernelCounts::mean() const
{
    const int sum = std::accumulate(perRow.begin(), perRow.end(), 0);
    return static_cast<int>((sum + static_cast<int>(perRow.size()) / 2) / static_cast<int>(perRow.size()));
}

int KernelCounts::most() const
{
    return *std::max_element(perRow.begin(), perRow.end());
}

QString missing(Counter counter)
{
    const Machine machine = machineOf(counter);
    if (counter != Counter::Atmega328p && std::string_view(BROTO_COUNT_INSTRUCTIONS).empty())
        return QStringLiteral("NOT TESTED: no plug-in to count instructions with");
    return missing(machine);
}

KernelCounts countsOf(const CountedNetwork& network, Counter counter, const HeaderOptions& options)
{
    const ExportedFile file = exportCppHeader(network.model, "counted", options).value().front();
    return countsOf(network, file.bytes, file.path.substr(0, file.path.size() - 2), counter);
}

KernelCounts countsOf(const CountedNetwork& network, const std::string& header, const std::string& identifier,
                      Counter counter)
{
    const Machine machine = machineOf(counter);
    const Workshop workshop;
    workshop.write(identifier + ".h", header);
    KernelCounts counts;
    std::int64_t flash[2] = {0, 0};
    for (const bool calls : {false, true}) {
        workshop.write("program.cpp", programFor(network, identifier, calls));
        const Said said = built(machine, workshop, std::chrono::seconds(60));
        counts.complaint = said.complaint;
        if (!counts.complaint.isEmpty())
            return counts;
        flash[calls] = sizeOf(machine, workshop).flashBytes;
        for (const std::string& line : said.lines) {
            std::istringstream words(line);
            std::string word;
            int number = 0, stack = 0;
            words >> word >> number >> stack;
            if (calls && word == "counted")
                counts.perRow.push_back(number);
            if (calls && word == "class")
                counts.classes.push_back(number);
            counts.stackBytes = std::max(counts.stackBytes, stack);
        }
    }
    if (counts.perRow.size() != network.rows.size())
        counts.complaint = QStringLiteral("%1 counts of %2 rows").arg(counts.perRow.size()).arg(network.rows.size());
    counts.flashBytes = flash[1] - flash[0];
    counts.codeBytes = counts.flashBytes - arrayBytes(network.model, counter);
    counts.workspaceBytes = workspaceOf(network.model, counter);
    return counts;
}

}
