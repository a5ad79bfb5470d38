#include "platform/desktop_program.h"

#include "platform/file.h"
#include "platform/paths.h"

#include <algorithm>
#include <system_error>

namespace broto {

namespace fs = std::filesystem;

namespace {

std::string inLowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::vector<fs::path> filesIn(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// The words of an Exec line: separated by spaces, in quotes where they hold some, with backslashes before what is
/// meant as it is.
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    bool quoted = false, inWord = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == ' ' && !quoted) {
            inWord = false;
            continue;
        }
        if (!inWord)
            words.emplace_back();
        inWord = true;
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\' && i + 1 < line.size())
            words.back() += line[++i];
        else
            words.back() += c;
    }
    return words;
}

bool isField(const std::string& word)
{
    return word.size() == 2 && word[0] == '%' && word[1] != '%';
}

bool takesFile(const std::string& word)
{
    return isField(word) && std::string_view("fFuU").find(word[1]) != std::string_view::npos;
}

/// The first Exec line of the group that describes the application itself.
std::string execLine(std::string_view desktopFile)
{
    bool inEntry = false;
    for (std::size_t begin = 0; begin < desktopFile.size();) {
        const std::size_t end = std::min(desktopFile.find('\n', begin), desktopFile.size());
        std::string_view line = desktopFile.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with('['))
            inEntry = line == "[Desktop Entry]";
        else if (inEntry && line.starts_with("Exec="))
            return std::string(line.substr(5));
        begin = end + 1;
    }
    return {};
}

std::optional<DesktopProgram> fromMenu(const fs::path& desktopFile)
{
    const Result<std::string> text = readFile(desktopFile);
    const std::vector<std::string> words = text ? wordsOf(execLine(*text)) : std::vector<std::string>();
    const auto program = words.empty() ? std::nullopt : findProgram(words[0]);
    if (!program)
        return std::nullopt; // what it starts is gone
    DesktopProgram result;
    result.command.program = *program;
    std::optional<std::size_t> place;
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
        if (takesFile(*word))
            place = result.command.arguments.size();
        if (takesFile(*word) || !isField(*word))
            result.command.arguments.push_back(takesFile(*word) ? std::string() : *word);
    }
    if (!place) {
        place = result.command.arguments.size();
        result.command.arguments.emplace_back();
    }
    result.place = *place;
    return result;
}

DesktopProgram withOnlyTheFile(const fs::path& program)
{
    return {{program, {std::string()}, {}}, 0};
}

}

std::optional<DesktopProgram> findDesktopProgram(std::string_view name)
{
    if (const auto program = findProgram(name))
        return withOnlyTheFile(*program);
    for (const fs::path& folder : applicationFolders())
        if (const auto program = fromMenu(folder / (std::string(name) + ".desktop")))
            return program;
    const fs::path home = homeFolder();
    for (const fs::path& folder : {home, home / "Applications", home / "Downloads", home / "Desktop", fs::path("/opt")})
        for (const fs::path& file : filesIn(folder))
            if (inLowerCase(file.filename().string()).starts_with(name) &&
                inLowerCase(file.extension().string()) == ".appimage")
                if (const auto program = findProgram(file.string())) // not one that cannot be run
                    return withOnlyTheFile(*program);
    return std::nullopt;
}

Result<void> openWith(const DesktopProgram& program, const fs::path& file)
{
    Command command = program.command;
    command.arguments[program.place] = file.string();
    return startDetached(command);
}

}
