#include "compression/compress.h"
#include "compression/predictor.h"
#include "compression/sensitivity.h"
#include "support/model_fixtures.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;
using test::valueOf;

namespace {

TrainedNetwork trainedOn(const Dataset& data, const NetworkDesign& design)
{
    TrainingSettings settings;
    settings.epochs = 60;
    settings.learningRate = 0.01;
    return valueOf(train(data, design, settings));
}

bool isSame(const DecidingScore& a, const DecidingScore& b)
{
    return a.headline == b.headline && a.loss == b.loss;
}

bool isSame(const Sensitivity& a, const Sensitivity& b)
{
    return isSame(a.base, b.base) &&
           std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const std::vector<BitScore>& first, const std::vector<BitScore>& second) {
                          return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                                            [](const BitScore& x, const BitScore& y) {
                                                return x.bits == y.bits && isSame(x.score, y.score);
                                            });
                      });
}

/// What a person gets who makes the model and measures it.
DecidingScore measured(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
                       const DataPart& part)
{
    const Metrics metrics = evaluate(valueOf(quantize(trained, data, options, "1.0")), part);
    return {metrics.headline, metrics.loss};
}

}

class TestSensitivity : public QObject {
    Q_OBJECT

private slots:
    void sparsityCurveLosesWeightsAndBytes();
    void sparsityCurveDoesNotLookAtTestRows();
    void scoresAreThoseOfTheModels_data();
    void scoresAreThoseOfTheModels();
    void eightBitsChangeNothing();
    void layerOfWholeStepsMinds();
    void testRowsHaveNoSay_data();
    void testRowsHaveNoSay();
    void withoutValidationTheTrainingRowsDecide();
    void networkWithoutHiddenLayers();
    void missingValuesAndCategories();
    void curveIsThatOfTheModels_data();
    void curveIsThatOfTheModels();
    void ternaryCostsMoreThanEightBits_data();
    void ternaryCostsMoreThanEightBits();
    void curveCountsBytes();
    void networkThatCannotBeCompressedIsAnError();
    void cancelIsAnError();
    void cancelWhileItRuns();
    void progressIsReported();
};

void TestSensitivity::scoresAreThoseOfTheModels_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestSensitivity::scoresAreThoseOfTheModels()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 11);
    const TrainedNetwork trained = trainedOn(data, {{{10}, {6, Activation::Tanh}}});
    const Sensitivity seen = valueOf(layerSensitivity(trained.network, data));
    QVERIFY(!seen.onTrainingRows);
    QCOMPARE(seen.layers.size(), std::size_t{3});
    for (std::size_t layer = 0; layer < 3; ++layer) {
        QCOMPARE(seen.layers[layer].size(), std::size(sensitivityBits));
        const BitScore& ternary = seen.layers[layer][2];
        QCOMPARE(ternary.bits, 2);
        std::vector<int> bits(3, 8);
        bits[layer] = 2;
        QVERIFY(isSame(ternary.score, measured(trained, data, mixedOptions(bits), data.validation)));
        QCOMPARE(ternary.lossChange, ternary.score.loss - seen.base.loss);
        QCOMPARE(ternary.headlineChange, ternary.score.headline - seen.base.headline);
    }
    QuantizationOptions alike = usualOptions(2);
    alike.layerBits = {8, 8, 8};
    QVERIFY(isSame(seen.base, measured(trained, data, alike, data.validation)));
}

void TestSensitivity::eightBitsChangeNothing()
{
    const Dataset data = fixtureDataset(Task::Regression, 12);
    const Sensitivity seen = valueOf(layerSensitivity(fixtureTraining(data, {}, 12).network, data));
    for (const std::vector<BitScore>& layer : seen.layers) {
        QCOMPARE(layer.front().bits, 8);
        QCOMPARE(layer.front().lossChange, 0.0);
        QCOMPARE(layer.front().headlineChange, 0.0);
        QVERIFY(isSame(layer.front().score, seen.base));
    }
}

/// A layer whose weights are all as large as each other is ternary already; one of all sizes loses.
void TestSensitivity::layerOfWholeStepsMinds()
{
    const Dataset data = fixtureDataset(Task::Regression, 13);
    TrainedNetwork trained = trainedOn(data, {{{8}}});
    // Passes on what the layer before it says, on steps of its own.
    DenseLayer signs{Matrix::Zero(8, 8), Vector::Zero(8), Activation::Relu};
    signs.weights.diagonal().setConstant(1);
    trained.network.layers.insert(trained.network.layers.begin() + 1, signs);
    const Sensitivity seen = valueOf(layerSensitivity(trained.network, data));
    const double whole = std::abs(seen.layers[1][2].lossChange);
    QVERIFY2(whole < 0.05 * seen.layers[0][2].lossChange, qPrintable(QString::number(whole)));
    QVERIFY(seen.layers[0][2].lossChange > seen.layers[0][1].lossChange);
    QVERIFY(seen.layers[0][2].headlineChange < 0);
}

