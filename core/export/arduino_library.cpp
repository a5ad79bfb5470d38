#include "export/code_formats.h"

#include "common/zip.h"
#include "export/code_templates.h"
#include "export/header_sections.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <vector>

namespace broto {

namespace {

/// The first word of a text that begins like a name.
std::string wordAt(std::string_view text)
{
    const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    return {text.begin(), std::find_if_not(text.begin(), text.end(), isPart)};
}

/// What a line of the header declares for its users, and the kind of keyword that it is; an empty name: nothing.
std::pair<std::string, std::string_view> declaredIn(std::string_view line)
{
    for (const std::string_view begin : {"namespace ", "enum ", "struct "})
        if (line.starts_with(begin))
            return {wordAt(line.substr(begin.size())), "KEYWORD1"};
    if (line.starts_with("typedef "))
        return {wordAt(line.substr(line.rfind(' ') + 1)), "KEYWORD1"};
    if (line.starts_with("inline ")) {
        const std::string_view signature = line.substr(0, line.find('('));
        return {wordAt(signature.substr(signature.find_last_of(" *") + 1)), "KEYWORD2"};
    }
    const std::size_t name = line.find_first_not_of(' ');
    const bool isEnumerator = name != 0 && name != std::string_view::npos && line.find(" = ") != std::string_view::npos;
    return {isEnumerator ? wordAt(line.substr(name)) : std::string(), "LITERAL1"};
}

/// What the editor of the Arduino IDE paints, line by line: name, tab, kind. All that the header says can be called.
std::string keywords(const HeaderFacts& facts)
{
    std::string text;
    std::set<std::string> known;
    std::istringstream lines(interfaceSection(facts));
    for (std::string line; std::getline(lines, line);) {
        const auto& [name, kind] = declaredIn(line);
        if (!name.empty() && known.insert(name).second)
            text += name + '\t' + std::string(kind) + '\n';
    }
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
