#include "compression/sensitivity.h"

#include "common/cancelled.h"
#include "compression/packed_weights.h"
#include "compression/predictor.h"
#include "compression/pruning.h"
#include "compression/quantized_network.h"
#include "compression/weight_grid.h"

#include <algorithm>
#include <iterator>

namespace broto {

namespace {

Result<DeployableModel> roundedModel(const Network& network, const Dataset& data, const QuantizationOptions& options)
{
    DeployableModel frame;
    frame.arithmetic = Arithmetic::Int8;
    frame.preprocessing = data.preprocessing;
    frame.decoding.target = data.target;
    Result<QuantizedNetwork> quantized = quantizedNetwork(network, data, options);
    if (!quantized)
        return quantized.error();
    return unmeasuredModelOf(std::move(*quantized), std::move(frame));
}

/// Tries one way of rounding after the other.
class Trials {
public:
    Trials(const Network& network, const Dataset& data, std::size_t count, const RunControl& control)
        : m_network(network), m_data(data), m_count(count), m_control(control)
    {
    }

    Result<DeployableModel> model(const QuantizationOptions& options) { return model(m_network, options); }

    Result<DeployableModel> model(const Network& network, const QuantizationOptions& options)
    {
        m_control.report(static_cast<double>(m_done++), static_cast<double>(m_count));
        if (m_control.stopRequested())
            return cancelledByUser();
        return roundedModel(network, m_data, options);
    }

    Result<DecidingScore> score(const DeployableModel& model) const
    {
        const Metrics metrics = evaluate(model, decidingPart(m_data), m_control);
        if (m_control.stopRequested())
            return cancelledByUser();
        return DecidingScore{metrics.headline, metrics.loss};
    }

    Result<DecidingScore> score(const QuantizationOptions& options)
    {
        const Result<DeployableModel> tried = model(options);
        return tried ? score(*tried) : tried.error();
    }

private:
    const Network& m_network;
    const Dataset& m_data;
    const std::size_t m_count;
    const RunControl& m_control;
    std::size_t m_done = 0;
};

/// All layers with 8 bits but one, rounded alike whatever it has.
QuantizationOptions optionsWith(std::size_t layers, std::size_t layer, int bits)
{
    QuantizationOptions options = usualOptions(leastWeightBits);
    options.layerBits.assign(layers, mostWeightBits);
    options.layerBits[layer] = bits;
    return options;
}

std::int64_t idealBytes(const DeployableModel& model, int bits)
{
    std::int64_t bytes = weightBytes(model);
    for (const ModelLayer& any : model.layers) {
        const auto& layer = std::get<IntegerLayer>(any);
        bytes -= static_cast<std::int64_t>(packedSize(layer));
        bytes += (static_cast<std::int64_t>(layer.weights.size()) * bits + 7) / 8;
    }
    return bytes;
}

std::int64_t sparseBytes(const DeployableModel& model)
{
    std::int64_t bytes = weightBytes(model);
    for (const ModelLayer& any : model.layers) {
        IntegerLayer layer = std::get<IntegerLayer>(any);
        const std::size_t dense = packedSize(layer);
        layer.storage = Storage::Sparse;
        bytes -= static_cast<std::int64_t>(dense - std::min(dense, packedSize(layer)));
    }
    return bytes;
}

constexpr double triedShares[] = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

}

const DataPart& decidingPart(const Dataset& data)
{
    return data.validation.rows() > 0 ? data.validation : data.training;
}

Result<Sensitivity> layerSensitivity(const Network& network, const Dataset& data, const RunControl& control)
{
    const std::size_t layers = network.layers.size();
    Trials trials(network, data, 1 + layers * (std::size(sensitivityBits) - 1), control);
    const Result<DecidingScore> base = trials.score(optionsWith(layers, 0, mostWeightBits));
    if (!base)
        return base.error();
    Sensitivity result{data.validation.rows() == 0, *base, {}};
    for (std::size_t layer = 0; layer < layers; ++layer) {
        result.layers.emplace_back();
        for (const int bits : sensitivityBits) {
            const Result<DecidingScore> score =
                bits == mostWeightBits ? base : trials.score(optionsWith(layers, layer, bits));
            if (!score)
                return score.error();
            result.layers.back().push_back({bits, *score, score->headline - base->headline, score->loss - base->loss});
        }
    }
    return result;
}

Result<std::vector<BitPoint>> bitCurve(const Network& network, const Dataset& data, const RunControl& control)
{
    Trials trials(network, data, mostWeightBits - leastWeightBits + 1, control);
    std::vector<BitPoint> curve;
    for (int bits = mostWeightBits; bits >= leastWeightBits; --bits) {
        const Result<DeployableModel> model = trials.model(usualOptions(bits));
        if (!model)
            return model.error();
        const Result<DecidingScore> score = trials.score(*model);
        if (!score)
            return score.error();
        curve.push_back({bits, *score, weightBytes(*model), idealBytes(*model, bits)});
    }
    return curve;
}

Result<std::vector<SparsityPoint>> sparsityCurve(const Network& network, const Dataset& data, const RunControl& control)
{
    Trials trials(network, data, std::size(triedShares), control);
    std::vector<SparsityPoint> curve;
    for (const double share : triedShares) {
        const Result<DeployableModel> model = trials.model(withoutWeights(network, data.training.inputs, share), {});
        if (!model)
            return model.error();
        const Result<DecidingScore> score = trials.score(*model);
        if (!score)
            return score.error();
        curve.push_back({share, *score, sparseBytes(*model)});
    }
    return curve;
}

}
