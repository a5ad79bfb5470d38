#include "data/row_groups.h"
#include "data/time_text.h"
#include "data/window_plan.h"
#include "project/report/report_names.h"
#include "project/report/report_sections.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using TableFacts = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t mostReportedColumns = 100;

std::string separatorText(char separator, const ReportWords& words)
{
    switch (separator) {
    case '\t':
        return words.say(BROTO_TEXT("core", "tab"));
    case ' ':
        return words.say(BROTO_TEXT("core", "blanks"));
    default:
        return "“" + std::string(1, separator) + "”";
    }
}

void addTableFacts(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const DataSource& source = *facts.project.source;
    const Table& table = *source.table;
    TableFacts lines = {
        {words.say(BROTO_TEXT("core", "File")), source.fileName},
        {words.say(BROTO_TEXT("core", "Rows")), words.whole(static_cast<std::int64_t>(table.rows))},
        {words.say(BROTO_TEXT("core", "Columns")), words.whole(static_cast<std::int64_t>(table.columns.size()))},
        {words.say(BROTO_TEXT("core", "Read as")),
         words.say(BROTO_TEXT("core", "%1, values apart by %2, decimal sign “%3”"), encodingName(table.encoding),
                   separatorText(table.separator, words), std::string(1, table.decimal))}};
    if (facts.project.testSource)
        lines.emplace_back(words.say(BROTO_TEXT("core", "File with the test rows")),
                           facts.project.testSource->fileName);
    page.facts(lines);
}

/// The smallest or largest value: a number, or a time.
std::string endText(const Column& column, double value, const ReportWords& words)
{
    if (column.texts() || column.missing == column.numbers.size())
        return std::string(noNumber);
    return column.numeric() ? words.number(value) : timeText(column, value);
}

std::string distinctText(const Column& column, const ReportWords& words)
{
    return column.distinct > Column::mostCounted ? "> " + words.whole(Column::mostCounted)
                                                 : words.whole(static_cast<std::int64_t>(column.distinct));
}

void addColumns(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const Table& table = *facts.project.source->table;
    page.subheading(words.say(BROTO_TEXT("core", "Columns")));
    HtmlTable text{{{words.say(BROTO_TEXT("core", "Column"))},
                    {words.say(BROTO_TEXT("core", "Type"))},
                    {words.say(BROTO_TEXT("core", "Role"))},
                    {words.say(BROTO_TEXT("core", "Missing")), HtmlTable::right},
                    {words.say(BROTO_TEXT("core", "Values")), HtmlTable::right},
                    {words.say(BROTO_TEXT("core", "Least")), HtmlTable::right},
                    {words.say(BROTO_TEXT("core", "Most")), HtmlTable::right},
                    {words.say(BROTO_TEXT("core", "Mean")), HtmlTable::right},
                    {words.say(BROTO_TEXT("core", "Deviation")), HtmlTable::right}},
                   {}};
    const std::size_t shown = std::min(table.columns.size(), mostReportedColumns);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::shared_ptr<const Column> column = columnAsChosen(table, facts.project.data, i);
        const bool numbers = column->numeric();
        text.addRow({inUnit(column->name, column->unit), words.sentence(nameOf(column->type)),
                     words.sentence(nameOf(facts.project.data.columns[i].role)),
                     words.whole(static_cast<std::int64_t>(column->missing)), distinctText(*column, words),
                     endText(*column, column->min, words), endText(*column, column->max, words),
                     numbers ? words.number(column->mean) : std::string(noNumber),
                     numbers ? words.number(column->deviation) : std::string(noNumber)});
    }
    page.table(text);
    std::string note = words.say(BROTO_TEXT(
        "core",
        "Values: how many different ones there are. Deviation: root of the mean square distance from the mean."));
    if (shown < table.columns.size())
        note += " " + words.say(BROTO_TEXT("core", "%1 more columns are not shown."), table.columns.size() - shown);
    page.note(note);
}

