#include "compression/calibration.h"
#include "compression/calibration_rows.h"
#include "compression/compress.h"
#include "compression/model_frame.h"
#include "compression/quantized_network.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

bool allFinite(const Network& network)
{
    return std::all_of(network.layers.begin(), network.layers.end(),
                       [](const DenseLayer& layer) { return layer.weights.allFinite() && layer.bias.allFinite(); });
}

/// Quantizes one layer after the other.
class Quantizer {
public:
    Quantizer(const Network& network, const Dataset& data, const QuantizationOptions& options,
              const QuantizedInputs& inputs)
        : m_network(network), m_target(data.target), m_options(options), m_scale(inputs.scale)
    {
        const std::vector<Eigen::Index> rows = spreadRows(data.training.raw.rows(), options.calibrationRows);
        m_ranges = calibratedRanges(m_network, inputs, rowsOf(data.training.raw, rows), options.activationRange);
        const int few = std::min(static_cast<int>(rows.size()), mostCompensationRows);
        if (options.rounding == Rounding::Compensated || options.correctBias)
            m_rows.emplace(data, inputs, spreadRows(data.training.raw.rows(), few));
    }

    /// None where the network reaches numbers that are not finite.
    std::vector<QuantizedLayer> run()
    {
        std::vector<QuantizedLayer> layers;
        for (std::size_t l = 0; l < m_ranges.size(); ++l) {
            if (!std::isfinite(m_ranges[l]))
                return {};
            QuantizedLayer hidden = rounded(l, 0);
            m_scale = requantizeHidden(hidden, m_ranges[l]);
            if (m_rows)
                m_rows->pass(m_network.layers[l], hidden.layer);
            layers.push_back(std::move(hidden));
        }
        layers.push_back(rounded(m_ranges.size(), leastOutputSumScale(m_target)));
        if (m_target.task == Task::Classification)
            requantizeScores(layers.back());
        return layers;
    }

private:
    QuantizedLayer rounded(std::size_t index, double leastSumScale)
    {
        const DenseLayer& layer = m_network.layers[index];
        const int bits = m_options.bitsOf(index);
        LayerRounding rounding{gridOf(bits), storageOf(bits), m_options.granularity, m_options.weightRange};
        std::optional<CompensatedRounding> compensation;
        if (m_options.rounding == Rounding::Compensated)
            rounding.compensation = &compensation.emplace(m_rows->products());
        QuantizedLayer result = quantizeWeights(layer, m_scale, rounding, leastSumScale);
        if (m_options.correctBias)
            m_rows->correctBias(layer, result.sumScale, result.layer);
        return result;
    }

    const Network& m_network;
    const Target& m_target;
    const QuantizationOptions& m_options;
    double m_scale;                        ///< of the inputs of the layer that comes next
    std::vector<double> m_ranges;          ///< of the hidden layers
    std::optional<CalibrationRows> m_rows; ///< where rounding or biases look at rows
};

Result<void> checkBits(const QuantizationOptions& options, std::size_t layers)
{
    const auto may = [](int bits) { return bits >= leastWeightBits && bits <= mostWeightBits; };
    if (may(options.bits) && std::all_of(options.layerBits.begin(), options.layerBits.end(), may) &&
        (options.layerBits.empty() || options.layerBits.size() == layers))
        return {};
    return message("compression.bits",
                   BROTO_TEXT("core", "A weight can have 2 to 8 bits. Give one number for all %1 layers, or one for "
                                      "each of them."),
                   layers);
}

}

Result<QuantizedNetwork> quantizedNetwork(const Network& network, const Dataset& data,
                                          const QuantizationOptions& options)
{
    if (const Result<void> checked = checkBits(options, network.layers.size()); !checked)
        return checked.error();
    if (!allFinite(network))
        return numbersTooLarge();
    Result<QuantizedInputs> inputs = quantizeInputs(data.preprocessing, data.training.raw);
    if (!inputs)
        return inputs.error();
    std::vector<QuantizedLayer> layers = Quantizer(network, data, options, *inputs).run();
    if (layers.empty())
        return numbersTooLarge();
    return QuantizedNetwork{std::move(*inputs), std::move(layers)};
}

Result<DeployableModel> quantize(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
                                 std::string_view version)
{
    Result<QuantizedNetwork> network = quantizedNetwork(trained.network, data, options);
    if (!network)
        return network.error();
    return modelOf(std::move(*network), modelFrame(recipeName({{options}}), Arithmetic::Int8, trained, data, version),
                   data);
}

}
