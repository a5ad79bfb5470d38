#pragma once

#include "export/layer_parts.h"

#include <string>

namespace broto {

/// What is known about the inputs of a layer, by which kernels choose how to read them (core/runtime/dense_groups.h).
enum class LayerInputs { Positive, PositiveBesideDense, Sparse, Dense };

/// Whether so many zeros make it worth the time to look at each input (measured on AVR).
constexpr bool worthSkipping(std::size_t zeros, std::size_t all)
{
    return 12 * zeros > all;
}

LayerInputs inputsOf(const HeaderFacts& facts, int layer);

/// A part of the layer as an array of groups in the text that every processor's compiler makes its own
/// (core/runtime/group_int8.h).
std::string groupArray(const HeaderFacts& facts, int layer, const LayerPart& part, std::string_view place);

/// "runtime::layerRelu<runtime::Int8, runtime::DenseInputs>(layer1": how a call of `function` for a part begins.
std::string groupCall(const HeaderFacts& facts, int layer, std::string_view function, const LayerPart& part);

}
