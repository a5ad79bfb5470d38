#include "device/board_client.h"

#include "common/cancelled.h"
#include "device/board_frames.h"
#include "device/row_pipeline.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds handshakeInterval(250);
constexpr milliseconds unknownWait = longestSilence / 2; ///< where nobody knows how long the answer takes
constexpr double longestBenchSeconds = 20;
constexpr double benchPieceSeconds = 0.5; ///< an answer of the board must not take much longer

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

Message noSensors()
{
    return message("device.no-sensors",
                   BROTO_TEXT("core",
                              "The program on the board reads no pins: say which pin measures what, and flash the "
                              "board again."));
}

/// A name is where it is in every version of the protocol; who has none has another program.
Message otherProtocol(const std::vector<std::uint8_t>& payload)
{
    const int version = payload[0];
    const int ours = runtime::protocolVersion;
    const std::string name = modelNameIn(payload);
    if (name.empty())
        return message("device.other-protocol",
                       BROTO_TEXT("core",
                                  "The board speaks version %1 of the protocol, and this program version %2: flash the "
                                  "board again."),
                       version, ours);
    return message("device.other-protocol",
                   BROTO_TEXT("core",
                              "The board runs %1 with version %2 of the protocol, and this program speaks version %3: "
                              "flash the board again."),
                   name, version, ours);
}

/// Anywhere, so that what an earlier program has left on the line is not taken for an answer.
std::uint16_t someId(Link::TimePoint now)
{
    const auto ticks = static_cast<std::uint64_t>(now.time_since_epoch().count());
    return static_cast<std::uint16_t>(ticks * 0x9e3779b97f4a7c15u >> 48);
}

}

BoardClient::BoardClient(std::unique_ptr<Link> link, std::uint16_t lastId) : m_line(std::move(link), lastId) {}

Result<BoardClient> BoardClient::connect(std::unique_ptr<Link> link, const RunControl& control,
                                         const Greeting& greeting)
{
    const std::uint16_t id = greeting.lastId ? *greeting.lastId : someId(link->now());
    BoardClient client(std::move(link), id);
    client.listen(greeting.listenFirst, control);
    if (const auto greeted = client.greet(greeting.limit, control); !greeted)
        return greeted.error();
    return client;
}

/// Until the board says something.
void BoardClient::listen(milliseconds timeLimit, const RunControl& control)
{
    const Link::TimePoint deadline = m_line.now() + timeLimit;
    while (!m_line.heardSomething() && m_line.now() < deadline && !control.stopRequested())
        if (!m_line.receive(std::min(m_line.now() + handshakeInterval, deadline)))
            return; // gone: greeting it says so
}

Result<void> BoardClient::greet(milliseconds timeLimit, const RunControl& control)
{
    // One id for all tries: whichever the board hears, its answer counts.
    const std::uint16_t id = m_line.nextId();
    const Link::TimePoint deadline = m_line.now() + timeLimit;
    while (m_line.now() < deadline) {
        if (control.stopRequested())
            return cancelledByUser();
        if (const auto sent = m_line.send(id, runtime::helloFrame, {}); !sent)
            return sent.error();
        const auto reply = receive(id, runtime::helloFrame, std::min(m_line.now() + handshakeInterval, deadline));
        if (!reply)
            return reply.error();
        if (!*reply)
            continue;
        const std::vector<std::uint8_t>& payload = (*reply)->payload;
        if ((*reply)->isError() || payload.empty())
            return garbledAnswer();
        if (payload[0] != runtime::protocolVersion)
            return otherProtocol(payload);
        const std::optional<BoardHello> hello = helloIn(payload);
        if (!hello)
            return garbledAnswer();
        m_hello = *hello;
        return {};
    }
    return nobodyThere(m_line.heardSomething());
}

/// An answer to any request since `firstId`.
Result<std::optional<BoardFrame>> BoardClient::receive(std::uint16_t firstId, std::uint8_t type,
                                                       Link::TimePoint deadline)
{
    do {
        auto frame = m_line.receive(deadline);
        if (!frame || !*frame)
            return frame;
        const auto age = static_cast<std::uint16_t>(m_line.lastId() - (*frame)->id);
        if (age <= static_cast<std::uint16_t>(m_line.lastId() - firstId) && (*frame)->answers(type))
            return frame;
    } while (m_line.now() < deadline);
    return std::optional<BoardFrame>();
}

/// Whichever of the tries is answered counts: they all ask the same.
Result<BoardFrame> BoardClient::request(std::uint8_t type, std::span<const std::uint8_t> payload,
                                        milliseconds firstWait)
{
    const auto firstId = static_cast<std::uint16_t>(m_line.lastId() + 1);
    for (AnswerWaits waits(firstWait); !waits.over();) {
        const Link::TimePoint asked = m_line.now();
        if (const auto sent = m_line.send(m_line.nextId(), type, payload); !sent)
            return sent.error();
        auto reply = receive(firstId, type, asked + waits.next());
        if (!reply)
            return reply.error();
        if (!*reply)
            continue;
        if (type == runtime::inferFrame && (*reply)->id == m_line.lastId())
            m_pace.answered(m_line.now() - asked);
        return std::move(**reply);
    }
    return boardIsSilent();
}

