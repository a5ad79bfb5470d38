#pragma once

#include "export/exported_files.h"
#include "platform/desktop_program.h"

#include <filesystem>
#include <optional>

namespace broto {

/// The Arduino IDE that the user has installed, of version 2 or 1.
std::optional<DesktopProgram> findArduinoIde();

/// The sketch among exported files: the folder "name" with "name/name.ino" in it. Empty where there is none.
std::string sketchIn(const ExportedFiles& files);

/// Puts the sketch into a sketchbook and returns its .ino. What is there under the name stays as it is: where it
/// differs, the sketch becomes "name_2", "name_3", ... Only for files with a sketch.
Result<std::filesystem::path> placeSketch(const ExportedFiles& files, const std::filesystem::path& sketchbook);

/// Where the IDE looks for sketches unless it was told otherwise: "Arduino" in the home folder.
std::filesystem::path usualSketchbook();

}
