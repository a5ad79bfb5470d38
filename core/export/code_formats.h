#pragma once

#include "export/exported_files.h"

namespace broto {

// The model's C++ header (cpp_header.cpp) with what each tool wants around it. Everything lies in one folder, or is one
// file, named after the model.

/// A library as the Arduino library specification has it, with two examples: "iris_ptq_int8/".
Result<ExportedFiles> exportArduinoLibrary(const DeployableModel& model, std::string_view projectName,
                                           const HeaderOptions& options = {});

/// The same library as one ZIP for "Add .ZIP Library": "iris_ptq_int8.zip".
Result<ExportedFiles> exportArduinoZip(const DeployableModel& model, std::string_view projectName,
                                       const HeaderOptions& options = {});

/// A sketch that the Arduino IDE opens, with the header beside it: "iris_ptq_int8_sketch/".
Result<ExportedFiles> exportArduinoSketch(const DeployableModel& model, std::string_view projectName,
                                          const HeaderOptions& options = {});

/// A PlatformIO project with the model as a library of its own: "iris_ptq_int8_platformio/".
Result<ExportedFiles> exportPlatformIo(const DeployableModel& model, std::string_view projectName,
                                       const HeaderOptions& options = {});

/// An ESP-IDF project with the model as a component: "iris_ptq_int8_esp_idf/".
Result<ExportedFiles> exportEspIdf(const DeployableModel& model, std::string_view projectName);

/// A CMake package with a target and a test: "iris_ptq_int8_cmake/".
Result<ExportedFiles> exportCmakePackage(const DeployableModel& model, std::string_view projectName);

}
