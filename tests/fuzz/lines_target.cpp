#include "device/capture.h"
#include "device/line_history.h"
#include "fuzz_target.h"
#include "require.h"

#include <cmath>

using namespace broto;

namespace {

void takeLine(const TimedLine& line, Capture& capture, LineHistory& history)
{
    require(line.text.size() <= LineReader::longestLine, "no line is longer than the longest");
    require(line.text.find_first_of("\r\n") == std::string::npos, "a line holds no line end");
    const std::size_t before = capture.rows();
    capture.take(line);
    require(capture.rows() - before <= 1, "a line is one row at most");
    history.add(line.text, line.seconds);
    for (const LineNumber& number : numbersIn(line.text))
        require(!std::isinf(number.number), "numbers are finite or missing");
}

}

/// Anything that a device may print, in two pieces: the first byte says where it is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::span<const std::uint8_t> bytes(data + 1, size - 1);
    const std::size_t cut = std::min<std::size_t>(data[0], bytes.size());
    LineReader reader;
    std::vector<TimedLine> lines;
    reader.take(bytes.first(cut), 0.2, lines, 1e-4);
    reader.take(bytes.subspan(cut), 0.21, lines);
    reader.take({}, 1, lines);
    require(reader.frames() <= size / 9, "a frame has its bytes");

    Capture capture({{}, "label", "a", true});
    LineHistory history;
    for (const TimedLine& line : lines)
        takeLine(line, capture, history);
    const CapturedRows captured = capture.captured();
    if (captured.rows == 0)
        return 0;
    const std::string csv = csvOf(captured);
    require(!withRowsAppended(csv, captured) || withRowsAppended(csv, captured)->starts_with(csv),
            "what stood in a table stays");
    return 0;
}
