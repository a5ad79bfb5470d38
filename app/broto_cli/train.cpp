#include "commands.h"
#include "data/kept_choices.h"
#include "data_options.h"
#include "language.h"
#include "option_text.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"
#include "reading_options.h"
#include "training_options.h"
#include "training_report.h"
#include "window_options.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

/// The options as they were typed; the parser has checked each of them.
struct TrainOptions {
    std::string table;
    std::string output;
    std::string target;
    std::string features;
    std::string ignore;
    std::string task = "auto";
    std::string split;
    ReadingOptions reading;
    DataOptions data;
    WindowOptions windows;
    TrainingOptions training;

    /// Another training of a project's data instead of a first one of a table.
    bool isProject() const { return table.ends_with(".broto"); }
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
    applyTrainingOptions(options.training, project.design, project.training);
    if (!options.split.empty())
        applyShares(project.data.split, *parseSplit(options.split));
    project.data.split.seed = project.training.seed;
    if (options.task != "auto")
        project.data.task = options.task == "regression" ? Task::Regression : Task::Classification;
}

Result<Project> prepareProject(const TrainOptions& options)
{
    Result<Project> project = loadProject(options.table);
    if (project)
        applyTrainingOptions(options.training, project->design, project->training);
    return project;
}

/// A column may be of numbers once its missing values are known, and is proposed as such. Returns the table without
/// them.
Result<Table> takeMissingValues(Project& project, const DataOptions& options)
{
    const Table& table = *project.source->table;
    if (const Result<void> applied = applyMissingValues(project.data, table, options); !applied)
        return applied.error();
    Result<Table> left = withoutMarks(table, project.data);
    if (left && !options.missingValues.empty())
        project.data = proposedAgain(project.data, table, *left);
    return left;
}

/// Whether a warning asks if a value means "missing" that is known to.
bool isAnswered(const Message& warning, const Table& table, const DataChoices& choices)
{
    if (warning.id != "data.odd-cell")
        return false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::vector<std::string>& marks = choices.columns[i].missingMarks;
        if (warning.arguments[0] == Argument(table.columns[i].header) &&
            std::any_of(marks.begin(), marks.end(),
                        [&](const std::string& mark) { return warning.arguments[1] == Argument(mark); }))
            return true;
    }
    return false;
}

Result<Project> prepareTable(const TrainOptions& options, const Session& session)
{
    Result<Project> project = openTable(options.table, readOptions(options.reading),
                                        options.choosesColumns() ? UseSidecar::No : UseSidecar::Yes, session);
    if (!project)
        return project;
    const Result<Table> table = takeMissingValues(*project, options.data);
    if (!table)
        return table.error();
    for (const Message& warning : table->warnings)
        if (!isAnswered(warning, *table, project->data))
            session.warn(warning);
    if (options.choosesColumns())
        if (const Result<void> chosen = chooseColumns(project->data, *table, options); !chosen)
            return chosen.error();
    applyOptions(*project, options);
    if (const Result<void> applied = applyDataOptions(project->data, *table, options.data); !applied)
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

/// A table is never overwritten; a project that goes on may be.
Result<void> checkOutput(const TrainOptions& options)
{
    if (!options.isProject())
        if (Result<void> differs = mustDiffer(options.output, options.table); !differs)
            return differs;
    return mustDiffer(options.output, options.data.testFile);
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
    if (const Result<void> checked = checkOutput(options); !checked)
        return checked.error();
    const Result<Project> project = options.isProject() ? prepareProject(options) : prepareTable(options, session);
    if (!project)
        return project.error();
    const Result<Dataset> data = datasetOf(*project, session.control);
    if (!data)
        return data.error();
    for (const Message& warning : data->warnings)
        session.warn(warning);
    for (const DataCheck& check : checksOf(*project, *data, session.control))
        if (check.severity != DataCheck::Severity::Note)
            session.warn(check.finding);
    const Result<Project> after =
        trained(*project, *data, session.control, epochLines(session, project->training.epochs, data->target.task));
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

/// Numbers that no training takes are wrong use, whatever the table holds.
void checkNumbers(const TrainOptions& options)
{
    NetworkDesign design;
    TrainingSettings settings;
    applyTrainingOptions(options.training, design, settings);
    if (const Result<void> checked = checkSettings(design, settings); !checked)
        throw CLI::ValidationError(inUserLanguage(checked.error()));
}

void checkThatNoneIsGiven(const std::vector<CLI::Option*>& tableOptions)
{
    for (const CLI::Option* option : tableOptions)
        if (option->count() > 0)
            throw CLI::ValidationError(
                text(BROTO_TEXT("cli", "%1 is for tables: a project keeps its data as they are"), option->get_name()));
}

/// All of them decide about the table. Returns them.
std::vector<CLI::Option*> addTableOptions(CLI::App& command, TrainOptions& options)
{
    const std::size_t before = command.get_options().size();
    addReadingOptions(command, options.reading);
    addColumnOptions(command, options);
    addDataOptions(command, options.data);
    addWindowOptions(command, options.windows);
    std::vector<CLI::Option*> added = command.get_options();
    added.erase(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(before));
    return added;
}

}

void addTrain(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("train", text(BROTO_TEXT("cli", "Train a network on a table")));
    const auto options = std::make_shared<TrainOptions>();
    command
        ->add_option(
            "table", options->table,
            text(BROTO_TEXT("cli", "A CSV file, a sample such as sample:iris, or a project to train once more")))
        ->required();
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The project file to write")))
        ->required();
    const std::vector<CLI::Option*> tableOptions = addTableOptions(*command, *options);
    addTrainingOptions(*command, options->training);
    command->callback([=, &session] {
        checkNumbers(*options);
        if (options->isProject())
            checkThatNoneIsGiven(tableOptions);
        session.action = [=, &session] { return runTraining(*options, session); };
    });
}

}