void TestSensitivity::testRowsHaveNoSay_data()
{
    QTest::addColumn<bool>("present");
    QTest::newRow("other test rows") << true;
    QTest::newRow("no test rows") << false;
}

void TestSensitivity::testRowsHaveNoSay()
{
    QFETCH(bool, present);
    Dataset data = fixtureDataset(Task::Classification, 14);
    const Network network = fixtureTraining(data, {}, 14).network;
    const Sensitivity before = valueOf(layerSensitivity(network, data));
    const std::vector<BitPoint> curve = valueOf(bitCurve(network, data));
    data.test = present ? data.training : DataPart();
    QVERIFY(isSame(valueOf(layerSensitivity(network, data)), before));
    const std::vector<BitPoint> again = valueOf(bitCurve(network, data));
    for (std::size_t i = 0; i < curve.size(); ++i)
        QVERIFY(isSame(again[i].score, curve[i].score));
}

void TestSensitivity::withoutValidationTheTrainingRowsDecide()
{
    Dataset data = fixtureDataset(Task::Classification, 15);
    QCOMPARE(&decidingPart(data), &data.validation);
    const TrainedNetwork trained = fixtureTraining(data, {}, 15);
    data.validation = DataPart();
    QCOMPARE(&decidingPart(data), &data.training);
    const Sensitivity seen = valueOf(layerSensitivity(trained.network, data));
    QVERIFY(seen.onTrainingRows);
    QVERIFY(isSame(seen.layers[0][1].score, measured(trained, data, mixedOptions({4, 8, 8}), data.training)));
}

void TestSensitivity::networkWithoutHiddenLayers()
{
    const Dataset data = fixtureDataset(Task::Classification, 16);
    const TrainedNetwork trained = fixtureTraining(data, {{}}, 16);
    const Sensitivity seen = valueOf(layerSensitivity(trained.network, data));
    QCOMPARE(seen.layers.size(), std::size_t{1});
    QVERIFY(isSame(seen.layers[0][1].score, measured(trained, data, usualOptions(4), data.validation)));
}

/// Rows without an answer do not make the score nothing.
void TestSensitivity::missingValuesAndCategories()
{
    Dataset data = fixtureDataset(Task::Regression, 17);
    data.validation.raw(0, 3) = std::numeric_limits<float>::quiet_NaN();
    const Network network = fixtureTraining(data, {{{1}}}, 17).network; // one neuron
    const Sensitivity seen = valueOf(layerSensitivity(network, data));
    QVERIFY(std::isfinite(seen.base.loss));
    data.validation.raw.col(3).setConstant(std::numeric_limits<float>::quiet_NaN());
    QVERIFY(std::isnan(valueOf(layerSensitivity(network, data)).base.loss));
}

void TestSensitivity::curveIsThatOfTheModels_data()
{
    scoresAreThoseOfTheModels_data();
}

void TestSensitivity::curveIsThatOfTheModels()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 18);
    const TrainedNetwork trained = trainedOn(data, {{{12}, {6}}});
    const std::vector<BitPoint> curve = valueOf(bitCurve(trained.network, data));
    QCOMPARE(curve.size(), std::size_t{7});
    for (int i = 0; i < 7; ++i) {
        const BitPoint& point = curve[static_cast<std::size_t>(i)];
        QCOMPARE(point.bits, 8 - i);
        QVERIFY(isSame(point.score, measured(trained, data, usualOptions(point.bits), data.validation)));
        QCOMPARE(point.storedBytes, weightBytes(valueOf(quantize(trained, data, usualOptions(point.bits), "1.0"))));
    }
}

void TestSensitivity::ternaryCostsMoreThanEightBits_data()
{
    scoresAreThoseOfTheModels_data();
}

/// On the rows that the network has learned; others may gain by chance.
void TestSensitivity::ternaryCostsMoreThanEightBits()
{
    QFETCH(Task, task);
    Dataset data = fixtureDataset(task, 18);
    const Network network = trainedOn(data, {{{12}, {6}}}).network;
    data.validation = DataPart();
    const std::vector<BitPoint> curve = valueOf(bitCurve(network, data));
    QVERIFY(curve.back().score.loss > curve.front().score.loss);
    QVERIFY(curve.back().score.headline <= curve.front().score.headline);
}

