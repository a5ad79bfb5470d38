#include "compression/model_passages.h"

#include "compression/activation_rules.h"
#include "compression/calibration.h"
#include "compression/input_steps.h"
#include "compression/row_integers.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace broto {

namespace {

std::span<const float> rowOf(const Matrix& raw, Eigen::Index row)
{
    return {raw.row(row).data(), static_cast<std::size_t>(raw.cols())};
}

template<class Integer>
void append(Passage& passage, const std::vector<Integer>& row)
{
    passage.integers.insert(passage.integers.end(), row.begin(), row.end());
}

void scale(Passage& passage, Eigen::Index rows, float step)
{
    passage.values.resize(rows, rows > 0 ? static_cast<Eigen::Index>(passage.integers.size()) / rows : 0);
    std::transform(passage.integers.begin(), passage.integers.end(), passage.values.data(),
                   [step](std::int32_t integer) { return static_cast<float>(integer) * step; });
}

std::int32_t largestPossibleSum(const IntegerLayer& layer)
{
    std::int32_t largest = 0;
    auto weight = layer.weights.begin();
    for (const std::int32_t bias : layer.bias) {
        std::int32_t sum = std::abs(bias);
        for (int i = 0; i < layer.inputs; ++i)
            sum += largestActivation * std::abs(int{*weight++});
        largest = std::max(largest, sum);
    }
    return largest;
}

/// Cuts are counted here; they become shares at the end.
void inspectSums(SumInspection& result, const LayerIntegers& integers, Activation activation)
{
    for (const std::int32_t sum : integers.sums)
        result.largest = std::max(result.largest, std::abs(sum));
    for (std::size_t o = 0; o < integers.clamped.size(); ++o) {
        result.cutAbove += integers.shifted[o] > largestActivation;
        result.cutBelow += activation != Activation::Relu && integers.shifted[o] < -largestActivation;
    }
}

void addRow(ModelPassages& result, const DeployableModel& model, const RowIntegers& integers)
{
    append(result.passages[0], integers.inputs);
    for (std::size_t l = 0; l < integers.layers.size(); ++l) {
        const LayerIntegers& layer = integers.layers[l];
        inspectSums(result.sums[l], layer, std::get<IntegerLayer>(model.layers[l]).activation);
        if (layer.outputs.empty())
            append(result.passages[l + 1], layer.raw());
        else
            append(result.passages[l + 1], layer.outputs);
    }
}

void finish(ModelPassages& result, const DeployableModel& model)
{
    const auto rows = static_cast<Eigen::Index>(result.answered.size());
    scale(result.passages[0], rows, std::get<IntegerLayer>(model.layers[0]).inputScale);
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const auto& layer = std::get<IntegerLayer>(model.layers[l]);
        Passage& outputs = result.passages[l + 1];
        scale(outputs, rows, layer.outputScale);
        SumInspection& sums = result.sums[l];
        sums.largestPossible = largestPossibleSum(layer);
        const double passed = std::max(1.0, static_cast<double>(outputs.integers.size()));
        sums.cutAbove /= passed;
        sums.cutBelow /= passed;
    }
}

ModelPassages integerPassages(const DeployableModel& model, const Matrix& raw, const std::vector<Eigen::Index>& chosen,
                              const RunControl& control)
{
    const std::size_t layers = model.layers.size();
    ModelPassages result{{}, std::vector<Passage>(layers + 1), std::vector<SumInspection>(layers)};
    for (std::size_t i = 0; i < chosen.size() && !control.stopRequested(); ++i) {
        control.report(static_cast<double>(i), static_cast<double>(chosen.size()));
        const RowIntegers integers = integersOf(model, rowOf(raw, chosen[i]));
        if (integers.report.refused)
            continue;
        result.answered.push_back(chosen[i]);
        addRow(result, model, integers);
    }
    finish(result, model);
    return result;
}

Network networkOf(const DeployableModel& model)
{
    Network network;
    for (const ModelLayer& any : model.layers) {
        const auto& layer = std::get<Float32Layer>(any);
        network.layers.push_back({Eigen::Map<const Matrix>(layer.weights.data(), layer.outputs, layer.inputs),
                                  Eigen::Map<const Vector>(layer.bias.data(), layer.outputs), layer.activation});
    }
    return network;
}

ModelPassages floatPassages(const DeployableModel& model, const Matrix& raw, const std::vector<Eigen::Index>& chosen)
{
    const std::vector<runtime::FloatFeature> features = floatInputs(model.preprocessing);
    std::vector<float> x(static_cast<std::size_t>(inputCount(model.preprocessing)));
    ModelPassages result{{}, std::vector<Passage>(model.layers.size() + 1), {}};
    for (const Eigen::Index row : chosen) {
        const std::span<const float> values = rowOf(raw, row);
        if (!runtime::encodeRow(features.data(), static_cast<std::uint16_t>(values.size()), values.data(), x.data())
                 .refused)
            result.answered.push_back(row);
    }
    if (result.answered.empty())
        return result;
    result.passages[0].values = encoded(model.preprocessing, rowsOf(raw, result.answered));
    std::vector<Matrix> outputs = forwardLayers(networkOf(model), result.passages[0].values);
    for (std::size_t l = 0; l < outputs.size(); ++l)
        result.passages[l + 1].values = std::move(outputs[l]);
    return result;
}

}

double SumInspection::usedRoom() const
{
    return static_cast<double>(largest) / accumulatorLimit;
}

double SumInspection::possibleRoom() const
{
    return static_cast<double>(largestPossible) / accumulatorLimit;
}

ModelPassages passagesOf(const DeployableModel& model, const Matrix& raw, const std::vector<Eigen::Index>& chosen,
                         const RunControl& control)
{
    return model.arithmetic == Arithmetic::Int8 ? integerPassages(model, raw, chosen, control)
                                                : floatPassages(model, raw, chosen);
}

}
