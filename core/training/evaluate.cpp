#include "network/forward.h"
#include "network/loss.h"
#include "training/trainer.h"

namespace broto {

namespace {

Metrics judgedClasses(const Matrix& outputs, const DataPart& part, int classes)
{
    std::vector<std::int32_t> answers;
    answers.reserve(part.rows());
    for (Eigen::Index row = 0; row < outputs.rows(); ++row)
        answers.push_back(largestOutput(outputs, row));
    return classificationMetrics(part.labels, answers, classes);
}

Metrics judgedValues(const Matrix& outputs, const DataPart& part, const Target& target)
{
    std::vector<float> answers;
    answers.reserve(part.rows());
    for (Eigen::Index row = 0; row < outputs.rows(); ++row)
        answers.push_back(outputs(row, 0) * target.deviation + target.centre);
    return regressionMetrics({part.values.data(), part.rows()}, answers);
}

}

Metrics evaluate(const Network& network, const Dataset& data, const DataPart& part)
{
    if (part.rows() == 0)
        return noMetrics();
    const Matrix outputs = forward(network, part.inputs);
    const Target& target = data.target;
    Metrics metrics = target.task == Task::Classification
                          ? judgedClasses(outputs, part, static_cast<int>(target.classes.size()))
                          : judgedValues(outputs, part, target);
    metrics.loss = totalLoss(target.task, outputs, truthOf(target, part)) / static_cast<double>(part.rows());
    return metrics;
}

}
