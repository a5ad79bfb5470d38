#include "device/board_client.h"

#include "common/cancelled.h"
#include "device/board_frames.h"
#include "runtime/frame.h"

#include <algorithm>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds handshakeLimit(3000);
constexpr milliseconds handshakeInterval(250);
constexpr milliseconds answerLimit(1500); // three tries of it are less than the five seconds a person waits
constexpr int tries = 3;
constexpr double longestBenchSeconds = 20;

struct ByteSink {
    std::vector<std::uint8_t> bytes;
    void write(std::uint8_t byte) { bytes.push_back(byte); }
};

milliseconds left(Clock::time_point deadline)
{
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(deadline - Clock::now()));
}

Message noAnswer()
{
    return message(
        "device.no-answer",
        BROTO_TEXT("core", "The board has stopped answering. Unplug it, plug it in again, and repeat the check."));
}

Message nobodyThere(bool heardSomething)
{
    if (heardSomething)
        return message(
            "device.not-broto",
            BROTO_TEXT("core", "The board on this port does not run a model made by Broto: flash it first."));
    return message("device.silent",
                   BROTO_TEXT("core",
                              "Nothing answers on this port. Flash the board first; if that has been done, press its "
                              "reset button and try again."));
}

Message otherProtocol(int version)
{
    return message("device.other-protocol",
                   BROTO_TEXT("core",
                              "The board speaks version %1 of the protocol, and this program version %2: flash the "
                              "board again."),
                   version, static_cast<int>(runtime::protocolVersion));
}

Message garbledAnswer()
{
    return message(
        "device.garbled-answer",
        BROTO_TEXT("core", "The board's answer is not one that this request can have: flash the board again."));
}

}

BoardClient::BoardClient(std::unique_ptr<Link> link) : m_link(std::move(link)), m_received(runtime::largestPayload) {}

Result<BoardClient> BoardClient::connect(std::unique_ptr<Link> link, const RunControl& control)
{
    BoardClient client(std::move(link));
    if (const auto greeted = client.greet(control); !greeted)
        return greeted.error();
    return client;
}

Result<void> BoardClient::greet(const RunControl& control)
{
    // One id for all tries: whichever the board hears, its answer counts.
    const std::uint16_t id = ++m_lastId;
    const Clock::time_point deadline = Clock::now() + handshakeLimit;
    while (Clock::now() < deadline) {
        if (control.stopRequested())
            return cancelledByUser();
        if (const auto sent = send(id, runtime::helloFrame, {}); !sent)
            return sent.error();
        const auto reply = receive(id, runtime::helloFrame, std::min(handshakeInterval, left(deadline)));
        if (!reply)
            return reply.error();
        if (!*reply)
            continue;
        const std::vector<std::uint8_t>& payload = (*reply)->payload;
        if ((*reply)->type == runtime::errorFrame || payload.empty())
            return garbledAnswer();
        if (payload[0] != runtime::protocolVersion)
            return otherProtocol(payload[0]);
        const std::optional<BoardHello> hello = helloIn(payload);
        if (!hello)
            return garbledAnswer();
        m_hello = *hello;
        return {};
    }
    return nobodyThere(m_heardSomething);
}

Result<void> BoardClient::send(std::uint16_t id, std::uint8_t type, std::span<const std::uint8_t> payload)
{
    if (payload.size() > runtime::largestPayload)
        return message("device.row-too-long", BROTO_TEXT("core", "A row of %1 bytes does not fit into one frame."),
                       payload.size());
    ByteSink frame;
    runtime::writeFrame(frame, id, type, payload.data(), static_cast<std::uint16_t>(payload.size()));
    return m_link->write(frame.bytes, answerLimit);
}

Result<std::optional<BoardClient::Reply>> BoardClient::receive(std::uint16_t id, std::uint8_t type,
                                                               milliseconds timeLimit)
{
    runtime::FrameDecoder decoder(m_received.data(), static_cast<std::uint16_t>(m_received.size()));
    const Clock::time_point deadline = Clock::now() + timeLimit;
    std::uint8_t piece[512];
    do {
        const auto received = m_link->read(piece, left(deadline));
        if (!received)
            return received.error();
        m_heardSomething = m_heardSomething || *received > 0;
        for (std::size_t i = 0; i < *received; ++i) {
            if (decoder.accept(piece[i]) != runtime::FrameDecoder::frame || decoder.id() != id)
                continue;
            if (decoder.type() == (type | runtime::answerBit) || decoder.type() == runtime::errorFrame)
                return std::optional(
                    Reply{decoder.type(), {m_received.begin(), m_received.begin() + decoder.length()}});
        }
    } while (Clock::now() < deadline);
    return std::optional<Reply>();
}

Result<BoardClient::Reply> BoardClient::request(std::uint8_t type, std::span<const std::uint8_t> payload,
                                                milliseconds timeLimit)
{
    for (int i = 0; i < tries; ++i) {
        const std::uint16_t id = ++m_lastId;
        if (const auto sent = send(id, type, payload); !sent)
            return sent.error();
        auto reply = receive(id, type, timeLimit);
        if (!reply)
            return reply.error();
        if (*reply)
            return std::move(**reply);
    }
    return noAnswer();
}

