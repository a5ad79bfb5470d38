#include "device/live_asking.h"

#include "device/answer_times.h"

#include <utility>

namespace broto {

LiveAnswer compared(const DeployableModel& model, const BoardHello& hello, LiveQuestion question, Prediction workbench,
                    const BoardAnswer& received)
{
    LiveAnswer answer;
    answer.at = std::chrono::steady_clock::now();
    answer.outOfRange = outOfRange(model.preprocessing.features, question.row);
    answer.largestDifference = largestDifferenceIn(workbench, received);
    answer.difference = differenceIn(workbench, received, model);
    answer.same = !answer.difference && answer.largestDifference <= roundingMayDo;
    answer.workbench = std::move(workbench);
    answer.board = predictionIn(received, model.decoding);
    const auto known = microseconds(received.time, received.timeUnit, hello.clockHz);
    answer.time = known.value_or(received.time);
    answer.timeUnit = known ? TimeUnit::Microseconds : received.timeUnit;
    answer.question = std::move(question);
    return answer;
}

LiveAsking::LiveAsking(const DeployableModel& model, BoardConnection& board)
    : m_model(model), m_board(board), m_predictor(model)
{
}

Result<LiveAnswer> LiveAsking::ask(LiveQuestion question, Place place)
{
    const Result<BoardAnswer> received =
        m_board.ask([&row = question.row](BoardClient& board) { return board.infer(row); });
    if (!received)
        return received.error();
    Prediction workbench = m_predictor.predict(question.row);
    LiveAnswer answer = compared(m_model, m_board.hello(), std::move(question), std::move(workbench), *received);
    if (answer.difference && place == Place::Located && !answer.difference->isRefusal())
        locate(*answer.difference, answer.question.row, m_model, m_predictor, m_board);
    return answer;
}

}
