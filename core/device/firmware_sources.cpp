#include "device/firmware.h"

#include "common/version.h"
#include "firmware_files.h"

#include <algorithm>

namespace broto {

namespace {

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool travels(std::string_view name)
{
    const std::span<const EmbeddedFile> files = firmwareFiles();
    return std::any_of(files.begin(), files.end(), [name](const auto& file) { return fileName(file.name) == name; });
}

/// Without the lines that include a header of core/runtime that the model's header already holds.
std::string forSketch(std::string_view source)
{
    constexpr std::string_view include = "#include \"";
    std::string text;
    while (!source.empty()) {
        const std::size_t end = std::min(source.find('\n'), source.size() - 1) + 1;
        const std::string_view line = source.substr(0, end);
        source.remove_prefix(end);
        const std::string_view included = line.substr(0, include.size()) == include
                                              ? line.substr(include.size(), line.rfind('"') - include.size())
                                              : std::string_view();
        if (included.empty() || travels(included))
            text += line;
    }
    return text;
}

void replaceAll(std::string& text, std::string_view mark, std::string_view value)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

/// The board's name as it may stand between quotes.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\')
            plain += c;
    return plain;
}

std::string sketch(std::string_view source, std::string_view model, const Board& board)
{
    std::string text(source);
    replaceAll(text, "@MODEL@", model);
    replaceAll(text, "@BOARD@", plainName(board.name));
    replaceAll(text, "@VERSION@", programVersion);
    return text;
}

}

Result<ExportedFiles> firmwareSources(const DeployableModel& model, std::string_view projectName, const Board& board)
{
    auto header = exportCppHeader(model, projectName);
    if (!header)
        return header.error();
    const std::string name = identifierFor(projectName, model.name);
    const std::string folder = name + '/'; // the Arduino IDE wants the sketch in a folder of its name
    ExportedFiles files;
    for (ExportedFile& file : *header)
        files.push_back({folder + file.path, std::move(file.bytes)});
    for (const EmbeddedFile& file : firmwareFiles()) {
        if (file.name.ends_with(".ino"))
            files.push_back({folder + name + ".ino", sketch(file.bytes, name, board)});
        else
            files.push_back({folder + std::string(fileName(file.name)), forSketch(file.bytes)});
    }
    return files;
}

}
