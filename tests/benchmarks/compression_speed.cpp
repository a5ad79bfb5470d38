// What it costs to learn as integers, and to compute with them: CPU time of one thread.
//
//     build/dev/tests/compression_speed             an epoch as integers to one in float, for every task and way
//     build/dev/tests/compression_speed predict     100,000 rows of network B (64-32-16-10) for every storage

#include "compression/packed_weights.h"
#include "compression/predictor.h"
#include "compression/quantization_aware_training.h"
#include "support/value_of.h"
#include "training_tasks.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace broto;
using broto::test::valueOf;

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

/// The rows of a task with a preprocessing that leaves them as they are.
Dataset datasetOf(const SpeedTask& task)
{
    const SpeedRows rows = rowsOf(task);
    const auto features = static_cast<std::size_t>(task.widths.front());
    Dataset data;
    data.target.task = task.classes ? Task::Classification : Task::Regression;
    data.target.deviation = 1;
    for (int c = 0; task.classes && c < task.widths.back(); ++c)
        data.target.classes.push_back(std::to_string(c));
    data.training.tableRows.resize(static_cast<std::size_t>(task.rows));
    data.training.inputs = Eigen::Map<const Matrix>(rows.inputs.data(), task.rows, task.widths.front());
    data.training.raw = data.training.inputs;
    data.training.labels = rows.labels;
    data.training.values = Eigen::Map<const Vector>(rows.values.data(), static_cast<Eigen::Index>(rows.values.size()));
    for (std::size_t f = 0; f < features; ++f)
        data.preprocessing.features.push_back({std::to_string(f), "", {}, -10, 10});
    data.preprocessing.steps = {Scale{std::vector<float>(features, 0.0f), std::vector<float>(features, 1.0f)}};
    data.validation.inputs.resize(0, task.widths.front());
    data.validation.raw.resize(0, task.widths.front());
    data.test = data.validation;
    return data;
}

/// From the end of the first epoch to that of the last, so that neither beginning nor judging counts.
class EpochClock {
public:
    EpochObserver observer()
    {
        return [this](const EpochRecord& record, const LearningNetwork&) {
            m_last = cpuNanoseconds();
            if (record.epoch == 1)
                m_first = m_last;
        };
    }
    double nanoseconds() const { return m_last - m_first; }

private:
    double m_first = 0, m_last = 0;
};

double floatTime(const Dataset& data, const Network& start, const NetworkDesign& design, int epochs)
{
    FineTuning tuning;
    tuning.start = start;
    EpochClock clock;
    valueOf(fineTune(data, design, settingsFor(epochs), tuning, {}, clock.observer()));
    return clock.nanoseconds();
}

double integerTime(const Dataset& data, const Network& start, const NetworkDesign& design, int epochs, int bits,
                   Scales scales)
{
    QatOptions options;
    options.bits = bits;
    options.scales = scales;
    options.extra = {epochs, speedLearningRate};
    EpochClock clock;
    valueOf(trainAsIntegers({start, design, settingsFor(epochs)}, data, options, {}, clock.observer()));
    return clock.nanoseconds();
}

void compareEpochs()
{
    constexpr int turns = 5;
    std::printf("%-22s %10s %10s %10s %10s\n", "CPU time of an epoch", "float ns", "int8", "int4", "int4, learned");
    for (const SpeedTask& task : speedTasks()) {
        const Dataset data = datasetOf(task);
        const NetworkDesign design = designOf(task);
        const Network start = valueOf(train(data, design, settingsFor(2))).network;
        double least[4] = {1e300, 1e300, 1e300, 1e300};
        for (int turn = 0; turn < turns; ++turn) {
            least[0] = std::min(least[0], floatTime(data, start, design, task.epochs));
            least[1] = std::min(least[1], integerTime(data, start, design, task.epochs, 8, Scales::Calibrated));
            least[2] = std::min(least[2], integerTime(data, start, design, task.epochs, 4, Scales::Calibrated));
            least[3] = std::min(least[3], integerTime(data, start, design, task.epochs, 4, Scales::Learned));
        }
        const double perSample = least[0] / (task.epochs - 1) / task.rows;
        std::printf("%-22s %10.1f %10.2f %10.2f %10.2f\n", std::string(task.name).c_str(), perSample,
                    least[1] / least[0], least[2] / least[0], least[3] / least[0]);
    }
}

std::vector<std::int8_t> everyEighth()
{
    std::vector<std::int8_t> codebook;
    for (int entry = -120; entry < 136; entry += 16)
        codebook.push_back(static_cast<std::int8_t>(std::min(entry, 127)));
    return codebook;
}

/// The same integers as another storage can hold them.
void store(IntegerLayer& layer, Storage storage)
{
    layer.storage = storage;
    if (storage == Storage::Codebook)
        layer.codebook = everyEighth();
    for (std::size_t i = 0; i < layer.weights.size(); ++i) {
        std::int8_t& weight = layer.weights[i];
        if (storage == Storage::Int4)
            weight = static_cast<std::int8_t>(weight / 17 * 16);
        if (storage == Storage::Ternary)
            weight = static_cast<std::int8_t>(weight / 64 * 64);
        if (storage == Storage::Sparse && i % 2)
            weight = 0;
        if (storage == Storage::Codebook)
            weight = layer.codebook[static_cast<std::size_t>(weight + 128) / 16];
    }
}

void predictRows()
{
    const SpeedTask& task = speedTasks()[1];
    const Dataset data = datasetOf(task);
    const Network network = valueOf(train(data, designOf(task), settingsFor(2))).network;
    const QuantizedNetwork quantized = valueOf(quantizedNetwork(network, data, {}));
    constexpr int rows = 100000, turns = 3;
    for (const Storage storage : allStorages) {
        DeployableModel model;
        model.arithmetic = Arithmetic::Int8;
        model.preprocessing = data.preprocessing;
        model.decoding.target = data.target;
        model.integerInputs = quantized.inputs.features;
        for (const QuantizedLayer& layer : quantized.layers) {
            model.layers.push_back(layer.layer);
            store(std::get<IntegerLayer>(model.layers.back()), storage);
        }
        Predictor predictor(model);
        const double time = leastOf(turns, [&] {
            const double begin = cpuNanoseconds();
            for (int row = 0; row < rows; ++row)
                predictor.predict({data.training.raw.row(row % task.rows).data(),
                                   static_cast<std::size_t>(data.training.raw.cols())});
            return cpuNanoseconds() - begin;
        });
        std::printf("%-10s %.3f s of CPU time for %d rows\n", std::string(storageName(storage)).c_str(), time * 1e-9,
                    rows);
    }
}

}

int main(int count, char** arguments)
{
    if (count > 1 && std::string_view(arguments[1]) == "predict")
        predictRows();
    else
        compareEpochs();
    return 0;
}
