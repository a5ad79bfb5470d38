#include "device/board_client.h"

#include "device/board_check.h"

#include "core/device/simulated_link.h"

#include <QtTest>

#include <bit>
#include <limits>

using namespace broto;
using namespace std::chrono_literals;
using Bytes = std::vector<std::uint8_t>;
using Classifier = SimulatedBoard<HandMadeClassifier>;

template<class Model>
static std::unique_ptr<SimulatedLink<Model, HandMadeSensors>> sensingLink()
{
    auto board = std::make_shared<SimulatedBoard<Model, HandMadeSensors>>();
    return std::make_unique<SimulatedLink<Model, HandMadeSensors>>(std::move(board));
}

namespace {

/// A board that says one valid frame again and again, which nobody has asked for, faster than anybody reads. A line of
/// 115,200 baud would take a millisecond for it. Who listens for ten seconds finds it gone.
class TalkativeLink : public Link {
public:
    explicit TalkativeLink(std::unique_ptr<Link> link) : m_link(std::move(link)) {}

    bool talks = false;

    TimePoint now() const override { return m_link->now() + m_talked; }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (!talks)
            return m_link->read(bytes, timeLimit);
        if (m_talked > 10s)
            return portGone("/dev/ttyX");
        const Bytes frame = frameOf(0x1234, runtime::inferFrame | runtime::answerBit, Bytes(3));
        std::size_t count = 0;
        for (; count + frame.size() <= bytes.size(); count += frame.size(), m_talked += 1ms)
            std::ranges::copy(frame, bytes.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        return m_link->write(bytes, timeLimit);
    }

private:
    std::unique_ptr<Link> m_link;
    std::chrono::milliseconds m_talked = {};
};

}

