#include "compression/layer_inspection.h"

#include "common/cancelled.h"
#include "compression/activation_rules.h"
#include "compression/calibration.h"
#include "compression/packed_weights.h"

#include <numeric>

namespace broto {

namespace {

/// What the float network has to compare with: null where there is nothing.
class Comparison {
public:
    Comparison(const DeployableModel& model, const Network* network, const Matrix& raw,
               const std::vector<Eigen::Index>& rows)
        : m_network(network)
    {
        const NetworkShape shape = shapeOf(model);
        if (!network || shape.front().inputs != network->layers.front().weights.cols())
            return;
        m_sameNeurons = shapeOf(*network) == shape;
        m_sameAnswers = shape.back().outputs == network->layers.back().weights.rows();
        if (rows.empty())
            return;
        m_inputs = encoded(model.preprocessing, rowsOf(raw, rows));
        m_outputs = forwardLayers(*network, m_inputs);
    }

    const DenseLayer* layer(std::size_t index) const { return m_sameNeurons ? &m_network->layers[index] : nullptr; }
    const Matrix* inputs() const { return m_outputs.empty() ? nullptr : &m_inputs; }
    const Matrix* outputs(std::size_t index, bool last) const
    {
        if (m_outputs.empty())
            return nullptr;
        return m_sameNeurons ? &m_outputs[index] : last && m_sameAnswers ? &m_outputs.back() : nullptr;
    }

private:
    const Network* m_network;
    bool m_sameNeurons = false, m_sameAnswers = false;
    Matrix m_inputs;
    std::vector<Matrix> m_outputs; ///< none without inputs
};

std::span<const float> valuesOf(const Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

bool isDead(const Matrix& values, Eigen::Index neuron, bool afterRelu)
{
    const auto column = values.col(neuron).array();
    return afterRelu ? (column <= 0).all() : values.rows() > 1 && (column == column(0)).all();
}

void countIntegers(ActivationInspection& result, const std::vector<std::int32_t>& integers)
{
    if (integers.empty())
        return;
    result.counts.assign(2 * largestActivation + 1, 0);
    for (const std::int32_t integer : integers)
        ++result.counts[static_cast<std::size_t>(integer + largestActivation)];
}

ActivationInspection inspected(const Matrix& values, bool afterRelu, const Matrix* exact)
{
    ActivationInspection result;
    if (values.size() == 0)
        return result;
    result.lowest = values.minCoeff<Eigen::PropagateNaN>();
    result.highest = values.maxCoeff<Eigen::PropagateNaN>();
    for (Eigen::Index neuron = 0; neuron < values.cols(); ++neuron)
        if (isDead(values, neuron, afterRelu))
            result.dead.push_back(static_cast<std::size_t>(neuron));
    if (exact)
        result.signalToNoise = signalToNoise(valuesOf(*exact), valuesOf(values));
    result.bars = valueBars(valuesOf(values), exact ? valuesOf(*exact) : std::span<const float>());
    return result;
}

void describeStorage(LayerInspection& result, const ModelLayer& any)
{
    const auto* layer = std::get_if<IntegerLayer>(&any);
    result.storage = layer ? storageName(layer->storage) : arithmeticName(Arithmetic::Float32);
    result.weightBytes = layer ? packedSize(*layer) : sizeof(float) * result.weights.weights;
    result.bitsPerWeight = 8 * static_cast<double>(result.weightBytes) / static_cast<double>(result.weights.weights);
}

}

double ActivationInspection::shareOf(int integer) const
{
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    if (all == 0)
        return 0;
    return static_cast<double>(counts[static_cast<std::size_t>(integer + largestActivation)]) /
           static_cast<double>(all);
}

Result<ModelInspection> inspectedModel(const DeployableModel& model, const Network* network, const DataPart& part,
                                       const RunControl& control, int mostRows)
{
    const std::vector<Eigen::Index> chosen = spreadRows(part.raw.rows(), mostRows);
    const ModelPassages rows = passagesOf(model, part.raw, chosen, control);
    if (control.stopRequested())
        return cancelledByUser();
    const Comparison comparison(model, network, part.raw, rows.answered);
    ModelInspection result{chosen.size(), chosen.size() - rows.answered.size(), {}, {}};
    result.inputs = inspected(rows.passages[0].values, false, comparison.inputs());
    countIntegers(result.inputs, rows.passages[0].integers);
    for (std::size_t l = 0; l < model.layers.size() && !control.stopRequested(); ++l) {
        const bool last = l + 1 == model.layers.size();
        const Passage& outputs = rows.passages[l + 1];
        LayerInspection layer;
        layer.weights = inspectedWeights(model.layers[l], comparison.layer(l));
        describeStorage(layer, model.layers[l]);
        const bool afterRelu = shapeOf(model)[l].activation == Activation::Relu;
        layer.outputs = inspected(outputs.values, afterRelu, comparison.outputs(l, last));
        if (!last)
            countIntegers(layer.outputs, outputs.integers);
        if (!rows.sums.empty())
            layer.sums = rows.sums[l];
        result.layers.push_back(std::move(layer));
    }
    if (control.stopRequested())
        return cancelledByUser();
    return result;
}

}
