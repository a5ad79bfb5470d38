#include "training_tasks.h"

#include "common/random.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace broto {

double SpeedTask::operationsPerSample() const
{
    double operations = 0;
    for (std::size_t l = 0; l + 1 < widths.size(); ++l)
        operations += (l == 0 ? 2.0 : 3.0) * 2 * widths[l] * widths[l + 1];
    return operations;
}

std::span<const SpeedTask> speedTasks()
{
    static const SpeedTask tasks[] = {
        {"T1", {4, 16, 8, 3}, 150, 10000, true},
        {"T2", {64, 32, 16, 10}, 1797, 250, true},
        {"T3", {128, 64, 64, 12}, 20000, 5, true},
        {"T4", {8, 32, 32, 1}, 50000, 10, false},
    };
    return tasks;
}

SpeedRows rowsOf(const SpeedTask& task)
{
    Random random(123);
    SpeedRows rows;
    const auto inputs = static_cast<std::size_t>(task.widths.front());
    const auto outputs = static_cast<std::size_t>(task.widths.back());
    const auto draw = [&] { return static_cast<float>(random.normal()); };
    std::vector<float> centres(inputs * outputs);
    std::generate(centres.begin(), centres.end(), [&] { return 0.5f * draw(); });
    for (std::size_t row = 0; row < static_cast<std::size_t>(task.rows); ++row) {
        const std::size_t label = row % outputs;
        float along = 0;
        for (std::size_t i = 0; i < inputs; ++i) {
            const float value = draw();
            along += value * centres[i];
            rows.inputs.push_back(value + (task.classes ? centres[label * inputs + i] : 0));
        }
        if (task.classes)
            rows.labels.push_back(static_cast<std::int32_t>(label));
        else
            rows.values.push_back(std::sin(along) + 0.3f * along);
    }
    return rows;
}

double cpuNanoseconds()
{
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e9 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec);
}

}
