#include "board_place.h"
#include "boards/board.h"
#include "check_report.h"
#include "choice_words.h"
#include "commands.h"
#include "common/number_text.h"
#include "data/samples.h"
#include "demo_task.h"
#include "language.h"
#include "platform/file.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

#include <QByteArray>
#include <chrono>

namespace broto {

namespace {

constexpr std::string_view boardId = "uno";

/// The user's own virtual board is left alone: this one keeps its flash and its registration in a folder that goes.
void useOwnBoardFolders(const std::filesystem::path& folder)
{
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(textOf(folder / "state")));
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(textOf(folder / "run")));
}

Json documentOf(const std::vector<DemoResult>& results, double seconds)
{
    Json checks = Json::array();
    for (const DemoResult& result : results)
        checks.push_back({{"task", std::string(taskName(result.task))},
                          {"rows", result.report.rows},
                          {"identical", result.report.identical}});
    return {{"checks", std::move(checks)}, {"seconds", jsonNumber(seconds)}};
}

std::string tableOf(const std::vector<DemoResult>& results)
{
    constexpr auto right = TextTable::Align::Right;
    TextTable table({{text(BROTO_TEXT("cli", "sample"))},
                     {text(BROTO_TEXT("cli", "task"))},
                     {text(BROTO_TEXT("cli", "metric"))},
                     {text(BROTO_TEXT("cli", "float")), right},
                     {text(BROTO_TEXT("cli", "int8")), right},
                     {text(BROTO_TEXT("cli", "flash (B)")), right},
                     {text(BROTO_TEXT("cli", "RAM (B)")), right},
                     {text(BROTO_TEXT("cli", "time (µs)")), right},
                     {text(BROTO_TEXT("cli", "rows")), right},
                     {text(BROTO_TEXT("cli", "identical")), right}});
    for (const DemoResult& result : results)
        table.addRow({result.sample, wordFor(taskName(result.task)), wordFor(headlineName(result.task)),
                      metricText(result.floatMetric), metricText(result.int8Metric), grouped(result.flashBytes),
                      grouped(result.ramBytes), fixed(result.microseconds, 0), std::to_string(result.report.rows),
                      std::to_string(result.report.identical)});
    return table.text();
}

std::string summaryOf(const std::vector<DemoResult>& results, double seconds, bool failed)
{
    std::string text = "\n" + tableOf(results) + "\n";
    text += failed ? broto::text(BROTO_TEXT("cli", "The board and the workbench differ. Please report this."))
                   : broto::text(BROTO_TEXT("cli", "Every answer of the board is the workbench's, to the last bit. "
                                                   "%1 s in all."),
                                 fixed(seconds, 0));
    return text + "\n" +
           broto::text(BROTO_TEXT("cli", "Now with your own table: broto-cli train data.csv -o model.broto")) + "\n";
}

Result<Outcome> runDemo(Session& session)
{
    const auto start = std::chrono::steady_clock::now();
    const Result<Board> board = findBoard(boardId);
    if (!board)
        return board.error();
    const Result<TemporaryFolder> folder = TemporaryFolder::make("broto-demo");
    if (!folder)
        return folder.error();
    useOwnBoardFolders(folder->path());
    session.note(message("cli.demo",
                         BROTO_TEXT("cli", "From a table to a board that answers, twice: on a virtual %1 that runs the "
                                           "true program, flashed by the true uploader."),
                         board->name));
    const Result<BoardPlace> place = findBoardPlace({}, std::string(boardId));
    if (!place)
        return place.error();

    std::vector<DemoResult> results;
    bool failed = false;
    for (const std::string_view id : {"iris", "obd-emissions"}) {
        Result<DemoResult> result = runDemoTask(id, {*board, place->port, folder->path() / id}, session);
        if (!result)
            return result.error();
        failed = failed || !result->good;
        results.push_back(std::move(*result));
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return Outcome{documentOf(results, seconds), summaryOf(results, seconds, failed), failed};
}

}

void addDemo(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("demo", text(BROTO_TEXT("cli", "Show all of it on bundled tables and a virtual Uno")));
    command->callback([&session] { session.action = [&session] { return runDemo(session); }; });
}

}
