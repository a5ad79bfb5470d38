#pragma once

#include "common/matrix.h"
#include "common/result.h"
#include "common/run_control.h"
#include "device/answer_waits.h"
#include "device/board_answers.h"
#include "device/frame_line.h"

#include <cstdint>
#include <deque>
#include <map>
#include <set>

namespace broto {

/// Many rows to a board and their answers back, as fast as the line carries them: further requests are under way while
/// one is being computed, together never more bytes than the board says that it can hold. A board answers in the order
/// in which it is asked; so an answer also tells that those before it are lost, and they are asked again at once.
class RowPipeline {
public:
    RowPipeline(FrameLine& line, const BoardHello& hello, AnswerPace& pace, const Matrix& rows,
                const RowAnswered& onAnswer);

    /// To the last row, or until somebody wants to stop.
    Result<void> run(const RunControl& control);

private:
    struct Request {
        std::uint16_t id = 0;
        Eigen::Index row = 0;
        std::size_t bytes = 0; ///< 0: taken for lost, though its answer may still come
        Link::TimePoint sent;
    };

    Result<void> sendMore();
    bool hasRoom() const;
    Result<void> send(Eigen::Index row);
    Result<bool> take(const BoardFrame& frame); ///< whether it was an answer to a row
    void settle(Request answered);
    void giveUp(Request& request);
    void handOut();

    FrameLine& m_line;
    const BoardHello& m_hello;
    AnswerPace& m_pace;
    const Matrix& m_rows;
    const RowAnswered& m_onAnswer;

    std::deque<Request> m_requests; ///< in the order in which they were sent
    std::size_t m_bytesUnderWay = 0;
    std::set<Eigen::Index> m_again;                ///< rows whose answers were lost
    std::map<Eigen::Index, BoardAnswer> m_answers; ///< that wait for an earlier one
    Eigen::Index m_next = 0;                       ///< the first row that was never sent
    Eigen::Index m_due = 0;                        ///< the first row that has no answer
    bool m_isProbing = false;                      ///< nothing came for long: one request at a time
};

}
