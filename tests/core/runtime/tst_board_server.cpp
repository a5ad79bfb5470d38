#include "runtime/board_server.h"

#include "common/random.h"
#include "support/simulated_board.h"

#include <QtTest>

#include <bit>
#include <fstream>
#include <limits>

using namespace broto;
using namespace broto::runtime;
using Bytes = std::vector<std::uint8_t>;

class TestBoardServer : public QObject {
    Q_OBJECT
private slots:
    void readyLineNamesTheModel();
    void bytesOfTheProtocolPageAreTrue();
    void helloTellsWhoIsThere();
    void inferAnswersWithRawOutputsAndTime();
    void floatModelAnswersWithFloats();
    void refusedRowNamesTheFeature();
    void layerAnswersWithActivations();
    void layerThatIsNotThereIsRefused();
    void layerOfARefusedRowNamesTheFeature();
    void floatModelHasNoLayersToShow();
    void benchTellsFastestMeanAndSlowest();
    void benchStopsBeforeItsSumOverflows();
    void selfTestAnswers();
    void requestsItCannotAnswerGetAnErrorFrame_data();
    void requestsItCannotAnswerGetAnErrorFrame();
    void answersAreNotAnswered();
    void damagedFramesAreNotAnswered();
    void requestsOneAfterTheOtherAreAllAnswered();
    void randomBytesDoNoHarm();
    void linesFromAPersonAreAnswered_data();
    void linesFromAPersonAreAnswered();
    void describingNamesFeaturesUnitsAndClasses();
    void helloTellsOfTheStream();
    void readingsAreAnsweredWhenAWindowIsFull();
    void aWindowCannotBeHadBeforeItIsFull();
    void aMissingReadingBeginsTheWindowAnew();
    void aReadingOfAnotherSizeIsRefused();
    void linesOfReadingsAreAnsweredWhenAWindowIsFull();
    void helloTellsOfSensors();
    void sensorsAreReadAndAnswered();
    void whatNoPinMeasuresIsMissing();
    void sensedReadingsFillWindows();
    void sensorsCanBeReadByAPerson();
    void withoutSensorsNothingIsToldOfThem();
    void selfTestInText();
    void zeroByteEndsALine();
    void silenceEndsFrameMode();
    void validFrameEndsFrameMode();
};

static Bytes rowBytes(std::initializer_list<float> row)
{
    Bytes bytes;
    for (const float value : row)
        for (int i = 0; i < 4; ++i)
            bytes.push_back(static_cast<std::uint8_t>(std::bit_cast<std::uint32_t>(value) >> 8 * i));
    return bytes;
}

template<class Model, class Sensors>
static ReceivedFrame ask(SimulatedBoard<Model, Sensors>& board, std::uint8_t type, const Bytes& payload = {})
{
    const std::vector<ReceivedFrame> frames = framesIn(board.exchange(frameOf(42, type, payload)));
    return frames.size() == 1 && frames[0].id == 42 ? frames[0] : ReceivedFrame{};
}

static Bytes with(Bytes bytes, std::initializer_list<std::uint8_t> more)
{
    bytes.insert(bytes.end(), more);
    return bytes;
}

void TestBoardServer::readyLineNamesTheModel()
{
    SimulatedBoard<HandMadeClassifier> board;
    board.begin();
    QCOMPARE(board.say(""), std::string("READY Broto tea_ptq_int8: type ? and press Enter\r\n"));
}

