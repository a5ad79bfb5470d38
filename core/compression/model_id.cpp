#include "compression/deployable_model.h"

#include "common/fingerprint.h"
#include "compression/activation_rules.h"

#include <bit>
#include <cmath>

namespace broto {

namespace {

/// Feeds values to a fingerprint as little-endian bytes, so that every machine finds the same one.
class ValueHash {
public:
    template<class Integer>
    requires std::is_integral_v<Integer> ValueHash& add(Integer value)
    {
        const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
        std::string bytes;
        for (int shift = 0; shift < 64; shift += 8)
            bytes += static_cast<char>(bits >> shift & 255);
        m_fingerprint.add(bytes);
        return *this;
    }
    /// By the number that it has on the board, whatever order the program lists them in.
    ValueHash& add(Activation activation) { return add(runtimeActivation(activation).number); }
    template<class Enumeration>
    requires std::is_enum_v<Enumeration> ValueHash& add(Enumeration value)
    {
        return add(static_cast<std::int64_t>(value));
    }
    ValueHash& add(float value)
    {
        // Every NaN means the same: nothing stands for a missing value.
        return add(std::isnan(value) ? 0x7fc00000u : std::bit_cast<std::uint32_t>(value));
    }
    ValueHash& add(const std::string& text)
    {
        add(text.size());
        m_fingerprint.add(text);
        return *this;
    }
    template<class T>
    ValueHash& add(const std::vector<T>& values)
    {
        add(values.size());
        for (const T& value : values)
            add(value);
        return *this;
    }
    ValueHash& add(const runtime::InputFeature& feature)
    {
        return add(feature.centre)
            .add(feature.lowest)
            .add(feature.highest)
            .add(feature.factor)
            .add(feature.fill)
            .add(feature.exponent)
            .add(feature.categories);
    }
    ValueHash& add(const Feature& feature) { return add(feature.categories).add(feature.lowest).add(feature.highest); }
    ValueHash& add(const StreamChannel& channel) { return add(channel.missing).add(channel.fill); }
    ValueHash& add(const WindowFeature& feature)
    {
        return add(static_cast<std::int64_t>(feature.kind))
            .add(feature.channel)
            .add(feature.firstBin)
            .add(feature.lastBin);
    }
    ValueHash& add(const Stream& stream)
    {
        add(stream.channels).add(stream.length).add(stream.stride);
        return add(static_cast<float>(stream.readingsPerSecond)).add(stream.features);
    }
    ValueHash& add(const PreprocessingStep& step)
    {
        add(step.index());
        if (const auto* fill = std::get_if<FillMissing>(&step))
            add(fill->values);
        else if (const auto* scale = std::get_if<Scale>(&step))
            add(scale->centre).add(scale->factor);
        return *this;
    }
    ValueHash& add(const ModelLayer& layer)
    {
        if (const auto* floating = std::get_if<Float32Layer>(&layer))
            return add(floating->inputs).add(floating->activation).add(floating->weights).add(floating->bias);
        const auto& integer = std::get<IntegerLayer>(layer);
        return add(integer.inputs)
            .add(integer.activation)
            .add(integer.weights)
            .add(integer.bias)
            .add(integer.multiplier)
            .add(integer.shift)
            .add(integer.table);
    }
    ValueHash& add(const OutputDecoding& decoding)
    {
        const Target& target = decoding.target;
        add(target.task).add(target.unit).add(target.classes).add(target.centre).add(target.deviation);
        return add(decoding.offset).add(decoding.unit).add(decoding.scoreScale);
    }

    std::uint64_t value() const { return m_fingerprint.value(); }

private:
    Fingerprint m_fingerprint;
};

}

std::uint64_t modelId(const DeployableModel& model)
{
    ValueHash hash;
    hash.add(model.arithmetic).add(model.preprocessing.features).add(model.preprocessing.steps);
    hash.add(model.integerInputs).add(model.layers).add(model.decoding);
    if (model.preprocessing.stream) // the ids of models without one stay what they were
        hash.add(*model.preprocessing.stream);
    return hash.value();
}

}
