#pragma once

#include "common/result.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"

#include <string_view>

namespace broto {

/// The graph of a .tflite or .onnx file that nobody vouches for. All that it holds lies within the file: every tensor
/// that an operator names is there, every constant has as many bytes as its shape asks for, and no text is longer than
/// the file. What the graph computes may still make no sense.
Result<TfliteModel> parseTflite(std::string_view bytes);
Result<OnnxModel> parseOnnx(std::string_view bytes);

/// Bytes of one number; 0 of a kind that is not known.
std::size_t sizeOf(TfliteType type);
std::size_t sizeOf(OnnxType type);

}