static Bytes hexBytes(std::string_view text)
{
    const QByteArray bytes = QByteArray::fromHex(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    return Bytes(bytes.begin(), bytes.end());
}

void TestBoardServer::bytesOfTheProtocolPageAreTrue()
{
    std::ifstream page(BROTO_SOURCE_DIR "/docs/protocol.md");
    SimulatedBoard<HandMadeClassifier> board;
    HandMadeStream::restart();
    SimulatedBoard<HandMadeStream> streamBoard;
    HandMadeSensors::wire(200, true);
    SimulatedBoard<HandMadeClassifier, HandMadeSensors> sensorBoard;
    Bytes answer;
    int exchanges = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("    > ")) {
            answer = board.exchange(hexBytes(line.substr(6)));
        } else if (line.starts_with("    S> ")) {
            answer = streamBoard.exchange(hexBytes(line.substr(7)));
        } else if (line.starts_with("    P> ")) {
            answer = sensorBoard.exchange(hexBytes(line.substr(7)));
        } else if (line.starts_with("    < ") || line.starts_with("    S< ") || line.starts_with("    P< ")) {
            QCOMPARE(answer, hexBytes(line.substr(line.find('<') + 2)));
            ++exchanges;
        }
    }
    QCOMPARE(exchanges, 10);
    QCOMPARE(board.say("90,5.5\n"), std::string("class:1,too_weak__cold:10,good:84,out_of_range:0\r\n"));
    QCOMPARE(sensorBoard.say("sense\n"),
             std::string("temperature:90,time:5.5,class:1,too_weak__cold:10,good:84,out_of_range:0\r\n"));
}

void TestBoardServer::helloTellsWhoIsThere()
{
    SimulatedBoard<HandMadeClassifier> board;
    const ReceivedFrame hello = ask(board, helloFrame);
    QCOMPARE(hello.type, std::uint8_t(helloFrame | answerBit));
    const Bytes& p = hello.payload;
    QCOMPARE(p.size(), std::size_t(helloFixedBytes + 1 + 12 + 1 + 13 + helloStreamBytes));
    QCOMPARE(int(p[0]), int(protocolVersion));
    QCOMPARE(numberAt(&p[1], 4), 0x89abcdefu);
    QCOMPARE(numberAt(&p[5], 4), 0x01234567u);
    QCOMPARE(numberAt(&p[9], 4), 16000000u);
    QCOMPARE(numberAt(&p[13], 2), 2u);
    QCOMPARE(numberAt(&p[15], 2), 2u);
    QCOMPARE(int(p[17]), 2);
    QCOMPARE(int(p[18]), classificationFlag | ticksAreCyclesFlag);
    QVERIFY(numberAt(&p[19], 2) >= p.size() + frameOverhead);
    QCOMPARE(numberAt(&p[21], 2), 63u);
    QCOMPARE(int(p[23]), 12);
    QCOMPARE(std::string(p.begin() + 24, p.begin() + 36), std::string("tea_ptq_int8"));
    QCOMPARE(std::string(p.begin() + 37, p.end() - helloStreamBytes), std::string("Simulated Uno"));
}

void TestBoardServer::inferAnswersWithRawOutputsAndTime()
{
    SimulatedBoard<HandMadeClassifier> board;
    board.io.durations = {70000};
    const ReceivedFrame answer = ask(board, inferFrame, rowBytes({120, 5}));
    QCOMPARE(answer.type, std::uint8_t(inferFrame | answerBit));
    QCOMPARE(answer.payload.size(), std::size_t(inferFixedBytes + 8));
    QCOMPARE(int(answer.payload[0]), classificationFlag | ticksAreCyclesFlag);
    QCOMPARE(numberAt(&answer.payload[1], 2), 1u); // 120 is out of range
    QCOMPARE(numberAt(&answer.payload[3], 4), 70000u);
    QCOMPARE(static_cast<std::int32_t>(numberAt(&answer.payload[7], 4)), -20);
    QCOMPARE(static_cast<std::int32_t>(numberAt(&answer.payload[11], 4)), 115);
}

void TestBoardServer::floatModelAnswersWithFloats()
{
    SimulatedBoard<HandMadeRegression> board;
    const ReceivedFrame answer = ask(board, inferFrame, rowBytes({0.3f}));
    QCOMPARE(int(answer.payload.at(0)), floatOutputsFlag | ticksAreCyclesFlag);
    QCOMPARE(std::bit_cast<float>(numberAt(&answer.payload[7], 4)), 0.15f);
}

void TestBoardServer::refusedRowNamesTheFeature()
{
    SimulatedBoard<HandMadeClassifier> board;
    const ReceivedFrame answer = ask(board, inferFrame, rowBytes({1, std::numeric_limits<float>::quiet_NaN()}));
    QVERIFY(answer == (ReceivedFrame{42, errorFrame, {rowRefusedError, 1, 0}}));
}

