#include "boards/board.h"
#include "compression/model_comparison.h"
#include "export/cost_estimate.h"
#include "project/report/report_names.h"
#include "project/report/report_sections.h"
#include "project/variants.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using VariantPointer = std::shared_ptr<const Variant>;

std::string intervalText(const Interval& interval, const ReportWords& words, bool isChange)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
        return std::string(noNumber);
    const auto end = [&](double value) { return isChange ? words.change(value) : words.metric(value); };
    return end(interval.low) + " … " + end(interval.high);
}

/// With the float one on the test rows; nothing where these are not there any more.
std::optional<ModelComparison> comparisonOf(const ReportFacts& facts, const VariantPointer& variant)
{
    const DeployableModel& floating = facts.project.variants.front()->model;
    if (!facts.sameData || !answersRowsOf(floating, *facts.data) || !answersRowsOf(variant->model, *facts.data))
        return std::nullopt;
    ModelComparison comparison = compareModels(floating, variant->model, facts.data->test, facts.control);
    return comparison.rows.empty() ? std::nullopt : std::optional(std::move(comparison));
}

void addQuality(HtmlPage& page, const ReportFacts& facts, Task task)
{
    const ReportWords& words = facts.words;
    const std::vector<VariantPointer>& variants = facts.project.variants;
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Variant"))},
                     {words.say(BROTO_TEXT("core", "Weights as"))},
                     {words.sentence(metricNameOf(task)), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "95 % interval")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Change")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "95 % interval of the change")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Same answers")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "To its control")), HtmlTable::right}},
                    {}};
    std::size_t rows = 0;
    for (const VariantPointer& variant : variants) {
        const std::optional<ModelComparison> comparison = comparisonOf(facts, variant);
        const bool first = variant == variants.front();
        const double metric = variant->test.headline;
        rows = comparison ? comparison->rows.size() : rows;
        table.addRow(
            {variant->model.name, storageText(variant->model), words.metric(metric),
             comparison ? intervalText(comparison->metric, words, false) : std::string(noNumber),
             first ? std::string(noNumber) : words.change(metric - variants.front()->test.headline),
             comparison && !first ? intervalText(comparison->change.changeInterval, words, true)
                                  : std::string(noNumber),
             comparison && !first ? words.percent(comparison->change.agreement) : std::string(noNumber),
             variant->control ? words.change(metric - variant->control->test.headline) : std::string(noNumber)});
    }
    page.table(table);
    std::string note;
    if (rows > 0)
        note =
            words.say(BROTO_TEXT("core", "All on the same %1 test rows, which chose nothing. In 95 of 100 test parts "
                                         "as large as this one the interval holds what all rows there could be "
                                         "would show. Changes are against the first variant."),
                      rows);
    if (std::ranges::any_of(variants, [](const VariantPointer& variant) { return variant->control.has_value(); }))
        note += (note.empty() ? "" : " ") +
                words.say(BROTO_TEXT("core", "The control is the same network after as much learning, without "
                                             "compression."));
    if (!note.empty())
        page.note(note);
}

void addCosts(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const Result<Board> known = findBoard(facts.project.board);
    const Board& board = known ? *known : boards().front();
    page.subheading(words.say(BROTO_TEXT("core", "What they cost on %1 (estimates)"), board.name));
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Variant"))},
                     {words.say(BROTO_TEXT("core", "Weights (B)")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Flash (B)")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "RAM (B)")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Time (µs)")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Energy (µJ)")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Fits"))}},
                    {}};
    for (const VariantPointer& variant : facts.project.variants) {
        const CostEstimate cost = estimateCost(variant->model, board);
        table.addRow({variant->model.name, words.whole(weightBytes(variant->model)), words.whole(cost.flashBytes),
                      words.whole(cost.ramBytes), words.fixedNumber(cost.microseconds, 1),
                      words.fixedNumber(cost.microjoules, 2),
                      cost.fits() ? words.say(BROTO_TEXT("core", "yes")) : words.say(BROTO_TEXT("core", "no"))});
    }
    page.table(table);
    page.note(
        words.say(BROTO_TEXT("core", "Estimated, not measured, for one answer: they count the model and its code, "
                                     "not the program around it. The board (%1) has %2 bytes of flash and %3 of "
                                     "RAM."),
                  board.chip, board.flashBytes, board.ramBytes));
}

}

void addComparison(HtmlPage& page, const ReportFacts& facts)
{
    if (facts.project.variants.empty())
        return;
    page.heading(facts.words.say(BROTO_TEXT("core", "Variants")));
    const auto judged = [](const VariantPointer& variant) { return std::isfinite(variant->test.headline); };
    if (std::ranges::any_of(facts.project.variants, judged))
        addQuality(page, facts, facts.project.variants.front()->model.decoding.target.task);
    addCosts(page, facts);
}

}
