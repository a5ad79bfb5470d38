#include "compression/bit_assignment.h"

#include <cassert>
#include <optional>
#include <tuple>

namespace broto {

namespace {

/// The way number `number`: its digits are places in sensitivityBits, the first layer's the most significant one.
BitAssignment assignmentOf(const Sensitivity& sensitivity, std::size_t number)
{
    const std::size_t layers = sensitivity.layers.size();
    BitAssignment result;
    result.layerBits.resize(layers);
    for (std::size_t layer = layers; layer-- > 0;) {
        const std::vector<BitScore>& choices = sensitivity.layers[layer];
        const BitScore& choice = choices[number % choices.size()];
        number /= choices.size();
        result.layerBits[layer] = choice.bits;
        result.lossChange += std::max(0.0, choice.lossChange); // what falls by chance is no reason to round more
    }
    return result;
}

/// Whatever is within the budget beats what is not.
bool isBetter(const BitAssignment& a, const BitAssignment& b)
{
    if (a.withinBudget != b.withinBudget)
        return a.withinBudget;
    if (a.withinBudget)
        return std::tie(a.lossChange, a.cost) < std::tie(b.lossChange, b.cost);
    return std::tie(a.cost, a.lossChange) < std::tie(b.cost, b.lossChange);
}

}

BitAssignment assignedBits(const Sensitivity& sensitivity, const BitCost& cost, double budget)
{
    assert(!sensitivity.layers.empty() && sensitivity.layers.size() <= std::size_t{mostLayers} + 1);
    std::size_t ways = 1;
    for (const std::vector<BitScore>& choices : sensitivity.layers)
        ways *= choices.size();
    std::optional<BitAssignment> best;
    for (std::size_t number = 0; number < ways; ++number) {
        BitAssignment assignment = assignmentOf(sensitivity, number);
        assignment.cost = cost(assignment.layerBits);
        assignment.withinBudget = assignment.cost <= budget;
        if (!best || isBetter(assignment, *best))
            best = std::move(assignment);
    }
    return *best;
}

}
