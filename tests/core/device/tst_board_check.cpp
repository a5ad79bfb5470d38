#include "device/board_check.h"

#include "core/device/firmware_fixture.h"
#include "core/device/predictor_link.h"
#include "support/faulty_link.h"
#include "support/window_fixtures.h"

#include <QtTest>

#include <limits>

using namespace broto;

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
        const DeployableModel model = wildIntegerModel(classification ? Task::Classification : Task::Regression,
                                                       static_cast<std::uint64_t>(seed));
        const BoardReport report = check(model, model);
        QCOMPARE(report.rows, std::size_t(50));
        QCOMPARE(report.identical, std::size_t(50));
        QVERIFY(!report.firstDifference);
        QCOMPARE(report.times.size(), std::size_t(30)); // the others were under way together
        QCOMPARE(report.times[0], 123u);
        QVERIFY(report.timeUnit == TimeUnit::Microseconds);
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
        IntegerLayer& changed = std::get<IntegerLayer>(other.layers[static_cast<std::size_t>(layer)]);
        changed.bias[static_cast<std::size_t>(neuron)] += 100000;
        const BoardReport report = check(model, other);
        QVERIFY(report.identical < report.rows);
        QVERIFY(report.firstDifference.has_value());
        QCOMPARE(report.firstDifference->layer, layer);
        QCOMPARE(report.firstDifference->neuron, neuron);
        QVERIFY(report.firstDifference->expected.raw != report.firstDifference->received.raw);
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
        QCOMPARE(report.firstDifference->received.refusedFor, model.preprocessing.features[0].name);
        QVERIFY(report.firstDifference->expected.refusedFor.empty());
        const std::vector<float> asked(missing.row(7).begin(), missing.row(7).end());
        const int answer = Predictor(model).predict(asked).classIndex;
        QCOMPARE(report.firstDifference->expected.className,
                 model.decoding.target.classes[static_cast<std::size_t>(answer)]);
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

    void windowsAreComparedOneByOne_data()
    {
        QTest::addColumn<int>("lost");
        QTest::newRow("nothing is lost") << -1;
        QTest::newRow("an answer before the first window") << 10;
        QTest::newRow("an answer between two windows") << 60;
        QTest::newRow("the answer to a full window") << 48;
    }

    void windowsAreComparedOneByOne()
    {
        QFETCH(int, lost);
        const Dataset data = windowDataset();
        const DeployableModel model = windowModel(data);
        const BoardReport report = checkWindows(model, model, data, lost);
        QCOMPARE(report.rows, std::size_t(20));
        QCOMPARE(report.identical, std::size_t(20));
        QCOMPARE(report.times.size(), std::size_t(20));
        QVERIFY(!report.firstDifference);
    }

    void windowsAreComparedOverABadLine_data()
    {
        QTest::addColumn<double>("damaged");
        QTest::newRow("one byte in 1000") << 0.001;
        QTest::newRow("one byte in 300") << 0.003;
    }

    /// A loss takes a reading and not a window.
    void windowsAreComparedOverABadLine()
    {
        QFETCH(double, damaged);
        const Dataset data = windowDataset();
        const DeployableModel model = windowModel(data);
        const auto faults = std::make_shared<LineFaults>(3);
        faults->damagedBytes = damaged;
        faults->hangUps = faults->wrongBauds = 0;
        BoardConnection board =
            connect(std::make_unique<FaultyLink>(std::make_unique<PredictorLink>(model, model), faults));
        const auto report = checkBoard(model, recordingsOf(data, data.training, 20), board);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->rows, std::size_t(20));
        QCOMPARE(report->identical, std::size_t(20));
        QVERIFY(faults->damaged > 5);
    }

    void aDifferenceBeginsInTheFeatureOrInTheNetwork_data()
    {
        QTest::addColumn<int>("feature");
        QTest::addColumn<int>("layer");
        QTest::newRow("the slope of another rate") << int(runtime::slopeFeature) << -1;
        QTest::newRow("a bias of the network") << -1 << 0;
    }

    void aDifferenceBeginsInTheFeatureOrInTheNetwork()
    {
        QFETCH(int, feature);
        QFETCH(int, layer);
        const Dataset data = windowDataset();
        const DeployableModel model = windowModel(data);
        DeployableModel other = model;
        if (feature >= 0)
            other.preprocessing.stream->readingsPerSecond = 1000;
        else
            for (std::int32_t& bias : std::get<IntegerLayer>(other.layers[0]).bias)
                bias += 100000;
        const BoardReport report = checkWindows(model, other, data, -1);
        QVERIFY(report.identical < report.rows);
        QCOMPARE(report.firstDifference.value().feature, feature);
        if (feature >= 0)
            QCOMPARE(report.firstDifference->featureName,
                     model.preprocessing.features[static_cast<std::size_t>(feature)].name);
        QCOMPARE(report.firstDifference->layer, layer);
    }

    void aBoardOfOtherWindowsIsNotCompared()
    {
        const Dataset data = windowDataset();
        const DeployableModel model = windowModel(data);
        DeployableModel other = model;
        other.preprocessing.stream->stride = 8;
        BoardConnection board = connect(std::make_unique<PredictorLink>(other, other));
        const auto report = checkBoard(model, recordingsOf(data, data.test, 5), board);
        QVERIFY(!report);
        QCOMPARE(report.error().id, "device.other-model");
    }

    void anotherModelIsNotCompared()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        const DeployableModel other = trainedFixture(Task::Regression);
        BoardConnection board = connect(std::make_unique<PredictorLink>(other, other));
        const auto report = checkBoard(model, rows(model), board);
        QVERIFY(report.error().id == "device.other-model");
        QVERIFY(inEnglish(report.error()).find("tea") != std::string::npos);
    }

private:
    static BoardConnection connect(std::unique_ptr<Link> link)
    {
        return BoardConnection(std::move(BoardClient::connect(std::move(link))).value());
    }

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

    static DeployableModel windowModel(const Dataset& data)
    {
        return std::move(quantize(fixtureTraining(data, {{{6, Activation::Relu}}}, 4), data, {}, "test")).value();
    }

    static BoardReport checkWindows(const DeployableModel& model, const DeployableModel& onBoard, const Dataset& data,
                                    int lost)
    {
        auto link = std::make_unique<PredictorLink>(model, onBoard);
        link->loseSample = lost;
        BoardConnection board = connect(std::move(link));
        return std::move(checkBoard(model, recordingsOf(data, data.training, 20), board)).value();
    }

    static BoardReport check(const DeployableModel& model, const DeployableModel& run)
    {
        return check(model, run, rows(model));
    }

    static BoardReport check(const DeployableModel& model, const DeployableModel& run, const Matrix& rows)
    {
        BoardConnection board = connect(std::make_unique<PredictorLink>(model, run));
        return std::move(checkBoard(model, rows, board)).value();
    }
};

QTEST_APPLESS_MAIN(TestBoardCheck)
#include "tst_board_check.moc"