void TestBoardServer::layerAnswersWithActivations()
{
    SimulatedBoard<HandMadeClassifier> board;
    const ReceivedFrame answer = ask(board, layerFrame, with(rowBytes({5, 0}), {0}));
    QVERIFY(answer == (ReceivedFrame{42, layerFrame | answerBit, {5, 6, 7}}));
}

void TestBoardServer::layerThatIsNotThereIsRefused()
{
    SimulatedBoard<HandMadeClassifier> board;
    const ReceivedFrame answer = ask(board, layerFrame, with(rowBytes({5, 0}), {1}));
    QVERIFY(answer == (ReceivedFrame{42, errorFrame, {noSuchLayerError, 1, 0}}));
}

void TestBoardServer::layerOfARefusedRowNamesTheFeature()
{
    SimulatedBoard<HandMadeClassifier> board;
    const Bytes row = rowBytes({5, std::numeric_limits<float>::quiet_NaN()});
    const ReceivedFrame answer = ask(board, layerFrame, with(row, {0}));
    QVERIFY(answer == (ReceivedFrame{42, errorFrame, {rowRefusedError, 1, 0}}));
}

void TestBoardServer::floatModelHasNoLayersToShow()
{
    SimulatedBoard<HandMadeRegression> board;
    const ReceivedFrame answer = ask(board, layerFrame, with(rowBytes({5}), {0}));
    QVERIFY(answer == (ReceivedFrame{42, errorFrame, {notSupportedError, layerFrame, 0}}));
}

void TestBoardServer::benchTellsFastestMeanAndSlowest()
{
    SimulatedBoard<HandMadeClassifier> board;
    board.io.durations = {20, 10, 60, 30};
    const ReceivedFrame answer = ask(board, benchFrame, with(rowBytes({5, 0}), {4, 0}));
    QCOMPARE(answer.payload.size(), std::size_t(13));
    QCOMPARE(numberAt(&answer.payload[1], 4), 10u);
    QCOMPARE(numberAt(&answer.payload[5], 4), 30u);
    QCOMPARE(numberAt(&answer.payload[9], 4), 60u);
}

void TestBoardServer::benchStopsBeforeItsSumOverflows()
{
    SimulatedBoard<HandMadeClassifier> board;
    board.io.durations = {0xc0000000u};
    const ReceivedFrame answer = ask(board, benchFrame, with(rowBytes({5, 0}), {255, 255}));
    QCOMPARE(numberAt(&answer.payload.at(5), 4), 0xc0000000u);
}

void TestBoardServer::selfTestAnswers()
{
    SimulatedBoard<HandMadeClassifier> good;
    QVERIFY(ask(good, selfTestFrame) == (ReceivedFrame{42, selfTestFrame | answerBit, {1}}));
    SimulatedBoard<HandMadeRegression> bad;
    QVERIFY(ask(bad, selfTestFrame) == (ReceivedFrame{42, selfTestFrame | answerBit, {0}}));
}

void TestBoardServer::requestsItCannotAnswerGetAnErrorFrame_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("detail");
    QTest::newRow("unknown type") << 0x55 << 0 << int(unknownTypeError) << 0x55;
    QTest::newRow("type zero") << 0 << 0 << int(unknownTypeError) << 0;
    QTest::newRow("stream of a model without windows")
        << int(sampleFrame) << 4 << int(notSupportedError) << int(sampleFrame);
    QTest::newRow("window of a model without windows")
        << int(windowFrame) << 0 << int(notSupportedError) << int(windowFrame);
    QTest::newRow("row too short") << int(inferFrame) << 7 << int(wrongLengthError) << 8;
    QTest::newRow("row too long") << int(inferFrame) << 9 << int(wrongLengthError) << 8;
    QTest::newRow("no row at all") << int(layerFrame) << 0 << int(wrongLengthError) << 9;
    QTest::newRow("no repetitions") << int(benchFrame) << 8 << int(wrongLengthError) << 10;
    QTest::newRow("longer than the buffer") << int(inferFrame) << 200 << int(tooLongError) << 100;
    QTest::newRow("longest of all") << int(inferFrame) << int(largestPayload) << int(tooLongError) << 100;
}

