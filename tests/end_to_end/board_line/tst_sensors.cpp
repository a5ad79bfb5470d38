#include "flashed_machine.h"

#include "common/number_text.h"
#include "core/device/firmware_fixture.h"
#include "device/sensor_stream.h"
#include "device/virtual/sensor_feed.h"
#include "runtime/sensor_pins.h"
#include "support/faulty_link.h"
#include "support/window_fixtures.h"

#include <QtTest>

#include <bit>
#include <cmath>

using namespace broto;

namespace {

constexpr int rows = 500;
constexpr int pinNumbers[] = {0, 3, 5};

/// Three pins in volts, one row a line.
std::string voltsCsv()
{
    std::string csv = "A0 (V),A3 (V),A5 (V)\n";
    for (int i = 0; i < rows; ++i)
        csv += fixed(i * 5.0 / (rows - 1), 3) + ',' + fixed(2.5 + 2.5 * std::sin(i * 0.37), 3) + ',' +
               fixed(i % 7 * 0.71, 3) + '\n';
    return csv;
}

/// No pin can give the category, so that something stands for it.
DeployableModel modelForPins()
{
    DeployableModel model = trainedFixture(Task::Classification);
    for (std::size_t i = 0; i < model.preprocessing.features.size(); ++i)
        if (!model.preprocessing.features[i].categories.empty())
            model.integerInputs[i].fill = 1;
    return model;
}

DeployableModel modelOfWindows()
{
    NetworkDesign design;
    design.hidden = {{4, Activation::Relu}};
    const Dataset data = windowDataset();
    return quantize(fixtureTraining(data, design, 3), data, {}, "test").value();
}

std::vector<SensorPin> pinsOf(const Stream& stream)
{
    return {{stream.channels[0].name, "A0", 0.004f, -2}, {stream.channels[1].name, "A3", 0.01f, 0}};
}

/// What the converter of the emulated chip makes of a voltage, which is fed to it in whole millivolts.
std::int32_t countOf(double volts)
{
    return static_cast<std::int32_t>(std::lround(volts * 1000) * 1023 / AvrMachine::supplyMillivolts);
}

}

