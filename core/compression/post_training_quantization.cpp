#include "compression/calibration.h"
#include "compression/calibration_rows.h"
#include "compression/compress.h"
#include "compression/input_quantization.h"
#include "compression/layer_quantization.h"
#include "compression/model_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double offsetLimit = 1 << 30;

Message notFinite()
{
    return message("compression.not-finite",
                   BROTO_TEXT("core", "The network holds or reaches numbers too large to compress. Train it again with "
                                      "a smaller learning rate."));
}

bool allFinite(const Network& network)
{
    return std::all_of(network.layers.begin(), network.layers.end(),
                       [](const DenseLayer& layer) { return layer.weights.allFinite() && layer.bias.allFinite(); });
}

/// The step of a regression's sum below which its offset or its unit would not fit their types.
double leastSumScale(const Target& target)
{
    if (target.task == Task::Classification)
        return 0;
    const double forOffset = std::abs(target.centre) / (offsetLimit - 1);
    const double forUnit = std::numeric_limits<float>::min();
    return std::max(forOffset, forUnit) / target.deviation;
}

void decodeSums(OutputDecoding& decoding, const QuantizedLayer& output)
{
    for (const double sumScale : output.sumScale) {
        const auto unit = static_cast<float>(sumScale * decoding.target.deviation);
        const double offset = std::round(decoding.target.centre / static_cast<double>(unit));
        decoding.unit.push_back(unit);
        decoding.offset.push_back(static_cast<std::int32_t>(std::clamp(offset, 1 - offsetLimit, offsetLimit - 1)));
    }
}

/// Quantizes one layer after the other.
class Quantizer {
public:
    Quantizer(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
              QuantizedInputs inputs, DeployableModel& model)
        : m_network(trained.network), m_options(options), m_inputs(std::move(inputs)), m_model(model)
    {
        const std::vector<Eigen::Index> rows = spreadRows(data.training.raw.rows(), options.calibrationRows);
        m_ranges = calibratedRanges(m_network, m_inputs, rowsOf(data.training.raw, rows), options.activationRange);
        m_model.integerInputs = m_inputs.features;
        const int few = std::min(static_cast<int>(rows.size()), mostCompensationRows);
        if (options.rounding == Rounding::Compensated || options.correctBias)
            m_rows.emplace(data, m_inputs, spreadRows(data.training.raw.rows(), few));
    }

    /// False where the network reaches numbers that are not finite.
    bool run()
    {
        double scale = m_inputs.scale;
        for (std::size_t l = 0; l < m_ranges.size(); ++l) {
            if (!std::isfinite(m_ranges[l]))
                return false;
            QuantizedLayer hidden = rounded(l, scale, 0);
            scale = requantizeHidden(hidden, m_ranges[l]);
            if (m_rows)
                m_rows->pass(m_network.layers[l], hidden.layer);
            m_model.layers.push_back(std::move(hidden.layer));
        }
        addOutputLayer(scale);
        return true;
    }

private:
    QuantizedLayer rounded(std::size_t index, double inputScale, double leastSumScale)
    {
        const DenseLayer& layer = m_network.layers[index];
        const int bits = m_options.bitsOf(index);
        LayerRounding rounding{gridOf(bits), storageOf(bits), m_options.granularity, m_options.weightRange};
        std::optional<CompensatedRounding> compensation;
        if (m_options.rounding == Rounding::Compensated)
            rounding.compensation = &compensation.emplace(m_rows->products());
        QuantizedLayer result = quantizeWeights(layer, inputScale, rounding, leastSumScale);
        if (m_options.correctBias)
            m_rows->correctBias(layer, result.sumScale, result.layer);
        m_model.provenance.grownScales += result.grownScales;
        return result;
    }

    void addOutputLayer(double inputScale)
    {
        OutputDecoding& decoding = m_model.decoding;
        QuantizedLayer output = rounded(m_ranges.size(), inputScale, leastSumScale(decoding.target));
        if (decoding.target.task == Task::Classification) {
            decoding.scoreScale = static_cast<float>(requantizeScores(output));
        } else {
            output.layer.outputScale = static_cast<float>(output.sumScale.front());
            decodeSums(decoding, output);
        }
        m_model.layers.push_back(std::move(output.layer));
    }

    const Network& m_network;
    const QuantizationOptions& m_options;
    const QuantizedInputs m_inputs;
    DeployableModel& m_model;
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

Result<DeployableModel> quantize(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
                                 std::string_view version)
{
    if (const Result<void> checked = checkBits(options, trained.network.layers.size()); !checked)
        return checked.error();
    if (!allFinite(trained.network))
        return notFinite();
    Result<QuantizedInputs> inputs = quantizeInputs(data.preprocessing, data.training.raw);
    if (!inputs)
        return inputs.error();
    DeployableModel model =
        modelFrame("ptq-int" + std::to_string(options.bits), Arithmetic::Int8, trained, data, version);
    if (!Quantizer(trained, data, options, std::move(*inputs), model).run() || problemWith(model))
        return notFinite(); // or a scale that no float holds
    measure(model, data);
    return model;
}

}
