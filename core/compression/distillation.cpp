#include "compression/distillation.h"

#include "network/exponential.h"
#include "network/forward.h"

#include <cmath>

namespace broto {

namespace {

constexpr double highestTemperature = 100;

/// Softmax of every row at a temperature.
void soften(Matrix& outputs, double temperature)
{
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const float largest = outputs.row(row).maxCoeff();
        for (float& output : outputs.row(row))
            output = exponential((output - largest) / static_cast<float>(temperature));
        outputs.row(row) /= outputs.row(row).sum();
    }
}

}

Result<void> checkDistillation(const DistillationOptions& options)
{
    if (options.share >= 0 && options.share <= 1 && options.temperature >= 1 &&
        options.temperature <= highestTemperature)
        return {};
    return message("compression.distillation",
                   BROTO_TEXT("core",
                              "A student can follow its teacher by 0 to 1 (now %1), at a temperature from 1 to %2 "
                              "(now %3)."),
                   options.share, highestTemperature, options.temperature);
}

Result<Distilled> distil(const Dataset& data, const DistillationOptions& options, const TrainingSettings& settings,
                         const RunControl& control, const EpochObserver& observer)
{
    if (Result<void> checked = checkDistillation(options); !checked)
        return checked.error();
    Result<TrainedNetwork> teacher = train(data, options.teacher, settings, control);
    if (!teacher)
        return teacher.error();
    FineTuning tuning;
    SoftTargets& targets = tuning.teacher.emplace();
    targets.answers = forward(teacher->network, data.training.inputs);
    targets.temperature = options.temperature;
    targets.share = options.share;
    if (data.target.task == Task::Classification)
        soften(targets.answers, options.temperature);
    Result<FineTuned> student = fineTune(data, options.student, settings, tuning, control, observer);
    if (!student)
        return student.error();
    return Distilled{std::move(*teacher), std::move(student->run)};
}

}
