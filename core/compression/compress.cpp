#include "compression/compress.h"

#include "common/cancelled.h"
#include "compression/model_frame.h"
#include "compression/packed_weights.h"

#include <algorithm>

namespace broto {

namespace {

/// What a kernel for sparse weights takes in flash: it must save more than that.
constexpr std::size_t sparseKernelBytes = 250;

/// A network while one step after the other is done to it.
class Compression {
public:
    Compression(const TrainedNetwork& trained, const Dataset& data, const RunControl& control,
                const CompressionObserver& observer)
        : m_trained(trained),
          m_data(data),
          m_control(control),
          m_observer(observer),
          m_now{trained.network, foldedDesign(trained.design), trained.settings}
    {
    }

    Result<void> run(const Recipe& recipe)
    {
        for (const CompressionStep& step : recipe.steps)
            if (Result<void> done = std::visit([this](const auto& options) { return apply(options); }, step); !done)
                return done;
        return m_integers ? Result<void>() : apply(QuantizationOptions{});
    }

    Result<QuantizedNetwork> integers()
    {
        if (m_now.zeros == Zeros::Stay)
            storeSparsely();
        return std::move(*m_integers);
    }

    int extraEpochs() const { return m_epochs; }
    int allEpochs() const { return m_firstEpochs + m_epochs; }
    std::optional<TrainedNetwork> takeControl() { return std::move(m_controlRun); }

    /// What the compressed network is to be compared with: the float network that learns as long as that one will, and
    /// as fast; where a student is distilled, the same student without a teacher.
    Result<void> trainControl(const Recipe& recipe)
    {
        LearningStart start = m_now;
        if (const auto* distillation =
                recipe.steps.empty() ? nullptr : std::get_if<DistillationOptions>(&recipe.steps[0])) {
            Result<TrainedNetwork> alone =
                train(m_data, distillation->student, start.settings, m_control, observe(LearningPhase::Control));
            if (!alone)
                return alone.error();
            start.network = alone->network;
            start.design = foldedDesign(distillation->student);
            m_controlRun = std::move(*alone);
        }
        const int epochs = broto::extraEpochs(recipe, m_trained.settings);
        if (epochs == 0)
            return {};
        FineTuning tuning;
        tuning.start = std::move(start.network);
        const TrainingSettings settings = extraSettings(m_trained.settings, {epochs, rateOf(recipe)}, 1, 1);
        Result<FineTuned> tuned =
            fineTune(m_data, start.design, settings, tuning, m_control, observe(LearningPhase::Control));
        if (!tuned)
            return tuned.error();
        m_controlRun = std::move(tuned->run);
        return {};
    }

private:
    EpochObserver observe(LearningPhase phase) const
    {
        if (!m_observer)
            return {};
        return [this, phase](const EpochRecord& record, const LearningNetwork&) { m_observer(phase, record); };
    }

    double rateOf(const Recipe& recipe) const
    {
        double rate = 0;
        for (const CompressionStep& step : recipe.steps) {
            if (const auto* pruning = std::get_if<PruningOptions>(&step))
                rate = std::max(rate, pruningSettings(*pruning, m_trained.settings).learningRate);
            if (const auto* qat = std::get_if<QatOptions>(&step))
                rate = std::max(rate, qatSettings(*qat, m_trained.settings).learningRate);
            if (const auto* codebook = std::get_if<CodebookOptions>(&step))
                rate = std::max(rate, codebookSettings(*codebook, m_trained.settings).learningRate);
        }
        return rate;
    }

    Result<void> apply(const DistillationOptions& options)
    {
        Result<Distilled> distilled =
            distil(m_data, options, m_now.settings, m_control, observe(LearningPhase::Compression));
        if (!distilled)
            return distilled.error();
        m_firstEpochs = static_cast<int>(distilled->student.history.size());
        m_now.network = std::move(distilled->student.network);
        m_now.design = foldedDesign(options.student);
        return {};
    }

