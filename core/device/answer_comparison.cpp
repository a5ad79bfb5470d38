#include "device/answer_comparison.h"

#include "compression/answer_decoding.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

double relativeDifference(float expected, float received)
{
    if (expected == received || (std::isnan(expected) && std::isnan(received)))
        return 0; // infinities too, whose difference is no number
    const double difference =
        std::abs(static_cast<double>(expected) - received) / std::max(1.0, std::abs(double(expected)));
    return std::isnan(difference) ? std::numeric_limits<double>::infinity() : difference;
}

Said saidIn(const Prediction& prediction, int output, const DeployableModel& model)
{
    Said said;
    if (prediction.refused) {
        said.refusedFor = model.preprocessing.features[static_cast<std::size_t>(prediction.refusedFeature)].name;
        return said;
    }
    if (!prediction.raw.empty())
        said.raw = prediction.raw[static_cast<std::size_t>(output)];
    const Target& target = model.decoding.target;
    if (target.task == Task::Classification)
        said.className = target.classes[static_cast<std::size_t>(prediction.classIndex)];
    else
        said.value = prediction.value;
    return said;
}

/// The first output that differs; nothing where none does.
std::optional<int> differentOutput(const Prediction& expected, const BoardAnswer& received)
{
    if (expected.refused || received.refused)
        return expected.refused == received.refused && expected.refusedFeature == received.refusedFeature
                   ? std::nullopt
                   : std::optional(0);
    const auto [ours, theirs] = std::ranges::mismatch(expected.raw, received.raw);
    return ours == expected.raw.end() ? std::nullopt : std::optional(static_cast<int>(ours - expected.raw.begin()));
}

}

std::optional<Message> problemWithBoard(const DeployableModel& model, const BoardHello& board)
{
    if (board.modelId != modelId(model))
        return message("device.other-model",
                       BROTO_TEXT("core", "The board runs %1, and that is not the %2 model as it stands here: flash it "
                                          "first."),
                       board.modelName, model.name);
    const bool floats = model.arithmetic == Arithmetic::Float32;
    if (board.inputs != model.features() || board.outputs != model.outputs() || board.floatOutputs != floats)
        return message("device.other-shape",
                       BROTO_TEXT("core",
                                  "The board says that %1 takes %2 values and gives %3, and here it takes %4 and gives "
                                  "%5: flash the board again."),
                       board.modelName, board.inputs, board.outputs, model.features(), model.outputs());
    const std::optional<Stream>& stream = model.preprocessing.stream;
    const int channels = stream ? static_cast<int>(stream->channels.size()) : 0;
    if (board.channels != channels ||
        (stream && (board.windowLength != stream->length || board.windowStride != stream->stride)))
        return message("device.other-windows",
                       BROTO_TEXT("core", "The board makes other windows of its readings than %1: flash it again."),
                       model.name);
    return std::nullopt;
}

std::optional<Difference> differenceIn(const Prediction& expected, const BoardAnswer& received,
                                       const DeployableModel& model)
{
    const std::optional<int> output = differentOutput(expected, received);
    if (!output)
        return std::nullopt;
    const Target& target = model.decoding.target;
    Difference difference;
    difference.output = *output;
    difference.outputName =
        target.task == Task::Classification ? target.classes[static_cast<std::size_t>(*output)] : target.name;
    difference.expected = saidIn(expected, *output, model);
    difference.received = saidIn(predictionIn(received, model.decoding), *output, model);
    return difference;
}

Prediction predictionIn(const BoardAnswer& answer, const OutputDecoding& decoding)
{
    Prediction told;
    told.refused = answer.refused;
    told.refusedFeature = answer.refusedFeature;
    told.outOfRange = answer.outOfRange;
    told.raw = answer.raw;
    told.rawFloat = answer.rawFloat;
    if (!told.refused)
        decodeOutputs(decoding, told);
    return told;
}

double largestDifferenceIn(const Prediction& expected, const BoardAnswer& received)
{
    double largest = 0;
    for (std::size_t i = 0; !received.refused && i < expected.rawFloat.size(); ++i)
        largest = std::max(largest, relativeDifference(expected.rawFloat[i], received.rawFloat[i]));
    return largest;
}

void locate(Difference& difference, std::span<const float> row, const DeployableModel& model, Predictor& predictor,
            BoardConnection& board)
{
    const int hidden = static_cast<int>(model.layers.size()) - 1;
    for (int layer = 0; layer < hidden; ++layer) {
        const auto received = board.ask([&](BoardClient& asked) { return asked.layer(layer, row); });
        const std::vector<std::int8_t> expected = predictor.hiddenActivations(row, layer);
        if (!received || received->size() != expected.size())
            return;
        const auto [ours, theirs] = std::mismatch(expected.begin(), expected.end(), received->begin());
        if (ours == expected.end())
            continue;
        difference.layer = layer;
        difference.neuron = static_cast<int>(ours - expected.begin());
        return;
    }
    difference.layer = hidden;
    difference.neuron = difference.output;
}

}
