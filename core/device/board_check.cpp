#include "device/board_check.h"

#include "common/cancelled.h"

#include <algorithm>
#include <bit>

namespace broto {

namespace {

std::span<const float> rowOf(const Matrix& rows, Eigen::Index i)
{
    return {rows.row(i).data(), static_cast<std::size_t>(rows.cols())};
}

/// Sent once, and not again over a new line: nobody knows whether the board has heard it.
struct OneReading {
    std::span<const float> reading;
    bool isSent = false;

    Result<std::optional<SampleAnswer>> operator()(BoardClient& board)
    {
        if (std::exchange(isSent, true))
            return std::optional<SampleAnswer>();
        return board.sample(reading);
    }
};

class Check {
public:
    Check(const DeployableModel& model, BoardConnection& board) : m_model(model), m_predictor(model), m_board(board)
    {
        m_report.board = board.hello();
    }

    /// `compared` is told after every row how many there are.
    Result<void> addRows(const Matrix& rows, const RunControl& control, const std::function<void()>& compared)
    {
        const Eigen::Index timed = std::min(timedRows, rows.rows());
        for (Eigen::Index i = 0; i < timed && !control.stopRequested(); ++i) {
            const std::span<const float> row = rowOf(rows, i);
            const auto received = m_board.ask([&](BoardClient& board) { return board.infer(row); });
            if (!received)
                return received.error();
            countTime(*received);
            compare(m_predictor.predict(row), *received);
            compared();
        }
        const Matrix rest = rows.bottomRows(rows.rows() - timed);
        const auto compareRest = [&](Eigen::Index i, const BoardAnswer& received) {
            compare(m_predictor.predict(rowOf(rest, i)), received);
            compared();
        };
        if (const auto asked = m_board.inferAll(rest, compareRest, control); !asked)
            return asked.error();
        if (m_report.firstDifference) // no row is under way any more
            locateFirst(rowOf(rows, static_cast<Eigen::Index>(m_report.firstDifference->row)));
        return {};
    }

    /// From the reading on with which the next window begins. Stops early where `control` says so.
    Result<void> addRecording(const Matrix& recording, const RunControl& control)
    {
        const Stream& stream = *m_model.preprocessing.stream;
        for (int lost = 0; lost <= mostLostAnswers; ++lost) {
            const Eigen::Index before = m_nextReading;
            const Result<bool> finished = sendReadings(recording, control);
            if (!finished)
                return finished.error();
            if (*finished) {
                m_nextReading = 0;
                return {};
            }
            if (m_nextReading > before)
                lost = 0;
        }
        return lostTooOften(stream.length);
    }

    BoardReport report() && { return std::move(m_report); }

private:
    static Message lostTooOften(int length)
    {
        return message("device.lost-readings",
                       BROTO_TEXT("core", "The board has lost readings again and again, and a window of %1 was never "
                                          "whole. Use a shorter cable or another port, and repeat the check."),
                       length);
    }

    /// False: an answer was lost, and the readings since the last window have to be sent again.
    Result<bool> sendReadings(const Matrix& recording, const RunControl& control)
    {
        const auto restarted = m_board.ask([](BoardClient& board) { return board.restartStream(); });
        if (!restarted)
            return restarted.error();
        StreamPredictor predictor(m_model);
        for (Eigen::Index i = m_nextReading; i < recording.rows() && !control.stopRequested(); ++i) {
            const std::span<const float> reading = rowOf(recording, i);
            const int dueBefore = predictor.due();
            const std::optional<Prediction> expected = predictor.push(reading);
            const auto received = sendReading(reading, dueBefore, predictor.due());
            if (!received)
                return received.error();
            if (!*received || (!(*received)->answer && (*received)->due != predictor.due()) ||
                (*received)->answer.has_value() != expected.has_value())
                return false;
            if (!expected)
                continue;
            countTime(*(*received)->answer);
            compareWindow(predictor, *expected, *(*received)->answer);
            m_nextReading += m_model.preprocessing.stream->stride;
        }
        return true;
    }

