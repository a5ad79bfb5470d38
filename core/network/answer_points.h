#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace broto {

/// An answer beside what it should have been, and what is left between the two (truth - answer).
struct AnswerPoint {
    std::size_t row = 0; ///< of the part
    double truth = 0;
    double answer = 0;
    double residual = 0;
};

/// Answers as they are drawn: evenly spread over the rows when there are many, and the ranges that hold them.
struct AnswerPoints {
    static constexpr std::size_t most = 2000;

    std::vector<AnswerPoint> points;
    double lowest = 0; ///< of truths and answers together, with a margin
    double highest = 1;
    double largestResidual = 1; ///< without its sign, with a margin
};

AnswerPoints answerPoints(std::span<const float> truth, std::span<const float> answers);

}
