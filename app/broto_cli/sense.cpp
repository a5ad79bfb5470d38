#include "board_place.h"
#include "commands.h"
#include "common/number_text.h"
#include "common_options.h"
#include "device/csv_cells.h"
#include "device/sensor_stream.h"
#include "device/steady_pace.h"
#include "language.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace broto {

namespace {

constexpr double usualRate = 10;

struct SenseOptions {
    std::string project;
    std::string variant;
    std::string port;
    std::string virtualBoard;
    double rate = 0;       ///< rows a second; 0: as the model is used to
    std::size_t count = 0; ///< 0: until it is ended
};

Json answerJson(const Prediction& answer, const DeployableModel& model)
{
    const Target& target = model.decoding.target;
    if (target.task == Task::Classification)
        return target.classes[static_cast<std::size_t>(answer.classIndex)];
    return jsonNumber(answer.value);
}

std::string answerText(const Prediction& answer, const DeployableModel& model)
{
    const Json json = answerJson(answer, model);
    return json.is_string() ? json.get<std::string>() : shortest(answer.value);
}

/// What has been sensed: lines of a CSV as they come, or one document at the end.
class SensedRows {
public:
    SensedRows(const DeployableModel& model, const Session& session) : m_model(model), m_json(session.json)
    {
        if (m_json)
            return;
        std::cout << "seconds";
        for (const std::string& name : sensedNames(model))
            std::cout << ',' << csvText(name);
        std::cout << ",board,workbench,same" << std::endl;
    }

    void take(const SensedRow& row, double seconds)
    {
        m_answers += row.answer.has_value();
        m_same += row.answer && row.answer->same;
        if (m_json)
            m_rows.push_back(jsonOf(row, seconds));
        else
            print(row, seconds);
    }

    Outcome outcome(const std::string& port)
    {
        Json document = {{"port", port}, {"answers", m_answers}, {"same", m_same}, {"rows", std::move(m_rows)}};
        return {std::move(document), {}, m_same != m_answers};
    }

    Message summary() const
    {
        return message("cli.sensed", BROTO_TEXT("cli", "%1 of %2 answers are those of the workbench."), m_same,
                       m_answers);
    }

private:
    Json jsonOf(const SensedRow& row, double seconds) const
    {
        Json values = Json::object();
        const std::vector<std::string> names = sensedNames(m_model);
        for (std::size_t i = 0; i < names.size(); ++i)
            values[names[i]] = jsonNumber(row.values[i]);
        const std::optional<LiveAnswer>& answer = row.answer;
        return {{"seconds", jsonNumber(seconds)},
                {"values", std::move(values)},
                {"board", answer ? answerJson(answer->board, m_model) : Json(nullptr)},
                {"workbench", answer ? answerJson(answer->workbench, m_model) : Json(nullptr)},
                {"same", answer ? Json(answer->same) : Json(nullptr)}};
    }

    void print(const SensedRow& row, double seconds) const
    {
        std::cout << fixed(seconds, 3);
        for (const float value : row.values)
            std::cout << ',' << csvNumber(value);
        if (const auto& answer = row.answer)
            std::cout << ',' << csvText(answerText(answer->board, m_model)) << ','
                      << csvText(answerText(answer->workbench, m_model)) << ',' << (answer->same ? "yes" : "no");
        else
            std::cout << ",,,";
        std::cout << std::endl;
    }

    const DeployableModel& m_model;
    bool m_json;
    Json m_rows = Json::array();
    std::size_t m_answers = 0;
    std::size_t m_same = 0;
};

/// As often as the readings came that a stream was trained on.
double rateFor(const SenseOptions& options, const DeployableModel& model)
{
    if (options.rate > 0)
        return options.rate;
    const std::optional<Stream>& stream = model.preprocessing.stream;
    return stream && stream->readingsPerSecond > 0 ? stream->readingsPerSecond : usualRate;
}

Result<Outcome> sense(const SenseOptions& options, Session& session)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const DeployableModel& model = opened->model();
    const Result<BoardPlace> place = findBoardPlace(options.port, options.virtualBoard);
    if (!place)
        return place.error();
    session.note(message("cli.connecting", BROTO_TEXT("cli", "Connecting to %1 …"), place->port.path));
    Result<BoardConnection> board = BoardConnection::open(linesTo(place->port), session.control);
    if (!board)
        return board.error();
    Result<SensorStream> sensors = SensorStream::open(model, *board);
    if (!sensors)
        return sensors.error();
    SensedRows rows(model, session);
    SteadyPace pace(rateFor(options, model));
    for (std::size_t i = 0; (options.count == 0 || i < options.count) && std::cout; ++i) {
        if (!pace.waitForNext(session.control))
            break;
        const double seconds = pace.seconds();
        const Result<SensedRow> row = sensors->next();
        if (!row)
            return row.error();
        rows.take(*row, seconds);
    }
    session.note(rows.summary());
    return rows.outcome(place->port.path);
}

}

void addSense(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "sense", text(BROTO_TEXT("cli", "Show what a board's own sensors give and how it and the workbench answer")));
    const auto options = std::make_shared<SenseOptions>();
    addVariantOptions(*command, options->project, options->variant);
    CLI::Option* port = command->add_option("--port", options->port, text(BROTO_TEXT("cli", "Where the board is")));
    addVirtualOption(*command, options->virtualBoard)->excludes(port);
    command
        ->add_option("--rate", options->rate,
                     text(BROTO_TEXT("cli", "Rows a second (default: 10, or as the readings of windows came)")))
        ->check(CLI::Range(0.001, 10000.0));
    command
        ->add_option("--count", options->count, text(BROTO_TEXT("cli", "End after so many rows (default: at Ctrl+C)")))
        ->check(CLI::Range(1, 1'000'000'000));
    command->callback([=, &session] { session.action = [=, &session] { return sense(*options, session); }; });
}

}