    /// Nothing: an answer was lost, and nobody knows what the board has heard. How many readings it is due tells,
    /// unless that is the same before and after; the answer to a full window does not come again.
    Result<std::optional<SampleAnswer>> sendReading(std::span<const float> reading, int dueBefore, int dueAfter)
    {
        for (int lost = 0; lost <= mostLostAnswers; ++lost) {
            const auto received = m_board.ask(OneReading{reading});
            if (!received || *received)
                return received;
            const auto due = m_board.ask([](BoardClient& board) { return board.readingsDue(); });
            if (!due)
                return due.error();
            if (dueBefore == dueAfter || dueAfter == 0)
                break;
            if (*due == dueAfter)
                return std::optional(SampleAnswer{dueAfter, {}});
            if (*due != dueBefore)
                break;
        }
        return std::optional<SampleAnswer>();
    }

    void compareWindow(StreamPredictor& predictor, const Prediction& expected, const BoardAnswer& received)
    {
        const bool isFirst = !m_report.firstDifference;
        const std::vector<float> row = predictor.features();
        compare(expected, received);
        if (!isFirst || !m_report.firstDifference)
            return;
        const auto features = m_board.ask([](BoardClient& board) { return board.lastWindow(); });
        for (std::size_t f = 0; features && f < row.size(); ++f) {
            if (std::bit_cast<std::uint32_t>(row[f]) == std::bit_cast<std::uint32_t>((*features)[f]))
                continue;
            m_report.firstDifference->feature = static_cast<int>(f);
            m_report.firstDifference->featureName = m_model.preprocessing.features[f].name;
            return;
        }
        locateFirst(row);
    }

    void countTime(const BoardAnswer& received)
    {
        m_report.times.push_back(received.time);
        m_report.timeUnit = received.timeUnit;
    }

    void compare(const Prediction& expected, const BoardAnswer& received)
    {
        m_report.largestDifference = std::max(m_report.largestDifference, largestDifferenceIn(expected, received));
        std::optional<Difference> difference = differenceIn(expected, received, m_model);
        if (!difference)
            m_report.identical += m_model.arithmetic != Arithmetic::Float32;
        else if (!m_report.firstDifference) {
            difference->row = m_report.rows;
            m_report.firstDifference = difference;
        }
        ++m_report.rows;
    }

    void locateFirst(std::span<const float> row)
    {
        if (!m_report.firstDifference->isRefusal())
            locate(*m_report.firstDifference, row, m_model, m_predictor, m_board);
    }

    static constexpr Eigen::Index timedRows = 30;
    static constexpr int mostLostAnswers = 3; ///< of one window

    const DeployableModel& m_model;
    Predictor m_predictor;
    BoardConnection& m_board;
    BoardReport m_report;
    Eigen::Index m_nextReading = 0; ///< of the recording: where the next window begins
};

}

Result<BoardReport> checkBoard(const DeployableModel& model, const Matrix& rows, BoardConnection& board,
                               const RunControl& control)
{
    if (const std::optional<Message> problem = problemWithBoard(model, board.hello()))
        return *problem;
    Check check(model, board);
    const auto compared = [&, done = 0]() mutable { control.report(++done, static_cast<double>(rows.rows())); };
    if (const auto checked = check.addRows(rows, control, compared); !checked)
        return checked.error();
    if (control.cancelled())
        return cancelledByUser();
    return std::move(check).report();
}

Result<BoardReport> checkBoard(const DeployableModel& model, const std::vector<Matrix>& recordings,
                               BoardConnection& board, const RunControl& control)
{
    if (const std::optional<Message> problem = problemWithBoard(model, board.hello()))
        return *problem;
    Check check(model, board);
    for (std::size_t i = 0; i < recordings.size() && !control.stopRequested(); ++i) {
        if (const auto checked = check.addRecording(recordings[i], control); !checked)
            return checked.error();
        control.report(static_cast<double>(i + 1), static_cast<double>(recordings.size()));
    }
    if (control.cancelled())
        return cancelledByUser();
    return std::move(check).report();
}

}
