#include "device/board_check.h"

#include "compression/predictor.h"
#include "core/device/firmware_fixture.h"
#include "support/simulated_board.h"

#include <QtTest>

#include <bit>
#include <limits>

using namespace broto;
using Bytes = std::vector<std::uint8_t>;

/// Answers frames with a model of the workbench's, and says it were `told`.
class PredictorLink : public Link {
public:
    PredictorLink(const DeployableModel& told, DeployableModel run)
        : m_told(told), m_run(std::move(run)), m_predictor(m_run)
    {
    }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        const std::size_t count = std::min(bytes.size(), m_coming.size());
        std::copy_n(m_coming.begin(), count, bytes.begin());
        m_coming.erase(m_coming.begin(), m_coming.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        for (const ReceivedFrame& frame : framesIn(bytes)) {
            ReceivedFrame answer = answered(frame);
            m_coming = frameOf(frame.id, answer.type, answer.payload);
        }
        return {};
    }

private:
    ReceivedFrame answered(const ReceivedFrame& frame)
    {
        if (frame.type == runtime::helloFrame)
            return {0, 0x81, hello()};
        std::vector<float> row(static_cast<std::size_t>(m_run.features()));
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = std::bit_cast<float>(runtime::numberAt(frame.payload.data() + 4 * i, 4));
        const Prediction prediction = m_predictor.predict(row);
        if (frame.type == runtime::layerFrame) {
            const std::vector<std::int8_t> values = m_predictor.hiddenActivations(row, frame.payload.back());
            return {0, 0x84, Bytes(values.begin(), values.end())};
        }
        if (prediction.refused)
            return {0, 0xff, {runtime::rowRefusedError, static_cast<std::uint8_t>(prediction.refusedFeature), 0}};
        return {0, 0x82, inferred(prediction)};
    }

    static void append(Bytes& bytes, std::uint32_t number, std::uint8_t size)
    {
        bytes.resize(bytes.size() + size);
        runtime::putNumber(bytes.data() + bytes.size() - size, number, size);
    }

    Bytes hello() const
    {
        Bytes bytes = {runtime::protocolVersion};
        append(bytes, static_cast<std::uint32_t>(modelId(m_told)), 4);
        append(bytes, static_cast<std::uint32_t>(modelId(m_told) >> 32), 4);
        append(bytes, 16000000, 4);
        append(bytes, static_cast<std::uint32_t>(m_told.features()), 2);
        append(bytes, static_cast<std::uint32_t>(m_told.outputs()), 2);
        append(bytes, static_cast<std::uint32_t>(m_told.layers.size()), 1);
        append(bytes, m_told.storage == Storage::Float32 ? runtime::floatOutputsFlag : 0, 1);
        append(bytes, 200, 2);
        append(bytes, 63, 2);
        for (const char* name : {"\3tea", "\3uno"})
            bytes.insert(bytes.end(), name, name + 4);
        return bytes;
    }

    static Bytes inferred(const Prediction& prediction)
    {
        Bytes bytes = {static_cast<std::uint8_t>(prediction.rawFloat.empty() ? 0 : runtime::floatOutputsFlag)};
        append(bytes, static_cast<std::uint32_t>(prediction.outOfRange), 2);
        append(bytes, 123, 4);
        for (const std::int32_t raw : prediction.raw)
            append(bytes, static_cast<std::uint32_t>(raw), 4);
        for (const float raw : prediction.rawFloat)
            append(bytes, std::bit_cast<std::uint32_t>(raw), 4);
        return bytes;
    }

    const DeployableModel& m_told;
    DeployableModel m_run;
    Predictor m_predictor;
    Bytes m_coming;
};

