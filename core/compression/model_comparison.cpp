#include "compression/model_comparison.h"

#include "compression/predictor.h"
#include "network/row_resampling.h"

#include <algorithm>

namespace broto {

namespace {

/// Answers of two models to the rows that neither refuses.
struct Answers {
    std::vector<std::size_t> rows;
    std::vector<std::int32_t> labels, firstClasses, secondClasses;
    std::vector<float> values, firstValues, secondValues;
};

Answers answersOf(const DeployableModel& first, const DeployableModel& second, const DataPart& part,
                  const RunControl& control)
{
    Predictor firstPredictor(first), secondPredictor(second);
    const bool classes = first.decoding.target.task == Task::Classification;
    Answers answers;
    for (std::size_t r = 0; r < part.rows() && !control.cancelled(); ++r) {
        const auto row = static_cast<Eigen::Index>(r);
        const std::span<const float> values(part.raw.row(row).data(), static_cast<std::size_t>(part.raw.cols()));
        const Prediction one = firstPredictor.predict(values), other = secondPredictor.predict(values);
        if (one.refused || other.refused)
            continue;
        answers.rows.push_back(r);
        if (classes) {
            answers.labels.push_back(part.labels[r]);
            answers.firstClasses.push_back(one.classIndex);
            answers.secondClasses.push_back(other.classIndex);
        } else {
            answers.values.push_back(part.values(row));
            answers.firstValues.push_back(one.value);
            answers.secondValues.push_back(other.value);
        }
    }
    return answers;
}

std::size_t rightOnes(const Answers& answers)
{
    std::size_t right = 0;
    for (std::size_t i = 0; i < answers.labels.size(); ++i)
        right += answers.labels[i] == answers.secondClasses[i];
    return right;
}

}

ModelComparison compareModels(const DeployableModel& first, const DeployableModel& second, const DataPart& part,
                              const RunControl& control)
{
    Answers answers = answersOf(first, second, part, control);
    ModelComparison comparison;
    if (first.decoding.target.task == Task::Classification) {
        comparison.metric = shareInterval(rightOnes(answers), answers.labels.size());
        comparison.change = classificationComparison(answers.labels, answers.firstClasses, answers.secondClasses);
    } else {
        comparison.metric = explainedShareInterval(answers.values, answers.secondValues);
        comparison.change = regressionComparison(answers.values, answers.firstValues, answers.secondValues);
    }
    comparison.rows = std::move(answers.rows);
    comparison.firstClasses = std::move(answers.firstClasses);
    comparison.secondClasses = std::move(answers.secondClasses);
    comparison.firstValues = std::move(answers.firstValues);
    comparison.secondValues = std::move(answers.secondValues);
    return comparison;
}

double timesSmaller(const DeployableModel& first, const DeployableModel& second)
{
    const auto bytes = [](const DeployableModel& model) {
        return static_cast<double>(std::max<std::int64_t>(1, weightBytes(model)));
    };
    return bytes(first) / bytes(second);
}

}