    Result<void> apply(const PruningOptions& options)
    {
        Result<TrainedNetwork> pruned = prune(m_now, m_data, options, m_control, observe(LearningPhase::Compression));
        if (!pruned)
            return pruned.error();
        m_epochs += static_cast<int>(pruned->history.size());
        m_now.network = std::move(pruned->network);
        m_now.design = pruned->design;
        m_now.zeros = options.pruning == Pruning::Weights ? Zeros::Stay : m_now.zeros;
        return {};
    }

    Result<void> apply(const QatOptions& options)
    {
        return take(trainAsIntegers(m_now, m_data, options, m_control, observe(LearningPhase::Compression)));
    }

    Result<void> apply(const CodebookOptions& options)
    {
        return take(shareWeights(m_now, m_data, options, m_control, observe(LearningPhase::Compression)));
    }

    Result<void> apply(const QuantizationOptions& options)
    {
        Result<QuantizedNetwork> quantized = quantizedNetwork(m_now.network, m_data, options);
        if (!quantized)
            return quantized.error();
        m_integers = std::move(*quantized);
        return {};
    }

    Result<void> take(Result<QatResult> result)
    {
        if (!result)
            return result.error();
        m_epochs += static_cast<int>(result->run.history.size());
        m_now.network = std::move(result->run.network);
        m_integers = std::move(result->network);
        return {};
    }

    /// Where that is smaller on a board.
    void storeSparsely()
    {
        std::size_t saved = 0;
        std::vector<IntegerLayer*> smaller;
        for (QuantizedLayer& quantized : m_integers->layers) {
            IntegerLayer& layer = quantized.layer;
            if (layer.storage != Storage::Int8)
                continue;
            IntegerLayer sparse = layer;
            sparse.storage = Storage::Sparse;
            if (const std::size_t bytes = packedSize(sparse); bytes < layer.weights.size()) {
                saved += layer.weights.size() - bytes;
                smaller.push_back(&layer);
            }
        }
        if (saved > sparseKernelBytes)
            for (IntegerLayer* layer : smaller)
                layer->storage = Storage::Sparse;
    }

    const TrainedNetwork& m_trained;
    const Dataset& m_data;
    const RunControl& m_control;
    const CompressionObserver& m_observer;
    LearningStart m_now;
    std::optional<QuantizedNetwork> m_integers;
    std::optional<TrainedNetwork> m_controlRun;
    int m_firstEpochs = static_cast<int>(m_trained.history.size()); ///< of what is compressed, before it is
    int m_epochs = 0;
};

}

namespace {

/// Before anything is trained: whether bits that are given layer by layer are as many as there will be layers.
Result<void> checkLayerBits(const Recipe& recipe, std::size_t layers)
{
    for (const CompressionStep& step : recipe.steps) {
        if (const auto* distillation = std::get_if<DistillationOptions>(&step))
            layers = distillation->student.hidden.size() + 1;
        const auto* quantization = std::get_if<QuantizationOptions>(&step);
        if (quantization && !quantization->layerBits.empty() && quantization->layerBits.size() != layers)
            return message("compression.layer-bits",
                           BROTO_TEXT("core",
                                      "Bits are given for %1 layers, but the network has %2. Give one number for "
                                      "each, or one for all."),
                           quantization->layerBits.size(), layers);
    }
    return {};
}

}

Result<Compressed> compress(const TrainedNetwork& trained, const Dataset& data, const Recipe& recipe,
                            std::string_view version, const RunControl& control, const CompressionObserver& observer)
{
    if (Result<void> checked = checkRecipe(recipe); !checked)
        return checked.error();
    if (Result<void> checked = checkLayerBits(recipe, trained.network.layers.size()); !checked)
        return checked.error();
    Compression compression(trained, data, control, observer);
    if (Result<void> done = compression.trainControl(recipe); !done)
        return done.error();
    if (Result<void> done = compression.run(recipe); !done)
        return done.error();
    Result<QuantizedNetwork> integers = compression.integers();
    Result<DeployableModel> model =
        modelOf(std::move(*integers), modelFrame(recipeName(recipe), Arithmetic::Int8, trained, data, version), data);
    if (!model)
        return model.error();
    if (control.cancelled())
        return cancelledByUser();
    model->provenance.epochs = compression.allEpochs();
    return Compressed{std::move(*model), compression.extraEpochs(), compression.takeControl()};
}

}