class TestBoardCheck : public QObject {
    Q_OBJECT

private slots:
    void sameModelIsIdentical_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("classification");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", seed) << seed << (seed % 2 == 0);
    }

    void sameModelIsIdentical()
    {
        QFETCH(int, seed);
        QFETCH(bool, classification);
        const DeployableModel model =
            wildInt8Model(classification ? Task::Classification : Task::Regression, static_cast<std::uint64_t>(seed));
        const BoardReport report = check(model, model);
        QCOMPARE(report.rows, std::size_t(50));
        QCOMPARE(report.identical, std::size_t(50));
        QVERIFY(!report.firstDifference);
        QCOMPARE(report.times.size(), std::size_t(50));
        QCOMPARE(report.times[0], 123u);
        QVERIFY(!report.timesInCycles);
    }

    void differenceIsLocated_data()
    {
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("neuron");
        QTest::newRow("first hidden layer") << 0 << 3;
        QTest::newRow("second hidden layer") << 1 << 5;
        QTest::newRow("output layer") << 2 << 1;
    }

    void differenceIsLocated()
    {
        QFETCH(int, layer);
        QFETCH(int, neuron);
        const DeployableModel model = trainedFixture(Task::Classification);
        DeployableModel other = model;
        Int8Layer& changed = std::get<Int8Layer>(other.layers[static_cast<std::size_t>(layer)]);
        changed.bias[static_cast<std::size_t>(neuron)] += 100000;
        const BoardReport report = check(model, other);
        QVERIFY(report.identical < report.rows);
        QVERIFY(report.firstDifference.has_value());
        QCOMPARE(report.firstDifference->layer, layer);
        QCOMPARE(report.firstDifference->neuron, neuron);
        QVERIFY(report.firstDifference->expected != report.firstDifference->received);
    }

    void rowThatOnlyOneSideRefusesIsADifference()
    {
        DeployableModel model = trainedFixture(Task::Classification);
        model.integerInputs[0].fill = 3;
        DeployableModel other = model;
        other.integerInputs[0].fill = runtime::refuseMissing;
        Matrix missing = rows(model);
        missing(7, 0) = std::numeric_limits<float>::quiet_NaN();
        missing.topRows(7).setOnes();
        const BoardReport report = check(model, other, missing);
        QVERIFY(report.firstDifference.has_value());
        QCOMPARE(report.firstDifference->row, std::size_t(7));
        QCOMPARE(report.firstDifference->layer, -1);
    }

    void floatModelsTellTheLargestDifference()
    {
        NetworkDesign design;
        const Dataset data = fixtureDataset(Task::Regression, 3);
        const DeployableModel model = floatModel(fixtureTraining(data, design, 3), data, "test");
        const BoardReport same = check(model, model, data.test.raw);
        QCOMPARE(same.largestDifference, 0.0);
        DeployableModel other = model;
        std::get<Float32Layer>(other.layers.back()).bias[0] += 0.5f;
        const BoardReport report = check(model, other, data.test.raw);
        QVERIFY(report.largestDifference > 0.0001 && report.largestDifference <= 0.5001);
        QCOMPARE(report.identical, std::size_t(0));
        QVERIFY(!report.firstDifference);
    }

    void infiniteAnswersOfBothSidesAreEqual()
    {
        const Dataset data = fixtureDataset(Task::Regression, 3);
        DeployableModel model = floatModel(fixtureTraining(data, {}, 3), data, "test");
        std::get<Float32Layer>(model.layers.back()).bias[0] = std::numeric_limits<float>::infinity();
        const Matrix row = data.test.raw.topRows(1);
        QCOMPARE(check(model, model, row).largestDifference, 0.0);
    }

    void anotherModelIsNotCompared()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        const DeployableModel other = trainedFixture(Task::Regression);
        auto client = BoardClient::connect(std::make_unique<PredictorLink>(other, other));
        QVERIFY(client);
        const auto report = checkBoard(model, rows(model), *client);
        QVERIFY(report.error().id == "device.other-model");
        QVERIFY(inEnglish(report.error()).find("tea") != std::string::npos);
    }

private:
    static Matrix rows(const DeployableModel& model)
    {
        Random random(5);
        Matrix rows(50, model.features());
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            const std::vector<float> row = hostileRow(model, random);
            rows.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
        }
        return rows;
    }

    static BoardReport check(const DeployableModel& model, const DeployableModel& run)
    {
        return check(model, run, rows(model));
    }

    static BoardReport check(const DeployableModel& model, const DeployableModel& run, const Matrix& rows)
    {
        auto client = BoardClient::connect(std::make_unique<PredictorLink>(model, run));
        return std::move(checkBoard(model, rows, client.value())).value();
    }
};

QTEST_APPLESS_MAIN(TestBoardCheck)
#include "tst_board_check.moc"
