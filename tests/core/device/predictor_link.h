#pragma once

#include "compression/predictor.h"
#include "device/link.h"
#include "support/simulated_board.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace broto {

/// Answers frames with a model of the workbench's, and says it were `told`.
class PredictorLink : public Link {
public:
    using Bytes = std::vector<std::uint8_t>;

    PredictorLink(const DeployableModel& told, DeployableModel run)
        : m_told(told), m_run(std::move(run)), m_predictor(m_run)
    {
    }

    TimePoint now() const override { return m_now; }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (m_coming.empty())
            m_now += timeLimit;
        const std::size_t count = std::min(bytes.size(), m_coming.size());
        std::copy_n(m_coming.begin(), count, bytes.begin());
        m_coming.erase(m_coming.begin(), m_coming.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        for (const ReceivedFrame& frame : framesIn(bytes)) {
            ReceivedFrame answer = answered(frame);
            const bool isLost = frame.type == runtime::sampleFrame && ++m_samples == loseSample;
            const Bytes bytesBack = isLost ? Bytes() : frameOf(frame.id, answer.type, answer.payload);
            m_coming.insert(m_coming.end(), bytesBack.begin(), bytesBack.end());
        }
        return {};
    }

    int loseSample = -1; ///< which answer to SAMPLE gets lost, from 1

    /// What its pins give; empty: it has none.
    std::function<std::vector<float>()> sensors;

    /// The feature for which it refuses what they give; nothing: as its model does.
    std::function<std::optional<std::uint8_t>()> refusedFeature;

private:
    ReceivedFrame answered(const ReceivedFrame& frame)
    {
        if (frame.type == runtime::helloFrame)
            return {0, 0x81, hello()};
        if (frame.type == runtime::sampleFrame || frame.type == runtime::windowFrame)
            return streamed(frame);
        if (frame.type == runtime::senseFrame)
            return sensed();
        std::vector<float> row(static_cast<std::size_t>(m_run.features()));
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = std::bit_cast<float>(runtime::numberAt(frame.payload.data() + 4 * i, 4));
        const Prediction prediction = m_predictor.predict(row);
        if (frame.type == runtime::layerFrame) {
            const std::vector<std::int8_t> values = m_predictor.hiddenActivations(row, frame.payload.back());
            return {0, 0x84, Bytes(values.begin(), values.end())};
        }
        if (prediction.refused)
            return {0, 0xff, {runtime::rowRefusedError, static_cast<std::uint8_t>(prediction.refusedFeature), 0}};
        return {0, 0x82, inferred(prediction)};
    }

    /// The row or reading before its answer.
    ReceivedFrame sensed()
    {
        if (!sensors)
            return {0, 0xff, {runtime::notSupportedError, runtime::senseFrame, 0}};
        if (const auto feature = refusedFeature ? refusedFeature() : std::nullopt)
            return {0, 0xff, {runtime::rowRefusedError, *feature, 0}};
        Bytes values;
        for (const float value : sensors())
            append(values, std::bit_cast<std::uint32_t>(value), 4);
        const std::uint8_t request = m_told.preprocessing.stream ? runtime::sampleFrame : runtime::inferFrame;
        const ReceivedFrame answer = answered({0, request, values});
        if (answer.type == 0xff)
            return answer;
        values.insert(values.end(), answer.payload.begin(), answer.payload.end());
        return {0, 0x80 | runtime::senseFrame, values};
    }

    ReceivedFrame streamed(const ReceivedFrame& frame)
    {
        if (!m_stream)
            m_stream.emplace(m_run);
        if (frame.type == runtime::windowFrame && m_stream->due() > 0) {
            Bytes due = {runtime::noWindowError};
            append(due, static_cast<std::uint32_t>(m_stream->due()), 2);
            return {0, 0xff, due};
        }
        if (frame.type == runtime::windowFrame) {
            Bytes features;
            for (const float feature : m_stream->features())
                append(features, std::bit_cast<std::uint32_t>(feature), 4);
            return {0, 0x87, features};
        }
        std::optional<Prediction> prediction;
        std::vector<float> reading(frame.payload.size() / 4);
        for (std::size_t i = 0; i < reading.size(); ++i)
            reading[i] = std::bit_cast<float>(runtime::numberAt(frame.payload.data() + 4 * i, 4));
        if (reading.empty())
            m_stream->restart();
        else
            prediction = m_stream->push(reading);
        Bytes bytes;
        append(bytes, static_cast<std::uint32_t>(m_stream->due()), 2);
        if (prediction) {
            const Bytes answer = inferred(*prediction);
            bytes.insert(bytes.end(), answer.begin(), answer.end());
        }
        return {0, 0x83, bytes};
    }

    static void append(Bytes& bytes, std::uint32_t number, std::uint8_t size)
    {
        bytes.resize(bytes.size() + size);
        runtime::putNumber(bytes.data() + bytes.size() - size, number, size);
    }

    Bytes hello() const
    {
        Bytes bytes = {runtime::protocolVersion};
        append(bytes, static_cast<std::uint32_t>(modelId(m_told)), 4);
        append(bytes, static_cast<std::uint32_t>(modelId(m_told) >> 32), 4);
        append(bytes, 16000000, 4);
        append(bytes, static_cast<std::uint32_t>(m_told.features()), 2);
        append(bytes, static_cast<std::uint32_t>(m_told.outputs()), 2);
        append(bytes, static_cast<std::uint32_t>(m_told.layers.size()), 1);
        std::uint32_t flags = m_told.arithmetic == Arithmetic::Float32 ? runtime::floatOutputsFlag : 0;
        if (sensors)
            flags |= runtime::sensorsFlag;
        append(bytes, flags, 1);
        append(bytes, 200, 2);
        append(bytes, 63, 2);
        for (const char* name : {"\3tea", "\3uno"})
            bytes.insert(bytes.end(), name, name + 4);
        if (const std::optional<Stream>& stream = m_told.preprocessing.stream) {
            append(bytes, static_cast<std::uint32_t>(stream->channels.size()), 1);
            append(bytes, static_cast<std::uint32_t>(stream->length), 2);
            append(bytes, static_cast<std::uint32_t>(stream->stride), 2);
        }
        return bytes;
    }

    static Bytes inferred(const Prediction& prediction)
    {
        Bytes bytes = {static_cast<std::uint8_t>(prediction.rawFloat.empty() ? 0 : runtime::floatOutputsFlag)};
        append(bytes, static_cast<std::uint32_t>(prediction.outOfRange), 2);
        append(bytes, 123, 4);
        for (const std::int32_t raw : prediction.raw)
            append(bytes, static_cast<std::uint32_t>(raw), 4);
        for (const float raw : prediction.rawFloat)
            append(bytes, std::bit_cast<std::uint32_t>(raw), 4);
        return bytes;
    }

    const DeployableModel& m_told;
    DeployableModel m_run;
    Predictor m_predictor;
    std::optional<StreamPredictor> m_stream;
    int m_samples = 0;
    TimePoint m_now;
    Bytes m_coming;
};

}