/// The pins of a virtual Uno that runs the true firmware.
class TestSensors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useTestCache();
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
        m_feed = *SensorFeed::fromCsv(voltsCsv(), 1, findBoard("uno")->analogPins);
    }

    void everyRowIsWhatWasFedAndIsAnsweredAsHere()
    {
        const DeployableModel model = modelForPins();
        const std::vector<Feature>& features = model.preprocessing.features;
        const std::vector<SensorPin> pins = {{features[0].name, "A0", 0.048828125f, -5},
                                             {features[1].name, "A3", 37.7f, 80000.1f},
                                             {features[2].name, "A5", 3.3e-5f, 0}};
        auto board = boardWith(model, pins);
        QVERIFY(board && board->hello().hasSensors);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        QVERIFY2(sensors, reason(sensors).c_str());
        int same = 0;
        for (m_row = 0; m_row < rows; ++m_row) {
            const Result<SensedRow> row = sensors->next();
            QVERIFY2(row, reason(row).c_str());
            for (std::size_t i = 0; i < pins.size(); ++i) {
                const std::int32_t count = countOf(m_feed->volts(pinNumbers[i], m_row));
                const float value = runtime::sensorValue(count, pins[i].factor, pins[i].offset);
                QCOMPARE(std::bit_cast<std::uint32_t>(row->values[i]), std::bit_cast<std::uint32_t>(value));
            }
            QCOMPARE(row->due, 0);
            const LiveAnswer& answer = row->answer.value();
            QVERIFY(answer.question.sensed && answer.time > 0);
            same += answer.same && answer.board.raw == answer.workbench.raw && !answer.board.raw.empty();
        }
        QCOMPARE(same, rows);
    }

    void whatHasNoPinIsMissing()
    {
        const DeployableModel model = modelForPins();
        const std::vector<Feature>& features = model.preprocessing.features;
        auto filled = boardWith(model, {{features[0].name, "A0", 1, 0}, {features[1].name, "A3", 1, 0}});
        QVERIFY(filled);
        Result<SensorStream> sensors = SensorStream::open(model, *filled);
        const Result<SensedRow> row = sensors->next();
        QVERIFY2(row, reason(row).c_str());
        QVERIFY(std::isnan(row->values[2]) && row->answer.value().same);

        DeployableModel strict = model;
        strict.integerInputs[0].fill = runtime::refuseMissing;
        auto refused = boardWith(strict, {{features[1].name, "A3", 1, 0}});
        QVERIFY(refused);
        sensors = SensorStream::open(strict, *refused);
        const Result<SensedRow> none = sensors->next();
        QVERIFY(!none && none.error().id == "device.refuses-its-row");
        QVERIFY(inEnglish(none.error()).find(features[0].name) != std::string::npos);
    }

    void aCategoryThatNothingStandsForIsNamed()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        auto board = boardWith(model, {{model.preprocessing.features[0].name, "A0", 1, 0}});
        QVERIFY(board);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        const Result<SensedRow> row = sensors->next();
        QVERIFY(!row && row.error().id == "device.refuses-its-row");
        QVERIFY2(inEnglish(row.error()).find("“place” is a category") != std::string::npos, reason(row).c_str());
    }

    void readingsFillWindowsThatAreAnsweredAsHere()
    {
        const DeployableModel model = modelOfWindows();
        const Stream& stream = *model.preprocessing.stream;
        auto board = boardWith(model, pinsOf(stream));
        QVERIFY(board);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        QVERIFY2(sensors, reason(sensors).c_str());
        int answers = 0;
        for (m_row = 0; m_row < 2 * stream.length + 3 * stream.stride; ++m_row) {
            const Result<SensedRow> row = sensors->next();
            QVERIFY2(row, reason(row).c_str());
            const float first = runtime::sensorValue(countOf(m_feed->volts(0, m_row)), 0.004f, -2);
            QCOMPARE(row->values[0], first);
            QCOMPARE(row->answer.has_value(), row->due == 0);
            QVERIFY(!row->answer || row->answer->same);
            answers += row->answer.has_value();
        }
        QVERIFY(answers >= 3);
    }

    /// Each reading would begin the window anew, and none would ever be full.
    void aChannelWithoutAPinThatMayNotBeMissingIsNamed()
    {
        DeployableModel model = modelOfWindows();
        StreamChannel& second = model.preprocessing.stream->channels[1];
        second.missing = MissingReading::Restart;
        auto board = boardWith(model, {pinsOf(*model.preprocessing.stream)[0]});
        QVERIFY(board);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        QVERIFY2(sensors, reason(sensors).c_str());
        const Result<SensedRow> row = sensors->next();
        QVERIFY(!row && row.error().id == "device.refuses-its-row");
        QVERIFY2(inEnglish(row.error()).find("“" + second.name + "”") != std::string::npos, reason(row).c_str());
    }

    void aBadLineGivesNoWrongAnswer_data()
    {
        QTest::addColumn<bool>("windows");
        QTest::newRow("rows") << false;
        QTest::newRow("windows") << true;
    }

    /// Answers are lost, the line hangs up and the board is reset: a stream then begins anew on both sides.
    void aBadLineGivesNoWrongAnswer()
    {
        QFETCH(bool, windows);
        const DeployableModel model = windows ? modelOfWindows() : modelForPins();
        const std::string feature = model.preprocessing.features[0].name;
        const std::vector<SensorPin> pins =
            windows ? pinsOf(*model.preprocessing.stream) : std::vector<SensorPin>{{feature, "A0", 0.1f, 0}};
        const auto faults = std::make_shared<LineFaults>(7);
        faults->damagedBytes = 0.0005;
        faults->hangUps = 0.0001; // a call carries one byte here
        auto board = boardWith(model, pins, faults);
        QVERIFY(board);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        QVERIFY2(sensors, reason(sensors).c_str());
        int answers = 0;
        for (m_row = 0; m_row < rows; ++m_row) {
            const Result<SensedRow> row = sensors->next();
            QVERIFY2(row, reason(row).c_str());
            QCOMPARE(row->answer.has_value(), row->due == 0);
            QVERIFY(!row->answer || row->answer->same);
            answers += row->answer.has_value();
        }
        qInfo("%d answers: %d bytes damaged, %d stalls, %d hang-ups", answers, faults->damaged, faults->stalled,
              faults->hungUp);
        QVERIFY(answers >= (windows ? 5 : rows) && faults->damaged + faults->stalled > 5 && faults->hungUp > 0);
    }

    void boardThatReadsNoPinsSaysSo()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        auto board = boardWith(model, {});
        QVERIFY(board && !board->hello().hasSensors);
        Result<SensorStream> sensors = SensorStream::open(model, *board);
        QVERIFY(sensors);
        QVERIFY(sensors->next().error().id == "device.no-sensors");
    }

    void boardWithAnotherModelIsNamed()
    {
        auto board = boardWith(trainedFixture(Task::Classification), {});
        QVERIFY(SensorStream::open(trainedFixture(Task::Regression), *board).error().id == "device.other-model");
    }

private:
    /// Its pins are fed with the row that is due.
    std::optional<BoardConnection> boardWith(const DeployableModel& model, const std::vector<SensorPin>& pins,
                                             const std::shared_ptr<LineFaults>& faults = nullptr)
    {
        const Result<std::string> image = unoImage(model, pins);
        if (!image) {
            qWarning("%s", reason(image).c_str());
            return std::nullopt;
        }
        const std::shared_ptr<AvrMachine> uno = unoWith(*image);
        uno->connectPins(
            [this](int pin) { return static_cast<std::uint32_t>(std::lround(m_feed->volts(pin, m_row) * 1000)); });
        LineSource source = linesTo(uno);
        if (faults)
            source.open = [open = source.open, faults]() -> Result<std::unique_ptr<Link>> {
                auto link = open();
                return std::unique_ptr<Link>(std::make_unique<FaultyLink>(std::move(*link), faults));
            };
        Result<BoardConnection> board = BoardConnection::open(source, m_control);
        return board ? std::optional(std::move(*board)) : std::nullopt;
    }

    std::optional<SensorFeed> m_feed;
    RunControl m_control;
    int m_row = 0;
};

QTEST_APPLESS_MAIN(TestSensors)
#include "tst_sensors.moc"