void TestBoardServer::requestsItCannotAnswerGetAnErrorFrame()
{
    QFETCH(int, type);
    QFETCH(int, length);
    QFETCH(int, error);
    QFETCH(int, detail);
    SimulatedBoard<HandMadeClassifier> board;
    const ReceivedFrame answer =
        ask(board, static_cast<std::uint8_t>(type), Bytes(static_cast<std::size_t>(length), 0));
    QCOMPARE(answer.type, std::uint8_t(errorFrame));
    QCOMPARE(answer.payload.size(), std::size_t(3));
    QCOMPARE(int(answer.payload[0]), error);
    QCOMPARE(int(numberAt(&answer.payload[1], 2)), detail);
}

void TestBoardServer::answersAreNotAnswered()
{
    SimulatedBoard<HandMadeClassifier> board;
    for (const int type : {helloFrame | answerBit, int(errorFrame)})
        QVERIFY(board.exchange(frameOf(1, static_cast<std::uint8_t>(type))).empty());
}

void TestBoardServer::damagedFramesAreNotAnswered()
{
    Bytes frame = frameOf(1, inferFrame, rowBytes({1, 2}));
    frame[5] ^= 4;
    SimulatedBoard<HandMadeClassifier> board;
    QVERIFY(board.exchange(frame).empty());
    QCOMPARE(ask(board, selfTestFrame).type, std::uint8_t(selfTestFrame | answerBit));
}

void TestBoardServer::requestsOneAfterTheOtherAreAllAnswered()
{
    SimulatedBoard<HandMadeClassifier> board;
    Bytes stream;
    for (std::uint16_t id = 0; id < 20; ++id) {
        const Bytes frame = frameOf(id, inferFrame, rowBytes({float(id), 0}));
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    const std::vector<ReceivedFrame> answers = framesIn(board.exchange(stream));
    QCOMPARE(answers.size(), std::size_t(20));
    for (std::uint16_t id = 0; id < 20; ++id)
        QCOMPARE(answers[id].id, id);
}

void TestBoardServer::randomBytesDoNoHarm()
{
    Random random(5);
    SimulatedBoard<HandMadeClassifier> board;
    for (int i = 0; i < 200'000; ++i) {
        const auto byte = static_cast<std::uint8_t>(random.below(3) == 0 ? random.below(256) : random.below(64));
        board.io.arriving.push_back(byte);
        board.io.now += random.below(2);
        board.poll();
        board.io.sent.clear();
    }
    board.io.now += 100;
    board.poll();
    board.say("\n");
    QCOMPARE(ask(board, selfTestFrame).type, std::uint8_t(selfTestFrame | answerBit));
    QCOMPARE(board.say("30,5\n"), std::string("class:0,too_weak__cold:70,good:25,out_of_range:0\r\n"));
}

void TestBoardServer::linesFromAPersonAreAnswered_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("answer");
    const QString number = QStringLiteral(" is not a number. Type ? to see what this model takes\r\n");
    QTest::newRow("values") << "90,5\n"
                            << "class:1,too_weak__cold:10,good:85,out_of_range:0\r\n";
    QTest::newRow("line end of Windows") << "90,5\r\n"
                                         << "class:1,too_weak__cold:10,good:85,out_of_range:0\r\n";
    QTest::newRow("blanks") << "  90 ,\t5  \n"
                            << "class:1,too_weak__cold:10,good:85,out_of_range:0\r\n";
    QTest::newRow("out of range") << "101,0\n"
                                  << "class:1,too_weak__cold:-1,good:101,out_of_range:1\r\n";
    QTest::newRow("exponent") << "9e1,0.5E+1\n"
                              << "class:1,too_weak__cold:10,good:85,out_of_range:0\r\n";
    QTest::newRow("nothing") << "\n"
                             << "";
    QTest::newRow("too few") << "1\n"
                             << "2 values are needed, not 1. Type ? to see which\r\n";
    QTest::newRow("too many") << "1,2,3\n"
                              << "2 values are needed, not 3. Type ? to see which\r\n";
    QTest::newRow("missing and refused") << "1,\n"
                                         << "This value must be given: time\r\n";
    QTest::newRow("nan and refused") << "1,nan\n"
                                     << "This value must be given: time\r\n";
    QTest::newRow("a word") << "hello\n" << QStringLiteral("\"hello\"") + number;
    QTest::newRow("a word among values") << "1,x,3\n" << QStringLiteral("\"x\"") + number;
    QTest::newRow("two numbers without a comma") << "1 2,3\n" << QStringLiteral("\"1 2\"") + number;
    QTest::newRow("a long word") << QString(300, u'z') + u'\n' << u'"' + QString(20, u'z') + u'"' + number;
    QTest::newRow("a question with more") << "?,1\n" << QStringLiteral("\"?\"") + number;
}

