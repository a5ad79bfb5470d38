#include "commands.h"
#include "data_options.h"
#include "language.h"
#include "option_text.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"
#include "reading_options.h"
#include "training_report.h"
#include "window_options.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

constexpr int progressLines = 10;
constexpr int largestBatch = 1'000'000'000;

/// The options as they were typed; the parser has checked each of them.
struct TrainOptions {
    std::string table;
    std::string output;
    std::string target;
    std::string features;
    std::string ignore;
    std::string task = "auto";
    std::string layers;
    std::string activation = "relu";
    std::string split;
    std::string optimizer{optimizerName(TrainingSettings().optimizer)};
    ReadingOptions reading;
    DataOptions data;
    WindowOptions windows;
    TrainingSettings settings;

    bool choosesColumns() const { return !target.empty() || !features.empty() || !ignore.empty(); }
};

std::vector<std::string> namesOf(const std::string& text)
{
    return text.empty() ? std::vector<std::string>() : parseNames(text).value_or(std::vector<std::string>());
}

/// The column that is proposed as the target among those that are not spoken for.
Result<std::string> defaultTarget(const Table& table, const std::vector<std::string>& spokenFor)
{
    std::vector<bool> taken(table.columns.size());
    for (const std::string& name : spokenFor) {
        const Result<std::size_t> column = findColumn(table, name);
        if (!column)
            return column.error();
        taken[*column] = true;
    }
    const std::optional<std::size_t> target = proposedTarget(table, taken);
    return target ? table.columns[*target].header : std::string();
}

Result<void> chooseColumns(DataChoices& choices, const Table& table, const TrainOptions& options)
{
    const std::vector<std::string> features = namesOf(options.features);
    const std::vector<std::string> ignored = namesOf(options.ignore);
    std::string target = options.target;
    if (target.empty()) {
        Result<std::string> found = defaultTarget(table, features.empty() ? ignored : features);
        if (!found)
            return found.error();
        target = std::move(*found);
    }
    if (!target.empty())
        if (Result<void> chosen = chooseTarget(choices, table, target); !chosen)
            return chosen;
    if (!features.empty())
        return chooseFeatures(choices, table, features);
    return ignoreColumns(choices, table, ignored);
}

/// The shares alone: how rows are shared out is another question.
void applyShares(Split& split, const Split& shares)
{
    split.training = shares.training;
    split.validation = shares.validation;
    split.test = shares.test;
}

void applyOptions(Project& project, const TrainOptions& options)
{
    project.training = options.settings;
    project.training.optimizer = *parseOptimizer(options.optimizer);
    if (!options.split.empty())
        applyShares(project.data.split, *parseSplit(options.split));
    project.data.split.seed = options.settings.seed;
    if (options.task != "auto")
        project.data.task = options.task == "regression" ? Task::Regression : Task::Classification;
    const Activation activation = *parseActivation(options.activation);
    if (!options.layers.empty()) {
        const std::vector<int> layers = parseLayers(options.layers).value_or(std::vector<int>());
        project.design.hidden.clear();
        for (const int units : layers)
            project.design.hidden.push_back({units, activation});
    }
    for (HiddenLayer& layer : project.design.hidden)
        layer.activation = activation;
}

Result<Project> prepare(const TrainOptions& options, const Session& session)
{
    Result<Project> project = openTable(options.table, readOptions(options.reading),
                                        options.choosesColumns() ? UseSidecar::No : UseSidecar::Yes, session);
    if (!project)
        return project;
    for (const Message& warning : project->source->table->warnings)
        session.warn(warning);
    if (options.choosesColumns())
        if (const Result<void> chosen = chooseColumns(project->data, *project->source->table, options); !chosen)
            return chosen.error();
    applyOptions(*project, options);
    if (const Result<void> applied = applyDataOptions(project->data, *project->source->table, options.data); !applied)
        return applied.error();
    if (const Result<void> applied = applyWindowOptions(project->data, *project->source->table, options.windows);
        !applied)
        return applied.error();
    if (options.data.testFile.empty())
        return project;
    project = withTestFile(*project, options.data.testFile, session.control);
    if (project)
        for (const Message& warning : project->testSource->table->warnings)
            session.warn(warning);
    return project;
}

EpochObserver epochLines(const Session& session, const TrainingSettings& settings, Task task)
{
    const int step = std::max(1, settings.epochs / progressLines);
    return [&session, step, epochs = settings.epochs, task](const EpochRecord& record, const LearningNetwork&) {
        if (record.epoch != 1 && record.epoch % step != 0 && record.epoch != epochs)
            return;
        session.note(message("cli.epoch", BROTO_TEXT("cli", "Epoch %1 of %2: loss %3, %4 %5"), record.epoch, epochs,
                             metricText(static_cast<double>(record.trainingLoss)), headlineName(task),
                             metricText(static_cast<double>(record.trainingMetric))));
    };
}

/// Training keeps a network that cannot be quantized; here is why it could not be.
void warnWhenNotQuantized(const Project& project, const Dataset& data, const Session& session)
{
    if (findVariant(project, variantName({})))
        return;
    if (const Result<Project> again = compressed(project, data, {}, session.control); !again)
        session.warn(again.error());
}

