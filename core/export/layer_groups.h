#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

/// What is known about the inputs of a layer, by which kernels choose how to read them (core/runtime/dense_groups.h).
enum class LayerInputs { Positive, PositiveBesideDense, Sparse, Dense };

LayerInputs inputsOf(const HeaderFacts& facts, int layer);

/// Neurons of a layer that lie in one array: all of them, except where compilers for AVR would refuse the array.
struct LayerPart {
    std::string name; ///< "layer1"; "layer1part2"
    int first = 0;    ///< neuron
    int neurons = 0;
};
std::vector<LayerPart> partsOf(const HeaderFacts& facts, int layer);

/// The layer as arrays of groups in the text that every processor's compiler makes its own (core/runtime/group_int8.h).
std::string groupArrays(const HeaderFacts& facts, int layer);

/// "runtime::layerRelu<runtime::Int8, runtime::DenseInputs>(layer1": how a call of `function` for a part begins.
std::string groupCall(const HeaderFacts& facts, int layer, std::string_view function, const LayerPart& part);

}
