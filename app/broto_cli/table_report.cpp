#include "table_report.h"

#include "choice_words.h"
#include "data/dataset_parts.h"
#include "data/number_set.h"
#include "data/quantile.h"
#include "data/time_text.h"
#include "data/window_plan.h"
#include "language.h"
#include "learning_report.h"
#include "project/workflow.h"
#include "significant_digits.h"
#include "text_table.h"
#include "window_text.h"

#include <algorithm>
#include <optional>

namespace broto {

namespace {

/// What is known of a table; a data set is not always to be had.
struct Findings {
    const Project& project;
    const Table& table;
    std::vector<std::string> warnings;
    std::vector<DataCheck> checks;
    std::optional<Dataset> data; ///< nothing where none can be made; a warning says why
};

/// What reading the table brought to light, and what learning from it as proposed would leave out.
Findings findingsOf(const Project& project, const RunControl& control)
{
    Findings findings{project, *project.source->table, {}, {}, {}};
    const auto warn = [&](const std::vector<Message>& warnings) {
        for (const Message& warning : warnings)
            findings.warnings.push_back(inUserLanguage(warning));
    };
    warn(findings.table.warnings);
    Result<Dataset> data = datasetOf(project, control);
    if (!data) {
        std::vector<Message> warnings;
        warnOfIgnoredColumns(findings.table, project.data, warnings);
        warnings.push_back(data.error());
        warn(warnings);
        return findings;
    }
    warn(data->warnings);
    findings.data = *std::move(data);
    findings.checks = checksOf(project, *findings.data, control);
    for (const DataCheck& check : findings.checks)
        findings.warnings.push_back(inUserLanguage(check.finding));
    return findings;
}

std::string_view aboutName(ReadingGuess::About about)
{
    switch (about) {
    case ReadingGuess::About::Encoding:
        return "encoding";
    case ReadingGuess::About::Separator:
        return "separator";
    case ReadingGuess::About::Decimal:
        return "decimal";
    case ReadingGuess::About::Grouping:
        return "grouping";
    case ReadingGuess::About::Header:
        return "header";
    case ReadingGuess::About::Comments:
        return "comment";
    case ReadingGuess::About::DateOrder:
        return "dateOrder";
    }
    return {};
}

std::string_view severityName(DataCheck::Severity severity)
{
    switch (severity) {
    case DataCheck::Severity::Note:
        return "note";
    case DataCheck::Severity::Warning:
        return "warning";
    case DataCheck::Severity::Problem:
        return "problem";
    }
    return {};
}

/// A sign as the options take it: "//" begins a comment, and where there is none the text is empty.
std::string signText(char sign, ReadingGuess::About about)
{
    if (sign == 0)
        return {};
    return about == ReadingGuess::About::Comments ? std::string(sign == '/' ? 2 : 1, sign) : std::string(1, sign);
}

bool hasNumbers(const Column& column)
{
    return column.values == Column::Values::Numbers && column.missing < column.numbers.size();
}

bool hasTimes(const Column& column)
{
    return column.values == Column::Values::Times && column.missing < column.numbers.size();
}

Json columnJson(const Column& column, Role role)
{
    const bool numbers = hasNumbers(column);
    const bool times = hasTimes(column);
    const auto number = [&](double value) { return numbers ? jsonNumber(value) : Json(nullptr); };
    const auto time = [&](double value) { return times ? Json(timeText(column, value)) : Json(nullptr); };
    const auto quartiles = numbers ? quartilesOf(column.numbers) : std::nullopt;
    return {{"name", column.name},
            {"unit", column.unit},
            {"type", std::string(typeName(column.type))},
            {"role", std::string(roleName(role))},
            {"missing", column.missing},
            {"min", number(column.min)},
            {"max", number(column.max)},
            {"mean", number(column.mean)},
            {"values", countDistinct(column)},
            {"header", column.header},
            {"deviation", number(column.deviation)},
            {"lowerQuartile", quartiles ? jsonNumber((*quartiles)[0]) : Json(nullptr)},
            {"median", quartiles ? jsonNumber((*quartiles)[1]) : Json(nullptr)},
            {"upperQuartile", quartiles ? jsonNumber((*quartiles)[2]) : Json(nullptr)},
            {"earliest", time(column.min)},
            {"latest", time(column.max)}};
}

Json guessesJson(const Table& table)
{
    Json guesses = Json::array();
    for (const ReadingGuess& guess : table.guesses)
        guesses.push_back({{"about", std::string(aboutName(guess.about))},
                           {"chosen", guess.chosen},
                           {"reason", inUserLanguage(guess.reason)}});
    return guesses;
}

Json checksJson(const Findings& findings)
{
    Json checks = Json::array();
    for (const DataCheck& check : findings.checks) {
        Json columns = Json::array();
        for (const std::size_t column : check.columns)
            columns.push_back(findings.table.columns[column].name);
        checks.push_back({{"id", std::string(check.finding.id)},
                          {"severity", std::string(severityName(check.severity))},
                          {"finding", inUserLanguage(check.finding)},
                          {"columns", std::move(columns)},
                          {"remedy", check.remedy ? Json(inUserLanguage(*check.remedy)) : Json(nullptr)}});
    }
    return checks;
}

/// The windows that would be learned from; nothing where there are none, or none can be.
std::optional<Stream> windowsOf(const Project& project)
{
    if (!project.data.windows)
        return std::nullopt;
    Result<WindowPlan> plan = planWindows(*project.source->table, project.data);
    return plan ? std::optional(std::move(plan->stream)) : std::nullopt;
}

/// Null where no date depends on it.
Json dateOrderJson(const Table& table)
{
    const bool matters = std::any_of(table.guesses.begin(), table.guesses.end(), [](const ReadingGuess& guess) {
        return guess.about == ReadingGuess::About::DateOrder;
    });
    if (!matters)
        return nullptr;
    return table.yearFirst ? "year-first" : table.dayFirst ? "day-first" : "month-first";
}

Json documentOf(const Findings& findings)
{
    using About = ReadingGuess::About;
    const Table& table = findings.table;
    Json columns = Json::array();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back(columnJson(table.columns[i], findings.project.data.columns[i].role));
    return {{"rows", table.rows},
            {"separator", signText(table.separator, About::Separator)},
            {"decimal", signText(table.decimal, About::Decimal)},
            {"encoding", std::string(encodingName(table.encoding))},
            {"header", table.header},
            {"columns", std::move(columns)},
            {"windows", windowsJson(windowsOf(findings.project))},
            {"warnings", findings.warnings},
            {"grouping", signText(table.grouping, About::Grouping)},
            {"comment", signText(table.comment, About::Comments)},
            {"dateOrder", dateOrderJson(table)},
            {"raggedRows", table.raggedRows},
            {"guesses", guessesJson(table)},
            {"checks", checksJson(findings)},
            {"learning", findings.data ? learningJson(*findings.data, findings.project.data) : Json(nullptr)}};
}

std::string rounded(double value)
{
    constexpr int digits = 6;
    return significantDigits(value, digits);
}

std::string columnsText(const Findings& findings)
{
    constexpr auto right = TextTable::Align::Right;
    TextTable text({{broto::text(BROTO_TEXT("cli", "column"))},
                    {broto::text(BROTO_TEXT("cli", "unit"))},
                    {broto::text(BROTO_TEXT("cli", "type"))},
                    {broto::text(BROTO_TEXT("cli", "role"))},
                    {broto::text(BROTO_TEXT("cli", "missing")), right},
                    {broto::text(BROTO_TEXT("cli", "values")), right},
                    {broto::text(BROTO_TEXT("cli", "min")), right},
                    {broto::text(BROTO_TEXT("cli", "median")), right},
                    {broto::text(BROTO_TEXT("cli", "max")), right},
                    {broto::text(BROTO_TEXT("cli", "mean")), right},
                    {broto::text(BROTO_TEXT("cli", "deviation")), right}});
    for (std::size_t i = 0; i < findings.table.columns.size(); ++i) {
        const Column& column = findings.table.columns[i];
        const bool numbers = hasNumbers(column);
        const auto number = [&](double value) { return numbers ? rounded(value) : ""; };
        const auto end = [&](double value) { return hasTimes(column) ? timeText(column, value) : number(value); };
        const auto quartiles = numbers ? quartilesOf(column.numbers) : std::nullopt;
        text.addRow({column.name, column.unit, wordFor(typeName(column.type)),
                     wordFor(roleName(findings.project.data.columns[i].role)), std::to_string(column.missing),
                     std::to_string(countDistinct(column)), end(column.min), quartiles ? rounded((*quartiles)[1]) : "",
                     end(column.max), number(column.mean), number(column.deviation)});
    }
    return text.text();
}

std::string separatorName(char separator)
{
    return separator == '\t'  ? broto::text(BROTO_TEXT("cli", "tab"))
           : separator == ' ' ? broto::text(BROTO_TEXT("cli", "blanks"))
                              : std::string(1, separator);
}

std::string readingText(const Findings& findings)
{
    const Table& table = findings.table;
    std::string text =
        broto::text(BROTO_TEXT("cli", "%1: %2 rows, %3 columns; separator “%4”, decimal sign “%5”, %6, header: %7"),
                    findings.project.source->fileName, table.rows, table.columns.size(), separatorName(table.separator),
                    std::string(1, table.decimal), encodingName(table.encoding),
                    table.header ? broto::text(BROTO_TEXT("cli", "yes")) : broto::text(BROTO_TEXT("cli", "none"))) +
        "\n";
    for (const ReadingGuess& guess : table.guesses)
        text += "  " + inUserLanguage(guess.reason) + "\n";
    return text;
}

/// The warnings, the last of which are the findings of the checks: each with what would help.
std::string warningsText(const Findings& findings)
{
    std::string text;
    const std::size_t first = findings.warnings.size() - findings.checks.size();
    for (std::size_t i = 0; i < findings.warnings.size(); ++i) {
        text += "\n" + findings.warnings[i] + "\n";
        if (i >= first && findings.checks[i - first].remedy)
            text +=
                "  " +
                broto::text(BROTO_TEXT("cli", "What helps: %1"), inUserLanguage(*findings.checks[i - first].remedy)) +
                "\n";
    }
    return text;
}

}

Outcome tableReport(const Project& project, const RunControl& control)
{
    const Findings findings = findingsOf(project, control);
    std::string text = readingText(findings) + "\n" + columnsText(findings);
    if (const std::optional<Stream> windows = windowsOf(project))
        text += "\n" + windowsText(*windows) + "\n";
    if (findings.data)
        text += "\n" + learningText(*findings.data, project.data);
    return {documentOf(findings), text + warningsText(findings)};
}

}
