#include "network/loss.h"

#include "network/exponential.h"
#include "network/losses/squared_error.h"

#include <cassert>
#include <cmath>

namespace broto {

namespace {

double crossEntropy(const Matrix& outputs, Eigen::Index row, std::int32_t label)
{
    const float* output = outputs.data() + row * outputs.cols();
    const float largest = output[largestOutput(outputs, row)];
    float sum = 0;
    for (Eigen::Index i = 0; i < outputs.cols(); ++i)
        sum += exponential(output[i] - largest);
    return std::log(static_cast<double>(sum)) - (static_cast<double>(output[label]) - static_cast<double>(largest));
}

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

std::string_view lossName(Loss loss)
{
    switch (loss) {
    case Loss::CrossEntropy:
        return "cross-entropy";
    case Loss::BinaryCrossEntropy:
        return "binary-cross-entropy";
    case Loss::SquaredError:
        return "squared-error";
    case Loss::AbsoluteError:
        return "absolute-error";
    case Loss::Huber:
        return "huber";
    }
    return {};
}

Loss lossFor(Task task)
{
    return task == Task::Classification ? Loss::CrossEntropy : Loss::SquaredError;
}

double totalLoss(Task task, const Matrix& outputs, const Truth& truth)
{
    const bool classes = task == Task::Classification;
    assert(static_cast<Eigen::Index>(classes ? truth.labels.size() : truth.values.size()) == outputs.rows());
    double total = 0;
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        if (classes)
            total += crossEntropy(outputs, row, truth.labels[index]);
        else
            total +=
                SquaredError::value(static_cast<double>(outputs(row, 0)), static_cast<double>(truth.values[index]));
    }
    return total;
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
