#include "training/loss_pass.h"

#include "network/losses/absolute_error.h"
#include "network/losses/binary_cross_entropy.h"
#include "network/losses/huber.h"
#include "network/losses/squared_error.h"
#include "network/numbers.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

constexpr float smallestShare = std::numeric_limits<float>::min(); // of which there is a logarithm

}

LossPass::LossPass(LossRules rules, const Kernels& kernels, int largestBatch, int width)
    : m_rules(std::move(rules)),
      m_kernels(kernels),
      m_labels(static_cast<std::size_t>(padded(largestBatch))),
      m_columns(static_cast<std::size_t>(width) * padding)
{
}

Judgement LossPass::run(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int outputCount,
                        int width, float* slopes)
{
    switch (m_rules.loss) {
    case Loss::CrossEntropy:
        return judgeClasses(truth, rows, outputs, outputCount, width, slopes);
    case Loss::BinaryCrossEntropy:
        return judgeTwoClasses(truth, rows, outputs, width, slopes);
    case Loss::SquaredError:
    case Loss::AbsoluteError:
    case Loss::Huber:
        break;
    }
    return judgeValues(truth, rows, outputs, width, slopes);
}

Judgement LossPass::judgeClasses(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs,
                                 int classes, int width, float* slopes)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_labels[i] = truth.labels[rows[i]];
    SoftmaxRows softmax;
    softmax.outputs = outputs;
    softmax.rowCount = static_cast<int>(rows.size());
    softmax.width = width;
    softmax.classes = classes;
    softmax.labels = m_labels.data();
    softmax.weights = m_rules.classWeights.empty() ? nullptr : m_rules.classWeights.data();
    softmax.smoothing = m_rules.smoothing;
    softmax.perRow = 1 / static_cast<float>(rows.size());
    softmax.slopes = slopes;
    softmax.columns = m_columns.data();
    Judgement judgement = m_kernels.softmaxLoss(softmax);
    if (m_rules.soft)
        followTeacher(rows, outputs, classes, width, slopes, judgement);
    return judgement;
}

/// Slopes and loss become those of (1 - share) * truth + share * T^2 * relative entropy to the teacher at temperature T
/// (Hinton, Vinyals, Dean 2015).
void LossPass::followTeacher(std::span<const std::uint32_t> rows, const float* outputs, int classes, int width,
                             float* slopes, Judgement& judgement) const
{
    const auto temperature = static_cast<float>(m_rules.soft->temperature);
    const auto share = static_cast<float>(m_rules.soft->share);
    const float slopeFactor = share * temperature / static_cast<float>(rows.size());
    double loss = 0;
    std::vector<float> powers(static_cast<std::size_t>(classes));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const float* output = outputs + row * static_cast<std::size_t>(width);
        float* slope = slopes + row * static_cast<std::size_t>(width);
        const float largest = *std::max_element(output, output + classes);
        float sum = 0;
        for (std::size_t c = 0; c < powers.size(); ++c)
            sum += powers[c] = exponential((output[c] - largest) / temperature);
        for (std::size_t c = 0; c < powers.size(); ++c) {
            const float own = powers[c] / sum;
            const float teacher = m_rules.soft->answers(rows[row], static_cast<Eigen::Index>(c));
            slope[c] = (1 - share) * slope[c] + slopeFactor * (own - teacher);
            if (teacher >= smallestShare)
                loss += teacher * (logarithm(teacher) - logarithm(std::max(own, smallestShare)));
        }
    }
    judgement.loss = (1 - share) * judgement.loss + share * temperature * temperature * loss;
}

Judgement LossPass::judgeTwoClasses(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs,
                                    int width, float* slopes) const
{
    const float perRow = 1 / static_cast<float>(rows.size());
    Judgement judgement;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int32_t label = truth.labels[rows[i]];
        const float output = outputs[i * static_cast<std::size_t>(width)];
        const float weight =
            m_rules.classWeights.empty() ? 1.0f : m_rules.classWeights[static_cast<std::size_t>(label)];
        const float answer = static_cast<float>(label) * (1 - m_rules.smoothing) + 0.5f * m_rules.smoothing;
        judgement.loss += weight * BinaryCrossEntropy::value(output, answer);
        judgement.right += (output > 0) == (label == 1);
        slopes[i * static_cast<std::size_t>(width)] = weight * perRow * BinaryCrossEntropy::slope(output, answer);
    }
    return judgement;
}

namespace {

template<class Formula>
Judgement judgedBy(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs, int width,
                   float* slopes)
{
    const float perRow = 1 / static_cast<float>(rows.size());
    Judgement judgement;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t place = i * static_cast<std::size_t>(width);
        const float value = truth.values[rows[i]];
        const double error = outputs[place] - value;
        judgement.squaredErrors += error * error;
        judgement.loss += Formula::value(outputs[place], value);
        slopes[place] = perRow * Formula::slope(outputs[place], value);
    }
    return judgement;
}

}

Judgement LossPass::judgeValues(const Truth& truth, std::span<const std::uint32_t> rows, const float* outputs,
                                int width, float* slopes) const
{
    switch (m_rules.loss) {
    case Loss::AbsoluteError:
        return judgedBy<AbsoluteError>(truth, rows, outputs, width, slopes);
    case Loss::Huber:
        return judgedBy<Huber>(truth, rows, outputs, width, slopes);
    default:
        return judgedBy<SquaredError>(truth, rows, outputs, width, slopes);
    }
}

}
