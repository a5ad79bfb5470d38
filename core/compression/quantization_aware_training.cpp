#include "compression/quantization_aware_training.h"

#include "compression/grid_form.h"

namespace broto {

std::string_view scalesName(Scales scales)
{
    return scales == Scales::Calibrated ? "calibrated" : "learned";
}

Matrix encodedInputs(const QuantizedInputs& inputs, const DataPart& part, Eigen::Index width)
{
    Matrix result = Matrix::Zero(part.raw.rows(), width);
    std::vector<std::int8_t> activations(static_cast<std::size_t>(width));
    for (Eigen::Index row = 0; row < part.raw.rows(); ++row) {
        const runtime::InputReport report =
            runtime::encodeRow(inputs.features.data(), static_cast<std::uint16_t>(inputs.features.size()),
                               part.raw.row(row).data(), activations.data());
        for (Eigen::Index i = 0; i < width && !report.refused; ++i)
            result(row, i) = activations[static_cast<std::size_t>(i)];
    }
    return result;
}

Result<QatResult> tunedAsIntegers(const LearningStart& start, const Dataset& data, const QuantizedNetwork& quantized,
                                  FineTuning tuning, const TrainingSettings& settings, const RunControl& control,
                                  const EpochObserver& observer)
{
    const Eigen::Index width = start.network.layers.front().weights.cols();
    tuning.start = start.network;
    tuning.zeros = start.zeros;
    tuning.trainingInputs = encodedInputs(quantized.inputs, data.training, width);
    tuning.validationInputs = encodedInputs(quantized.inputs, data.validation, width);
    Result<FineTuned> tuned = fineTune(data, start.design, settings, tuning, control, observer);
    if (!tuned)
        return tuned.error();
    Result<std::vector<QuantizedLayer>> layers = static_cast<const IntegerNetworkForm&>(*tuned->form).quantizedLayers();
    if (!layers)
        return layers.error();
    return QatResult{std::move(tuned->run), {quantized.inputs, std::move(*layers)}};
}

namespace {

/// Where the scales come from: weights are rounded to the nearest step, because they will move.
QuantizationOptions startOptions(const QatOptions& options)
{
    QuantizationOptions start;
    start.bits = options.bits;
    start.activationRange = options.activationRange;
    start.weightRange = options.bits < 8 ? RangeMethod::MeanSquare : RangeMethod::MinMax;
    return start;
}

}

TrainingSettings qatSettings(const QatOptions& options, const TrainingSettings& before)
{
    if (options.bits <= 2)
        return extraSettings(before, options.extra, 0.5, 0.5);
    return extraSettings(before, options.extra, 0.25, options.bits < 8 ? 0.3 : 0.1);
}

Result<QatResult> trainAsIntegers(const LearningStart& start, const Dataset& data, const QatOptions& options,
                                  const RunControl& control, const EpochObserver& observer)
{
    Result<QuantizedNetwork> quantized = quantizedNetwork(start.network, data, startOptions(options));
    if (!quantized)
        return quantized.error();
    FineTuning tuning;
    tuning.scales = options.scales == Scales::Learned ? LearnedScales::Yes : LearnedScales::No;
    tuning.makeForm = [&](Parameters& parameters, const Kernels& kernels) {
        return std::make_unique<GridForm>(parameters, kernels, *quantized,
                                          std::vector<int>(parameters.layers.size(), options.bits));
    };
    return tunedAsIntegers(start, data, *quantized, std::move(tuning), qatSettings(options, start.settings), control,
                           observer);
}

}
