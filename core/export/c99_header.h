#pragma once

#include "export/exported_files.h"

namespace broto {

/// One C99 header, "iris_ptq_int8_c99.h": what the C++ one answers, to the bit, for programs in C. Weights lie as int8,
/// whatever they are stored as elsewhere. Models of windows of readings are an error.
Result<ExportedFiles> exportC99Header(const DeployableModel& model, std::string_view projectName);

}