std::string windowsSentence(const Stream& stream, const ReportWords& words)
{
    std::string sentence = words.say(BROTO_TEXT("core", "windows of %1 readings of %2 columns, a new one every %3 "
                                                        "readings, told by %4 features"),
                                     stream.length, stream.channels.size(), stream.stride, stream.features.size());
    if (stream.readingsPerSecond > 0)
        sentence += "; " + words.say(BROTO_TEXT("core", "%1 readings a second"), stream.readingsPerSecond);
    return sentence;
}

void addSplit(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const PartCounts counts = countsOf(*facts.data);
    const bool windows = facts.data->preprocessing.stream.has_value();
    HtmlTable table{{{windows ? words.say(BROTO_TEXT("core", "Windows")) : words.say(BROTO_TEXT("core", "Rows"))},
                     {words.say(BROTO_TEXT("core", "Training")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Validation")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Test")), HtmlTable::right}},
                    {}};
    const auto addCounts = [&](const std::string& name, const std::array<std::size_t, 3>& rows) {
        const auto text = [&](std::size_t part) { return words.whole(static_cast<std::int64_t>(rows[part])); };
        table.addRow({name, text(0), text(1), text(2)});
    };
    for (std::size_t i = 0; i < counts.classes.size(); ++i)
        addCounts(facts.data->target.classes[i], counts.classes[i]);
    addCounts(words.say(BROTO_TEXT("core", "All")), counts.rows);
    page.table(table);
}

void addLearning(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const Dataset& data = *facts.data;
    const DataChoices& choices = facts.project.data;
    page.subheading(words.say(BROTO_TEXT("core", "What is learned")));
    TableFacts lines = {
        {words.say(BROTO_TEXT("core", "Target")), inUnit(data.target.name, data.target.unit)},
        {words.say(BROTO_TEXT("core", "Task")), nameOf(data.target.task, words)},
        {words.say(BROTO_TEXT("core", "Features")),
         words.whole(static_cast<std::int64_t>(data.preprocessing.features.size()))},
        {words.say(BROTO_TEXT("core", "Scaling")), words.sentence(nameOf(choices.scaling))},
        {words.say(BROTO_TEXT("core", "Split")), words.sentence(nameOf(splitMethodOf(choices, data.target.task)))}};
    if (data.preprocessing.stream)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Windows")),
                           windowsSentence(*data.preprocessing.stream, words));
    page.facts(lines);
    addSplit(page, facts);
    page.note(words.say(BROTO_TEXT("core", "What stands for missing values, and every scale, was found in the training "
                                           "rows alone.")));
}

}

void addData(HtmlPage& page, const ReportFacts& facts)
{
    if (!facts.project.source)
        return;
    page.heading(facts.words.say(BROTO_TEXT("core", "Data")));
    addTableFacts(page, facts);
    addColumns(page, facts);
    if (facts.data)
        addLearning(page, facts);
}

void addChecks(HtmlPage& page, const ReportFacts& facts)
{
    if (!facts.project.source)
        return;
    const ReportWords& words = facts.words;
    page.subheading(words.say(BROTO_TEXT("core", "Checks of the data")));
    std::vector<std::string> warnings;
    if (facts.noData)
        warnings.push_back(words.sentence(*facts.noData));
    for (const Message& warning : facts.project.source->table->warnings)
        warnings.push_back(words.sentence(warning));
    if (facts.data)
        for (const Message& warning : facts.data->warnings)
            warnings.push_back(words.sentence(warning));
    if (!warnings.empty())
        page.list(warnings);
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Kind"))},
                     {words.say(BROTO_TEXT("core", "Finding"))},
                     {words.say(BROTO_TEXT("core", "What helps"))}},
                    {}};
    for (const DataCheck& check : facts.checks)
        table.addRow({words.sentence(nameOf(check.severity)), words.sentence(check.finding),
                      check.remedy ? words.sentence(*check.remedy) : std::string(noNumber)});
    if (!table.rows.empty())
        page.table(table);
    else if (warnings.empty())
        page.paragraph(words.say(BROTO_TEXT("core", "Nothing was found that a training would suffer from.")));
}

}
