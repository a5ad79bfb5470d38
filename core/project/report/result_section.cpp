#include "network/answer_points.h"
#include "network/class_report.h"
#include "project/report/chart.h"
#include "project/report/report_names.h"
#include "project/report/report_sections.h"
#include "project/report/svg.h"
#include "training/part_report.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr std::size_t widestConfusion = 12; // classes beyond that do not fit a page

/// A part of the data, as far as its results are told.
struct ReportedPart {
    std::string name;
    const Metrics* metrics;
};

std::vector<ReportedPart> partsOf(const TrainedNetwork& run, const ReportWords& words)
{
    return {{words.say(BROTO_TEXT("core", "Training")), &run.training},
            {words.say(BROTO_TEXT("core", "Validation")), &run.validation},
            {words.say(BROTO_TEXT("core", "Test")), &run.test}};
}

/// The rows that chose nothing: those of the test, or where it has none the validation rows, or those of the training.
ReportedPart judgedPart(const TrainedNetwork& run, const ReportWords& words)
{
    const std::vector<ReportedPart> parts = partsOf(run, words);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        if (std::isfinite(part->metrics->headline))
            return *part;
    return parts.front();
}

void addMetrics(HtmlPage& page, const TrainedNetwork& run, const std::string& unit, const ReportWords& words)
{
    const std::vector<ReportedPart> parts = partsOf(run, words);
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Measure"))}}, {}};
    for (const ReportedPart& part : parts)
        table.columns.push_back({part.name, HtmlTable::right});
    const auto add = [&](const std::string& name, const auto& value) {
        std::vector<std::string> row = {name};
        for (const ReportedPart& part : parts)
            row.push_back(value(*part.metrics));
        table.addRow(row);
    };
    add(words.sentence(metricNameOf(taskOf(run))),
        [&](const Metrics& metrics) { return words.metric(metrics.headline); });
    const auto there = [](const Metrics& metrics, double value) {
        return std::isfinite(metrics.headline) ? value : std::nan("");
    };
    if (taskOf(run) == Task::Classification) {
        add(words.say(BROTO_TEXT("core", "Balanced accuracy")), [&](const Metrics& metrics) {
            return words.metric(there(metrics, classReport(metrics.confusion).balancedAccuracy));
        });
        add(words.say(BROTO_TEXT("core", "Macro F1")), [&](const Metrics& metrics) {
            return words.metric(there(metrics, classReport(metrics.confusion).macroF1));
        });
        add(words.say(BROTO_TEXT("core", "Log loss")),
            [&](const Metrics& metrics) { return words.metric(there(metrics, metrics.loss)); });
    } else {
        add(inUnit(words.say(BROTO_TEXT("core", "Mean absolute error")), unit),
            [&](const Metrics& metrics) { return words.number(there(metrics, metrics.meanAbsoluteError)); });
        add(inUnit(words.say(BROTO_TEXT("core", "Root mean square error")), unit),
            [&](const Metrics& metrics) { return words.number(there(metrics, metrics.rootMeanSquareError)); });
    }
    page.table(table);
}

/// The classes by their names, where these are known.
std::vector<std::string> classNames(const ReportFacts& facts, std::size_t count)
{
    const std::optional<Target> target = facts.target();
    if (target && target->classes.size() == count)
        return target->classes;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(facts.words.say(BROTO_TEXT("core", "class %1"), i + 1));
    return names;
}

/// Green for what is right and red for what is wrong, the deeper the larger its share of the row.
std::string confusionColour(int rows, int all, bool rightAnswer)
{
    if (rows == 0)
        return {};
    const double share = static_cast<double>(rows) / std::max(1, all);
    const auto mixed = [share](int deep) { return static_cast<int>(std::lround(255 + share * (deep - 255))); };
    const int channels[] = {mixed(rightAnswer ? 150 : 240), mixed(rightAnswer ? 206 : 160),
                            mixed(rightAnswer ? 172 : 150)};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string colour = "#";
    for (const int channel : channels) {
        colour += digits[static_cast<std::size_t>(channel / 16)];
        colour += digits[static_cast<std::size_t>(channel % 16)];
    }
    return colour;
}

