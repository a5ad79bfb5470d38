#include "device/live_asking.h"

#include "compression/answer_decoding.h"
#include "device/answer_times.h"

namespace broto {

LiveAsking::LiveAsking(const DeployableModel& model, BoardConnection& board)
    : m_model(model), m_board(board), m_predictor(model)
{
}

Result<LiveAnswer> LiveAsking::ask(LiveQuestion question, Place place)
{
    const std::vector<float>& row = question.row;
    const Result<BoardAnswer> received = m_board.ask([&](BoardClient& board) { return board.infer(row); });
    if (!received)
        return received.error();
    LiveAnswer answer;
    answer.at = std::chrono::steady_clock::now();
    answer.workbench = m_predictor.predict(row);
    answer.board = told(*received);
    answer.outOfRange = outOfRange(m_model.preprocessing.features, row);
    answer.largestDifference = largestDifferenceIn(answer.workbench, *received);
    answer.difference = differenceIn(answer.workbench, *received);
    answer.same = !answer.difference && answer.largestDifference <= roundingMayDo;
    const bool bothAnswer = !answer.workbench.refused && !answer.board.refused;
    if (answer.difference && place == Place::Located && bothAnswer)
        locate(*answer.difference, row, m_model, m_predictor, m_board);
    const auto known = microseconds(received->time, received->timeUnit, m_board.hello().clockHz);
    answer.time = known.value_or(received->time);
    answer.timeUnit = known ? TimeUnit::Microseconds : received->timeUnit;
    answer.question = std::move(question);
    return answer;
}

Prediction LiveAsking::told(const BoardAnswer& answer) const
{
    Prediction told;
    told.refused = answer.refused;
    told.refusedFeature = answer.refusedFeature;
    told.outOfRange = answer.outOfRange;
    told.raw = answer.raw;
    told.rawFloat = answer.rawFloat;
    if (!told.refused)
        decodeOutputs(m_model.decoding, told);
    return told;
}

}
