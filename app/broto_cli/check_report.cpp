#include "check_report.h"

#include "board_place.h"
#include "device/verdict.h"
#include "language.h"
#include "project/workflow.h"

#include <utility>

namespace broto {

namespace {

Json saidJson(const Said& said)
{
    return said.refusedFor.empty() ? Json(said.raw) : Json(nullptr);
}

/// Of the first side that refuses the row.
Json refusalJson(const Difference& difference)
{
    if (!difference.isRefusal())
        return nullptr;
    const bool byBoard = !difference.received.refusedFor.empty();
    return {{"by", byBoard ? "board" : "workbench"},
            {"feature", byBoard ? difference.received.refusedFor : difference.expected.refusedFor}};
}

Json differenceJson(const std::optional<Difference>& difference)
{
    if (!difference)
        return nullptr;
    return {{"row", difference->row},
            {"output", difference->output},
            {"expected", saidJson(difference->expected)},
            {"received", saidJson(difference->received)},
            {"refused", refusalJson(*difference)},
            {"layer", difference->layer < 0 ? Json(nullptr) : Json(difference->layer)},
            {"neuron", difference->neuron < 0 ? Json(nullptr) : Json(difference->neuron)},
            {"feature", difference->feature < 0 ? Json(nullptr) : Json(difference->feature)}};
}

Json documentOf(const BoardReport& report)
{
    Json document = {{"rows", report.rows}};
    if (report.board.floatOutputs)
        document["largestDifference"] = jsonNumber(report.largestDifference);
    else
        document["identical"] = report.identical;
    document["firstDifference"] = differenceJson(report.firstDifference);
    return document;
}

std::string textOf(const BoardReport& report)
{
    std::string sentences;
    for (const Message& sentence : whereTheyPart(report))
        sentences += (sentences.empty() ? "\n" : " ") + inUserLanguage(sentence);
    return inUserLanguage(verdictOf(report)) + sentences + "\n";
}

}

Result<CheckedVariant> checkVariant(const BoardToCheck& board, Session& session)
{
    Result<OpenedVariant> opened = openVariant(board.project, board.variant);
    if (!opened)
        return opened.error();
    const Result<Dataset> data = dataFor(*opened);
    if (!data)
        return data.error();
    const Result<BoardPlace> place = findBoardPlace(board.port, board.virtualBoard);
    if (!place)
        return place.error();
    session.note(message("cli.connecting", BROTO_TEXT("cli", "Connecting to %1 …"), place->port.path));
    session.showProgress(text(BROTO_TEXT("cli", "Checking:")));
    Result<BoardReport> report = checkOverPort(opened->model(), *data, board.rows, place->port, session);
    session.showProgress({});
    if (!report)
        return report.error();
    return CheckedVariant{std::move(*opened), std::move(*report)};
}

Result<BoardReport> checkOverPort(const DeployableModel& model, const Dataset& data, std::size_t most, const Port& port,
                                  Session& session, std::chrono::milliseconds greetingLimit)
{
    ConnectionOptions options;
    options.greetingLimit = greetingLimit;
    options.onState = [&, told = false](ConnectionState state) mutable {
        if (state == ConnectionState::Waiting && !std::exchange(told, true))
            session.note(message("cli.waiting-for-board",
                                 BROTO_TEXT("cli", "The board at %1 is gone. Waiting until it is back …"), port.path));
        if (state == ConnectionState::Ready)
            told = false;
    };
    Result<BoardConnection> board = BoardConnection::open(linesTo(port), session.control, options);
    if (!board)
        return board.error();
    return checkWithRowsOf(data, model, most, *board, session.control);
}

Outcome outcomeOf(const BoardReport& report)
{
    return {documentOf(report), textOf(report), !agrees(report)};
}

}
