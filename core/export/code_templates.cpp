#include "export/code_templates.h"

#include "export/cpp_text.h"
#include "export/example_code.h"
#include "export/readme_text.h"
#include "templates_files.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

namespace broto {

namespace {

std::string_view templateFile(std::string_view name)
{
    for (const EmbeddedFile& file : templatesFiles())
        if (file.name == name)
            return file.bytes;
    assert(false);
    return {};
}

/// Names that begin with "Arduino" are kept for Arduino's own libraries.
std::string libraryName(const HeaderFacts& facts)
{
    return facts.identifier.starts_with("arduino") ? "broto_" + facts.identifier : facts.identifier;
}

/// A string of JSON, which is one of YAML as well.
std::string quotedSentence(const HeaderFacts& facts)
{
    return nlohmann::json(plainSentence(facts)).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

struct Mark {
    std::string_view name;
    std::string (*text)(const HeaderFacts& facts);
};

constexpr Mark marks[] = {
    {"ANSWER", serialAnswerLines},
    {"CALL", exampleCall},
    {"CHANNELS", channelSensorLines},
    {"EXAMPLE", printedExample},
    {"FOLDER", [](const HeaderFacts& facts) { return folderFor(facts, "cmake"); }},
    {"LIBRARY", libraryName},
    {"MARKDOWN_TITLE", [](const HeaderFacts& facts) { return markdownText(plainTitle(facts)); }},
    {"MODEL", [](const HeaderFacts& facts) { return facts.identifier; }},
    {"PARAGRAPH", plainParagraph},
    {"PERIOD", periodLiteral},
    {"PINS", [](const HeaderFacts&) { return pinLines(); }},
    {"QUOTED_SENTENCE", quotedSentence},
    {"RATE", rateText},
    {"READING", goldenReading},
    {"ROW", rowLines},
    {"SENSORS", sensorLines},
    {"SENTENCE", plainSentence},
    {"SUMMARY", markdownSummary},
    {"TABLES", markdownTables},
    {"TITLE", [](const HeaderFacts& facts) { return plainTitle(facts) + '.'; }},
    {"VERSION", [](const HeaderFacts& facts) { return commentText(facts.model.provenance.version); }},
};

const Mark* markAt(std::string_view text)
{
    for (const Mark& mark : marks)
        if (text.starts_with(mark.name) && text.substr(mark.name.size()).starts_with('@'))
            return &mark;
    return nullptr;
}

}

/// What is filled in is not looked at again: a column may be called "@MODEL@".
std::string filledTemplate(std::string_view name, const HeaderFacts& facts)
{
    std::string text;
    std::string_view rest = templateFile(name);
    while (!rest.empty()) {
        const std::size_t at = std::min(rest.find('@'), rest.size());
        text += rest.substr(0, at);
        rest.remove_prefix(at);
        if (rest.empty())
            break;
        rest.remove_prefix(1);
        if (const Mark* mark = markAt(rest)) {
            text += mark->text(facts);
            rest.remove_prefix(mark->name.size() + 1);
        } else {
            text += '@';
        }
    }
    return text;
}

std::string licenceText()
{
    return std::string(templateFile("LICENSE"));
}

std::string folderFor(const HeaderFacts& facts, std::string_view kind)
{
    return facts.identifier + (kind.empty() ? "" : "_") + std::string(kind);
}

}
