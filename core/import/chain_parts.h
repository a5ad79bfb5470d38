#pragma once

#include "import/dense_chain.h"

#include <optional>
#include <vector>

namespace broto {

/// A layer of a chain with all that belongs to it.
struct ChainLayer {
    LayerPlace place;
    DenseStep dense;
    Activation activation = Activation::Linear;
    std::optional<QuantizeStep> sums;   ///< before the activation
    std::optional<TableStep> table;     ///< for the activation
    std::optional<QuantizeStep> result; ///< behind the activation
};

/// A chain as a model has it: what is done to a row first, the layers, and what makes an answer of the outputs.
struct ChainParts {
    Preprocessing preprocessing;
    bool described = false; ///< as the description has it
    std::optional<QuantizeStep> inputs;
    std::vector<ChainLayer> layers;
    bool softmax = false;
    Task task = Task::Classification;
    struct Answer {
        float factor = 1;
        float offset = 0;
    } answer; ///< of a regression's output
};

/// Fails by layer where steps cannot follow one another in a dense network.
Result<ChainParts> partsOf(const DenseChain& chain);

/// Adds integer inputs, layers and decoding to a model that has its preprocessing and target. The description, where it
/// says nothing else than the layers, has the numbers to the last bit.
std::optional<Message> addIntegers(DeployableModel& model, const ChainParts& parts,
                                   const std::optional<ModelDescription>& description);

}