/// Nothing: its answer is lost.
Result<std::optional<BoardFrame>> BoardClient::requestOnce(std::uint8_t type, std::span<const std::uint8_t> payload)
{
    const std::uint16_t id = m_line.nextId();
    if (const auto sent = m_line.send(id, type, payload); !sent)
        return sent.error();
    return receive(id, type, m_line.now() + unknownWait);
}

Result<std::vector<std::uint8_t>> BoardClient::requestPayload(std::uint8_t type, std::span<const std::uint8_t> payload,
                                                              milliseconds firstWait)
{
    auto reply = request(type, payload, firstWait);
    if (!reply)
        return reply.error();
    if (reply->isError())
        return refusalIn(reply->payload);
    return std::move(reply->payload);
}

Result<BoardAnswer> BoardClient::infer(std::span<const float> row)
{
    const auto reply = request(runtime::inferFrame, rowPayload(row), m_pace.firstWait());
    if (!reply)
        return reply.error();
    return inferAnswerIn(*reply, m_hello);
}

Result<void> BoardClient::inferAll(const Matrix& rows, const RowAnswered& onAnswer, const RunControl& control)
{
    return RowPipeline(m_line, m_hello, m_pace, rows, onAnswer).run(control);
}

Result<std::optional<SampleAnswer>> BoardClient::sample(std::span<const float> reading)
{
    const auto reply = requestOnce(runtime::sampleFrame, rowPayload(reading));
    if (!reply)
        return reply.error();
    if (!*reply)
        return std::optional<SampleAnswer>();
    const Result<SampleAnswer> answer = sampleAnswerIn(**reply, m_hello);
    if (!answer)
        return answer.error();
    return std::optional(*answer);
}

Result<void> BoardClient::restartStream()
{
    const auto payload = requestPayload(runtime::sampleFrame, {}, m_pace.firstWait());
    return payload ? Result<void>() : Result<void>(payload.error());
}

Result<int> BoardClient::readingsDue()
{
    const auto reply = request(runtime::windowFrame, {}, m_pace.firstWait());
    return reply ? readingsDueIn(*reply) : Result<int>(reply.error());
}

Result<std::vector<float>> BoardClient::lastWindow()
{
    const auto payload = requestPayload(runtime::windowFrame, {}, m_pace.firstWait());
    if (!payload)
        return payload.error();
    if (payload->size() != 4 * static_cast<std::size_t>(m_hello.inputs))
        return garbledAnswer();
    return rowIn(*payload);
}

Result<std::optional<SensedAnswer>> BoardClient::sense()
{
    if (!m_hello.hasSensors)
        return noSensors();
    std::optional<BoardFrame> reply;
    if (m_hello.channels > 0) {
        auto once = requestOnce(runtime::senseFrame, {});
        if (!once || !*once)
            return once ? Result<std::optional<SensedAnswer>>(std::nullopt) : once.error();
        reply = std::move(*once);
    } else {
        auto whichever = request(runtime::senseFrame, {}, m_pace.firstWait());
        if (!whichever)
            return whichever.error();
        reply = std::move(*whichever);
    }
    Result<SensedAnswer> sensed = sensedAnswerIn(*reply, m_hello);
    if (!sensed)
        return sensed.error();
    return std::optional(std::move(*sensed));
}

Result<std::vector<std::int8_t>> BoardClient::layer(int index, std::span<const float> row)
{
    std::vector<std::uint8_t> payload = rowPayload(row);
    payload.push_back(static_cast<std::uint8_t>(std::clamp(index, 0, 255)));
    const auto values = requestPayload(runtime::layerFrame, payload, m_pace.firstWait());
    if (!values)
        return values.error();
    return std::vector<std::int8_t>(values->begin(), values->end());
}

Result<bool> BoardClient::selfTest()
{
    const auto payload = requestPayload(runtime::selfTestFrame, {}, unknownWait);
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
    const double ticksASecond = once->timeUnit != TimeUnit::Microseconds && m_hello.clockHz > 0 ? m_hello.clockHz : 1e6;
    const double seconds = std::max(once->time / ticksASecond, 1e-6);
    const auto fitting = [seconds](double limit) {
        return static_cast<int>(std::clamp(limit / seconds, 1.0, 65535.0));
    };
    const int all = std::clamp(repetitions, 1, fitting(longestBenchSeconds));
    const int most = fitting(benchPieceSeconds);

    std::vector<std::uint8_t> payload = rowPayload(row);
    payload.resize(payload.size() + 2);
    std::uint32_t fastest = 0xffffffffu, slowest = 0;
    double sum = 0;
    for (int done = 0; done < all;) {
        const int piece = std::min(most, all - done);
        runtime::putNumber(payload.data() + payload.size() - 2, static_cast<std::uint32_t>(piece), 2);
        const auto times = requestPayload(runtime::benchFrame, payload, unknownWait);
        if (!times)
            return times.error();
        if (times->size() != 13)
            return garbledAnswer();
        fastest = std::min(fastest, runtime::numberAt(times->data() + 1, 4));
        sum += static_cast<double>(runtime::numberAt(times->data() + 5, 4)) * piece;
        slowest = std::max(slowest, runtime::numberAt(times->data() + 9, 4));
        done += piece;
    }
    return std::vector{fastest, static_cast<std::uint32_t>(std::llround(sum / all)), slowest};
}

}
