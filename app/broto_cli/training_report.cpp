#include "training_report.h"

#include "choice_words.h"
#include "language.h"
#include "project/settings_json.h"
#include "project/workflow.h"
#include "project_input.h"
#include "run_text.h"
#include "window_text.h"

#include <algorithm>

namespace broto {

namespace {

constexpr int progressLines = 10;

}

EpochObserver epochLines(const Session& session, int epochs, Task task)
{
    const int step = std::max(1, epochs / progressLines);
    return [&session, step, epochs, task](const EpochRecord& record, const LearningNetwork&) {
        if (record.epoch != 1 && record.epoch % step != 0 && record.epoch != epochs)
            return;
        session.note(message("cli.epoch", BROTO_TEXT("cli", "Epoch %1 of %2: loss %3, %4 %5"), record.epoch, epochs,
                             metricText(static_cast<double>(record.trainingLoss)), wordFor(headlineName(task)),
                             metricText(static_cast<double>(record.trainingMetric))));
    };
}

void warnWhenNotQuantized(const Project& project, const Dataset& data, const Session& session)
{
    if (findVariant(project, variantName({})))
        return;
    if (const Result<Project> again = compressed(project, data, {}, session.control); !again)
        session.warn(again.error());
}

Json trainingJson(const Project& project, const Dataset& data, const TrainingFindings& findings)
{
    const TrainedNetwork& trained = *project.trained;
    Json names = Json::array();
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        names.push_back(variant->model.name);
    Json document{{"task", std::string(taskName(data.target.task))},
                  {"target", data.target.name},
                  {"metric", std::string(headlineName(data.target.task))},
                  {"train", jsonNumber(trained.training.headline)},
                  {"validation", jsonNumber(trained.validation.headline)},
                  {"test", jsonNumber(trained.test.headline)},
                  {"epochs", trained.history.size()},
                  {"parameters", parameterCount(shapeOf(trained.network))},
                  {"seed", trained.settings.seed},
                  {"windows", windowsJson(data.preprocessing.stream)},
                  {"variants", std::move(names)},
                  {"parts", reportsJson(findings.reports, data)},
                  {"crossValidation", nullptr},
                  {"run", trained.number},
                  {"bestEpoch", trained.bestEpoch},
                  {"instructionSet", trained.instructionSet},
                  {"layers", toJson(trained.design)["hidden"]},
                  {"settings", toJson(trained.settings)}};
    if (findings.crossValidation)
        document["crossValidation"] = crossValidationJson(*findings.crossValidation);
    return document;
}

std::string trainingText(const Project& project, const Dataset& data, const TrainingFindings& findings,
                         const std::string& savedAs)
{
    const TrainedNetwork& trained = *project.trained;
    std::string text = broto::text(
        data.preprocessing.stream ? BROTO_TEXT("cli", "Learned “%1”. Windows: training %2, validation %3, test %4.")
                                  : BROTO_TEXT("cli", "Learned “%1”. Rows: training %2, validation %3, test %4."),
        data.target.name, data.training.rows(), data.validation.rows(), data.test.rows());
    text += "\n" + broto::text(BROTO_TEXT("cli", "%1: training %2, validation %3, test %4"),
                               wordFor(headlineName(data.target.task)), metricText(trained.training.headline),
                               metricText(trained.validation.headline), metricText(trained.test.headline));
    text += reportsText(findings.reports, data.target);
    if (findings.crossValidation)
        text += "\n" + crossValidationText(*findings.crossValidation, data.target.task);
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        text += "\n" + broto::text(BROTO_TEXT("cli", "%1: test %2, %3 bytes of weights"), variant->model.name,
                                   metricText(variant->test.headline), weightBytes(variant->model));
    return text + "\n" + differencesText(project, trained.number) +
           broto::text(BROTO_TEXT("cli", "Saved as %1."), savedAs) + "\n";
}

}
