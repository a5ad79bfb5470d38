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

void printRow(std::uint64_t seed, const RandomNetwork& network, Chip chip, const Comparison& comparison)
{
    const auto& [measured, estimated] = comparison;
    std::printf("%4d  %-10s %-34s %7lld %7lld %+5.1f%%  %6lld %6lld  %9.0f %9.0f %+5.1f%%\n", static_cast<int>(seed),
                chipName(chip).c_str(), shapeText(network.model).c_str(), static_cast<long long>(measured.flashBytes),
                static_cast<long long>(estimated.flashBytes), 100 * comparison.flashDifference(),
                static_cast<long long>(measured.ramBytes), static_cast<long long>(estimated.ramBytes), measured.work,
                comparison.estimatedWork(), 100 * comparison.workDifference());
    std::fflush(stdout);
}

bool compareOn(std::uint64_t seed, const RandomNetwork& network, Chip chip, Worst& worst)
{
    const Comparison comparison = compared(network, chip);
    if (!comparison.measured.complaint.isEmpty()) {
        std::printf("%4d  %s: %s\n", static_cast<int>(seed), chipName(chip).c_str(),
                    qPrintable(comparison.measured.complaint));
        return false;
    }
    printRow(seed, network, chip, comparison);
    worst.flash = larger(worst.flash, comparison.flashDifference());
    worst.work = larger(worst.work, comparison.workDifference());
    worst.ram = std::max(worst.ram, std::abs(comparison.estimated.ramBytes - comparison.measured.ramBytes));
    ++worst.networks;
    return true;
}

void printWorst(Chip chip, const Worst& worst)
{
    std::printf("worst of %d on %s: flash %+.1f%%, RAM %lld bytes, %s %+.1f%%\n", worst.networks,
                chipName(chip).c_str(), 100 * worst.flash, static_cast<long long>(worst.ram),
                chip == Chip::Atmega328p ? "cycles" : "instructions", 100 * worst.work);
}

bool printTable(std::string_view storage, std::uint64_t first, std::uint64_t last)
{
    const std::vector<Chip> chips = {Chip::Atmega328p, Chip::CortexM0, Chip::CortexM4};
    std::vector<Worst> worst(chips.size());
    std::printf(
        "                      measured and estimated:             flash (B)               RAM (B)        cycles "
        "or instructions\n");
    bool complete = true;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        const RandomNetwork network = randomNetwork(seed, storage);
        for (std::size_t i = 0; i < chips.size(); ++i)
            if (const std::optional<Chip> chip = chipFor(network.model, chips[i]))
                complete = compareOn(seed, network, *chip, worst[i]) && complete;
    }
    for (std::size_t i = 0; i < chips.size(); ++i)
        printWorst(chips[i], worst[i]);
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
    const bool compared = printTable(storage, first, last);
    return storage == "float32" || printInputPath(storage, first) ? !compared : 1;
}
