#pragma once

#include "export/exported_files.h"

#include <span>
#include <string_view>

namespace broto {

/// A form that a model can be exported in.
struct ExportFormat {
    std::string_view id;      ///< on the command line: "arduino-zip"
    std::string_view title;   ///< for people, marked by BROTO_TEXT: "Arduino library (ZIP)"
    std::string_view purpose; ///< one sentence about what it is for, marked by BROTO_TEXT
    /// `rows` are such as the model was made from, where there are any: see exportTflite.
    Result<ExportedFiles> (*make)(const DeployableModel& model, std::string_view projectName, const Matrix& rows);
};

/// All of them, the most usual first.
std::span<const ExportFormat> exportFormats();

/// Nothing where there is no such format; the error lists the ids.
Result<ExportFormat> findExportFormat(std::string_view id);

}
