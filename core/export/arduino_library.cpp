#include "export/code_formats.h"

#include "common/zip.h"
#include "export/code_templates.h"

#include <vector>

namespace broto {

namespace {

/// What the editor of the Arduino IDE paints: name, tab, kind.
std::string keywords(const HeaderFacts& facts)
{
    std::string text;
    const auto add = [&text](std::string_view kind, const std::vector<std::string>& names) {
        for (const std::string& name : names)
            text += name + '\t' + std::string(kind) + '\n';
    };
    add("KEYWORD1", {"broto", facts.identifier});
    if (facts.isClassification)
        add("KEYWORD2", {"classify", "className"});
    else
        add("KEYWORD2", {"predict"});
    add("KEYWORD2", {"infer", "selfTest"});
    if (facts.isStream())
        add("KEYWORD2", {"push", "window", "restart"});
    add("LITERAL1", {"featureCount", "outputCount"});
    add("LITERAL1", facts.featureIdentifiers);
    add("LITERAL1", facts.categoryIdentifiers);
    add("LITERAL1", facts.classIdentifiers);
    return text;
}

std::string example(const HeaderFacts& facts, std::string_view kind)
{
    return filledTemplate("arduino/" + std::string(kind) + (facts.isStream() ? "_of_stream.ino" : ".ino"), facts);
}

}

Result<ExportedFiles> exportArduinoLibrary(const DeployableModel& model, std::string_view projectName,
                                           const HeaderOptions& options)
{
    Result<ExportedFiles> header = exportCppHeader(model, projectName, options);
    if (!header)
        return header.error();
    const HeaderFacts facts(model, projectName);
    const std::string folder = folderFor(facts, "") + '/';
    ExportedFiles files = {
        {folder + "library.properties", filledTemplate("arduino/library.properties", facts)},
        {folder + "keywords.txt", keywords(facts)},
        {folder + "README.md", filledTemplate("arduino/README.md", facts)},
        {folder + "LICENSE", licenceText()},
        {folder + "examples/Constants/Constants.ino", example(facts, "constants")},
        {folder + "examples/AnalogPins/AnalogPins.ino", example(facts, "analog_pins")},
    };
    for (ExportedFile& file : *header)
        files.push_back({folder + "src/" + file.path, std::move(file.bytes)});
    return files;
}

Result<ExportedFiles> exportArduinoZip(const DeployableModel& model, std::string_view projectName,
                                       const HeaderOptions& options)
{
    Result<ExportedFiles> library = exportArduinoLibrary(model, projectName, options);
    if (!library)
        return library.error();
    std::vector<ArchiveEntry> entries;
    for (ExportedFile& file : *library)
        entries.push_back({std::move(file.path), std::move(file.bytes)});
    Result<std::string> bytes = packedZip(entries);
    if (!bytes)
        return bytes.error();
    return ExportedFiles{{identifierFor(projectName, model.name) + ".zip", std::move(*bytes)}};
}

Result<ExportedFiles> exportArduinoSketch(const DeployableModel& model, std::string_view projectName,
                                          const HeaderOptions& options)
{
    Result<ExportedFiles> header = exportCppHeader(model, projectName, options);
    if (!header)
        return header.error();
    const HeaderFacts facts(model, projectName);
    const std::string name = folderFor(facts, "sketch"); // a sketch bears the name of its folder
    std::string sketch = example(facts, "constants");
    const std::string include = '<' + facts.identifier + ".h>"; // as of a library, but it lies beside the sketch
    sketch.replace(sketch.find(include), include.size(), '"' + facts.identifier + ".h\"");
    ExportedFiles files = {{name + '/' + name + ".ino", std::move(sketch)}};
    for (ExportedFile& file : *header)
        files.push_back({name + '/' + file.path, std::move(file.bytes)});
    return files;
}

}
