#pragma once

#include "compression/predictor.h"
#include "device/board_connection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace broto {

/// Of float answers of the same arithmetic, relative to the larger of 1 and the value: processors round the last bits
/// of sums in orders of their own.
inline constexpr double roundingMayDo = 1e-3;

/// What one side says to a row.
struct Said {
    std::string refusedFor; ///< the feature that has no value, where the row is refused; empty: it is answered
    std::int64_t raw = 0;   ///< of an answer: the output that differs
    std::string className;  ///< of an answer; empty where that is a number
    float value = 0;        ///< then: which
};

/// Where a board and the workbench part for the first time. All that a sentence about it needs, for the model may be
/// gone by then.
struct Difference {
    std::size_t row = 0; ///< of the rows or windows that were checked, from 0
    int output = 0;
    std::string outputName; ///< a class, or the target
    Said expected;          ///< by the workbench
    Said received;          ///< by the board
    int layer = -1;         ///< first layer whose values differ, from 0; -1 when that could not be found out
    int neuron = -1;
    int feature = -1; ///< of a window: the first feature that differs; -1 when all are the same or nobody knows
    std::string featureName;

    bool isRefusal() const { return !expected.refusedFor.empty() || !received.refusedFor.empty(); }
};

/// Why the answers of a board cannot be compared with a model: it runs another one.
std::optional<Message> problemWithBoard(const DeployableModel& model, const BoardHello& board);

/// The first raw output of an integer model that differs, or that only one side refuses the row.
std::optional<Difference> differenceIn(const Prediction& expected, const BoardAnswer& received,
                                       const DeployableModel& model);

/// What a board's raw outputs stand for.
Prediction predictionIn(const BoardAnswer& answer, const OutputDecoding& decoding);

/// Of float outputs: the largest difference, relative to the larger of 1 and the value. 0 where a side refuses the row.
double largestDifferenceIn(const Prediction& expected, const BoardAnswer& received);

/// Asks the board for one layer after the other until values differ, and fills in layer and neuron. Where the board no
/// longer answers, the place stays open.
void locate(Difference& difference, std::span<const float> row, const DeployableModel& model, Predictor& predictor,
            BoardConnection& board);

}
