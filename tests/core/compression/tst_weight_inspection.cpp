#include "compression/compress.h"
#include "compression/weight_inspection.h"
#include "support/model_fixtures.h"
#include "support/value_of.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace broto;
using test::valueOf;

namespace {

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// Two neurons of three inputs, the second one with larger steps.
IntegerLayer layerOf(std::vector<std::int8_t> weights, Storage storage = Storage::Int8)
{
    IntegerLayer layer;
    layer.inputs = 3;
    layer.outputs = 2;
    layer.storage = storage;
    layer.weights = std::move(weights);
    layer.bias = {0, 0};
    layer.weightScale = {0.5f, 2};
    return layer;
}

}

class TestWeightInspection : public QObject {
    Q_OBJECT

private slots:
    void integersAreCounted();
    void theyStandForStepsOfTheirNeuron();
    void oneNeuronAlone();
    void lossIsMeasuredAgainstTheNetwork();
    void layerOfZeros();
    void floatsAreCountedToo();
    void gridOfFewerBitsIsFound_data();
    void gridOfFewerBitsIsFound();
    void fewerBitsLoseMore();
};

void TestWeightInspection::integersAreCounted()
{
    const WeightInspection seen = inspectedWeights(layerOf({127, 0, -127, 5, 0, 127}));
    QCOMPARE(seen.weights, std::size_t{6});
    QCOMPARE(seen.zeros, std::size_t{2});
    QCOMPARE(seen.zeroShare(), 2 / 6.0);
    QCOMPARE(seen.distinct, std::size_t{4});
    QCOMPARE(seen.counts.size(), std::size_t{255});
    QCOMPARE(seen.counts.front(), std::size_t{1});
    QCOMPARE(seen.counts.back(), std::size_t{2});
    QCOMPARE(seen.counts[127], std::size_t{2});
    QCOMPARE(seen.counts[127 + 5], std::size_t{1});
    QCOMPARE(total(seen.counts), std::size_t{6});
    QCOMPARE(seen.gridStep, 1);
    QVERIFY(!seen.signalToNoise);
}

void TestWeightInspection::theyStandForStepsOfTheirNeuron()
{
    // 0.5 * (2, 4, 6) and 2 * (1, 2, 3): 1, 2, 3 and 2, 4, 6.
    const WeightInspection seen = inspectedWeights(layerOf({2, 4, 6, 1, 2, 3}));
    QVERIFY(seen.bars.edges.front() <= 1 && seen.bars.edges.back() >= 6);
    QCOMPARE(seen.bars.model, valueBars(std::vector<float>{1, 2, 3, 2, 4, 6}).model);
    QVERIFY(seen.bars.network.empty());
}

void TestWeightInspection::oneNeuronAlone()
{
    const DenseLayer network{Matrix{{9, 9, 9}, {32, 0, 32}}, Vector::Zero(2), Activation::Linear};
    const WeightInspection seen = inspectedWeights(layerOf({1, 2, 3, 16, 0, 16}), &network, 1);
    QCOMPARE(seen.weights, std::size_t{3});
    QCOMPARE(seen.zeros, std::size_t{1});
    QCOMPARE(seen.distinct, std::size_t{2});
    QCOMPARE(seen.gridStep, 16);
    QCOMPARE(*seen.signalToNoise, std::numeric_limits<double>::infinity());
    QCOMPARE(seen.bars.model, seen.bars.network);
}

void TestWeightInspection::lossIsMeasuredAgainstTheNetwork()
{
    // Squares of the network: 9 + 91; of what is lost: 1.
    const DenseLayer network{Matrix{{2, 0, 0}, {4, 4, 8}}, Vector::Zero(2), Activation::Linear};
    const WeightInspection seen = inspectedWeights(layerOf({4, 2, 0, 2, 2, 4}), &network);
    QVERIFY(std::abs(*seen.signalToNoise - 20) < 1e-9);
    QCOMPARE(total(seen.bars.network), std::size_t{6});
}

void TestWeightInspection::layerOfZeros()
{
    const DenseLayer zeros{Matrix::Zero(2, 3), Vector::Zero(2), Activation::Linear};
    const DenseLayer small{Matrix::Constant(2, 3, 1e-9f), Vector::Zero(2), Activation::Linear};
    const IntegerLayer layer = layerOf({0, 0, 0, 0, 0, 0}, Storage::Ternary);
    const WeightInspection seen = inspectedWeights(layer, &zeros);
    QCOMPARE(seen.zeroShare(), 1.0);
    QCOMPARE(seen.distinct, std::size_t{1});
    QCOMPARE(seen.gridStep, 0);
    QCOMPARE(*seen.signalToNoise, std::numeric_limits<double>::infinity());
    QCOMPARE(*inspectedWeights(layer, &small).signalToNoise, 0.0); // all is lost
}

void TestWeightInspection::floatsAreCountedToo()
{
    const Float32Layer layer{2, 2, Activation::Relu, {0.5f, 0, -0.5f, 0.5f}, {0, 0}};
    const DenseLayer network{Matrix{{0.5f, 0}, {-0.5f, 0.5f}}, Vector::Zero(2), Activation::Relu};
    const WeightInspection seen = inspectedWeights(layer, &network);
    QCOMPARE(seen.weights, std::size_t{4});
    QCOMPARE(seen.zeros, std::size_t{1});
    QCOMPARE(seen.distinct, std::size_t{3});
    QVERIFY(seen.counts.empty());
    QCOMPARE(seen.gridStep, 0);
    QCOMPARE(*seen.signalToNoise, std::numeric_limits<double>::infinity());
    QCOMPARE(inspectedWeights(layer, &network, 1).distinct, std::size_t{2});
}

void TestWeightInspection::gridOfFewerBitsIsFound_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("most");
    QTest::newRow("8 bits") << 8 << 1 << 255;
    QTest::newRow("5 bits, kept as int8") << 5 << 8 << 31;
    QTest::newRow("4 bits") << 4 << 16 << 15;
    QTest::newRow("ternary") << 2 << 64 << 3;
}

void TestWeightInspection::gridOfFewerBitsIsFound()
{
    QFETCH(int, bits);
    QFETCH(int, step);
    QFETCH(int, most);
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const DeployableModel model = valueOf(quantize(fixtureTraining(data, {}, 3), data, usualOptions(bits), "1.0"));
    for (const ModelLayer& layer : model.layers) {
        const WeightInspection seen = inspectedWeights(layer);
        QCOMPARE(seen.gridStep, step);
        QVERIFY(seen.distinct > 2 && seen.distinct <= static_cast<std::size_t>(most));
    }
}

void TestWeightInspection::fewerBitsLoseMore()
{
    const Dataset data = fixtureDataset(Task::Regression, 4);
    const TrainedNetwork trained = fixtureTraining(data, {{{16}}}, 4);
    double before = 1000;
    for (int bits = 8; bits >= 2; --bits) {
        QuantizationOptions options;
        options.bits = bits;
        const DeployableModel model = valueOf(quantize(trained, data, options, "1.0"));
        const double ratio = *inspectedWeights(model.layers[0], &trained.network.layers[0]).signalToNoise;
        QVERIFY2(ratio < before - 3, qPrintable(QString::number(ratio)));
        before = ratio;
    }
}

QTEST_APPLESS_MAIN(TestWeightInspection)
#include "tst_weight_inspection.moc"
