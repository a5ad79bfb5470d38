#include "network/loss.h"

#include "network/exponential.h"

#include <cassert>
#include <cmath>

namespace broto {

namespace {

/// -log softmax(outputs)[label] of one row. The row of `gradient` becomes the softmax when there is one.
double rowCrossEntropy(const Matrix& outputs, Eigen::Index row, std::int32_t label, Matrix* gradient)
{
    const float* output = outputs.data() + row * outputs.cols();
    float* slope = gradient ? gradient->data() + row * outputs.cols() : nullptr;
    const float largest = output[largestOutput(outputs, row)];
    float sum = 0;
    for (Eigen::Index i = 0; i < outputs.cols(); ++i) {
        const float power = exponential(output[i] - largest);
        sum += power;
        if (slope)
            slope[i] = power;
    }
    if (slope)
        for (Eigen::Index i = 0; i < outputs.cols(); ++i)
            slope[i] /= sum;
    return std::log(static_cast<double>(sum)) - (static_cast<double>(output[label]) - static_cast<double>(largest));
}

double crossEntropy(const Matrix& outputs, const std::vector<std::int32_t>& labels, Matrix* gradient)
{
    assert(static_cast<Eigen::Index>(labels.size()) == outputs.rows());
    double total = 0;
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const std::int32_t label = labels[static_cast<std::size_t>(row)];
        total += rowCrossEntropy(outputs, row, label, gradient);
        if (gradient)
            (*gradient)(row, label) -= 1;
    }
    if (gradient)
        *gradient *= 1 / static_cast<float>(outputs.rows());
    return total;
}

double squaredError(const Matrix& outputs, const std::vector<float>& values, Matrix* gradient)
{
    assert(static_cast<Eigen::Index>(values.size()) == outputs.rows() && outputs.cols() == 1);
    const float perRow = 2 / static_cast<float>(outputs.rows());
    double total = 0;
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const float error = outputs(row, 0) - values[static_cast<std::size_t>(row)];
        total += static_cast<double>(error) * static_cast<double>(error);
        if (gradient)
            (*gradient)(row, 0) = perRow * error;
    }
    return total;
}

double totalLoss(Loss loss, const Matrix& outputs, const Truth& truth, Matrix* gradient)
{
    if (gradient)
        gradient->resize(outputs.rows(), outputs.cols());
    return loss == Loss::CrossEntropy ? crossEntropy(outputs, truth.labels, gradient)
                                      : squaredError(outputs, truth.values, gradient);
}

}

Loss lossFor(Task task)
{
    return task == Task::Classification ? Loss::CrossEntropy : Loss::SquaredError;
}

Truth truthOf(const Target& target, const DataPart& part)
{
    Truth truth;
    if (target.task == Task::Classification) {
        truth.labels = part.labels;
        return truth;
    }
    truth.values.reserve(part.rows());
    for (const float value : part.values)
        truth.values.push_back((value - target.centre) / target.deviation);
    return truth;
}

double totalLoss(Loss loss, const Matrix& outputs, const Truth& truth)
{
    return totalLoss(loss, outputs, truth, nullptr);
}

double totalLoss(Loss loss, const Matrix& outputs, const Truth& truth, Matrix& gradient)
{
    return totalLoss(loss, outputs, truth, &gradient);
}

std::int32_t largestOutput(const Matrix& outputs, Eigen::Index row)
{
    const float* output = outputs.data() + row * outputs.cols();
    std::int32_t largest = 0;
    for (std::int32_t i = 1; i < outputs.cols(); ++i)
        if (output[i] > output[largest])
            largest = i;
    return largest;
}

}