void TestBoardServer::linesFromAPersonAreAnswered()
{
    QFETCH(QString, line);
    QFETCH(QString, answer);
    SimulatedBoard<HandMadeClassifier> board;
    QCOMPARE(QString::fromStdString(board.say(line.toStdString())), answer);
    QVERIFY(board.say("90,5\n").starts_with("class:1"));
}

void TestBoardServer::describingNamesFeaturesUnitsAndClasses()
{
    SimulatedBoard<HandMadeClassifier> classifier;
    QCOMPARE(classifier.say("?\r\n"), std::string("Model tea_ptq_int8 on Simulated Uno\r\n"
                                                  "Type these values, separated by commas: temperature [C], time\r\n"
                                                  "It answers with a class: 0 too weak, cold, 1 good\r\n"
                                                  "Type test to see whether it computes as it should.\r\n"));
    SimulatedBoard<HandMadeRegression> regression;
    QVERIFY(regression.say("?\n").find("It answers with: wave height [m]\r\n") != std::string::npos);
    QCOMPARE(regression.say("-0.5\n"), std::string("wave_height:-0.25,out_of_range:0\r\n"));
}

void TestBoardServer::selfTestInText()
{
    SimulatedBoard<HandMadeClassifier> good;
    QCOMPARE(good.say("test\n"), std::string("PASS\r\n"));
    SimulatedBoard<HandMadeRegression> bad;
    QVERIFY(bad.say(" test \n").starts_with("FAIL"));
}

void TestBoardServer::zeroByteEndsALine()
{
    SimulatedBoard<HandMadeClassifier> board;
    QVERIFY(board.say("90,").empty());
    QCOMPARE(ask(board, selfTestFrame).type, std::uint8_t(selfTestFrame | answerBit));
    QCOMPARE(board.say("5\n"), std::string("2 values are needed, not 1. Type ? to see which\r\n"));
}

void TestBoardServer::silenceEndsFrameMode()
{
    SimulatedBoard<HandMadeClassifier> board;
    const std::uint8_t halfAFrame[] = {0, 9, 1};
    QVERIFY(board.exchange(halfAFrame).empty());
    board.io.now += 50;
    QVERIFY(board.say("?\n").empty()); // still inside the frame
    board.io.now += 51;
    board.poll();
    QVERIFY(board.say("?\n").starts_with("Model"));
}

void TestBoardServer::validFrameEndsFrameMode()
{
    SimulatedBoard<HandMadeClassifier> board;
    ask(board, selfTestFrame);
    QVERIFY(board.say("?\n").starts_with("Model"));
}

void TestBoardServer::helloTellsOfTheStream()
{
    SimulatedBoard<HandMadeStream> board;
    const Bytes& p = ask(board, helloFrame).payload;
    QCOMPARE(Bytes(p.end() - helloStreamBytes, p.end()), (Bytes{2, 3, 0, 2, 0}));
}

/// A board whose model has forgotten what the test before has told it.
static SimulatedBoard<HandMadeStream> freshStreamBoard()
{
    HandMadeStream::restart();
    return SimulatedBoard<HandMadeStream>();
}

