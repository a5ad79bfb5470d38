#include "commands.h"
#include "common/number_text.h"
#include "compression/predictor.h"
#include "data/similar_table.h"
#include "data/table_reader.h"
#include "language.h"
#include "platform/file.h"
#include "platform/file_bytes.h"
#include "project/prediction_rows.h"
#include "project_input.h"
#include "reading_options.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct PredictOptions {
    std::string project;
    std::string rows;
    std::string variant = "float";
    std::string output;
    bool raw = false;
    ReadingOptions reading;
};

struct Counts {
    std::size_t refused = 0;
    std::size_t outOfRange = 0;
};

std::string csvCell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    return quoted + '"';
}

std::vector<std::string> titlesOf(const DeployableModel& model, bool raw)
{
    std::vector<std::string> titles = {"prediction"};
    for (const std::string& name : model.decoding.target.classes)
        titles.push_back(name);
    for (int i = 0; raw && i < model.outputs(); ++i)
        titles.push_back("raw_" + std::to_string(i));
    return titles;
}

std::vector<std::string> cellsOf(const Prediction& prediction, const DeployableModel& model, bool raw)
{
    const Target& target = model.decoding.target;
    std::vector<std::string> cells;
    if (target.task == Task::Classification)
        cells.push_back(target.classes[static_cast<std::size_t>(prediction.classIndex)]);
    else
        cells.push_back(shortest(prediction.value));
    for (const float certainty : prediction.certainty)
        cells.push_back(shortest(certainty));
    for (std::size_t i = 0; raw && i < prediction.raw.size(); ++i)
        cells.push_back(std::to_string(prediction.raw[i]));
    for (std::size_t i = 0; raw && i < prediction.rawFloat.size(); ++i)
        cells.push_back(shortest(prediction.rawFloat[i]));
    return cells;
}

void appendLine(std::string& csv, const std::vector<std::string>& cells, std::size_t columns)
{
    for (std::size_t i = 0; i < columns; ++i) {
        csv += i ? "," : "";
        csv += i < cells.size() ? csvCell(cells[i]) : "";
    }
    csv += '\n';
}

/// What is to be answered: every row of a table, or every window of it.
struct Questions {
    Matrix rows;
    std::vector<std::size_t> firstRows; ///< of windows; else empty
};

Result<Questions> questionsIn(const Project& project, const DeployableModel& model, const Table& table)
{
    if (!model.preprocessing.stream) {
        Result<Matrix> rows = rowsOf(project, model, table);
        return rows ? Result<Questions>(Questions{*std::move(rows), {}}) : rows.error();
    }
    Result<TableWindows> windows = windowsOf(project, model, table);
    if (!windows)
        return windows.error();
    return Questions{std::move(windows->rows), std::move(windows->firstRows)};
}

std::string predictionsOf(const DeployableModel& model, const Questions& questions, bool raw, Counts& counts)
{
    const Matrix& rows = questions.rows;
    std::vector<std::string> titles = titlesOf(model, raw);
    if (!questions.firstRows.empty())
        titles.insert(titles.begin(), {"first_row", "last_row"});
    std::string csv;
    appendLine(csv, titles, titles.size());
    Predictor predictor(model);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const Prediction prediction = predictor.predict({rows.row(i).data(), static_cast<std::size_t>(rows.cols())});
        counts.refused += prediction.refused;
        counts.outOfRange += prediction.outOfRange > 0;
        std::vector<std::string> cells =
            prediction.refused ? std::vector<std::string>() : cellsOf(prediction, model, raw);
        if (!questions.firstRows.empty()) { // people count from 1
            const std::size_t first = questions.firstRows[static_cast<std::size_t>(i)] + 1;
            const std::size_t last = first + static_cast<std::size_t>(model.preprocessing.stream->length) - 1;
            cells.insert(cells.begin(), {std::to_string(first), std::to_string(last)});
        }
        appendLine(csv, cells, titles.size());
    }
    return csv;
}

void warnAbout(const Counts& counts, const Session& session)
{
    if (counts.refused)
        session.warn(message("cli.refused-rows",
                             BROTO_TEXT("cli", "Rows without an answer because a value is missing: %1."),
                             counts.refused));
    if (counts.outOfRange)
        session.warn(message("cli.out-of-range",
                             BROTO_TEXT("cli", "Rows with values outside what the model was trained on: %1."),
                             counts.outOfRange));
}

Result<Outcome> predict(const PredictOptions& options, const Session& session)
{
    for (const std::string& input : {options.project, options.rows})
        if (const Result<void> differs = mustDiffer(options.output, input); !differs)
            return differs.error();
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const Result<FileBytes> bytes = FileBytes::open(options.rows);
    if (!bytes)
        return bytes.error();
    const ReadOptions reading = readOptions(options.reading);
    const Result<Table> table =
        opened->project.source
            ? readSimilarTable(bytes->view(), reading, *opened->project.source->table, session.control)
            : readTable(bytes->view(), reading, session.control);
    if (const std::optional<Message> problem = bytes->problem())
        return *problem;
    if (!table)
        return table.error();
    for (const Message& warning : table->warnings)
        session.warn(warning);
    const Result<Questions> questions = questionsIn(opened->project, opened->model(), *table);
    if (!questions)
        return questions.error();
    Counts counts;
    const std::string csv = predictionsOf(opened->model(), *questions, options.raw, counts);
    if (const Result<void> written = writeFileAtomically(options.output, csv); !written)
        return written.error();
    warnAbout(counts, session);
    Json document = {{"variant", opened->model().name},
                     {"rows", questions->rows.rows()},
                     {"refused", counts.refused},
                     {"outOfRange", counts.outOfRange},
                     {"output", options.output}};
    return Outcome{std::move(document), text(BROTO_TEXT("cli", "Wrote %1 answers of %2 to %3."), questions->rows.rows(),
                                             opened->model().name, options.output) +
                                            "\n"};
}

}

void addPredict(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("predict", text(BROTO_TEXT("cli", "Let a model answer the rows of a table")));
    const auto options = std::make_shared<PredictOptions>();
    command->add_option("project", options->project, text(BROTO_TEXT("cli", "A project file")))->required();
    command->add_option("rows", options->rows, text(BROTO_TEXT("cli", "A CSV file with the model's columns")))
        ->required();
    command->add_option("--variant", options->variant, text(BROTO_TEXT("cli", "Which variant of the model")))
        ->capture_default_str();
    command->add_flag("--raw", options->raw,
                      text(BROTO_TEXT("cli", "Also write the raw outputs, as a board gives them")));
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The CSV file to write")))->required();
    addReadingOptions(*command, options->reading);
    command->callback([=, &session] { session.action = [=, &session] { return predict(*options, session); }; });
}

}
