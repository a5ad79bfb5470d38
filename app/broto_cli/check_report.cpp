#include "check_report.h"

#include "board_place.h"
#include "common/number_text.h"
#include "language.h"
#include "project/workflow.h"

#include <utility>

namespace broto {

namespace {

bool isFloat(const DeployableModel& model)
{
    return model.arithmetic == Arithmetic::Float32;
}

Json differenceJson(const std::optional<Difference>& difference)
{
    if (!difference)
        return nullptr;
    return {{"row", difference->row},
            {"output", difference->output},
            {"expected", difference->expected},
            {"received", difference->received},
            {"layer", difference->layer < 0 ? Json(nullptr) : Json(difference->layer)},
            {"neuron", difference->neuron < 0 ? Json(nullptr) : Json(difference->neuron)},
            {"feature", difference->feature < 0 ? Json(nullptr) : Json(difference->feature)}};
}

Json documentOf(const BoardReport& report, const DeployableModel& model)
{
    Json document = {{"rows", report.rows}};
    if (isFloat(model))
        document["largestDifference"] = jsonNumber(report.largestDifference);
    else
        document["identical"] = report.identical;
    document["firstDifference"] = differenceJson(report.firstDifference);
    return document;
}

/// People count from 1.
std::string differenceText(const Difference& difference, const DeployableModel& model)
{
    const auto sentenceFor = model.preprocessing.stream
                                 ? BROTO_TEXT("cli", "The first difference is in window %1, output %2: %3 here, %4 on "
                                                     "the board.")
                                 : BROTO_TEXT("cli", "The first difference is in row %1, output %2: %3 here, %4 on the "
                                                     "board.");
    std::string sentence =
        text(sentenceFor, difference.row + 1, difference.output + 1, difference.expected, difference.received);
    if (difference.feature >= 0)
        sentence += " " + text(BROTO_TEXT("cli", "It begins in the feature “%1” of the window."),
                               model.preprocessing.features[static_cast<std::size_t>(difference.feature)].name);
    if (difference.layer >= 0)
        sentence += " " + text(BROTO_TEXT("cli", "It begins in layer %1, neuron %2."), difference.layer + 1,
                               difference.neuron + 1);
    return sentence;
}

std::string textOf(const BoardReport& report, const DeployableModel& model)
{
    const bool windows = model.preprocessing.stream.has_value();
    std::string sentence = isFloat(model) ? text(windows ? BROTO_TEXT("cli", "%1 windows, largest difference %2")
                                                         : BROTO_TEXT("cli", "%1 rows, largest difference %2"),
                                                 report.rows, shortest(static_cast<float>(report.largestDifference)))
                                          : text(windows ? BROTO_TEXT("cli", "%1 of %2 windows identical")
                                                         : BROTO_TEXT("cli", "%1 of %2 rows identical"),
                                                 report.identical, report.rows);
    if (report.firstDifference)
        sentence += "\n" + differenceText(*report.firstDifference, model);
    return sentence + "\n";
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

bool isGood(const BoardReport& report, const DeployableModel& model)
{
    if (report.firstDifference)
        return false;
    return isFloat(model) ? report.largestDifference <= roundingMayDo : report.identical == report.rows;
}

Outcome outcomeOf(const BoardReport& report, const DeployableModel& model)
{
    return {documentOf(report, model), textOf(report, model), !isGood(report, model)};
}

}
