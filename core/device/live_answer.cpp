#include "device/live_answer.h"

#include <algorithm>

namespace broto {

namespace {

/// Of the data's classes as the model numbers them; NaN for one that it does not know.
float truthFor(const Target& data, const Target& model, std::int32_t label)
{
    const std::string& name = data.classes[static_cast<std::size_t>(label)];
    const auto place = std::ranges::find(model.classes, name);
    return place == model.classes.end() ? std::numeric_limits<float>::quiet_NaN()
                                        : static_cast<float>(place - model.classes.begin());
}

}

std::optional<Message> problemWithColumns(const Dataset& data, const DeployableModel& model)
{
    const bool same = std::ranges::equal(
        data.preprocessing.features, model.preprocessing.features,
        [](const Feature& a, const Feature& b) { return a.name == b.name && a.categories == b.categories; });
    if (same)
        return std::nullopt;
    return message("device.other-data",
                   BROTO_TEXT("core", "The columns to learn from have changed since the training: train again."));
}

Result<LiveRows> testRowsFor(const Dataset& data, const DeployableModel& model)
{
    if (const auto problem = problemWithColumns(data, model))
        return *problem;
    if (data.test.rows() == 0)
        return message("device.no-test-rows",
                       BROTO_TEXT("core", "There are no test rows: keep some of the rows for the test on the Data "
                                          "page."));
    LiveRows rows{data.test.raw, {}};
    const Target& target = model.decoding.target;
    for (std::size_t i = 0; i < data.test.rows(); ++i) {
        const bool known = data.target.task == target.task && data.target.name == target.name;
        if (!known)
            rows.truths.push_back(std::numeric_limits<float>::quiet_NaN());
        else if (target.task == Task::Classification)
            rows.truths.push_back(truthFor(data.target, target, data.test.labels[i]));
        else
            rows.truths.push_back(data.test.values(static_cast<Eigen::Index>(i)));
    }
    return rows;
}

std::vector<int> outOfRange(const std::vector<Feature>& features, std::span<const float> row)
{
    std::vector<int> outside;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const Feature& feature = features[i];
        const auto categories = static_cast<float>(feature.categories.size());
        const bool isOutside = feature.categories.empty() ? row[i] < feature.lowest || row[i] > feature.highest
                                                          : row[i] < 0 || row[i] >= categories;
        if (isOutside)
            outside.push_back(static_cast<int>(i));
    }
    return outside;
}

double missedBy(const LiveAnswer& answer, Task task)
{
    if (task == Task::Classification || answer.board.refused)
        return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(answer.board.value) - answer.question.truth;
}

}