void addConfusion(HtmlPage& page, const ReportFacts& facts, const ReportedPart& part)
{
    const ReportWords& words = facts.words;
    const std::vector<std::vector<int>>& confusion = part.metrics->confusion;
    page.subheading(words.say(BROTO_TEXT("core", "Confusion matrix (%1)"), part.name));
    if (confusion.size() > widestConfusion) {
        page.paragraph(
            words.say(BROTO_TEXT("core", "With %1 classes it is too wide for a page; the table below tells of each."),
                      confusion.size()));
        return;
    }
    const std::vector<std::string> names = classNames(facts, confusion.size());
    HtmlTable table{{{words.say(BROTO_TEXT("core", "True class ↓ · answer →"))}}, {}};
    for (const std::string& name : names)
        table.columns.push_back({name, HtmlTable::right});
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        std::vector<HtmlCell> row = {{names[i]}};
        int all = 0;
        for (const int rows : confusion[i])
            all += rows;
        for (std::size_t j = 0; j < confusion[i].size(); ++j)
            row.push_back({words.whole(confusion[i][j]), confusionColour(confusion[i][j], all, i == j)});
        table.rows.push_back(std::move(row));
    }
    page.table(table);
}

void addClasses(HtmlPage& page, const ReportFacts& facts, const ReportedPart& part)
{
    const ReportWords& words = facts.words;
    const ClassReport report = classReport(part.metrics->confusion);
    const std::vector<std::string> names = classNames(facts, report.classes.size());
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Class"))},
                     {words.say(BROTO_TEXT("core", "Rows")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Precision")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Recall")), HtmlTable::right},
                     {"F1", HtmlTable::right}},
                    {}};
    for (std::size_t i = 0; i < report.classes.size(); ++i) {
        const ClassScore& score = report.classes[i];
        table.addRow({names[i], words.whole(score.rows), words.metric(score.precision), words.metric(score.recall),
                      words.metric(score.f1)});
    }
    page.table(table);
}

/// The rows that judgedPart() is about.
const DataPart& judgedRows(const Dataset& data)
{
    return data.test.rows() > 0 ? data.test : data.validation.rows() > 0 ? data.validation : data.training;
}

void addAnswers(HtmlPage& page, const ReportFacts& facts, const ReportedPart& part)
{
    const ReportWords& words = facts.words;
    const Dataset& data = *facts.data;
    const PartReport report = reportOn(facts.run()->network, data, judgedRows(data));
    const AnswerPoints answers = answerPoints(report.truth, report.answers);
    Chart byTruth{words.say(BROTO_TEXT("core", "Answers beside the truth (%1)"), part.name),
                  inUnit(words.say(BROTO_TEXT("core", "truth")), data.target.unit),
                  inUnit(words.say(BROTO_TEXT("core", "answer")), data.target.unit),
                  {{"", std::string(svg::blue), {}, ChartSeries::Form::Dots}}};
    Chart residuals{words.say(BROTO_TEXT("core", "What is left: truth - answer")),
                    inUnit(words.say(BROTO_TEXT("core", "answer")), data.target.unit),
                    inUnit(words.say(BROTO_TEXT("core", "residual")), data.target.unit),
                    {{"", std::string(svg::orange), {}, ChartSeries::Form::Dots}}};
    for (const AnswerPoint& point : answers.points) {
        byTruth.series.front().points.push_back({point.truth, point.answer});
        residuals.series.front().points.push_back({point.answer, point.residual});
    }
    byTruth.diagonal = true;
    byTruth.decimal = residuals.decimal = words.decimal();
    page.drawings({svgOf(byTruth), svgOf(residuals)});
}

}

void addResults(HtmlPage& page, const ReportFacts& facts)
{
    if (!facts.run() || !std::isfinite(judgedPart(*facts.run(), facts.words).metrics->headline))
        return;
    const TrainedNetwork& run = *facts.run();
    const ReportedPart part = judgedPart(run, facts.words);
    const std::optional<Target> target = facts.target();
    page.heading(facts.words.say(BROTO_TEXT("core", "Results of the network in float")));
    addMetrics(page, run, target ? target->unit : std::string(), facts.words);
    if (taskOf(run) == Task::Classification) {
        addConfusion(page, facts, part);
        addClasses(page, facts, part);
    } else if (facts.sameData) {
        addAnswers(page, facts, part);
    }
}

}
