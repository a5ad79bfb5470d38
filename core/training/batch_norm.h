#pragma once

#include "common/aligned_floats.h"

namespace broto {

/// Batch normalisation (Ioffe and Szegedy, 2015) of one layer's weighted sums, column by column: with the statistics of
/// the batch while training, with running ones when the network answers. `width` is padded; all arrays are rows of it.
class BatchNorm {
public:
    BatchNorm(int width, int largestBatch);

    /// sums become gain * (sums - mean) / deviation + bias with the batch's own statistics, which move the running ones
    /// (means, then variances) by a tenth.
    void normalise(float* sums, int rows, const float* gain, const float* bias, float* running);

    /// The same with the running statistics.
    void answer(float* sums, int rows, const float* gain, const float* bias, const float* running) const;

    /// Turns the derivatives by the results of the last normalise into those by its sums, and gives those by gain and
    /// bias.
    void differentiate(float* slopes, int rows, const float* gain, float* gainGradient, float* biasGradient);

private:
    int m_width;
    AlignedFloats m_distances; ///< (sum - mean) / deviation of the last batch
    AlignedFloats m_scales;    ///< 1 / deviation
    AlignedFloats m_means;
};

}
