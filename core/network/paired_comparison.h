#pragma once

#include "data/dataset.h"
#include "network/interval.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// What becomes of the answers when one model takes another's place, such as an int8 model that of its float network:
/// both answered the same rows of one test set, and it is the rows on which they differ that tell. That is sharper than
/// to compare two intervals of the headline, which overlap even where one model is surely better.
///
/// It holds for models that were chosen before they saw these rows. A row that one of the models refuses has no answer
/// to compare: the caller leaves it out for both and says how many there were. Row numbers count in what was passed.
struct PairedComparison {
    Task task = Task::Classification;
    std::size_t rows = 0;
    double change = 0;       ///< of the headline (accuracy or R2), second model minus first; of no rows NaN
    Interval changeInterval; ///< 95 %; shareChangeInterval() or explainedShareChangeInterval()
    double probability = 1;  ///< p: of a change as large, either way, if the models were equally good; of no rows 1
    double agreement = 0;    ///< share of rows on which both give the same answer; of no rows NaN

    // Classification
    std::size_t bothRight = 0;
    std::size_t bothWrong = 0;
    std::vector<std::size_t> becameWrong;       ///< rows that the first model alone has right
    std::vector<std::size_t> becameRight;       ///< rows that the second model alone has right
    std::vector<std::size_t> wrongInAnotherWay; ///< rows on which both are wrong and do not agree

    // Regression, in the target's unit: how far the answers are from each other, not from the truth
    double meanDifference = 0; ///< of the absolute differences; of no rows NaN, like the next
    double largestDifference = 0;
    std::vector<std::size_t> differentRows; ///< rows with answers that are not equal, the largest difference first
};

PairedComparison classificationComparison(std::span<const std::int32_t> truth, std::span<const std::int32_t> first,
                                          std::span<const std::int32_t> second);

/// Answers count as the same where they differ by no more than `agreeingShare` of the standard deviation of the truth.
PairedComparison regressionComparison(std::span<const float> truth, std::span<const float> first,
                                      std::span<const float> second, double agreeingShare = 0.01);

/// McNemar's test: how likely a coin, thrown for every row that only one of the models has right, falls as unevenly as
/// `gained` to `lost` or more so. The mid-p variant, which counts what is seen by half: the exact test errs on the
/// careful side by a wide margin, this one keeps to its level (Fagerland, Lydersen and Laake 2013). 1 where there are
/// none.
double mcNemarProbability(std::size_t gained, std::size_t lost);

}
