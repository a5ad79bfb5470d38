#pragma once

#include "export/exported_files.h"

#include <span>
#include <string_view>

namespace broto {

/// What a format is told besides the model.
struct ExportRequest {
    std::string_view projectName;
    const Matrix& rows; ///< such as the model was made from, where there are any: see exportTflite
    HeaderOptions header;
};

/// A form that a model can be exported in.
struct ExportFormat {
    std::string_view id;      ///< on the command line: "arduino-zip"
    std::string_view title;   ///< for people, marked by BROTO_TEXT: "Arduino library (ZIP)"
    std::string_view purpose; ///< one sentence about what it is for, marked by BROTO_TEXT
    Result<ExportedFiles> (*make)(const DeployableModel& model, const ExportRequest& request);
    bool takesHeaderOptions = false; ///< others do as if there were none
};

/// All of them, the most usual first.
std::span<const ExportFormat> exportFormats();

/// Nothing where there is no such format; the error lists the ids.
Result<ExportFormat> findExportFormat(std::string_view id);

}
