// CPU time of training per sample: four networks of the size that boards can carry, batch 32, Adam, one thread.

#include "common/random.h"
#include "training/trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace broto;

namespace {

struct SpeedTask {
    const char* name;
    const char* shape;
    Task task;
    int inputs;
    NetworkDesign design;
    int outputs;
    int rows;
    int epochs;
};

const std::array<SpeedTask, 4> tasks{{
    {"T1", "4-16-8-3, 150 rows", Task::Classification, 4, {{{16}, {8}}}, 3, 150, 400},
    {"T2", "64-32-16-10, 1797 rows", Task::Classification, 64, {{{32}, {16}}}, 10, 1797, 60},
    {"T3", "128-64-64-12, 20000 rows", Task::Classification, 128, {{{64}, {64}}}, 12, 20000, 5},
    {"T4", "8-32-32-1, 50000 rows", Task::Regression, 8, {{{32}, {32}}}, 1, 50000, 5},
}};

/// Clouds of points around one centre a class, or a wave along a direction.
Dataset dataFor(const SpeedTask& task)
{
    Random random(123);
    Dataset data;
    data.target.task = task.task;
    data.target.classes.resize(static_cast<std::size_t>(task.outputs));
    DataPart& part = data.training;
    part.tableRows.resize(static_cast<std::size_t>(task.rows));
    part.inputs.resize(task.rows, task.inputs);
    part.values.resize(task.task == Task::Regression ? task.rows : 0);
    Matrix centres(task.outputs, task.inputs);
    for (float& value : centres.reshaped())
        value = 0.5f * static_cast<float>(random.normal());
    for (int row = 0; row < task.rows; ++row) {
        const int label = row % task.outputs;
        for (float& value : part.inputs.row(row))
            value = static_cast<float>(random.normal());
        if (task.task == Task::Classification) {
            part.inputs.row(row) += centres.row(label);
            part.labels.push_back(label);
        } else {
            const float along = part.inputs.row(row).dot(centres.row(0));
            part.values[row] = std::sin(along) + 0.3f * along;
        }
    }
    return data;
}

double cpuNanoseconds()
{
    return 1e9 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// From the end of the first epoch to the end of the last, so that setting up and judging at the end do not count.
double nanosecondsPerSample(const SpeedTask& task, const Dataset& data)
{
    TrainingSettings settings;
    settings.epochs = task.epochs + 1;
    settings.learningRate = 0.001;
    double begin = 0, end = 0;
    const auto result = train(data, task.design, settings, {}, [&](const EpochRecord& record, const Network&) {
        end = cpuNanoseconds();
        if (record.epoch == 1)
            begin = end;
    });
    if (!result) {
        std::fprintf(stderr, "%s\n", inEnglish(result.error()).c_str());
        std::exit(1);
    }
    return (end - begin) / (static_cast<double>(task.rows) * task.epochs);
}

double median(std::array<double, 5> values)
{
    std::sort(values.begin(), values.end());
    return values[2];
}

}

int main()
{
    for (const SpeedTask& task : tasks) {
        const Dataset data = dataFor(task);
        std::array<double, 5> times;
        for (double& time : times)
            time = nanosecondsPerSample(task, data);
        std::printf("%s  %-26s %8.0f ns of CPU time per sample\n", task.name, task.shape, median(times));
        std::fflush(stdout);
    }
}
