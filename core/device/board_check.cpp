#include "device/board_check.h"

#include "common/cancelled.h"
#include "compression/predictor.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace broto {

namespace {

std::optional<Message> problemWithBoard(const DeployableModel& model, const BoardHello& board)
{
    if (board.modelId != modelId(model))
        return message("device.other-model",
                       BROTO_TEXT("core", "The board runs %1, and that is not the %2 model as it stands here: flash it "
                                          "first."),
                       board.modelName, model.name);
    const bool floats = model.arithmetic == Arithmetic::Float32;
    if (board.inputs != model.features() || board.outputs != model.outputs() || board.floatOutputs != floats)
        return message("device.other-shape",
                       BROTO_TEXT("core",
                                  "The board says that %1 takes %2 values and gives %3, and here it takes %4 and gives "
                                  "%5: flash the board again."),
                       board.modelName, board.inputs, board.outputs, model.features(), model.outputs());
    const std::optional<Stream>& stream = model.preprocessing.stream;
    const int channels = stream ? static_cast<int>(stream->channels.size()) : 0;
    if (board.channels != channels ||
        (stream && (board.windowLength != stream->length || board.windowStride != stream->stride)))
        return message("device.other-windows",
                       BROTO_TEXT("core", "The board makes other windows of its readings than %1: flash it again."),
                       model.name);
    return std::nullopt;
}

double relativeDifference(float expected, float received)
{
    if (expected == received || (std::isnan(expected) && std::isnan(received)))
        return 0; // infinities too, whose difference is no number
    const double difference =
        std::abs(static_cast<double>(expected) - received) / std::max(1.0, std::abs(double(expected)));
    return std::isnan(difference) ? std::numeric_limits<double>::infinity() : difference;
}

/// The first output that differs, if any.
std::optional<Difference> differenceIn(const Prediction& expected, const BoardAnswer& received)
{
    Difference difference;
    if (expected.refused || received.refused) {
        if (expected.refused == received.refused && expected.refusedFeature == received.refusedFeature)
            return std::nullopt;
        difference.expected = expected.refused;
        difference.received = received.refused;
        return difference;
    }
    for (std::size_t i = 0; i < expected.raw.size(); ++i) {
        if (expected.raw[i] == received.raw[i])
            continue;
        difference.output = static_cast<int>(i);
        difference.expected = expected.raw[i];
        difference.received = received.raw[i];
        return difference;
    }
    return std::nullopt;
}

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
        locateFirst(rows);
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
            return;
        }
        locate(row, *m_report.firstDifference);
    }

    void countTime(const BoardAnswer& received)
    {
        m_report.times.push_back(received.time);
        m_report.timeUnit = received.timeUnit;
    }

    void compare(const Prediction& expected, const BoardAnswer& received)
    {
        for (std::size_t i = 0; !received.refused && i < expected.rawFloat.size(); ++i)
            m_report.largestDifference =
                std::max(m_report.largestDifference, relativeDifference(expected.rawFloat[i], received.rawFloat[i]));
        std::optional<Difference> difference = differenceIn(expected, received);
        if (!difference)
            m_report.identical += m_model.arithmetic != Arithmetic::Float32;
        else if (!m_report.firstDifference) {
            difference->row = m_report.rows;
            m_report.firstDifference = difference;
            m_firstIsRefused = expected.refused || received.refused;
        }
        ++m_report.rows;
    }

    /// Once no row is under way any more.
    void locateFirst(const Matrix& rows)
    {
        if (m_report.firstDifference)
            locate(rowOf(rows, static_cast<Eigen::Index>(m_report.firstDifference->row)), *m_report.firstDifference);
    }

    /// Asks for one layer after the other until values differ. Where the board no longer answers, the place stays open.
    void locate(std::span<const float> row, Difference& difference)
    {
        if (m_firstIsRefused)
            return;
        const int hidden = static_cast<int>(m_model.layers.size()) - 1;
        for (int layer = 0; layer < hidden; ++layer) {
            const auto received = m_board.ask([&](BoardClient& board) { return board.layer(layer, row); });
            const std::vector<std::int8_t> expected = m_predictor.hiddenActivations(row, layer);
            if (!received || received->size() != expected.size())
                return;
            const auto [ours, theirs] = std::mismatch(expected.begin(), expected.end(), received->begin());
            if (ours == expected.end())
                continue;
            difference.layer = layer;
            difference.neuron = static_cast<int>(ours - expected.begin());
            return;
        }
        difference.layer = hidden;
        difference.neuron = difference.output;
    }

    static constexpr Eigen::Index timedRows = 30;
    static constexpr int mostLostAnswers = 3; ///< of one window

    const DeployableModel& m_model;
    Predictor m_predictor;
    BoardConnection& m_board;
    BoardReport m_report;
    bool m_firstIsRefused = false;  ///< the first difference is that only one side refuses the row
    Eigen::Index m_nextReading = 0; ///< of the recording: where the next window begins
};

}

std::optional<double> microseconds(double time, const BoardReport& report)
{
    if (report.timeUnit == TimeUnit::Microseconds)
        return time;
    if (report.timeUnit == TimeUnit::Instructions || report.board.clockHz == 0)
        return std::nullopt;
    return time * 1e6 / report.board.clockHz;
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