void TestBoardServer::readingsAreAnsweredWhenAWindowIsFull()
{
    SimulatedBoard<HandMadeStream> board = freshStreamBoard();
    QCOMPARE(ask(board, sampleFrame, rowBytes({90, 5})).payload, (Bytes{2, 0}));
    QCOMPARE(ask(board, sampleFrame, rowBytes({91, 6})).payload, (Bytes{1, 0}));
    const ReceivedFrame full = ask(board, sampleFrame, rowBytes({92, 5.5f}));
    const ReceivedFrame window = ask(board, windowFrame);
    QCOMPARE(window.payload, rowBytes({91, 6}));
    const ReceivedFrame asked = ask(board, inferFrame, window.payload);
    QCOMPARE(full.type, std::uint8_t(sampleFrame | answerBit));
    QCOMPARE(full.payload.size(), std::size_t(sampleFixedBytes) + asked.payload.size());
    QCOMPARE(Bytes(full.payload.end() - 8, full.payload.end()), Bytes(asked.payload.end() - 8, asked.payload.end()));
    // The next window is full after a stride.
    QCOMPARE(ask(board, sampleFrame, rowBytes({93, 4})).payload, (Bytes{1, 0}));
    QVERIFY(ask(board, sampleFrame, rowBytes({94, 3})).payload.size() > sampleFixedBytes);
    QCOMPARE(ask(board, windowFrame).payload, rowBytes({93, 5.5f}));
}

void TestBoardServer::aWindowCannotBeHadBeforeItIsFull()
{
    SimulatedBoard<HandMadeStream> board = freshStreamBoard();
    QVERIFY(ask(board, windowFrame) == (ReceivedFrame{42, errorFrame, {noWindowError, 3, 0}}));
    ask(board, sampleFrame, rowBytes({90, 5}));
    QVERIFY(ask(board, windowFrame) == (ReceivedFrame{42, errorFrame, {noWindowError, 2, 0}}));
}

void TestBoardServer::aMissingReadingBeginsTheWindowAnew()
{
    SimulatedBoard<HandMadeStream> board = freshStreamBoard();
    ask(board, sampleFrame, rowBytes({90, 5}));
    ask(board, sampleFrame, rowBytes({91, 6}));
    QCOMPARE(ask(board, sampleFrame, rowBytes({std::numeric_limits<float>::quiet_NaN(), 6})).payload, (Bytes{3, 0}));
    ask(board, sampleFrame, rowBytes({91, 6}));
    QCOMPARE(ask(board, sampleFrame).payload, (Bytes{3, 0}));
}

void TestBoardServer::aReadingOfAnotherSizeIsRefused()
{
    SimulatedBoard<HandMadeStream> board = freshStreamBoard();
    QVERIFY(ask(board, sampleFrame, {1, 2, 3}) == (ReceivedFrame{42, errorFrame, {wrongLengthError, 8, 0}}));
}

void TestBoardServer::linesOfReadingsAreAnsweredWhenAWindowIsFull()
{
    SimulatedBoard<HandMadeStream> board = freshStreamBoard();
    QCOMPARE(board.say("90,5\n"), std::string());
    QCOMPARE(board.say("91,6\n"), std::string());
    QCOMPARE(board.say("92,5.5\n"), std::string("class:1,too_weak__cold:9,good:85,out_of_range:0\r\n"));
    QCOMPARE(board.say(",5.5\n"), std::string("This reading lacks a value: the window begins anew\r\n"));
    QCOMPARE(board.say("1\n"), std::string("2 values are needed, not 1. Type ? to see which\r\n"));
    QVERIFY(board.say("?\n").find("heat [C], light\r\nReadings until it answers: 3\r\n") != std::string::npos);
}

using SensingBoard = SimulatedBoard<HandMadeClassifier, HandMadeSensors>;
using SensingStreamBoard = SimulatedBoard<HandMadeStream, HandMadeSensors>;

void TestBoardServer::helloTellsOfSensors()
{
    SensingBoard board;
    QCOMPARE(int(ask(board, helloFrame).payload.at(18)), classificationFlag | ticksAreCyclesFlag | sensorsFlag);
}

