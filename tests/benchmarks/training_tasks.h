#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace broto {

/// A training whose time is compared: a network of a size that boards can carry, and rows for it. Batches of 32, Adam
/// with a learning rate of 0.001, ReLU in the hidden layers.
struct SpeedTask {
    std::string_view name;
    std::vector<int> widths; ///< inputs, hidden layers, outputs
    int rows;
    int epochs;   ///< of one timed run: about a tenth of a second
    bool classes; ///< else a regression

    /// Multiplications and additions that no trainer can do without: forwards, by the weights, and by the inputs of
    /// every layer but the first.
    double operationsPerSample() const;
};

std::span<const SpeedTask> speedTasks();

struct SpeedRows {
    std::vector<float> inputs; ///< row by row
    std::vector<std::int32_t> labels;
    std::vector<float> values;
};

/// Clouds of points around one centre a class, or a wave along a direction.
SpeedRows rowsOf(const SpeedTask& task);

inline constexpr int speedBatch = 32;
inline constexpr double speedLearningRate = 0.001;

/// Of the calling thread.
double cpuNanoseconds();

/// Other programs disturb a time by making it longer, never shorter.
template<class Run>
double leastOf(int runs, Run run)
{
    double least = run();
    for (int i = 1; i < runs; ++i) {
        const double time = run();
        least = time < least ? time : least;
    }
    return least;
}

}
