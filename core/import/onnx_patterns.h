#pragma once

#include "import/dense_chain.h"
#include "import/onnx_constants.h"

namespace broto {

/// What several nodes of an .onnx file do together, and where their result is.
struct OnnxPattern {
    std::vector<ChainStep> steps;
    std::string result;
    std::size_t nodes = 0;
};

/// x * sigmoid(x), or the same of the hard form, from the node `next` on; `current` is x.
std::optional<OnnxPattern> gateAt(const OnnxModel& file, std::size_t next, const std::string& current);

/// Integers around 0 that are looked up: Cast, Add 128, Gather, DequantizeLinear.
std::optional<OnnxPattern> onnxTableAt(const OnnxModel& file, const OnnxConstants& constants, std::size_t next,
                                       const std::string& current);

/// Whether an attribute of a node is that number, but for how it was rounded.
bool isNear(float a, float b);

/// Whether a node is HardSigmoid as Broto has it: a sixth of x and a half.
bool hasUsualSlope(const OnnxNode& node);

/// The preprocessing that this program writes, at the beginning of the file.
std::optional<OnnxPattern> preprocessingAt(const OnnxModel& file, const OnnxConstants& constants,
                                           const std::string& current, const Preprocessing& preprocessing);

}
