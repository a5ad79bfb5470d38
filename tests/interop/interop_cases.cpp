#include "interop/interop_cases.h"

#include "data/samples.h"
#include "data/sidecar.h"
#include "data/table_reader.h"
#include "support/model_fixtures.h"

#include <algorithm>
#include <cstdlib>

namespace broto {

namespace {

constexpr int rowCount = 256;

template<class T>
T valueOr(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", inEnglish(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

/// As many rows as the referees get: all of them, again from the first where there are fewer.
Matrix rowsFrom(const Dataset& data)
{
    Matrix rows(rowCount, data.training.raw.cols());
    Eigen::Index filled = 0;
    while (filled < rowCount) {
        for (const DataPart* part : {&data.test, &data.validation, &data.training}) {
            const Eigen::Index count = std::min(rowCount - filled, part->raw.rows());
            rows.middleRows(filled, count) = part->raw.topRows(count);
            filled += count;
        }
    }
    return rows;
}

class Cases {
public:
    void add(const std::string& name, const Dataset& data, const TrainedNetwork& network)
    {
        m_cases.push_back({name + "-float", floatModel(network, data, "test"), rowsFrom(data), data.training.raw});
        addCompressed(name + "-int8", data, network, {});
    }

    void addCompressed(const std::string& name, const Dataset& data, const TrainedNetwork& network,
                       const QuantizationOptions& options)
    {
        m_cases.push_back({name, valueOr(quantize(network, data, options, "test")), rowsFrom(data), data.training.raw});
    }

    std::vector<InteropCase> take() { return std::move(m_cases); }

private:
    std::vector<InteropCase> m_cases;
};

TrainedNetwork trained(const Dataset& data, const NetworkDesign& design, std::uint64_t seed)
{
    TrainingSettings settings;
    settings.epochs = 30;
    settings.seed = seed;
    return valueOr(train(data, design, settings));
}

void addActivations(Cases& cases, Task task)
{
    std::uint64_t seed = task == Task::Classification ? 100 : 200;
    for (const Activation activation : allActivations) {
        const Dataset data = fixtureDataset(task, ++seed, 400);
        const TrainedNetwork network = trained(data, {{{12, activation}, {8, Activation::Relu}}}, seed);
        cases.add(std::string(taskName(task)) + "-" + std::string(activationName(activation)), data, network);
    }
}

void addStorages(Cases& cases, Task task)
{
    const Dataset data = fixtureDataset(task, 31, 400);
    const TrainedNetwork network = trained(data, {{{16}, {8}}}, 31);
    const std::string name(taskName(task));
    QuantizationOptions bits;
    bits.bits = 4;
    cases.addCompressed(name + "-int4", data, network, bits);
    bits.bits = 2;
    cases.addCompressed(name + "-ternary", data, network, bits);
    QuantizationOptions oneScale;
    oneScale.granularity = Granularity::Layer;
    cases.addCompressed(name + "-one-scale", data, network, oneScale);
    cases.add(name + "-single-layer", data, trained(data, {{}}, 32));
}

void addSample(Cases& cases, std::string_view id, int epochs)
{
    const auto found =
        std::find_if(samples().begin(), samples().end(), [&](const Sample& sample) { return sample.id == id; });
    const Table table = valueOr(readTable(found->csv));
    const DataChoices choices = valueOr(proposeChoices(table, valueOr(parseSidecar(found->sidecar))));
    const Dataset data = valueOr(makeDataset(table, choices));
    TrainingSettings settings;
    settings.epochs = epochs;
    cases.add("trained-" + std::string(id), data, valueOr(train(data, {}, settings)));
}

}

std::vector<InteropCase> interopCases()
{
    Cases cases;
    for (const Task task : {Task::Classification, Task::Regression}) {
        addActivations(cases, task);
        addStorages(cases, task);
    }
    addSample(cases, "wine", 60);
    addSample(cases, "digits", 20);
    addSample(cases, "obd-emissions", 10);
    return cases.take();
}

}
