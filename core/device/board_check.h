#pragma once

#include "common/matrix.h"
#include "common/result.h"
#include "common/run_control.h"
#include "compression/deployable_model.h"
#include "device/answer_comparison.h"
#include "device/answer_times.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace broto {

/// Board against workbench, row by row.
struct BoardReport {
    BoardHello board;
    std::size_t rows = 0;
    std::size_t identical = 0;    ///< integer models
    double largestDifference = 0; ///< float32 models, relative to the larger of 1 and the value
    std::optional<Difference> firstDifference;
    std::vector<std::uint32_t> times; ///< of the first rows, or of all windows
    TimeUnit timeUnit = TimeUnit::Microseconds;
};

/// A time of the report in microseconds, where that can be known.
inline std::optional<double> microseconds(double time, const BoardReport& report)
{
    return microseconds(time, report.timeUnit, report.board.clockHz);
}

/// Sends every row and compares raw outputs: the first ones one by one, so that nothing arrives while the board
/// measures their time, the others as fast as the line carries them. A model other than the one on the board is an
/// error that names both. Stop keeps what was compared so far.
Result<BoardReport> checkBoard(const DeployableModel& model, const Matrix& rows, BoardConnection& board,
                               const RunControl& control = {});

/// The same for a model that takes a stream: sends the readings of every recording (one a matrix row) and compares
/// window by window. The stream is restarted before each recording; where an answer is lost the readings since the last
/// window are sent again.
Result<BoardReport> checkBoard(const DeployableModel& model, const std::vector<Matrix>& recordings,
                               BoardConnection& board, const RunControl& control = {});

}
