#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"

#include <filesystem>
#include <string_view>

namespace broto {

/// A dense network that another program has made, from the bytes of a .tflite or .onnx file or of TensorFlores' JSON:
/// which of them it is, the bytes tell. Float networks become float32 models called "float"; networks quantized to int8
/// become int8 models called "imported-int8", with symmetric activations of the same or the next coarser steps. Files
/// that this program wrote come back with all names and answer the same. Nobody has judged the model on rows yet: its
/// test metric is NaN. The error names the first layer that cannot be imported (docs/interop.md).
Result<DeployableModel> importModel(std::string_view bytes);

/// The same of a file, whose pages are looked at where they are: one that is far too large takes no memory.
Result<DeployableModel> importModelFile(const std::filesystem::path& path);

}
