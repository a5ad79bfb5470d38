#include "device/board_frames.h"

#include "runtime/frame.h"

#include <bit>

namespace broto {

namespace {

/// Reads fields one after the other; past the end there is nothing, and that is remembered.
class Fields {
public:
    explicit Fields(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

    std::uint32_t number(std::uint8_t size)
    {
        const auto bytes = take(size);
        return bytes.empty() ? 0 : runtime::numberAt(bytes.data(), size);
    }

    std::string text()
    {
        std::string text;
        for (const std::uint8_t byte : take(number(1)))
            text += byte >= ' ' && byte <= '~' ? static_cast<char>(byte) : '?'; // it goes to a terminal
        return text;
    }

    bool complete() const { return m_complete; }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::span<const std::uint8_t> take(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_complete = false;
            return {};
        }
        const auto taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    std::span<const std::uint8_t> m_rest;
    bool m_complete = true;
};

struct Refusal {
    std::uint32_t code = 0;
    std::uint32_t detail = 0;
};

Refusal refusalFields(std::span<const std::uint8_t> payload)
{
    Fields fields(payload);
    Refusal refusal;
    refusal.code = fields.number(1);
    refusal.detail = fields.number(2);
    return refusal;
}

TimeUnit timeUnitOf(std::uint32_t flags)
{
    return flags & runtime::ticksAreCyclesFlag         ? TimeUnit::Cycles
           : flags & runtime::ticksAreInstructionsFlag ? TimeUnit::Instructions
                                                       : TimeUnit::Microseconds;
}

/// Nothing: this is no answer to a row on such a board.
std::optional<BoardAnswer> answerIn(std::span<const std::uint8_t> payload, const BoardHello& board)
{
    if (payload.size() != runtime::inferFixedBytes + 4 * static_cast<std::size_t>(board.outputs))
        return std::nullopt;
    Fields fields(payload);
    BoardAnswer answer;
    const std::uint32_t flags = fields.number(1);
    if (((flags & runtime::floatOutputsFlag) != 0) != board.floatOutputs)
        return std::nullopt;
    answer.timeUnit = timeUnitOf(flags);
    answer.outOfRange = static_cast<int>(fields.number(2));
    answer.time = fields.number(4);
    for (int i = 0; i < board.outputs; ++i) {
        const std::uint32_t raw = fields.number(4);
        if (board.floatOutputs)
            answer.rawFloat.push_back(std::bit_cast<float>(raw));
        else
            answer.raw.push_back(static_cast<std::int32_t>(raw));
    }
    return answer;
}

Result<BoardAnswer> answerFrom(const BoardFrame& reply, std::size_t place, const BoardHello& board)
{
    if (reply.isError()) {
        const Refusal refusal = refusalFields(reply.payload);
        if (refusal.code != runtime::rowRefusedError)
            return refusalIn(reply.payload);
        if (refusal.detail >= static_cast<std::uint32_t>(board.inputs))
            return garbledAnswer();
        BoardAnswer refused;
        refused.refused = true;
        refused.refusedFeature = static_cast<int>(refusal.detail);
        return refused;
    }
    const std::optional<BoardAnswer> answer = answerIn(std::span(reply.payload).subspan(place), board);
    if (!answer)
        return garbledAnswer();
    return *answer;
}

Result<SampleAnswer> sampleAnswerFrom(const BoardFrame& reply, std::size_t place, const BoardHello& board)
{
    SampleAnswer sample;
    if (!reply.isError()) {
        if (reply.payload.size() < place + runtime::sampleFixedBytes)
            return garbledAnswer();
        sample.due = static_cast<int>(runtime::numberAt(reply.payload.data() + place, runtime::sampleFixedBytes));
        if (reply.payload.size() == place + runtime::sampleFixedBytes)
            return sample;
    }
    Result<BoardAnswer> answer = answerFrom(reply, reply.isError() ? 0 : place + runtime::sampleFixedBytes, board);
    if (!answer)
        return answer.error();
    sample.answer = std::move(*answer);
    return sample;
}

}

std::vector<std::uint8_t> rowPayload(std::span<const float> row)
{
    std::vector<std::uint8_t> payload(4 * row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        runtime::putNumber(payload.data() + 4 * i, std::bit_cast<std::uint32_t>(row[i]), 4);
    return payload;
}

std::vector<float> rowIn(std::span<const std::uint8_t> payload)
{
    std::vector<float> row;
    for (std::size_t at = 0; at + 4 <= payload.size(); at += 4)
        row.push_back(std::bit_cast<float>(runtime::numberAt(payload.data() + at, 4)));
    return row;
}

std::optional<BoardHello> helloIn(std::span<const std::uint8_t> payload)
{
    Fields fields(payload);
    BoardHello hello;
    hello.protocolVersion = static_cast<int>(fields.number(1));
    hello.modelId = fields.number(4);
    hello.modelId |= static_cast<std::uint64_t>(fields.number(4)) << 32;
    hello.clockHz = fields.number(4);
    hello.inputs = static_cast<int>(fields.number(2));
    hello.outputs = static_cast<int>(fields.number(2));
    hello.layers = static_cast<int>(fields.number(1));
    const std::uint32_t flags = fields.number(1);
    hello.floatOutputs = flags & runtime::floatOutputsFlag;
    hello.hasSensors = flags & runtime::sensorsFlag;
    hello.largestFrame = static_cast<int>(fields.number(2));
    hello.receiveBuffer = static_cast<int>(fields.number(2));
    hello.modelName = fields.text();
    hello.boardName = fields.text();
    if (!fields.atEnd()) { // firmware from before there were streams says no more
        hello.channels = static_cast<int>(fields.number(1));
        hello.windowLength = static_cast<int>(fields.number(2));
        hello.windowStride = static_cast<int>(fields.number(2));
    }
    if (!fields.complete())
        return std::nullopt;
    return hello;
}

Message refusalIn(std::span<const std::uint8_t> payload)
{
    const Refusal refusal = refusalFields(payload);
    switch (refusal.code) {
    case runtime::unknownTypeError:
    case runtime::notSupportedError:
        return message("device.not-supported",
                       BROTO_TEXT("core", "The model on the board cannot do this (request %1)."), refusal.detail);
    case runtime::wrongLengthError:
    case runtime::tooLongError:
        return message(
            "device.wrong-length",
            BROTO_TEXT("core", "The board takes %1 bytes here and got another number: flash the board again."),
            refusal.detail);
    case runtime::noSuchLayerError:
        return message("device.no-such-layer", BROTO_TEXT("core", "The model on the board has %1 hidden layers."),
                       refusal.detail);
    case runtime::rowRefusedError:
        return message(
            "device.row-refused",
            BROTO_TEXT("core", "The board refuses this row: feature %1 is missing and nothing stands for it."),
            refusal.detail + 1);
    case runtime::noWindowError:
        return message("device.no-window",
                       BROTO_TEXT("core", "The board has no full window yet: it needs %1 more readings."),
                       refusal.detail);
    default:
        return message("device.refused", BROTO_TEXT("core", "The board refuses the request, with code %1."),
                       refusal.code);
    }
}

std::string modelNameIn(std::span<const std::uint8_t> payload)
{
    Fields fields(payload);
    for (int i = 0; i < runtime::helloFixedBytes; ++i)
        fields.number(1);
    const std::string name = fields.text();
    return fields.complete() ? name : std::string();
}

Result<BoardAnswer> inferAnswerIn(const BoardFrame& reply, const BoardHello& board)
{
    return answerFrom(reply, 0, board);
}

Result<SampleAnswer> sampleAnswerIn(const BoardFrame& reply, const BoardHello& board)
{
    return sampleAnswerFrom(reply, 0, board);
}

Result<SensedAnswer> sensedAnswerIn(const BoardFrame& reply, const BoardHello& board)
{
    const auto values = static_cast<std::size_t>(board.channels > 0 ? board.channels : board.inputs);
    const std::size_t place = reply.isError() ? 0 : 4 * values;
    if (reply.payload.size() < place)
        return garbledAnswer();
    SensedAnswer sensed;
    sensed.values = rowIn(std::span(reply.payload).first(place));
    if (board.channels > 0) {
        Result<SampleAnswer> sample = sampleAnswerFrom(reply, place, board);
        if (!sample)
            return sample.error();
        sensed.due = sample->due;
        sensed.answer = std::move(sample->answer);
        return sensed;
    }
    Result<BoardAnswer> answer = answerFrom(reply, place, board);
    if (!answer)
        return answer.error();
    sensed.answer = std::move(*answer);
    return sensed;
}

Result<int> readingsDueIn(const BoardFrame& reply)
{
    if (!reply.isError())
        return 0;
    const Refusal refusal = refusalFields(reply.payload);
    if (refusal.code != runtime::noWindowError)
        return refusalIn(reply.payload);
    return static_cast<int>(refusal.detail);
}

Message garbledAnswer()
{
    return message(
        "device.garbled-answer",
        BROTO_TEXT("core", "The board's answer is not one that this request can have: flash the board again."));
}

Message boardIsSilent()
{
    return message(
        "device.no-answer",
        BROTO_TEXT("core", "The board has stopped answering. Unplug it, plug it in again, and repeat the check."));
}

}
