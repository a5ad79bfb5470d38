#pragma once

#include "compression/deployable_model.h"
#include "export/layer_groups.h"

#include <cstdint>
#include <vector>

namespace broto {

/// A layer of integers as it will be exported, as far as that decides what it costs.
struct PlannedLayer {
    int inputs = 0;
    int outputs = 0;
    Activation activation = Activation::Linear;
    Storage storage = Storage::Int8;
    int indexBits = 0;              ///< of a codebook
    std::int64_t zeroWeights = 0;   ///< how many of them
    std::int64_t packedWeights = 0; ///< bytes of weights that lie outside of groups
    int shift = 0;                  ///< of a hidden layer
    bool isHidden = false;
    bool liesInGroups = false;
    LayerInputs reads = LayerInputs::Dense;
    double zeroInputs = 0; ///< share of its inputs that are 0, on average
    double zeroSums = 0;   ///< of a layer with ReLU: share of its neurons whose sums are not above 0

    bool isInt4() const { return storage == Storage::Int4; }
    bool isRelu() const { return isHidden && activation == Activation::Relu; }
    bool looksUp() const;
    bool readsPositive() const;    ///< its inputs come from a ReLU
    bool readsBesideDense() const; ///< nowhere in the network does anybody look for zeros but behind a ReLU
    int groups() const { return (outputs + 3) / 4; }
    std::int64_t products() const { return std::int64_t{inputs} * outputs; }
};

/// A network of integers as it will be exported.
struct NetworkPlan {
    std::vector<PlannedLayer> layers;
    int features = 0;
    std::int64_t codebookBytes = 0; ///< layers with the same codebook share it
    bool liesFar = false;           ///< on an AVR its weights are in far flash

    int inputs() const { return layers.front().inputs; }
    bool isClassification() const { return layers.back().outputs > 1; } ///< a regression has one output
};

/// Of a design, before there are any weights: int8, with scales as networks usually get them. Of its inputs those are 0
/// that stand for the categories that a row does not have; behind a ReLU half of the activations.
NetworkPlan planOf(const NetworkShape& shape, int features);

/// What is 0 is counted in the golden rows.
NetworkPlan planOf(const DeployableModel& model);

}
