#include "device/answer_comparison.h"

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

std::optional<Difference> differenceIn(const Prediction& expected, const BoardAnswer& received)
{
    Difference difference;
    if (expected.refused || received.refused) {
        if (expected.refused == received.refused && expected.refusedFeature == received.refusedFeature)
            return std::nullopt;
        difference.expected = expected.refused;
        difference.received = received.refused;
        return difference;
    }
    for (std::size_t i = 0; i < expected.raw.size(); ++i) {
        if (expected.raw[i] == received.raw[i])
            continue;
        difference.output = static_cast<int>(i);
        difference.expected = expected.raw[i];
        difference.received = received.raw[i];
        return difference;
    }
    return std::nullopt;
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
