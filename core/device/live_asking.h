#pragma once

#include "device/live_answer.h"

namespace broto {

/// What both have said to a row. Of floats `roundingMayDo` is no difference.
LiveAnswer compared(const DeployableModel& model, const BoardHello& hello, LiveQuestion question, Prediction workbench,
                    const BoardAnswer& received);

/// Asks board and workbench the same questions. Model and connection have to live as long.
class LiveAsking {
public:
    LiveAsking(const DeployableModel& model, BoardConnection& board);

    enum class Place { Ignored, Located }; ///< of a difference; locating it takes more questions

    Result<LiveAnswer> ask(LiveQuestion question, Place place);

private:
    const DeployableModel& m_model;
    BoardConnection& m_board;
    Predictor m_predictor;
};

}
