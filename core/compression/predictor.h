#pragma once

#include "common/run_control.h"
#include "compression/deployable_model.h"
#include "data/feature_stream.h"
#include "network/metrics.h"
#include "runtime/input_float32.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// What a model says about one row.
struct Prediction {
    bool refused = false;          ///< a missing value that nothing stands for
    int refusedFeature = 0;        ///< then: which
    int outOfRange = 0;            ///< how many features lie outside what the training rows held
    std::vector<std::int32_t> raw; ///< integer models: scores or sums, exactly the board's
    std::vector<float> rawFloat;   ///< float32 models
    int classIndex = 0;            ///< classification
    std::vector<float> certainty;  ///< classification: softmax, one a class
    float value = 0;               ///< regression, in the target's unit
};

/// Runs a model with the headers of core/runtime, the same ones that boards run. Keeps its buffers between rows: one
/// Predictor a thread. The model must outlive it.
class Predictor {
public:
    explicit Predictor(const DeployableModel& model);

    Prediction predict(std::span<const float> row);

    /// After predict: the activations of a hidden layer of an integer model (0 is the first one).
    std::vector<std::int8_t> hiddenActivations(std::span<const float> row, int layer);

private:
    Prediction predictInteger(std::span<const float> row);
    Prediction predictFloat(std::span<const float> row);
    void runHiddenLayers(std::size_t count); // from and to m_first

    const DeployableModel& m_model;
    std::vector<runtime::FloatFeature> m_floatInputs;
    std::vector<std::vector<std::uint8_t>> m_packed; ///< each integer layer as it lies in flash
    std::vector<std::int8_t> m_first, m_second;
    std::vector<float> m_firstFloat, m_secondFloat;
};

/// The same for a model that takes a stream of readings. The model must outlive it.
class StreamPredictor {
public:
    explicit StreamPredictor(const DeployableModel& model) : m_stream(*model.preprocessing.stream), m_predictor(model)
    {
    }

    /// One reading, a value a channel. An answer when a window is full.
    std::optional<Prediction> push(std::span<const float> reading);

    /// Right after an answer: the row that it is for.
    const std::vector<float>& features() { return m_stream.row(); }
    std::vector<std::int8_t> hiddenActivations(int layer) { return m_predictor.hiddenActivations(features(), layer); }

    void restart() { m_stream.restart(); }
    int due() const { return m_stream.due(); } ///< readings until the next answer

private:
    FeatureStream m_stream;
    Predictor m_predictor;
};

/// Metrics of a model on some rows; cancelled, of those it came to.
Metrics evaluate(const DeployableModel& model, const DataPart& part, const RunControl& control = {});

}
