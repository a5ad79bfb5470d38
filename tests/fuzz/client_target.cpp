#include "core/device/predictor_link.h"
#include "device/sensor_stream.h"
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

    Link::TimePoint now; ///< on the line, which may be gone before the script is over

private:
    std::span<const std::uint8_t> m_rest;
};

/// A board that says what the script wants, most of it in valid frames with the id of the last request: no fuzzer finds
/// a CRC. Silence takes no time of ours.
class ScriptedLink : public Link {
public:
    /// With a payload for HELLO, the board says truly who it is.
    explicit ScriptedLink(Script& script, std::vector<std::uint8_t> hello = {})
        : m_script(script), m_hello(std::move(hello))
    {
    }

    TimePoint now() const override { return m_script.now; }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (m_coming.empty())
            say();
        if (m_coming.empty()) {
            m_script.now += timeLimit;
            return std::size_t(0);
        }
        m_script.now += 1ms;
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
        if (m_request.type == runtime::helloFrame && !m_hello.empty())
            m_coming = frameOf(m_request.id, runtime::helloFrame | runtime::answerBit, m_hello);
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
    std::vector<std::uint8_t> m_hello;
    ReceivedFrame m_request;
    std::vector<std::uint8_t> m_coming;
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

/// Of two numbers, or of windows of two channels, the second of which may be missing.
DeployableModel modelOf(bool windows)
{
    DeployableModel model;
    model.preprocessing.features = {{"a", "", {}, 0, 1}, {"b", "", {}, 0, 1}};
    model.preprocessing.steps = {FillMissing{{std::nanf(""), 1}}, Scale{{0, 0}, {1, 1}}};
    if (windows)
        model.preprocessing.stream = Stream{{{"a", "", MissingReading::Restart, 0}, {"b", "", MissingReading::Fill, 1}},
                                            3,
                                            2,
                                            0,
                                            {{runtime::meanFeature, 0, 0, 0}, {runtime::maxFeature, 1, 0, 0}}};
    model.layers = {Float32Layer{2, 2, Activation::Linear, {1, 0, 0, 1}, {0, 0}}};
    model.decoding.target.name = "kind";
    model.decoding.target.classes = {"one", "other"};
    require(!problemWith(model), "the model is whole");
    return model;
}

std::vector<std::uint8_t> helloOf(const DeployableModel& model)
{
    PredictorLink board(model, model);
    board.sensors = [] { return std::vector<float>(); };
    std::vector<std::uint8_t> bytes(256);
    require(bool(board.write(frameOf(1, runtime::helloFrame), 1s)), "a board is asked who it is");
    bytes.resize(board.read(bytes, 1s).value());
    return framesIn(bytes).at(0).payload;
}

void requireWhole(const SensedRow& row, const DeployableModel& model)
{
    require(row.values.size() == 2, "what is sensed is whole");
    require(row.answer || model.preprocessing.stream, "every row is answered");
    if (row.answer)
        require(row.answer->question.row.size() == 2 && row.answer->board.rawFloat.size() == 2,
                "question and answer are whole");
}

/// A board that runs the model, and says anything of what its pins read.
void senseAll(Script& script, const DeployableModel& model)
{
    Result<BoardClient> client =
        BoardClient::connect(std::make_unique<ScriptedLink>(script, helloOf(model)), {}, {.lastId = std::uint16_t(0)});
    require(client && client->hello().hasSensors, "the board says who it is");
    BoardConnection board(*std::move(client));
    Result<SensorStream> sensors = SensorStream::open(model, board);
    while (sensors && !script.over()) {
        const Link::TimePoint asked = script.now;
        const Result<SensedRow> row = sensors->next();
        require(script.now - asked <= 6 * longestSilence + 100ms, "nothing is sensed for ever"); // four readings
        if (row)
            requireWhole(*row, model);
        else if (row.error().id != "device.refuses-its-row")
            return;
    }
}

}

/// Anything that a board may say to the workbench. A first byte of 252 stands for one that runs a model of the
/// workbench's and has pins.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Script script({data, size});
    if (size > 0 && data[0] == 252) {
        static const DeployableModel models[] = {modelOf(false), modelOf(true)};
        senseAll(script, models[script.bytes(2).back() % 2]);
        return 0;
    }
    Result<BoardClient> board =
        BoardClient::connect(std::make_unique<ScriptedLink>(script), {}, {.lastId = std::uint16_t(0)});
    while (board && !script.over()) {
        const std::uint8_t what = script.byte();
        const Link::TimePoint asked = script.now;
        ask(*board, what);
        const int rows = what % 8 > 5 ? what / 8 : 1;
        require(script.now - asked <= rows * (longestSilence + 100ms), "no request takes for ever");
        const float row[] = {1, 2, 3};
        if (what == 255)
            (void)board->bench(3, row);
    }
    return 0;
}