void TestBoardServer::sensorsAreReadAndAnswered()
{
    HandMadeSensors::wire(173, true);
    SensingBoard board;
    const Bytes row = rowBytes({sensorValue(173, 0.5f, -10), sensorValue(173, 0.0275f, 0)});
    const Bytes asked = ask(board, inferFrame, row).payload;
    const ReceivedFrame sensed = ask(board, senseFrame);
    QCOMPARE(sensed.type, std::uint8_t(senseFrame | answerBit));
    QCOMPARE(Bytes(sensed.payload.begin(), sensed.payload.begin() + 8), row);
    QCOMPARE(Bytes(sensed.payload.begin() + 8, sensed.payload.end()), asked);
    QCOMPARE(ask(board, senseFrame, {1, 2, 3}).payload, sensed.payload);
}

void TestBoardServer::whatNoPinMeasuresIsMissing()
{
    HandMadeSensors::wire(173, false);
    SensingBoard board;
    QVERIFY(ask(board, senseFrame) == (ReceivedFrame{42, errorFrame, {rowRefusedError, 1, 0}}));
}

void TestBoardServer::sensedReadingsFillWindows()
{
    HandMadeStream::restart();
    HandMadeSensors::wire(200, true);
    SensingStreamBoard board;
    QCOMPARE(ask(board, senseFrame).payload, with(rowBytes({90, 5.5f}), {2, 0}));
    QCOMPARE(ask(board, senseFrame).payload, with(rowBytes({90, 5.5f}), {1, 0}));
    HandMadeSensors::wire(206, true);
    const Bytes full = ask(board, senseFrame).payload;
    const Bytes answer = ask(board, inferFrame, ask(board, windowFrame).payload).payload;
    const std::ptrdiff_t reading = 8;
    QCOMPARE(Bytes(full.begin(), full.begin() + reading), rowBytes({93, sensorValue(206, 0.0275f, 0)}));
    QCOMPARE(Bytes(full.begin() + reading, full.begin() + reading + sampleFixedBytes), (Bytes{0, 0}));
    QCOMPARE(Bytes(full.begin() + reading + sampleFixedBytes, full.end()), answer);
    HandMadeSensors::wire(206, false); // a reading that lacks a value
    const Bytes missing = ask(board, senseFrame).payload;
    QCOMPARE(missing.size(), std::size_t(10));
    QCOMPARE(Bytes(missing.end() - 2, missing.end()), (Bytes{3, 0}));
}

void TestBoardServer::sensorsCanBeReadByAPerson()
{
    HandMadeSensors::wire(200, true);
    SensingBoard board;
    QVERIFY(board.say("?\n").find("\r\nType sense and it reads its pins: temperature A0, time A3\r\n") !=
            std::string::npos);
    QVERIFY(board.say(" sense \n").starts_with("temperature:90,time:5.5,class:1,"));
    HandMadeSensors::wire(200, false);
    QVERIFY(board.say("?\n").find("its pins: temperature A0\r\n") != std::string::npos);
    QCOMPARE(board.say("sense\n"), std::string("temperature:90,time:nan,This value must be given: time\r\n"));
    HandMadeStream::restart();
    HandMadeSensors::wire(200, true);
    SensingStreamBoard stream;
    QCOMPARE(stream.say("sense\n"), std::string("heat:90,light:5.5,readings_missing:2\r\n"));
    stream.say("sense\n");
    QCOMPARE(stream.say("sense\n"),
             std::string("heat:90,light:5.5,class:1,too_weak__cold:10,good:84,out_of_range:0\r\n"));
}

void TestBoardServer::withoutSensorsNothingIsToldOfThem()
{
    SimulatedBoard<HandMadeClassifier> board;
    QVERIFY(ask(board, senseFrame) == (ReceivedFrame{42, errorFrame, {unknownTypeError, senseFrame, 0}}));
    QVERIFY(board.say("?\n").find("sense") == std::string::npos);
    QVERIFY(board.say("sense\n").starts_with("\"sense\" is not a number"));
}

QTEST_APPLESS_MAIN(TestBoardServer)
#include "tst_board_server.moc"
