#include "metrics_report.h"

#include "choice_words.h"
#include "common/unit_text.h"
#include "language.h"
#include "project_input.h"
#include "significant_digits.h"

#include <algorithm>
#include <functional>

namespace broto {

namespace {

Json classesJson(const PartReport& report, const Target& target)
{
    Json classes = Json::array();
    for (std::size_t i = 0; i < report.classes.classes.size(); ++i) {
        const ClassScore& score = report.classes.classes[i];
        classes.push_back({{"name", target.classes[i]},
                           {"rows", score.rows},
                           {"precision", jsonNumber(score.precision)},
                           {"recall", jsonNumber(score.recall)},
                           {"f1", jsonNumber(score.f1)},
                           {"auc", jsonNumber(report.curves[i].area)}});
    }
    return classes;
}

Json classificationJson(const PartReport& report, const Target& target)
{
    return {{"accuracy", jsonNumber(report.metrics.headline)},
            {"balancedAccuracy", jsonNumber(report.classes.balancedAccuracy)},
            {"macroF1", jsonNumber(report.classes.macroF1)},
            {"auc", jsonNumber(report.area)},
            {"logLoss", jsonNumber(report.metrics.loss)},
            {"classes", classesJson(report, target)},
            {"confusion", report.metrics.confusion}};
}

Json regressionJson(const PartReport& report, const DataPart& part, const Target& target)
{
    const Residuals& residuals = report.residuals;
    return {{"r2", jsonNumber(report.metrics.headline)},
            {"meanAbsoluteError", jsonNumber(report.metrics.meanAbsoluteError)},
            {"rootMeanSquareError", jsonNumber(report.metrics.rootMeanSquareError)},
            {"unit", target.unit},
            {"residuals",
             {{"mean", jsonNumber(residuals.mean)},
              {"deviation", jsonNumber(residuals.deviation)},
              {"largest", jsonNumber(residuals.largest)},
              {"row", part.tableRows[residuals.largestRow] + 1}}}};
}

Json partJson(const PartReport& report, const DataPart& part, const Target& target)
{
    if (part.rows() == 0)
        return nullptr;
    Json json =
        target.task == Task::Classification ? classificationJson(report, target) : regressionJson(report, part, target);
    json["rows"] = part.rows();
    return json;
}

/// Of a size that hangs on the target's unit.
std::string errorText(double error)
{
    constexpr int digits = 4;
    return significantDigits(error, digits);
}

std::string line(const std::string& name, const PartReports& reports,
                 const std::function<double(const PartReport&)>& metric, std::string (*written)(double) = metricText)
{
    const auto valueOf = [&](std::size_t part) { return written(metric(reports[part])); };
    return "\n" +
           text(BROTO_TEXT("cli", "%1: training %2, validation %3, test %4"), name, valueOf(0), valueOf(1), valueOf(2));
}

}

PartReports reportsOn(const Network& network, const Dataset& data)
{
    return {reportOn(network, data, data.training), reportOn(network, data, data.validation),
            reportOn(network, data, data.test)};
}

Json reportsJson(const PartReports& reports, const Dataset& data)
{
    return {{"training", partJson(reports[0], data.training, data.target)},
            {"validation", partJson(reports[1], data.validation, data.target)},
            {"test", partJson(reports[2], data.test, data.target)}};
}

std::string reportsText(const PartReports& reports, const Target& target)
{
    if (target.task == Task::Classification)
        return line(text(BROTO_TEXT("cli", "balanced accuracy")), reports,
                    [](const PartReport& report) { return report.classes.balancedAccuracy; }) +
               line(text(BROTO_TEXT("cli", "macro F1")), reports,
                    [](const PartReport& report) { return report.classes.macroF1; }) +
               line(text(BROTO_TEXT("cli", "AUC")), reports, [](const PartReport& report) { return report.area; }) +
               line(text(BROTO_TEXT("cli", "log loss")), reports,
                    [](const PartReport& report) { return report.metrics.loss; });
    return line(
               inUnit(text(BROTO_TEXT("cli", "mean absolute error")), target.unit), reports,
               [](const PartReport& report) { return report.metrics.meanAbsoluteError; }, errorText) +
           line(
               inUnit(text(BROTO_TEXT("cli", "root mean square error")), target.unit), reports,
               [](const PartReport& report) { return report.metrics.rootMeanSquareError; }, errorText) +
           line(
               inUnit(text(BROTO_TEXT("cli", "mean of the residuals")), target.unit), reports,
               [](const PartReport& report) { return report.residuals.mean; }, errorText) +
           line(
               inUnit(text(BROTO_TEXT("cli", "deviation of the residuals")), target.unit), reports,
               [](const PartReport& report) { return report.residuals.deviation; }, errorText);
}

Json crossValidationJson(const CrossValidation& result)
{
    Json tests = Json::array();
    for (const FoldResult& fold : result.folds)
        tests.push_back(jsonNumber(fold.test.headline));
    return {{"folds", result.folds.size()},
            {"mean", jsonNumber(result.mean)},
            {"deviation", jsonNumber(result.deviation)},
            {"tests", std::move(tests)}};
}

std::string crossValidationText(const CrossValidation& result, Task task)
{
    const auto [worst, best] =
        std::minmax_element(result.folds.begin(), result.folds.end(),
                            [](const FoldResult& a, const FoldResult& b) { return a.test.headline < b.test.headline; });
    return text(BROTO_TEXT("cli", "%1 folds: mean test %2 %3, deviation %4, from %5 to %6"), result.folds.size(),
                wordFor(headlineName(task)), metricText(result.mean), metricText(result.deviation),
                metricText(worst->test.headline), metricText(best->test.headline));
}

}
