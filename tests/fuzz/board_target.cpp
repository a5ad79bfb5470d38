#include "fuzz_target.h"
#include "require.h"
#include "support/simulated_board.h"

using namespace broto;

/// Of a board with sensors and of one without.
template<class Sensors>
static void talkTo(const std::uint8_t* data, std::size_t size)
{
    SimulatedBoard<HandMadeClassifier, Sensors> board;
    board.begin();
    const std::vector<ReceivedFrame> answers = framesIn(board.exchange({data, size}));
    require(answers.size() <= size, "there are no more answers than bytes");
    board.io.now += 1000;
    board.poll();
    board.say("\n"); // ends a line that had begun
    require(board.say("test\n").find("PASS") != std::string::npos, "the board answers a person again");
}

/// Anything on the serial line: the board must come back to a person, whatever a program or a bad cable sent before.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    talkTo<runtime::NoSensors>(data, size);
    talkTo<HandMadeSensors>(data, size);
    return 0;
}