void TestSensitivity::curveCountsBytes()
{
    // 6 inputs, 5 hidden neurons, 3 classes: 30 + 15 weights, 8 biases of 4 bytes and 8 multipliers of 2.
    const Dataset data = fixtureDataset(Task::Classification, 19);
    const std::vector<BitPoint> curve = valueOf(bitCurve(fixtureTraining(data, {{{5}}}, 19).network, data));
    const std::int64_t rest = 8 * 4 + 8 * 2;
    for (const BitPoint& point : curve) {
        QCOMPARE(point.idealBytes, rest + (30 * point.bits + 7) / 8 + (15 * point.bits + 7) / 8);
        // Two neurons share bytes at 4 bits, four when ternary.
        const std::int64_t stored = point.bits > 4 ? 30 + 15 : point.bits > 2 ? 3 * 6 + 2 * 5 : 2 * 6 + 5;
        QCOMPARE(point.storedBytes, rest + stored);
    }
}

void TestSensitivity::networkThatCannotBeCompressedIsAnError()
{
    const Dataset data = fixtureDataset(Task::Classification, 20);
    Network network = fixtureTraining(data, {}, 20).network;
    network.layers[0].weights(0, 0) = std::numeric_limits<float>::infinity();
    const Result<Sensitivity> seen = layerSensitivity(network, data);
    QVERIFY(!seen.ok());
    QCOMPARE(std::string(seen.error().id), std::string("compression.not-finite"));
    QCOMPARE(std::string(bitCurve(network, data).error().id), std::string("compression.not-finite"));
}

void TestSensitivity::cancelIsAnError()
{
    const Dataset data = fixtureDataset(Task::Classification, 21);
    const Network network = fixtureTraining(data, {}, 21).network;
    RunControl control;
    control.cancel();
    QCOMPARE(std::string(layerSensitivity(network, data, control).error().id), std::string("common.cancelled"));
    QCOMPARE(std::string(bitCurve(network, data, control).error().id), std::string("common.cancelled"));
}

void TestSensitivity::cancelWhileItRuns()
{
    const Dataset data = fixtureDataset(Task::Classification, 21);
    const Network network = fixtureTraining(data, {}, 21).network;
    RunControl* running = nullptr;
    int reports = 0;
    RunControl control([&](const Progress&) {
        if (++reports == 3)
            running->cancel();
    });
    running = &control;
    QVERIFY(!layerSensitivity(network, data, control).ok());
    QCOMPARE(reports, 3);
}

void TestSensitivity::progressIsReported()
{
    const Dataset data = fixtureDataset(Task::Classification, 22);
    const Network network = fixtureTraining(data, {}, 22).network;
    std::vector<double> done;
    double total = 0;
    const RunControl control([&](const Progress& progress) {
        done.push_back(progress.done);
        total = progress.total;
    });
    QVERIFY(layerSensitivity(network, data, control).ok());
    QCOMPARE(done, (std::vector<double>{0, 1, 2, 3, 4, 5, 6})); // once as it is, three layers with 4 and 2 bits
    QCOMPARE(total, 7.0);
}

void TestSensitivity::sparsityCurveLosesWeightsAndBytes()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const TrainedNetwork trained = fixtureTraining(data, {{{24}, {16}}}, 3);
    const std::vector<SparsityPoint> curve = *sparsityCurve(trained.network, data);
    QCOMPARE(curve.front().share, 0.0);
    QCOMPARE(curve.back().share, 0.95);
    const DeployableModel whole = *quantize(trained, data, {}, "1");
    QCOMPARE(curve.front().score.headline, evaluate(whole, decidingPart(data)).headline);
    for (std::size_t i = 1; i < curve.size(); ++i)
        QVERIFY(curve[i].share > curve[i - 1].share && curve[i].storedBytes <= curve[i - 1].storedBytes);
    QVERIFY(curve.back().storedBytes < curve.front().storedBytes / 2);
    RunControl control;
    control.cancel();
    QCOMPARE(sparsityCurve(trained.network, data, control).error().id, std::string_view("common.cancelled"));
}

void TestSensitivity::sparsityCurveDoesNotLookAtTestRows()
{
    Dataset data = fixtureDataset(Task::Regression, 3);
    const Network network = fixtureTraining(data, {{{9}}}, 3).network;
    const std::vector<SparsityPoint> before = *sparsityCurve(network, data);
    data.test = DataPart();
    const std::vector<SparsityPoint> after = *sparsityCurve(network, data);
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].score.loss, before[i].score.loss);
}

QTEST_APPLESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
