#pragma once

#include "compression/predictor.h"
#include "device/board_connection.h"
#include "device/live_answer.h"

#include <memory>
#include <optional>
#include <vector>

namespace broto {

/// What a board has read from its own pins, answered by it and by the workbench.
struct SensedRow {
    std::vector<float> values; ///< a row, or one reading of a stream
    int due = 0;               ///< of a stream: readings until the next answer; 0: there is one
    /// To the row, or to what the readings of a full window come to.
    std::optional<LiveAnswer> answer;
};

/// Rows that a board reads itself, one after the other. The model and the connection must outlive it.
class SensorStream {
public:
    /// Fails where the board runs another model or reads no pins.
    static Result<SensorStream> open(const DeployableModel& model, BoardConnection& board);

    /// The next row. Fails where the board is gone or refuses what it reads, because a feature without a pin has
    /// nothing that stands for it. Where a reading of a stream may be lost, its windows begin anew.
    Result<SensedRow> next();

private:
    SensorStream(const DeployableModel& model, BoardConnection& board);
    Result<void> restart();
    std::optional<Message> problemIn(const SensedAnswer& sensed) const;
    Message refusal(std::size_t feature) const;
    std::optional<Message> problemWithReading(const std::vector<float>& values) const;
    bool fits(const SensedAnswer& sensed) const;
    std::optional<Prediction> answerTo(const SensedAnswer& sensed);
    SensedRow answered(SensedAnswer sensed, Prediction expected);

    const DeployableModel* m_model;
    BoardConnection* m_board;
    std::unique_ptr<Predictor> m_rows;           ///< of a model that takes rows
    std::unique_ptr<StreamPredictor> m_readings; ///< of one that takes readings
};

}
