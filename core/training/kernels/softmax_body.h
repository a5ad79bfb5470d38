// What many rows of scores lose, and their slopes.
// A part of kernels_body.h.
#pragma once

#include "training/kernels/floats.h"
#include "training/kernels/kernels.h"

namespace broto {

namespace {

/// Rows are judged as many side by side as a register has lanes, one in each: nothing is summed across lanes, and what
/// pads a row costs nothing. Column after column of these rows:
BROTO_INLINE void takeColumns(const SoftmaxRows& s, int row)
{
    const float* from = s.outputs + static_cast<std::size_t>(row) * static_cast<std::size_t>(s.width);
    for (int column = 0; column < s.width; column += lanes)
        transposeSquare(from + column, s.width, s.columns + column * lanes, lanes);
}

BROTO_INLINE void putSlopes(const SoftmaxRows& s, int row)
{
    float* to = s.slopes + static_cast<std::size_t>(row) * static_cast<std::size_t>(s.width);
    for (int column = 0; column < s.width; column += lanes)
        transposeSquare(s.columns + column * lanes, lanes, to + column, s.width);
}

BROTO_INLINE Floats weightsOf(const SoftmaxRows& s, int row)
{
    Floats weights(1.0f);
    if (s.weights)
        for (int r = 0; r < lanes; ++r)
            weights.lane[r] = s.weights[s.labels[row + r]];
    return weights;
}

/// With smoothing, a share of the truth lies with all classes, and so does a share of the distance from the largest
/// output, as the loss counts it.
BROTO_INLINE Floats smoothed(const SoftmaxRows& s, Floats distance, Floats largest)
{
    Floats sum(0.0f);
    for (int c = 0; c < s.classes; ++c)
        sum = sum + (largest - load(s.columns + c * lanes));
    return Floats(1 - s.smoothing) * distance + Floats(s.smoothing / static_cast<float>(s.classes)) * sum;
}

/// Columns of outputs become columns of slopes.
BROTO_INLINE void judgeColumns(const SoftmaxRows& s, int row, Judgement& judgement)
{
    const Floats zero(0.0f);
    const IntRegister labels = loadIntegers(s.labels + row);
    Floats largest = load(s.columns), ofTruth = zero;
    for (int c = 0; c < s.classes; ++c) {
        const Floats output = load(s.columns + c * lanes);
        largest = larger(largest, output);
        ofTruth = select({labels == c}, output, ofTruth);
    }
    Floats distance = largest - ofTruth;
    if (s.smoothing > 0)
        distance = smoothed(s, distance, largest);

    Floats sum = zero;
    for (int c = 0; c < s.classes; ++c) {
        const Floats power = exponential(load(s.columns + c * lanes) - largest);
        store(s.columns + c * lanes, power);
        sum = sum + power;
    }
    const Floats weights = weightsOf(s, row), share = weights * Floats(s.perRow), scale = share / sum;
    const Floats ofOthers = share * Floats(s.smoothing / static_cast<float>(s.classes));
    const Floats ofLabel = multiplyAdd(share, Floats(1 - s.smoothing), ofOthers);
    for (int c = 0; c < s.classes; ++c) {
        const Floats truth = select({labels == c}, ofLabel, ofOthers);
        store(s.columns + c * lanes, multiplyAdd(load(s.columns + c * lanes), scale, zero - truth));
    }
    for (int c = s.classes; c < s.width; ++c)
        store(s.columns + c * lanes, zero);

    const Mask isRow{laneNumbers() < s.rowCount - row};
    judgement.loss += sumOf(select(isRow, weights * (distance + logarithm(sum)), zero)).lane[0];
    const Floats right = select(isRow, select({ofTruth.lane == largest.lane}, Floats(1.0f), zero), zero);
    judgement.right += static_cast<std::size_t>(sumOf(right).lane[0]);
}

Judgement softmaxLoss(const SoftmaxRows& s)
{
    Judgement judgement;
    for (int row = 0; row < s.rowCount; row += lanes) {
        takeColumns(s, row);
        judgeColumns(s, row, judgement);
        putSlopes(s, row);
    }
    return judgement;
}

}

}
