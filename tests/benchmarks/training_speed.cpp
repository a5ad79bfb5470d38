// CPU time of training per sample: four networks of the size that boards can carry, batch 32, Adam, one thread.
//
//     build/dev/tests/training_speed                  a table: every instruction set of this processor
//     build/dev/tests/training_speed watching         what it costs the trainer that somebody watches
//     build/dev/tests/training_speed speed SET [TASK] a line a task: its name, nanoseconds, loss of the last epoch
//     build/dev/tests/training_speed describe FOLDER  JSON: the tasks, this processor; their rows go into the folder
//
// and all of it beside PyTorch and a plain Eigen trainer, in one run:
//
//     python3 tests/benchmarks/training_speed.py build/dev/tests

#include "multiply_add_limit.h"
#include "training/trainer.h"
#include "training_tasks.h"
#include "watched_training.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace broto;
using nlohmann::json;

namespace {

TrainingSettings settingsFor(int epochs)
{
    TrainingSettings settings;
    settings.epochs = epochs;
    settings.batch = speedBatch;
    settings.optimizer = Optimizer::Adam;
    settings.learningRate = speedLearningRate;
    settings.schedule = Schedule::Constant;
    return settings;
}

NetworkDesign designOf(const SpeedTask& task)
{
    NetworkDesign design;
    design.hidden.clear();
    for (std::size_t l = 1; l + 1 < task.widths.size(); ++l)
        design.hidden.push_back({task.widths[l]});
    return design;
}

Dataset datasetOf(const SpeedTask& task)
{
    const SpeedRows rows = rowsOf(task);
    Dataset data;
    data.target.task = task.classes ? Task::Classification : Task::Regression;
    data.target.classes.resize(static_cast<std::size_t>(task.widths.back()));
    data.training.tableRows.resize(static_cast<std::size_t>(task.rows));
    data.training.inputs = Eigen::Map<const Matrix>(rows.inputs.data(), task.rows, task.widths.front());
    data.training.labels = rows.labels;
    data.training.values = Eigen::Map<const Vector>(rows.values.data(), static_cast<Eigen::Index>(rows.values.size()));
    return data;
}

TrainedNetwork trainedOrExit(Result<TrainedNetwork> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", inEnglish(result.error()).c_str());
    std::exit(1);
}

struct Run {
    double nanosecondsPerSample;
    double loss;
};

/// From the end of the first epoch to the end of the last, so that setting up and judging at the end do not count.
Run timedRun(const SpeedTask& task, const Dataset& data, InstructionSet instructions)
{
    const int last = task.epochs + 1;
    double begin = 0, end = 0;
    const auto observer = [&](const EpochRecord& record, const LearningNetwork&) {
        if (record.epoch == 1)
            begin = cpuNanoseconds();
        else if (record.epoch == last)
            end = cpuNanoseconds();
    };
    const TrainedNetwork trained =
        trainedOrExit(train(data, designOf(task), settingsFor(last), {}, observer, instructions));
    return {(end - begin) / (static_cast<double>(task.rows) * task.epochs),
            static_cast<double>(trained.history.back().trainingLoss)};
}

Run leastRun(const SpeedTask& task, const Dataset& data, InstructionSet instructions)
{
    Run run{};
    run.nanosecondsPerSample = leastOf(3, [&] {
        const Run one = timedRun(task, data, instructions);
        run.loss = one.loss;
        return one.nanosecondsPerSample;
    });
    return run;
}

std::vector<InstructionSet> availableSets()
{
    std::vector<InstructionSet> sets{InstructionSet::Baseline};
    if (available(InstructionSet::Avx2))
        sets.push_back(InstructionSet::Avx2);
    return sets;
}

double limitOfThisCore()
{
    return available(InstructionSet::Avx2) ? multiplyAddLimit() : 0;
}

std::string shapeText(const SpeedTask& task)
{
    std::string text;
    for (const int width : task.widths)
        text += (text.empty() ? "" : "-") + std::to_string(width);
    return text + ", " + std::to_string(task.rows) + " rows";
}

int table()
{
    const double limit = limitOfThisCore();
    for (const SpeedTask& task : speedTasks()) {
        const Dataset data = datasetOf(task);
        std::printf("%s  %-26s", task.name.data(), shapeText(task).c_str());
        for (const InstructionSet set : availableSets())
            std::printf("  %s %7.1f ns", instructionSetName(set).data(),
                        leastRun(task, data, set).nanosecondsPerSample);
        if (limit > 0)
            std::printf("  limit of this core %.1f ns", task.operationsPerSample() / limit);
        std::printf("\n");
        std::fflush(stdout);
    }
    return 0;
}

int speed(const std::string& name, const std::string& only)
{
    for (const InstructionSet set : availableSets()) {
        if (instructionSetName(set) != name)
            continue;
        for (const SpeedTask& task : speedTasks()) {
            if (!only.empty() && task.name != only)
                continue;
            const Run run = leastRun(task, datasetOf(task), set);
            std::printf("%s %.2f %.5f\n", task.name.data(), run.nanosecondsPerSample, run.loss);
        }
        return 0;
    }
    std::fprintf(stderr, "This processor does not have %s.\n", name.c_str());
    return 1;
}

template<class T>
void writeArray(const std::string& path, const std::vector<T>& values)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
    if (!file.flush()) {
        std::fprintf(stderr, "Cannot write %s.\n", path.c_str());
        std::exit(1);
    }
}

