#pragma once

#include "common/aligned_floats.h"
#include "common/matrix.h"
#include "network/loss.h"
#include "training/kernels/kernels.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// What a teacher answers to the rows that a student learns from. The student follows it by `share`, and the truth by
/// the rest. Of classes these are probabilities at a temperature: the higher, the more of what is unlikely shows.
struct SoftTargets {
    Matrix answers; ///< one row a training row: probabilities of all classes, or the scaled value
    double temperature = 1;
    double share = 0;
};

/// How answers are judged while a network learns.
struct LossRules {
    Loss loss = Loss::CrossEntropy;
    std::vector<float> classWeights = {}; ///< one a class, or none: all are worth the same
    float smoothing = 0;                  ///< classification: share of the truth that is spread over all classes
    const SoftTargets* soft = nullptr;    ///< classification: what is learned from as well
};

/// Judges the outputs of a batch and says in which direction each should move.
class LossPass {
public:
    /// Of rows of `width` outputs.
    LossPass(LossRules rules, const Kernels& kernels, int largestBatch, int width);

    /// `rows` are indexes into `truth`. Outputs and slopes are rows of `width` values, the first `outputCount` of which
    /// count; there is room for the next multiple of `padding` rows. Slopes are of the mean loss.
    Judgement run(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int outputCount,
                  int width, float* slopes);

private:
    Judgement judgeClasses(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int classes,
                           int width, float* slopes);
    void followTeacher(std::span<const std::uint32_t> rows, const float* outputs, int classes, int width, float* slopes,
                       Judgement& judgement) const;
    Judgement judgeTwoClasses(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int width,
                              float* slopes) const;
    Judgement judgeValues(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int width,
                          float* slopes) const;

    LossRules m_rules;
    const Kernels& m_kernels;
    std::vector<std::int32_t> m_labels;
    AlignedFloats m_columns;
};

}
