#include "fuzz_target.h"
#include "require.h"
#include "support/simulated_board.h"

using namespace broto;

namespace {

/// What the decoder makes of bytes, with a buffer of just the size that it is told.
void decode(std::span<const std::uint8_t> bytes, std::uint16_t capacity)
{
    std::vector<std::uint8_t> buffer(capacity);
    runtime::FrameDecoder decoder(buffer.data(), capacity);
    for (const std::uint8_t byte : bytes) {
        const runtime::FrameDecoder::Event event = decoder.accept(byte);
        require(event != runtime::FrameDecoder::oversized || decoder.length() > capacity, "an oversized frame is");
        if (event != runtime::FrameDecoder::frame)
            continue;
        require(decoder.length() <= capacity, "a frame fits the buffer");
        const ReceivedFrame frame = {decoder.id(), decoder.type(), {buffer.begin(), buffer.begin() + decoder.length()}};
        require(framesIn(frameOf(frame.id, frame.type, frame.payload)) == std::vector{frame},
                "what was taken for a frame is one");
    }
}

}

/// Frames from bytes and bytes from frames, at both ends of the line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 3)
        return 0;
    const std::span<const std::uint8_t> payload(data + 3, size - 3);
    decode(payload, data[0]);

    const ReceivedFrame frame = {data[1], data[2], {payload.begin(), payload.end()}};
    const std::vector<std::uint8_t> sent = frameOf(frame.id, frame.type, frame.payload);
    require(std::ranges::count(sent, 0) == 2 && sent.front() == 0 && sent.back() == 0, "a zero is an edge");
    require(sent.size() <= size + 4 + 3 + size / 254 + 1, "a frame is hardly longer than what it carries");
    std::vector<std::uint8_t> line(payload.begin(), payload.end());
    line.insert(line.end(), sent.begin(), sent.end());
    const std::vector<ReceivedFrame> found = framesIn(line);
    require(!found.empty() && found.back() == frame, "a frame is found, whatever came before");
    decode(line, data[0]);
    return 0;
}
