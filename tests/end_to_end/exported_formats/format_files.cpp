#include "format_files.h"

#include <QDir>
#include <QFileInfo>

namespace broto {

namespace {

/// The IDE puts the second line in front of a sketch. What it includes is not ours.
const std::string sketchStart = "#pragma GCC diagnostic ignored \"-Wpedantic\"\n#include <Arduino.h>\n"
                                "#pragma GCC diagnostic error \"-Wpedantic\"\n";

}

const std::vector<std::string> judgedModels = {"hostile names", "int8 regression", "int8 windows"};

const std::string exportedName = identifierFor("project", "ptq-int8");

const ExportedModel& modelNamed(const std::string& title)
{
    for (const ExportedModel& exported : exportedModels())
        if (exported.title == title)
            return exported;
    qFatal("there is no model %s", title.c_str());
}

void writeAll(const Workshop& workshop, const ExportedFiles& files)
{
    for (const ExportedFile& file : files) {
        QDir().mkpath(QFileInfo(QString::fromStdString(workshop.path(file.path))).path());
        workshop.write(file.path, file.bytes);
    }
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<std::string> arduinoFlags(const AvrToolchain& tools, const Board& board)
{
    const AvrGccBuild& way = *buildWay<AvrGccBuild>(board);
    return {"-mmcu=" + way.mcu,
            "-DF_CPU=16000000L",
            "-DARDUINO=10819",
            "-DARDUINO_" + way.arduinoBoard,
            "-DARDUINO_ARCH_AVR",
            "-std=gnu++11",
            "-fpermissive",
            "-fno-exceptions",
            "-ffunction-sections",
            "-fdata-sections",
            "-fno-threadsafe-statics",
            "-Wall",
            "-Wextra",
            "-Wpedantic",
            "-Werror",
            "-I" + (tools.arduino / "cores/arduino").string(),
            "-I" + (tools.arduino / "variants" / way.arduinoVariant).string()};
}

std::string asSource(const ExportedFiles& files, std::string_view ending)
{
    for (const ExportedFile& file : files)
        if (file.path.ends_with(ending))
            return sketchStart + file.bytes;
    qFatal("there is no such file");
}

}
