#pragma once

#include "common/matrix.h"
#include "compression/predictor.h"
#include "data/dataset.h"
#include "device/answer_comparison.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace broto {

/// A row that board and workbench are asked about, or that the board has read itself.
struct LiveQuestion {
    std::vector<float> row;                                ///< see Feature
    std::optional<std::size_t> testRow;                    ///< of the rows that are streamed, from 0
    float truth = std::numeric_limits<float>::quiet_NaN(); ///< a class index or a value; NaN where nobody knows
    bool sensed = false;                                   ///< by the board's own pins
};

/// What both say.
struct LiveAnswer {
    LiveQuestion question;
    std::chrono::steady_clock::time_point at;
    std::vector<int> outOfRange; ///< features whose values the training rows did not hold
    Prediction board, workbench;
    bool same = false;                          ///< to the bit; of floats, to what rounding may do
    double largestDifference = 0;               ///< of float outputs, relative to the larger of 1 and the value
    std::optional<Difference> difference;       ///< of integers, with layer and neuron where it was asked for
    double time = 0;                            ///< that the board took
    TimeUnit timeUnit = TimeUnit::Microseconds; ///< always this one where it can be known
};

/// Rows for a stream of questions.
struct LiveRows {
    Matrix rows;
    std::vector<float> truths; ///< one a row
};

/// Why rows of a data set mean something else to a model: its columns are others. Ranges may differ.
std::optional<Message> problemWithColumns(const Dataset& data, const DeployableModel& model);

/// The test rows for a model that was trained on such data, with what is true of them.
Result<LiveRows> testRowsFor(const Dataset& data, const DeployableModel& model);

/// The features of a row that lie outside what the training rows held; a category never seen counts too.
std::vector<int> outOfRange(const std::vector<Feature>& features, std::span<const float> row);

/// By how much the board's number is above the true one; NaN where that is unknown, and for classes.
double missedBy(const LiveAnswer& answer, Task task);

}
