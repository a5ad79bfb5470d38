#include "compression/pruning.h"

#include "compression/calibration.h"
#include "compression/quantization_options.h"
#include "network/forward.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

/// What goes into each layer.
std::vector<Matrix> layerInputs(const Network& network, const Matrix& inputs)
{
    std::vector<Matrix> values = {rowsOf(inputs, spreadRows(inputs.rows(), mostCompensationRows))};
    std::vector<Matrix> outputs = forwardLayers(network, values.front());
    outputs.pop_back();
    std::move(outputs.begin(), outputs.end(), std::back_inserter(values));
    return values;
}

Eigen::RowVectorXd meanSquares(const Matrix& values)
{
    return values.cast<double>().array().square().colwise().mean();
}

/// How far values move around their means.
Eigen::RowVectorXd variances(const Matrix& values)
{
    const Eigen::RowVectorXd means = values.cast<double>().colwise().mean();
    return (values.cast<double>().rowwise() - means).array().square().colwise().mean();
}

struct Candidate {
    double importance;
    std::size_t layer;
    Eigen::Index place;
};

/// So many of the least important, the first of equal ones first.
template<class Drop>
void dropLeast(std::vector<Candidate> candidates, std::size_t count, Drop drop)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.importance < b.importance; });
    for (std::size_t i = 0; i < std::min(count, candidates.size()); ++i)
        drop(candidates[i]);
}

std::size_t countOf(double share, std::size_t all)
{
    return static_cast<std::size_t>(std::llround(share * static_cast<double>(all)));
}

/// The neurons of a hidden layer that stay, in their order.
std::vector<Eigen::Index> strongestNeurons(const Network& network, const Matrix& outputs, std::size_t layer, int left)
{
    const Matrix& onwards = network.layers[layer + 1].weights;
    const Eigen::RowVectorXd strength = variances(outputs); // means stay, as biases
    std::vector<Candidate> candidates;
    for (Eigen::Index neuron = 0; neuron < onwards.cols(); ++neuron)
        candidates.push_back({strength(neuron) * onwards.col(neuron).cast<double>().squaredNorm(), layer, neuron});
    std::vector<bool> stays(candidates.size(), true);
    dropLeast(candidates, candidates.size() - static_cast<std::size_t>(left),
              [&](const Candidate& least) { stays[static_cast<std::size_t>(least.place)] = false; });
    std::vector<Eigen::Index> strongest;
    for (std::size_t neuron = 0; neuron < stays.size(); ++neuron)
        if (stays[neuron])
            strongest.push_back(static_cast<Eigen::Index>(neuron));
    return strongest;
}

NetworkDesign designOf(const Network& network, NetworkDesign design)
{
    for (std::size_t l = 0; l < design.hidden.size(); ++l)
        design.hidden[l].units = static_cast<int>(network.layers[l].weights.rows());
    return design;
}

/// Of the whole share after so many stages: much at first, when there is much to spare (Zhu and Gupta, 2017).
double reached(int stage, int stages)
{
    const double left = 1 - static_cast<double>(stage) / stages;
    return 1 - left * left * left;
}

/// The epochs of a stage count on from those of the stages before.
EpochObserver countingOn(const EpochObserver& observer, int before)
{
    if (!observer)
        return {};
    return [&observer, before](EpochRecord record, const LearningNetwork& network) {
        record.epoch += before;
        observer(record, network);
    };
}

/// A run as it goes on after another.
TrainedNetwork continued(const TrainedNetwork& earlier, TrainedNetwork run)
{
    const auto before = static_cast<int>(earlier.history.size());
    for (EpochRecord& record : run.history)
        record.epoch += before;
    run.history.insert(run.history.begin(), earlier.history.begin(), earlier.history.end());
    run.bestEpoch += before;
    return run;
}

}

Result<void> checkPruning(const PruningOptions& options)
{
    if (options.share >= 0 && options.share <= largestPrunedShare && options.stages >= 1 &&
        options.stages <= mostPruningStages)
        return {};
    return message("compression.pruning",
                   BROTO_TEXT("core",
                              "Between 0 and %1 of a network can be pruned (now %2), in 1 to %3 stages of an epoch "
                              "at least (now %4)."),
                   largestPrunedShare, options.share, mostPruningStages, options.stages);
}

