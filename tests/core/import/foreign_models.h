#pragma once

#include "export/onnx_model.h"
#include "export/tflite_model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace broto {

// Files as other tools write them: two features, three hidden neurons with ReLU, two outputs, the weights below.

inline constexpr float foreignWeights1[3][2] = {{1, -0.5f}, {-0.25f, 0.5f}, {0.75f, 0.75f}};
inline constexpr float foreignBias1[3] = {0.1f, 0.25f, -0.5f};
inline constexpr float foreignWeights2[2][3] = {{-0.75f, 0.5f, 1}, {0.75f, -0.25f, -1}};
inline constexpr float foreignBias2[2] = {0.1f, -0.1f};

/// What these make of a row.
std::vector<float> foreignOutputs(float x, float y);

/// As Keras and its converter write it: dense layers, ReLU in the first, softmax.
TfliteModel kerasFloat();

/// The same quantized as the converter does: int8 rows in and out, zero points of their own, 255 steps of ReLU. Inputs
/// from -2 to 2.
TfliteModel kerasInt8();

/// As PyTorch writes it: Gemm, Relu, Gemm.
OnnxModel pytorchFloat();

/// As tools on NumPy write it: weights inputs by outputs, MatMul and Add; a scaler before them.
OnnxModel matmulFloat();

/// As ONNX Runtime's quantizer writes it: uint8 activations, int8 weights, a float bias.
OnnxModel runtimeQuantized();

}
