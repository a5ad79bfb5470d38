#include "export/formats.h"

#include "export/c99_header.h"
#include "export/code_formats.h"
#include "export/json_model.h"

namespace broto {

namespace {

template<auto make>
Result<ExportedFiles> ofModel(const DeployableModel& model, const ExportRequest& request)
{
    return make(model, request.projectName);
}

template<auto make>
Result<ExportedFiles> withOptions(const DeployableModel& model, const ExportRequest& request)
{
    return make(model, request.projectName, request.header);
}

template<auto make>
Result<ExportedFiles> withRows(const DeployableModel& model, const ExportRequest& request)
{
    return make(model, request.projectName, request.rows);
}

constexpr ExportFormat formats[] = {
    {"cpp", BROTO_TEXT("core", "C++ header"),
     BROTO_TEXT("core", "One C++11 header without libraries or heap, for any compiler and any board."),
     withOptions<exportCppHeader>, true},
    {"arduino-zip", BROTO_TEXT("core", "Arduino library (ZIP)"),
     BROTO_TEXT("core", "One file for “Add .ZIP Library” of the Arduino IDE, with two examples."),
     withOptions<exportArduinoZip>, true},
    {"arduino", BROTO_TEXT("core", "Arduino library (folder)"),
     BROTO_TEXT("core", "The same library as a folder, for the libraries folder of your sketchbook."),
     withOptions<exportArduinoLibrary>, true},
    {"arduino-sketch", BROTO_TEXT("core", "Arduino sketch"),
     BROTO_TEXT("core", "A sketch that compiles as it is, with the header beside it."),
     withOptions<exportArduinoSketch>, true},
    {"platformio", BROTO_TEXT("core", "PlatformIO project"),
     BROTO_TEXT("core", "A project for Uno, ESP32, Pico and more, with the model as a library of its own."),
     withOptions<exportPlatformIo>, true},
    {"esp-idf", BROTO_TEXT("core", "ESP-IDF project"),
     BROTO_TEXT("core", "The model as a component for ESP-IDF, in a project that uses it."), ofModel<exportEspIdf>},
    {"cmake", BROTO_TEXT("core", "CMake package"),
     BROTO_TEXT("core", "A target for CMake projects, with an installation and a test."), ofModel<exportCmakePackage>},
    {"c99", BROTO_TEXT("core", "C99 header"),
     BROTO_TEXT("core", "One header for programs in C, without libraries or heap."), ofModel<exportC99Header>},
    {"tflite", BROTO_TEXT("core", "TensorFlow Lite"),
     BROTO_TEXT("core", "A .tflite file that takes raw units, for TensorFlow Lite."), withRows<exportTflite>},
    {"onnx", BROTO_TEXT("core", "ONNX"),
     BROTO_TEXT("core", "A .onnx file that takes raw units, for ONNX Runtime and its like."), ofModel<exportOnnx>},
    {"json", BROTO_TEXT("core", "JSON"),
     BROTO_TEXT("core", "The whole model as documented JSON, for programs of your own."), ofModel<exportJson>},
};

std::string allIds()
{
    std::string ids;
    for (const ExportFormat& format : formats)
        ids += (ids.empty() ? "" : ", ") + std::string(format.id);
    return ids;
}

}

std::span<const ExportFormat> exportFormats()
{
    return formats;
}

Result<ExportFormat> findExportFormat(std::string_view id)
{
    for (const ExportFormat& format : formats)
        if (format.id == id)
            return format;
    return message("export.no-such-format", BROTO_TEXT("core", "There is no format “%1”. There are: %2."), id,
                   allIds());
}

}
