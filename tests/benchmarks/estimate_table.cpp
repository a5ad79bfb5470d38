// Estimates before a build beside what emulated processors take, over networks that nobody chose.
//
//     build/dev/tests/estimate_table                  50 networks of int8: the table of docs/kernels.md
//     build/dev/tests/estimate_table int4 1 50        other storages: int4, ternary, float32; from one seed to another
//
// Networks that are too large for an ATmega328P run on an ATmega2560, and on no AVR beyond that. The constants of
// core/export/step_costs.cpp are fitted to seeds from 1001 on.

#include "estimated_cost.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace broto;

namespace {

struct Worst {
    double flash = 0, work = 0;
    std::int64_t ram = 0, inputCode = 0;
    int networks = 0;
};

double larger(double worst, double difference)
{
    return std::abs(difference) > std::abs(worst) ? difference : worst;
}

void printRow(const char* from, std::uint64_t seed, const RandomNetwork& network, Chip chip,
              const Comparison& comparison)
{
    const auto& [measured, estimated] = comparison;
    std::printf("%4d  %-6s  %-10s %-34s %7lld %7lld %+5.1f%%  %6lld %6lld  %9.0f %9.0f %+5.1f%%\n",
                static_cast<int>(seed), from, chipName(chip).c_str(), shapeText(network.model).c_str(),
                static_cast<long long>(measured.flashBytes), static_cast<long long>(estimated.flashBytes),
                100 * comparison.flashDifference(), static_cast<long long>(measured.ramBytes),
                static_cast<long long>(estimated.ramBytes), measured.work, comparison.estimatedWork(),
                100 * comparison.workDifference());
    std::fflush(stdout);
}

void take(Worst& worst, const Comparison& comparison)
{
    worst.flash = larger(worst.flash, comparison.flashDifference());
    worst.work = larger(worst.work, comparison.workDifference());
    worst.ram = std::max(worst.ram, std::abs(comparison.estimated.ramBytes - comparison.measured.ramBytes));
    ++worst.networks;
}

void printWorst(const char* from, Chip chip, const Worst& worst)
{
    std::printf("worst of %d on %s, from the %s: flash %+.1f%%, RAM %lld bytes, %s %+.1f%%\n", worst.networks,
                chipName(chip).c_str(), from, 100 * worst.flash, static_cast<long long>(worst.ram),
                chip == Chip::Atmega328p ? "cycles" : "instructions", 100 * worst.work);
}

/// Of one processor: from designs, and from the models that they became.
class Table {
public:
    explicit Table(Chip wanted) : m_wanted(wanted) {}

    bool add(std::uint64_t seed, const RandomNetwork& network)
    {
        const std::optional<Chip> chip = chipFor(network.model, m_wanted);
        if (!chip)
            return true;
        const MeasuredCost measured = measuredCost(network, *chip);
        if (!measured.complaint.isEmpty()) {
            std::printf("%4d  %s: %s\n", static_cast<int>(seed), chipName(*chip).c_str(),
                        qPrintable(measured.complaint));
            return false;
        }
        const Comparison model = comparedModel(measured, network, *chip);
        take(m_models, model);
        if (isDesign(network.model)) {
            const Comparison design = comparedDesign(measured, network, *chip);
            take(m_designs, design);
            printRow("design", seed, network, *chip, design);
        }
        printRow("model", seed, network, *chip, model);
        return true;
    }
    void printWorst() const
    {
        if (m_designs.networks > 0)
            ::printWorst("design", m_wanted, m_designs);
        ::printWorst("model", m_wanted, m_models);
    }

private:
    Chip m_wanted;
    Worst m_designs, m_models;
};

bool printTables(std::string_view storage, std::uint64_t first, std::uint64_t last)
{
    std::vector<Table> tables = {Table(Chip::Atmega328p), Table(Chip::CortexM0), Table(Chip::CortexM4)};
    std::printf(
        "                      measured and estimated:                     flash (B)               RAM (B)        "
        "cycles or instructions\n");
    bool complete = true;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        const RandomNetwork network = randomNetwork(seed, storage);
        for (Table& table : tables)
            complete = table.add(seed, network) && complete;
    }
    for (const Table& table : tables)
        table.printWorst();
    return complete;
}

/// The bar of a row of floats beside inputs that are int8 already, on the first classification that was drawn.
bool printInputPath(std::string_view storage, std::uint64_t first)
{
    bool complete = true;
    const RandomNetwork network = firstClassification(storage, first);
    for (const Chip chip : {Chip::Atmega328p, Chip::CortexM0, Chip::CortexM4}) {
        const InputPathCost cost = inputPathCost(network, chip);
        std::printf("a row of floats on %s: %lld bytes of code, %s\n", chipName(chip).c_str(),
                    static_cast<long long>(cost.codeBytes),
                    cost.callsFloatRoutines ? "with a float library" : "no float library");
        complete = complete && cost.complaint.isEmpty();
    }
    return complete;
}

}

int main(int count, char** arguments)
{
    const std::string storage = count > 1 ? arguments[1] : "int8";
    const std::uint64_t first = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
    const std::uint64_t last = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : first + 49;
    const bool compared = printTables(storage, first, last);
    return storage == "float32" || printInputPath(storage, first) ? !compared : 1;
}
