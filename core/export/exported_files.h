#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A file that an exporter made, not yet on any disk.
struct ExportedFile {
    std::string path; ///< relative, with forward slashes
    std::string bytes;
    bool operator==(const ExportedFile&) const = default;
};
using ExportedFiles = std::vector<ExportedFile>;

/// What a person may choose about a C++ header.
struct HeaderOptions {
    /// On AVR the network as code without loops, for the least time: about 11 bytes a weight. Only small networks.
    bool straightLine = false;
    bool operator==(const HeaderOptions&) const = default;
};

/// Why a model cannot have straight-line code; nothing if it can.
std::optional<Message> straightLineProblem(const DeployableModel& model);

/// One self-contained C++11 header (export/cpp_header.cpp).
Result<ExportedFiles> exportCppHeader(const DeployableModel& model, std::string_view projectName,
                                      const HeaderOptions& options = {});

/// For TensorFlow Lite, and for ONNX Runtime and its like; each with a description beside it (docs/interop.md). The
/// graph takes rows in raw units and computes in the model's arithmetic: float32, or int8 however the weights are
/// stored. `rows` are such as the model was made from: the eight bits that .tflite leaves the outputs of an integer
/// model reach as far as theirs do; without rows, as far as the sums can, which is coarser.
Result<ExportedFiles> exportTflite(const DeployableModel& model, std::string_view projectName, const Matrix& rows = {});
Result<ExportedFiles> exportOnnx(const DeployableModel& model, std::string_view projectName);

/// The name of the header's namespace and file stem, and of the folder that other formats are: "iris_ptq_int8". At most
/// 52 characters, so that an Arduino sketch may be called after it; a legal name in C, C++ and on every file system.
std::string identifierFor(std::string_view projectName, std::string_view variant);

}
