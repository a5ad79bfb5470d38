#include "device/board_client.h"
#include "fuzz_target.h"
#include "require.h"
#include "support/simulated_board.h"

using namespace broto;
using namespace std::chrono_literals;

namespace {

class Script {
public:
    explicit Script(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

    bool over() const { return m_rest.empty(); }
    std::uint8_t byte() { return over() ? 0 : bytes(1)[0]; }
    std::span<const std::uint8_t> bytes(std::size_t count)
    {
        const auto taken = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }

private:
    std::span<const std::uint8_t> m_rest;
};

/// A board that says what the script wants, most of it in valid frames with the id of the last request: no fuzzer finds
/// a CRC. Silence takes no time of ours.
class ScriptedLink : public Link {
public:
    explicit ScriptedLink(Script& script) : m_script(script) {}

    TimePoint now() const override { return m_now; }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (m_coming.empty())
            say();
        if (m_coming.empty()) {
            m_now += timeLimit;
            return std::size_t(0);
        }
        m_now += 1ms;
        const std::size_t count = std::min(bytes.size(), m_coming.size());
        std::copy_n(m_coming.begin(), count, bytes.begin());
        m_coming.erase(m_coming.begin(), m_coming.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        const std::vector<ReceivedFrame> frames = framesIn(bytes);
        require(frames.size() == 1, "a request is a frame");
        m_request = frames[0];
        return {};
    }

private:
    void say()
    {
        const std::uint8_t control = m_script.byte();
        const std::span<const std::uint8_t> bytes =
            control % 4 == 0 ? std::span<const std::uint8_t>() : m_script.bytes(control / 4);
        const auto type = static_cast<std::uint8_t>(m_request.type | runtime::answerBit);
        if (control % 4 == 1)
            m_coming.assign(bytes.begin(), bytes.end());
        else if (control % 4 == 2)
            m_coming = frameOf(m_request.id, type, bytes);
        else if (control % 4 == 3 && !bytes.empty())
            m_coming = frameOf(static_cast<std::uint16_t>(m_request.id - bytes[0] % 4), bytes[0] < 128 ? type : 0xff,
                               bytes.subspan(1));
    }

    Script& m_script;
    ReceivedFrame m_request;
    std::vector<std::uint8_t> m_coming;
    TimePoint m_now;
};

void requireWhole(const Result<BoardAnswer>& answer, const BoardHello& board)
{
    if (!answer || answer->refused)
        return;
    const std::size_t values = board.floatOutputs ? answer->rawFloat.size() : answer->raw.size();
    require(values == static_cast<std::size_t>(board.outputs), "an answer has all outputs");
}

void requireSensed(BoardClient& board)
{
    const auto sensed = board.sense();
    if (!sensed || !*sensed)
        return;
    const BoardHello& hello = board.hello();
    const bool isRefusal = (*sensed)->answer && (*sensed)->answer->refused;
    const auto values = static_cast<std::size_t>(hello.channels > 0 ? hello.channels : hello.inputs);
    require(isRefusal || (*sensed)->values.size() == values, "a sensed row is whole");
    require((*sensed)->answer || hello.channels > 0, "every row is answered");
    if ((*sensed)->answer)
        requireWhole(*(*sensed)->answer, hello);
}

void ask(BoardClient& board, std::uint8_t what)
{
    const float row[] = {1, 2, 3};
    switch (what % 8) {
    case 0:
        return requireWhole(board.infer(row), board.hello());
    case 1:
        return (void)board.layer(what / 8, row);
    case 2:
        return (void)board.selfTest();
    case 3: {
        const auto answer = board.sample(row);
        if (answer && *answer && (*answer)->answer)
            requireWhole(*(*answer)->answer, board.hello());
        return;
    }
    case 4:
        return what < 96 ? (void)board.restartStream() : what < 192 ? (void)board.readingsDue() : requireSensed(board);
    case 5: {
        const auto window = board.lastWindow();
        require(!window || window->size() == static_cast<std::size_t>(board.hello().inputs), "a window is whole");
        return;
    }
    default: {
        const Matrix rows = Matrix::Ones(what / 8, 3);
        Eigen::Index due = 0;
        const auto asked = board.inferAll(rows, [&](Eigen::Index i, const BoardAnswer& answer) {
            require(i == due++, "answers come in the order of the rows");
            requireWhole(answer, board.hello());
        });
        require(!asked || due == rows.rows(), "every row is answered");
    }
    }
}

}

/// Anything that a board may say to the workbench.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Script script({data, size});
    auto link = std::make_unique<ScriptedLink>(script);
    const ScriptedLink& line = *link;
    Result<BoardClient> board = BoardClient::connect(std::move(link), {}, {.lastId = std::uint16_t(0)});
    while (board && !script.over()) {
        const std::uint8_t what = script.byte();
        const Link::TimePoint asked = line.now();
        ask(*board, what);
        const int rows = what % 8 > 5 ? what / 8 : 1;
        require(line.now() - asked <= rows * (longestSilence + 100ms), "no request takes for ever");
        const float row[] = {1, 2, 3};
        if (what == 255)
            (void)board->bench(3, row);
    }
    return 0;
}