Result<std::vector<std::uint8_t>> BoardClient::requestPayload(std::uint8_t type, std::span<const std::uint8_t> payload,
                                                              milliseconds timeLimit)
{
    auto reply = request(type, payload, timeLimit);
    if (!reply)
        return reply.error();
    if (reply->type == runtime::errorFrame)
        return refusalIn(reply->payload);
    return std::move(reply->payload);
}

Result<BoardAnswer> BoardClient::infer(std::span<const float> row)
{
    const auto reply = request(runtime::inferFrame, rowPayload(row), answerLimit);
    if (!reply)
        return reply.error();
    return answerOf(*reply, 0);
}

/// What stands in a reply from a byte on.
Result<BoardAnswer> BoardClient::answerOf(const Reply& reply, std::size_t answerAt) const
{
    if (reply.type == runtime::errorFrame) {
        const std::optional<int> feature = refusedFeatureIn(reply.payload);
        if (!feature)
            return refusalIn(reply.payload);
        BoardAnswer refused;
        refused.refused = true;
        refused.refusedFeature = *feature;
        return refused;
    }
    const std::optional<BoardAnswer> answer = answerIn(std::span(reply.payload).subspan(answerAt), m_hello.outputs);
    if (!answer || answer->rawFloat.empty() == m_hello.floatOutputs)
        return garbledAnswer();
    return *answer;
}

Result<std::optional<SampleAnswer>> BoardClient::sample(std::span<const float> reading)
{
    const std::uint16_t id = ++m_lastId;
    if (const auto sent = send(id, runtime::sampleFrame, rowPayload(reading)); !sent)
        return sent.error();
    const auto reply = receive(id, runtime::sampleFrame, answerLimit);
    if (!reply)
        return reply.error();
    if (!*reply)
        return std::optional<SampleAnswer>();
    SampleAnswer sample;
    const Reply& received = **reply;
    const bool isError = received.type == runtime::errorFrame;
    if (!isError && received.payload.size() < runtime::sampleFixedBytes)
        return garbledAnswer();
    if (!isError)
        sample.due = static_cast<int>(runtime::numberAt(received.payload.data(), runtime::sampleFixedBytes));
    if (!isError && received.payload.size() == runtime::sampleFixedBytes)
        return std::optional(sample);
    const auto answer = answerOf(received, isError ? 0 : runtime::sampleFixedBytes);
    if (!answer)
        return answer.error();
    sample.answer = *answer;
    return std::optional(std::move(sample));
}

Result<void> BoardClient::restartStream()
{
    const auto payload = requestPayload(runtime::sampleFrame, {}, answerLimit);
    return payload ? Result<void>() : Result<void>(payload.error());
}

Result<std::vector<float>> BoardClient::lastWindow()
{
    const auto payload = requestPayload(runtime::windowFrame, {}, answerLimit);
    if (!payload)
        return payload.error();
    if (payload->size() != 4 * static_cast<std::size_t>(m_hello.inputs))
        return garbledAnswer();
    return rowIn(*payload);
}

Result<std::vector<std::int8_t>> BoardClient::layer(int index, std::span<const float> row)
{
    std::vector<std::uint8_t> payload = rowPayload(row);
    payload.push_back(static_cast<std::uint8_t>(std::clamp(index, 0, 255)));
    const auto values = requestPayload(runtime::layerFrame, payload, answerLimit);
    if (!values)
        return values.error();
    return std::vector<std::int8_t>(values->begin(), values->end());
}

Result<bool> BoardClient::selfTest()
{
    const auto payload = requestPayload(runtime::selfTestFrame, {}, answerLimit);
    if (!payload)
        return payload.error();
    if (payload->size() != 1)
        return garbledAnswer();
    return payload->front() == 1;
}

Result<std::vector<std::uint32_t>> BoardClient::bench(int repetitions, std::span<const float> row)
{
    const auto once = infer(row);
    if (!once)
        return once.error();
    const double ticksASecond = once->timeInCycles && m_hello.clockHz > 0 ? m_hello.clockHz : 1e6;
    const double seconds = once->time / ticksASecond;
    const double most = seconds > 0 ? longestBenchSeconds / seconds : 65535;
    repetitions = static_cast<int>(std::clamp(most, 1.0, std::clamp<double>(repetitions, 1, 65535)));

    std::vector<std::uint8_t> payload = rowPayload(row);
    payload.resize(payload.size() + 2);
    runtime::putNumber(payload.data() + payload.size() - 2, static_cast<std::uint32_t>(repetitions), 2);
    const auto timeLimit = answerLimit + milliseconds(static_cast<std::int64_t>(2000 * seconds * repetitions));
    const auto times = requestPayload(runtime::benchFrame, payload, timeLimit);
    if (!times)
        return times.error();
    if (times->size() != 13)
        return garbledAnswer();
    std::vector<std::uint32_t> result;
    for (const std::size_t at : {1, 5, 9})
        result.push_back(runtime::numberAt(times->data() + at, 4));
    return result;
}

}
