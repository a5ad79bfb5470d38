#include "export/exported_files.h"
#include "export/model_description.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"

namespace broto {

namespace {

/// A file of another program's format with what that format cannot say beside it.
ExportedFiles described(const DeployableModel& model, std::string_view projectName, std::string_view extension,
                        std::string bytes)
{
    const std::string name = identifierFor(projectName, model.name) + std::string(extension);
    return {{name, std::move(bytes)}, {name + ".json", modelDescription(model)}};
}

}

Result<ExportedFiles> exportTflite(const DeployableModel& model, std::string_view projectName, const Matrix& rows)
{
    return described(model, projectName, ".tflite", tfliteBytes(tfliteModel(model, rows)));
}

Result<ExportedFiles> exportOnnx(const DeployableModel& model, std::string_view projectName)
{
    return described(model, projectName, ".onnx", onnxBytes(onnxModel(model)));
}

}