std::string_view pruningName(Pruning pruning)
{
    return pruning == Pruning::Weights ? "weights" : "neurons";
}

Network withoutWeights(const Network& network, const Matrix& inputs, double share)
{
    const std::vector<Matrix> values = layerInputs(network, inputs);
    std::vector<Candidate> candidates;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Matrix& weights = network.layers[l].weights;
        const Eigen::RowVectorXd strength = meanSquares(values[l]);
        for (Eigen::Index i = 0; i < weights.size(); ++i) {
            const double weight = weights.data()[i];
            // Those that are gone already come first, before others that do not matter either.
            const double importance = weight == 0 ? -1 : weight * weight * strength(i % weights.cols());
            candidates.push_back({importance, l, i});
        }
    }
    Network pruned = network;
    const std::size_t count = countOf(share, candidates.size());
    dropLeast(std::move(candidates), count,
              [&](const Candidate& least) { pruned.layers[least.layer].weights.data()[least.place] = 0; });
    return pruned;
}

std::vector<int> neuronsLeft(const Network& network, double share)
{
    std::vector<int> left;
    for (std::size_t l = 0; l + 1 < network.layers.size(); ++l) {
        const auto all = static_cast<std::size_t>(network.layers[l].weights.rows());
        left.push_back(static_cast<int>(std::max<std::size_t>(1, all - countOf(share, all))));
    }
    return left;
}

Network withoutNeurons(const Network& network, const Matrix& inputs, const std::vector<int>& left)
{
    const std::vector<Matrix> values = layerInputs(network, inputs);
    Network pruned = network;
    for (std::size_t l = 0; l + 1 < network.layers.size(); ++l) {
        DenseLayer &layer = pruned.layers[l], &next = pruned.layers[l + 1];
        const std::vector<Eigen::Index> stay = strongestNeurons(network, values[l + 1], l, left[l]);
        const Vector means = values[l + 1].colwise().mean();
        const Vector all = next.weights * means;
        const Matrix onwards = next.weights(Eigen::all, stay);
        next.bias += all - onwards * means(stay);
        next.weights = onwards;
        layer.weights = Matrix(layer.weights(stay, Eigen::all));
        layer.bias = Vector(layer.bias(stay));
    }
    return pruned;
}

double sparsity(const Network& network)
{
    Eigen::Index zeros = 0, all = 0;
    for (const DenseLayer& layer : network.layers) {
        zeros += (layer.weights.array() == 0).count();
        all += layer.weights.size();
    }
    return static_cast<double>(zeros) / static_cast<double>(std::max<Eigen::Index>(1, all));
}

TrainingSettings pruningSettings(const PruningOptions& options, const TrainingSettings& before)
{
    constexpr double muchToPrune = 0.6;
    TrainingSettings settings = options.share > muchToPrune ? extraSettings(before, options.extra, 1, 1)
                                                            : extraSettings(before, options.extra, 0.5, 0.3);
    settings.epochs = std::max(settings.epochs, options.stages);
    return settings;
}

Result<TrainedNetwork> prune(const LearningStart& start, const Dataset& data, const PruningOptions& options,
                             const RunControl& control, const EpochObserver& observer)
{
    if (Result<void> checked = checkPruning(options); !checked)
        return checked.error();
    const TrainingSettings all = pruningSettings(options, start.settings);
    FineTuning tuning;
    tuning.start = start.network;
    tuning.zeros = Zeros::Stay;
    TrainedNetwork run;
    for (int stage = 1; stage <= options.stages; ++stage) {
        const double share = options.share * reached(stage, options.stages);
        tuning.start = options.pruning == Pruning::Weights
                           ? withoutWeights(tuning.start, data.training.inputs, share)
                           : withoutNeurons(tuning.start, data.training.inputs, neuronsLeft(start.network, share));
        TrainingSettings settings = all;
        settings.epochs = all.epochs * stage / options.stages - all.epochs * (stage - 1) / options.stages;
        Result<FineTuned> tuned = fineTune(data, designOf(tuning.start, start.design), settings, tuning, control,
                                           countingOn(observer, static_cast<int>(run.history.size())));
        if (!tuned)
            return tuned.error();
        run = continued(run, std::move(tuned->run));
        tuning.start = run.network;
    }
    run.settings = all;
    return run;
}

}
