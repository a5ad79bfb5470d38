#include "device/board_check.h"

#include "common/cancelled.h"
#include "compression/predictor.h"

#include <algorithm>
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
    const bool floats = model.storage == Storage::Float32;
    if (board.inputs != model.features() || board.outputs != model.outputs() || board.floatOutputs != floats)
        return message("device.other-shape",
                       BROTO_TEXT("core",
                                  "The board says that %1 takes %2 values and gives %3, and here it takes %4 and gives "
                                  "%5: flash the board again."),
                       board.modelName, board.inputs, board.outputs, model.features(), model.outputs());
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

class Check {
public:
    Check(const DeployableModel& model, BoardClient& board) : m_model(model), m_predictor(model), m_board(board)
    {
        m_report.board = board.hello();
    }

    Result<void> add(std::span<const float> row)
    {
        const auto received = m_board.infer(row);
        if (!received)
            return received.error();
        const Prediction expected = m_predictor.predict(row);
        compare(row, expected, *received);
        ++m_report.rows;
        m_report.times.push_back(received->time);
        m_report.timesInCycles = received->timeInCycles;
        return {};
    }

    BoardReport report() && { return std::move(m_report); }

private:
    void compare(std::span<const float> row, const Prediction& expected, const BoardAnswer& received)
    {
        for (std::size_t i = 0; !received.refused && i < expected.rawFloat.size(); ++i)
            m_report.largestDifference =
                std::max(m_report.largestDifference, relativeDifference(expected.rawFloat[i], received.rawFloat[i]));
        std::optional<Difference> difference = differenceIn(expected, received);
        if (!difference) {
            m_report.identical += m_model.storage != Storage::Float32;
            return;
        }
        if (m_report.firstDifference)
            return;
        difference->row = m_report.rows;
        if (!expected.refused && !received.refused)
            locate(row, *difference);
        m_report.firstDifference = difference;
    }

    /// Asks for one layer after the other until values differ. Where the board no longer answers, the place stays open.
    void locate(std::span<const float> row, Difference& difference)
    {
        const int hidden = static_cast<int>(m_model.layers.size()) - 1;
        for (int layer = 0; layer < hidden; ++layer) {
            const auto received = m_board.layer(layer, row);
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

    const DeployableModel& m_model;
    Predictor m_predictor;
    BoardClient& m_board;
    BoardReport m_report;
};

}

Result<BoardReport> checkBoard(const DeployableModel& model, const Matrix& rows, BoardClient& board,
                               const RunControl& control)
{
    if (const std::optional<Message> problem = problemWithBoard(model, board.hello()))
        return *problem;
    Check check(model, board);
    for (Eigen::Index i = 0; i < rows.rows() && !control.stopRequested(); ++i) {
        const Eigen::RowVectorXf row = rows.row(i);
        if (const auto checked = check.add({row.data(), static_cast<std::size_t>(row.size())}); !checked)
            return checked.error();
        control.report(static_cast<double>(i + 1), static_cast<double>(rows.rows()));
    }
    if (control.cancelled())
        return cancelledByUser();
    return std::move(check).report();
}

}
