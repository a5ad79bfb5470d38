#include "network/design_text.h"
#include "project/kept_runs.h"
#include "project/report/chart.h"
#include "project/report/report_names.h"
#include "project/report/report_sections.h"
#include "project/report/svg.h"
#include "training/drawn_curve.h"

namespace broto {

namespace {

using SettingLines = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t mostCurvePoints = 400; // more than can be told apart on paper

/// What is not usual is told as well.
void addUnusual(SettingLines& lines, const TrainingSettings& settings, const ReportWords& words)
{
    if (settings.optimizer == Optimizer::Momentum || settings.optimizer == Optimizer::Nesterov)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Momentum")), words.number(settings.momentum));
    if (settings.optimizer == Optimizer::AdamW)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Weight decay")),
                           settings.weightDecay ? words.number(*settings.weightDecay)
                                                : words.say(BROTO_TEXT("core", "by the number of training rows")));
    if (settings.warmUpEpochs > 0)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Epochs of warm-up")), words.whole(settings.warmUpEpochs));
    if (settings.classWeights == ClassWeights::Balanced)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Weights of the classes")),
                           words.say(BROTO_TEXT("core", "balanced: a row counts the more the fewer its class has")));
    const std::pair<std::string, double> numbers[] = {
        {words.say(BROTO_TEXT("core", "Label smoothing")), settings.labelSmoothing},
        {words.say(BROTO_TEXT("core", "L1 penalty")), settings.l1},
        {words.say(BROTO_TEXT("core", "L2 penalty")), settings.l2},
        {words.say(BROTO_TEXT("core", "Largest gradient")), settings.largestGradient}};
    for (const auto& [name, value] : numbers)
        if (value > 0)
            lines.emplace_back(name, words.number(value));
    if (settings.patience > 0)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Patience in epochs")), words.whole(settings.patience));
}

SettingLines settingLines(const TrainedNetwork& run, const ReportWords& words)
{
    const TrainingSettings& settings = run.settings;
    SettingLines lines = {
        {words.say(BROTO_TEXT("core", "Run")), words.whole(run.number)},
        {words.say(BROTO_TEXT("core", "Seed")), std::to_string(settings.seed)},
        {words.say(BROTO_TEXT("core", "Epochs")),
         words.say(BROTO_TEXT("core", "%1 run of %2 planned"), run.history.size(), settings.epochs)},
        {words.say(BROTO_TEXT("core", "Best epoch")),
         words.say(BROTO_TEXT("core", "%1: the weights are those after it"), run.bestEpoch)},
        {words.say(BROTO_TEXT("core", "Rows in a batch")), words.whole(settings.batch)},
        {words.say(BROTO_TEXT("core", "Optimizer")), words.sentence(nameOf(settings.optimizer))},
        {words.say(BROTO_TEXT("core", "Learning rate")), words.number(settings.learningRate)},
        {words.say(BROTO_TEXT("core", "Schedule of the learning rate")), words.sentence(nameOf(settings.schedule))},
        {words.say(BROTO_TEXT("core", "Loss")), words.sentence(nameOf(lossOf(settings, taskOf(run))))},
        {words.say(BROTO_TEXT("core", "First weights")), words.sentence(nameOf(settings.initialiser))}};
    addUnusual(lines, settings, words);
    return lines;
}

ChartSeries curveOf(const TrainedNetwork& run, float EpochRecord::*value, std::string name, std::string_view colour)
{
    DrawnCurve curve(0, mostCurvePoints);
    for (const EpochRecord& record : run.history)
        curve.add(record.epoch, static_cast<double>(record.*value));
    ChartSeries series{std::move(name), std::string(colour), {}};
    for (const CurvePoint& point : curve.points())
        series.points.push_back({point.epoch, point.value});
    return series;
}

Chart chartOf(const TrainedNetwork& run, std::string title, float EpochRecord::*training,
              float EpochRecord::*validation, const ReportWords& words)
{
    Chart chart{std::move(title), words.say(BROTO_TEXT("core", "epoch")), {}, {}};
    chart.series.push_back(curveOf(run, training, words.say(BROTO_TEXT("core", "training")), svg::blue));
    if (std::isfinite(run.validation.headline)) // else there was no such part
        chart.series.push_back(curveOf(run, validation, words.say(BROTO_TEXT("core", "validation")), svg::orange));
    chart.mark =
        ChartMark{static_cast<double>(run.bestEpoch), words.say(BROTO_TEXT("core", "best epoch: %1"), run.bestEpoch)};
    chart.decimal = words.decimal();
    return chart;
}

}

void addTraining(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    if (!facts.run()) {
        if (facts.project.source)
            page.paragraph(words.say(BROTO_TEXT("core", "Nothing has been trained yet.")));
        return;
    }
    const TrainedNetwork& run = *facts.run();
    page.heading(words.say(BROTO_TEXT("core", "Training")));
    if (isImported(run)) {
        page.paragraph(words.say(BROTO_TEXT("core", "The network was trained by another program and imported.")));
        return;
    }
    page.facts(settingLines(run, words));
    page.drawings(
        {svgOf(chartOf(run, words.say(BROTO_TEXT("core", "Loss by epoch")), &EpochRecord::trainingLoss,
                       &EpochRecord::validationLoss, words)),
         svgOf(chartOf(run, words.say(BROTO_TEXT("core", "%1 by epoch"), words.sentence(metricNameOf(taskOf(run)))),
                       &EpochRecord::trainingMetric, &EpochRecord::validationMetric, words))});
    page.note(words.say(BROTO_TEXT("core", "The training rows are judged while the network learns from them, the "
                                           "validation rows at the end of each epoch.")));
}

void addRuns(HtmlPage& page, const ReportFacts& facts)
{
    const std::vector<std::shared_ptr<const TrainedNetwork>> runs = allRuns(facts.project);
    if (runs.size() < 2)
        return;
    const ReportWords& words = facts.words;
    page.heading(words.say(BROTO_TEXT("core", "All runs")));
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Run")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Hidden layers"))},
                     {words.say(BROTO_TEXT("core", "Optimizer"))},
                     {words.say(BROTO_TEXT("core", "Rate")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Seed")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Epochs")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Best")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Measure"))},
                     {words.say(BROTO_TEXT("core", "Validation")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Test")), HtmlTable::right}},
                    {}};
    for (const std::shared_ptr<const TrainedNetwork>& run : runs)
        table.addRow({words.whole(run->number) + (run == facts.project.trained ? "*" : ""), designText(run->design),
                      words.sentence(nameOf(run->settings.optimizer)), words.number(run->settings.learningRate),
                      std::to_string(run->settings.seed), words.whole(static_cast<std::int64_t>(run->history.size())),
                      words.whole(run->bestEpoch), words.sentence(metricNameOf(taskOf(*run))),
                      words.metric(run->validation.headline), words.metric(run->test.headline)});
    page.table(table);
    page.note(words.say(BROTO_TEXT("core", "* The run that this report and the variants are about.")));
}

}