class TestBoardClient : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_board = std::make_shared<Classifier>();
        m_link = nullptr;
    }

    void helloSaysWhatTheBoardIs()
    {
        const auto client = connect();
        QVERIFY(client);
        const BoardHello& hello = client->hello();
        QCOMPARE(hello.protocolVersion, 1);
        QCOMPARE(hello.modelId, std::uint64_t(0x0123456789abcdef));
        QVERIFY(hello.modelName == "tea_ptq_int8");
        QVERIFY(hello.boardName == "Simulated Uno");
        QCOMPARE(hello.clockHz, 16000000u);
        QCOMPARE(hello.inputs, 2);
        QCOMPARE(hello.outputs, 2);
        QCOMPARE(hello.layers, 2);
        QVERIFY(!hello.floatOutputs);
        QVERIFY(hello.largestFrame > 0);
        QCOMPARE(hello.receiveBuffer, 63);
    }

    void rowIsAnswered()
    {
        auto client = connect();
        const auto answer = client->infer(row(120, 5));
        QVERIFY(answer);
        QVERIFY((answer->raw == std::vector<std::int32_t>{-20, 115}));
        QVERIFY(answer->rawFloat.empty());
        QCOMPARE(answer->outOfRange, 1);
        QCOMPARE(answer->time, 1000u);
        QVERIFY(answer->timeUnit == TimeUnit::Cycles);
        QVERIFY(!answer->refused);
    }

    void anEmulatorsInstructionsAreNoCycles()
    {
        auto board = std::make_shared<SimulatedBoard<HandMadeClassifier>>();
        board->io.unit = runtime::ticksAreInstructionsFlag;
        auto client = BoardClient::connect(std::make_unique<SimulatedLink<HandMadeClassifier>>(board));
        QVERIFY(client);
        const auto answer = client->infer(row(120, 5));
        QVERIFY(answer && answer->timeUnit == TimeUnit::Instructions);
        BoardReport report;
        report.board = client->hello();
        report.timeUnit = answer->timeUnit;
        QVERIFY(!microseconds(1000, report));
        report.timeUnit = TimeUnit::Cycles;
        QCOMPARE(microseconds(1000, report).value(), 62.5);
    }

    void floatModelAnswersWithFloats()
    {
        auto board = std::make_shared<SimulatedBoard<HandMadeRegression>>();
        auto client = BoardClient::connect(std::make_unique<SimulatedLink<HandMadeRegression>>(board));
        QVERIFY(client && client->hello().floatOutputs);
        const float value[] = {0.3f};
        const auto answer = client->infer(value);
        QVERIFY(answer);
        QVERIFY(answer->rawFloat == std::vector<float>{0.15f});
        const auto layer = client->layer(0, value);
        QVERIFY(layer.error().id == "device.not-supported");
        const auto selfTest = client->selfTest();
        QVERIFY(selfTest && !*selfTest);
    }

    void refusedRowIsAnAnswer()
    {
        auto client = connect();
        const auto answer = client->infer(row(1, std::numeric_limits<float>::quiet_NaN()));
        QVERIFY(answer && answer->refused);
        QCOMPARE(answer->refusedFeature, 1);
    }

    void sensedRowComesWithItsAnswer()
    {
        HandMadeSensors::wire(200, true);
        auto client = BoardClient::connect(sensingLink<HandMadeClassifier>());
        QVERIFY(client && client->hello().hasSensors);
        const auto sensed = client->sense();
        QVERIFY(sensed && *sensed && (*sensed)->answer);
        QVERIFY(((*sensed)->values == std::vector<float>{90, 5.5f}));
        QVERIFY(((*sensed)->answer->raw == std::vector<std::int32_t>{10, 84}));
        HandMadeSensors::wire(200, false);
        const auto refused = client->sense();
        QVERIFY(refused && *refused && (*refused)->values.empty());
        QVERIFY((*refused)->answer && (*refused)->answer->refused);
        QCOMPARE((*refused)->answer->refusedFeature, 1);
    }

    void sensedReadingsTellHowManyAreMissing()
    {
        HandMadeStream::restart();
        HandMadeSensors::wire(200, true);
        auto client = BoardClient::connect(sensingLink<HandMadeStream>());
        QVERIFY(client);
        for (const int due : {2, 1, 0, 1, 0}) {
            const auto sensed = client->sense();
            QVERIFY(sensed && *sensed);
            QCOMPARE((*sensed)->due, due);
            QCOMPARE((*sensed)->answer.has_value(), due == 0);
            QVERIFY(((*sensed)->values == std::vector<float>{90, 5.5f}));
        }
    }

    void boardWithoutSensorsIsNotAskedForThem()
    {
        auto client = connect();
        QVERIFY(!client->hello().hasSensors);
        QVERIFY(client->sense().error().id == "device.no-sensors");
    }

    /// A row may be read again; a reading may have been heard.
    void lostSensedAnswerIsAskedForAgainButNotOfAStream()
    {
        HandMadeStream::restart();
        HandMadeSensors::wire(200, true);
        int answers = 0;
        const auto loseTheSecond = [&](Bytes& back) {
            if (++answers == 2)
                back.clear();
        };
        auto link = sensingLink<HandMadeClassifier>();
        link->onTheWayBack = loseTheSecond;
        auto rows = BoardClient::connect(std::move(link));
        const auto row = rows->sense();
        QVERIFY(row && *row && !(*row)->values.empty());
        QCOMPARE(answers, 3);
        answers = 0;
        auto streamLink = sensingLink<HandMadeStream>();
        streamLink->onTheWayBack = loseTheSecond;
        auto readings = BoardClient::connect(std::move(streamLink));
        const auto reading = readings->sense();
        QVERIFY(reading && !*reading);
        QCOMPARE(answers, 2);
    }

    void rowOfAnotherLengthIsAnError()
    {
        auto client = connect();
        const float three[] = {1, 2, 3};
        QVERIFY(client->infer(three).error().id == "device.wrong-length");
    }

    void layerSelfTestAndBenchAnswer()
    {
        auto client = connect();
        const auto layer = client->layer(0, row(5, 0));
        QVERIFY(layer && (*layer == std::vector<std::int8_t>{5, 6, 7}));
        QVERIFY(client->layer(1, row(5, 0)).error().id == "device.no-such-layer");
        const auto selfTest = client->selfTest();
        QVERIFY(selfTest && *selfTest);
        const auto times = client->bench(3, row(5, 0));
        QVERIFY(times && (*times == std::vector<std::uint32_t>{1000, 1000, 1000}));
    }

    void benchTakesPiecesThatAreOverInTime()
    {
        m_board->io.durations = {16'000'000 / 10}; // a tenth of a second each
        auto client = connect();
        int asked = 0;
        m_link->onTheWayThere = [&asked](Bytes&) { ++asked; };
        const auto times = client->bench(17, row(5, 0));
        QVERIFY(times && (*times == std::vector<std::uint32_t>(3, 1'600'000)));
        QCOMPARE(asked, 1 + 4); // one row to begin with, then five at a time
        QCOMPARE(m_board->io.measured, std::size_t(1 + 17));
    }

    void lateAnswerCountsWhateverTryItBelongsTo()
    {
        auto client = connect();
        Bytes held;
        int asked = 0;
        m_link->onTheWayBack = [&](Bytes& bytes) {
            if (++asked == 1)
                held = std::exchange(bytes, {});
            else
                bytes = held;
        };
        const auto answer = client->infer(row(90, 5));
        QVERIFY(answer && (answer->raw == std::vector<std::int32_t>{10, 85}));
        QCOMPARE(asked, 2);
    }

    void answersOfAnEarlierProgramAreNotTaken()
    {
        // A program asked for HELLO twice and for a row, and went before the board had answered.
        Bytes left;
        for (const int request : {1, 1, 2})
            for (const std::uint8_t byte : frameOf(static_cast<std::uint16_t>(7000 + request),
                                                   request == 1 ? runtime::helloFrame : runtime::inferFrame,
                                                   request == 1 ? Bytes() : rowBytes(row(1, 1))))
                left.push_back(byte);
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        QVERIFY(link->write(left, 1s));
        auto client = BoardClient::connect(std::move(link), {}, {.lastId = std::uint16_t(7002)}); // ids go on
        const auto answer = client->infer(row(90, 5));
        QVERIFY(answer && (answer->raw == std::vector<std::int32_t>{10, 85}));
    }

    void oneFaultOnTheLineIsSurvived_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<int>("fault");
        const char* faults[] = {"flipped bit",    "lost byte",     "doubled byte", "lost first byte",
                                "lost last byte", "text in front", "text behind",  "lost altogether"};
        for (int fault = 0; fault < 8; ++fault) {
            QTest::addRow("%s in the request", faults[fault]) << true << fault;
            QTest::addRow("%s in the answer", faults[fault]) << false << fault;
        }
    }

    void oneFaultOnTheLineIsSurvived()
    {
        QFETCH(bool, there);
        QFETCH(int, fault);
        auto client = connect();
        bool done = false;
        auto damage = [fault, &done](Bytes& bytes) {
            if (!std::exchange(done, true))
                damaged(bytes, fault);
        };
        (there ? m_link->onTheWayThere : m_link->onTheWayBack) = damage;
        const auto answer = client->infer(row(90, 5));
        QVERIFY(answer);
        QVERIFY((answer->raw == std::vector<std::int32_t>{10, 85}));
        QVERIFY(done);
    }

    void answerToAnotherRequestIsPassedOver()
    {
        auto client = connect();
        m_link->onTheWayBack = [](Bytes& bytes) {
            const auto last = static_cast<std::uint16_t>(framesIn(bytes).at(0).id - 1);
            Bytes stale = frameOf(last, 0x82, Bytes(15, 1));
            stale.insert(stale.end(), bytes.begin(), bytes.end());
            bytes = stale;
        };
        const auto answer = client->infer(row(90, 5));
        QVERIFY(answer && (answer->raw == std::vector<std::int32_t>{10, 85}));
    }

    void answerThatCannotBeIsAnError_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 3, 7, 11, 14, 16, 200, 32000})
            QTest::addRow("%d bytes", length) << length;
    }

    void answerThatCannotBeIsAnError()
    {
        QFETCH(int, length);
        auto client = connect();
        m_link->onTheWayBack = [length](Bytes& bytes) {
            bytes = frameOf(framesIn(bytes).at(0).id, 0x82, Bytes(static_cast<std::size_t>(length), 9));
        };
        QVERIFY(client->infer(row(90, 5)).error().id == "device.garbled-answer");
    }

    void aRefusalForAFeatureThatIsNotThereIsAnError()
    {
        auto client = connect();
        m_link->onTheWayBack = [](Bytes& bytes) {
            bytes = frameOf(framesIn(bytes).at(0).id, runtime::errorFrame, Bytes{runtime::rowRefusedError, 2, 0});
        };
        QVERIFY(client->infer(row(90, 5)).error().id == "device.garbled-answer");
    }

    void greetingThatCannotBeIsAnError_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("empty") << QByteArray() << QByteArray("device.garbled-answer");
        QTest::newRow("cut short") << QByteArray("\1\2\3") << QByteArray("device.garbled-answer");
        QTest::newRow("name longer than the frame")
            << QByteArray("\1") + QByteArray(22, 0) + QByteArray("\377abc") << QByteArray("device.garbled-answer");
        QTest::newRow("another version") << QByteArray("\2") << QByteArray("device.other-protocol");
        QTest::newRow("another version that tells its model")
            << QByteArray("\2") + QByteArray(22, 7) + QByteArray("\3tea and more")
            << QByteArray("device.other-protocol");
    }

    void aModelOfAnotherProtocolIsNamed()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        link->onTheWayBack = [](Bytes& bytes) {
            const ReceivedFrame hello = framesIn(bytes).at(0);
            Bytes later = hello.payload;
            later[0] = 9;
            later.resize(later.size() + 5, 1); // and tells more
            bytes = frameOf(hello.id, hello.type, later);
        };
        const std::string text = inEnglish(BoardClient::connect(std::move(link)).error());
        QVERIFY2(text.find("tea_ptq_int8") != std::string::npos && text.find('9') != std::string::npos, text.c_str());
    }

    void greetingThatCannotBeIsAnError()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, id);
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        link->onTheWayBack = [payload](Bytes& bytes) {
            bytes = frameOf(framesIn(bytes).at(0).id, 0x81, Bytes(payload.begin(), payload.end()));
        };
        const auto client = BoardClient::connect(std::move(link));
        QCOMPARE(QByteArray(client.error().id.data()), id);
    }

    void boardThatSleepsFirstIsWaitedFor()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        int asked = 0;
        link->onTheWayThere = [&asked](Bytes& bytes) {
            if (++asked <= 4)
                bytes.clear(); // still in its boot loader
        };
        const auto client = BoardClient::connect(std::move(link));
        QVERIFY(client);
        QCOMPARE(asked, 5);
    }

    void silentLineIsGivenUpInTime()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        link->onTheWayBack = [](Bytes& bytes) { bytes.clear(); };
        int asked = 0;
        link->onTheWayThere = [&asked](Bytes&) { ++asked; };
        QVERIFY(BoardClient::connect(std::move(link)).error().id == "device.silent");
        QCOMPARE(asked, 12); // four times a second, for three seconds
    }

    void anotherProgramIsToldFromSilence()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        link->onTheWayBack = [](Bytes& bytes) { bytes = {'h', 'e', 'l', 'l', 'o', '\n'}; };
        QVERIFY(BoardClient::connect(std::move(link)).error().id == "device.not-broto");
    }

    void boardThatStopsAnsweringIsGivenUpInTime()
    {
        auto client = connect();
        m_link->onTheWayBack = [](Bytes& bytes) { bytes.clear(); };
        const Link::TimePoint asked = m_link->now();
        QVERIFY(client->infer(row(1, 2)).error().id == "device.no-answer");
        QVERIFY(m_link->now() - asked >= 2900ms && m_link->now() - asked <= 3100ms);
    }

    void whoTalksOfSomethingElseIsGivenUpInTime_data()
    {
        QTest::addColumn<bool>("manyRows");
        QTest::newRow("one row") << false;
        QTest::newRow("many rows") << true;
    }

    void whoTalksOfSomethingElseIsGivenUpInTime()
    {
        QFETCH(bool, manyRows);
        auto link = std::make_unique<TalkativeLink>(std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board));
        TalkativeLink& talkative = *link;
        auto client = BoardClient::connect(std::move(link), {}, {.lastId = std::uint16_t(0)}).value();
        talkative.talks = true;
        const Link::TimePoint asked = talkative.now();
        const auto nobody = [](Eigen::Index, const BoardAnswer&) { QFAIL("nothing was answered"); };
        const Message problem =
            manyRows ? client.inferAll(Matrix::Ones(5, 2), nobody).error() : client.infer(row(1, 2)).error();
        QVERIFY(problem.id == "device.no-answer");
        QVERIFY(talkative.now() - asked >= 2900ms && talkative.now() - asked <= 3200ms);
    }

    void hangUpInAFrameIsNoticedAtOnce()
    {
        auto client = connect();
        m_link->readsUntilGone = 1;
        const Link::TimePoint asked = m_link->now();
        QVERIFY(client->infer(row(1, 2)).error().id == "platform.port-gone");
        QVERIFY(m_link->now() == asked);
    }

    void handshakeCanBeCancelled()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        RunControl control;
        link->onTheWayBack = [&control](Bytes& bytes) {
            bytes.clear();
            control.cancel();
        };
        int asked = 0;
        link->onTheWayThere = [&asked](Bytes&) { ++asked; };
        QVERIFY(BoardClient::connect(std::move(link), control).error().id == "common.cancelled");
        QCOMPARE(asked, 1);
    }