/// All folds, where none of them was asked for.
Result<std::optional<CrossValidation>> crossValidated(const Project& project, const TrainOptions& options,
                                                      const Session& session)
{
    if (options.data.folds == 0 || options.data.fold > 0)
        return std::optional<CrossValidation>();
    Result<CrossValidation> result =
        crossValidate(*project.source->table, project.data, project.design, project.training, session.control,
                      [&](int fold, const FoldResult& ofFold) {
                          session.note(message("cli.fold", BROTO_TEXT("cli", "Fold %1 of %2: test %3"), fold + 1,
                                               options.data.folds, metricText(ofFold.test.headline)));
                      });
    if (!result)
        return result.error();
    return std::optional(*std::move(result));
}

Result<Outcome> runTraining(const TrainOptions& options, Session& session)
{
    for (const std::string& input : {options.table, options.data.testFile})
        if (const Result<void> differs = mustDiffer(options.output, input); !differs)
            return differs.error();
    const Result<Project> project = prepare(options, session);
    if (!project)
        return project.error();
    const Result<Dataset> data = datasetOf(*project);
    if (!data)
        return data.error();
    for (const Message& warning : data->warnings)
        session.warn(warning);
    for (const DataCheck& check : checksOf(*project, *data, session.control))
        if (check.severity != DataCheck::Severity::Note)
            session.warn(check.finding);
    const Result<Project> after =
        trained(*project, *data, session.control, epochLines(session, options.settings, data->target.task));
    if (!after)
        return after.error();
    warnWhenNotQuantized(*after, *data, session);
    Result<std::optional<CrossValidation>> folds = crossValidated(*project, options, session);
    if (!folds)
        return folds.error();
    const TrainingFindings findings{reportsOn(after->trained->network, *data), *std::move(folds)};
    if (const Result<void> saved = saveProject(*after, options.output); !saved)
        return saved.error();
    return Outcome{trainingJson(*after, *data, findings), trainingText(*after, *data, findings, options.output)};
}

void addColumnOptions(CLI::App& command, TrainOptions& options)
{
    const std::string names = text(BROTO_TEXT("cli", "Write names apart by commas, without empty ones"));
    command.add_option("--target", options.target,
                       text(BROTO_TEXT("cli", "Column to learn (default: the last one that can be)")));
    CLI::Option* features = command.add_option("--features", options.features,
                                               text(BROTO_TEXT("cli", "Columns to learn from, apart by commas")));
    CLI::Option* ignore =
        command.add_option("--ignore", options.ignore, text(BROTO_TEXT("cli", "Columns to leave out")));
    features->check(readableBy(parseNames, names))->excludes(ignore);
    ignore->check(readableBy(parseNames, names));
    command.add_option("--task", options.task, text(BROTO_TEXT("cli", "What kind of answer the target is")))
        ->check(CLI::IsMember({"auto", "classification", "regression"}))
        ->capture_default_str();
    command
        .add_option("--split", options.split,
                    text(BROTO_TEXT("cli", "Shares for training, validation and test (default: 70,15,15)")))
        ->check(readableBy(parseSplit, text(BROTO_TEXT("cli", "Write three numbers such as 70,15,15; the first must "
                                                              "be more than 0"))));
}

void addNetworkOptions(CLI::App& command, TrainOptions& options)
{
    command
        .add_option("--layers", options.layers,
                    text(BROTO_TEXT("cli", "Neurons of the hidden layers, such as 16,8, or none (default: 16,8)")))
        ->check(readableBy(parseLayers, text(BROTO_TEXT("cli", "Write at most %1 whole numbers from 1 to %2, apart by "
                                                               "commas, or none"),
                                             mostLayers, mostUnits)));
    command.add_option("--activation", options.activation, text(BROTO_TEXT("cli", "Activation of the hidden layers")))
        ->check(CLI::IsMember(namesOfAll(allActivations, activationName)))
        ->capture_default_str();
}

void addTrainingOptions(CLI::App& command, TrainOptions& options)
{
    TrainingSettings& settings = options.settings;
    command.add_option("--epochs", settings.epochs, text(BROTO_TEXT("cli", "How often all rows are seen")))
        ->check(CLI::Range(1, mostEpochs))
        ->capture_default_str();
    command.add_option("--batch", settings.batch, text(BROTO_TEXT("cli", "Rows between two steps")))
        ->check(CLI::Range(1, largestBatch))
        ->capture_default_str();
    command.add_option("--optimizer", options.optimizer, text(BROTO_TEXT("cli", "How a step is found")))
        ->check(CLI::IsMember(namesOfAll(allOptimizers, optimizerName)))
        ->capture_default_str();
    command.add_option("--learning-rate", settings.learningRate, text(BROTO_TEXT("cli", "Size of a step")))
        ->check(readableBy(parseLearningRate, text(BROTO_TEXT("cli", "Write a number above 0 and up to 1000"))))
        ->capture_default_str();
    command.add_option("--seed", settings.seed, text(BROTO_TEXT("cli", "Same seed, same result, to the last bit")))
        ->check(readableBy(parseSeed, text(BROTO_TEXT("cli", "Write a whole number from 0 on"))))
        ->capture_default_str();
}

}

void addTrain(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("train", text(BROTO_TEXT("cli", "Train a network on a table")));
    const auto options = std::make_shared<TrainOptions>();
    command->add_option("table", options->table, text(BROTO_TEXT("cli", "A CSV file, or a sample such as sample:iris")))
        ->required();
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The project file to write")))
        ->required();
    addReadingOptions(*command, options->reading);
    addColumnOptions(*command, *options);
    addDataOptions(*command, options->data);
    addWindowOptions(*command, options->windows);
    addNetworkOptions(*command, *options);
    addTrainingOptions(*command, *options);
    command->callback([=, &session] { session.action = [=, &session] { return runTraining(*options, session); }; });
}

}
