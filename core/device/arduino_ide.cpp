#include "device/arduino_ide.h"

#include "export/placed_files.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <algorithm>

namespace broto {

namespace fs = std::filesystem;

namespace {

/// The files of a sketch with another name for its folder and the .ino that is named after it.
ExportedFiles renamed(const ExportedFiles& sketch, const std::string& from, const std::string& to)
{
    ExportedFiles files = sketch;
    for (ExportedFile& file : files)
        file.path =
            file.path == from + '/' + from + ".ino" ? to + '/' + to + ".ino" : to + file.path.substr(from.size());
    return files;
}

bool isThere(const ExportedFiles& files, const fs::path& folder)
{
    return std::all_of(files.begin(), files.end(), [&folder](const ExportedFile& file) {
        const Result<std::string> bytes = readFile(folder / file.path);
        return bytes && *bytes == file.bytes;
    });
}

}

std::optional<DesktopProgram> findArduinoIde()
{
    // As it calls itself, and as menus have it after its own installer, from a Flatpak and from a snap.
    for (const std::string_view name : {"arduino-ide", "arduino", "arduino-arduinoide", "cc.arduino.IDE2",
                                        "cc.arduino.arduinoide", "arduino-ide_arduino-ide"})
        if (auto program = findDesktopProgram(name))
            return program;
    return std::nullopt;
}

std::string sketchIn(const ExportedFiles& files)
{
    for (const ExportedFile& file : files) {
        const std::string name = file.path.substr(0, file.path.find('/'));
        if (file.path == name + '/' + name + ".ino")
            return name;
    }
    return {};
}

Result<fs::path> placeSketch(const ExportedFiles& files, const fs::path& sketchbook)
{
    const std::string sketch = sketchIn(files);
    ExportedFiles own;
    std::copy_if(files.begin(), files.end(), std::back_inserter(own),
                 [&sketch](const ExportedFile& file) { return file.path.starts_with(sketch + '/'); });
    std::string name = sketch;
    std::error_code error;
    for (int number = 2; fs::exists(sketchbook / name, error) && !isThere(renamed(own, sketch, name), sketchbook);
         ++number)
        name = sketch + '_' + std::to_string(number);
    if (const auto placed = placeFiles(renamed(own, sketch, name), sketchbook); !placed)
        return placed.error();
    return sketchbook / name / (name + ".ino");
}

fs::path usualSketchbook()
{
    return homeFolder() / "Arduino";
}

}