private:
    Result<BoardClient> connect()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        m_link = link.get();
        return BoardClient::connect(std::move(link));
    }

    static std::vector<float> row(float first, float second) { return {first, second}; }

    static Bytes rowBytes(std::span<const float> row)
    {
        Bytes bytes(4 * row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            runtime::putNumber(bytes.data() + 4 * i, std::bit_cast<std::uint32_t>(row[i]), 4);
        return bytes;
    }

    static void damaged(Bytes& bytes, int fault)
    {
        const auto middle = bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2);
        const Bytes text = {'R', 'E', 'A', 'D', 'Y', '\r', '\n'};
        switch (fault) {
        case 0:
            *middle ^= 16;
            return;
        case 1:
            bytes.erase(middle);
            return;
        case 2:
            bytes.insert(middle, *middle);
            return;
        case 3:
            bytes.erase(bytes.begin());
            return;
        case 4:
            bytes.pop_back();
            return;
        case 5:
            bytes.insert(bytes.begin(), text.begin(), text.end());
            return;
        case 6:
            bytes.insert(bytes.end(), text.begin(), text.end());
            return;
        default:
            bytes.clear();
        }
    }

    std::shared_ptr<Classifier> m_board;
    SimulatedLink<HandMadeClassifier>* m_link = nullptr; ///< owned by the client
};

QTEST_APPLESS_MAIN(TestBoardClient)
#include "tst_board_client.moc"