int describe(const std::string& folder)
{
    json tasks = json::array();
    for (const SpeedTask& task : speedTasks()) {
        const SpeedRows rows = rowsOf(task);
        const std::string path = folder + "/" + std::string(task.name);
        writeArray(path + ".inputs", rows.inputs);
        if (task.classes)
            writeArray(path + ".truth", rows.labels);
        else
            writeArray(path + ".truth", rows.values);
        tasks.push_back({{"name", task.name},
                         {"shape", shapeText(task)},
                         {"widths", task.widths},
                         {"rows", task.rows},
                         {"classes", task.classes},
                         {"operations", task.operationsPerSample()}});
    }
    json sets = json::array();
    for (const InstructionSet set : availableSets())
        sets.push_back(instructionSetName(set));
    std::cout << json{{"tasks", tasks}, {"sets", sets}, {"operationsPerNanosecond", limitOfThisCore()}} << '\n';
    return 0;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Every watched training stands between two that nobody watches; the median of what it took beside them counts.
int watching()
{
    constexpr int turns = 61;
    for (const SpeedTask& task : speedTasks()) {
        const Dataset data = datasetOf(task);
        const TrainingSettings settings = settingsFor(task.epochs);
        const auto timed = [&](const RunControl& control, const EpochObserver& observer) {
            const double begin = cpuNanoseconds();
            trainedOrExit(train(data, designOf(task), settings, control, observer));
            return cpuNanoseconds() - begin;
        };
        std::size_t pictures = 0;
        const auto runAlone = [&] { return timed({}, {}); };
        const auto runWatched = [&] {
            WatchedTraining watcher;
            const double time = timed(watcher.control(), watcher.observer());
            pictures += watcher.finish();
            return time;
        };
        runAlone();
        double alone = runAlone();
        std::vector<double> ratios;
        for (int turn = 0; turn < turns; ++turn) {
            const double before = runAlone(), watched = runWatched(), after = runAlone();
            alone = std::min({alone, before, after});
            ratios.push_back(2 * watched / (before + after));
        }
        std::printf("%s  %-26s %8.2f us of CPU time an epoch alone, watched %+.2f %% (bar: under 1 %%), %zu pictures\n",
                    task.name.data(), shapeText(task).c_str(), alone * 1e-3 / settings.epochs,
                    100 * (medianOf(std::move(ratios)) - 1), pictures);
        std::fflush(stdout);
    }
    return 0;
}

}

int main(int count, char** arguments)
{
    const std::string mode = count > 1 ? arguments[1] : "";
    if (count == 1)
        return table();
    if (mode == "watching" && count == 2)
        return watching();
    if (mode == "speed" && (count == 3 || count == 4))
        return speed(arguments[2], count == 4 ? arguments[3] : "");
    if (mode == "describe" && count == 3)
        return describe(arguments[2]);
    std::fprintf(stderr, "training_speed [watching | speed SET [TASK] | describe FOLDER]\n");
    return 2;
}
