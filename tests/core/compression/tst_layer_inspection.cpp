#include "compression/activation_rules.h"
#include "compression/compress.h"
#include "compression/layer_inspection.h"
#include "compression/predictor.h"
#include "support/model_fixtures.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace broto;
using test::valueOf;

namespace {

using Indexes = std::vector<std::size_t>;

const double infinity = std::numeric_limits<double>::infinity();

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// Takes x as it is, one step for 1, from -127 to 127, and gives what three neurons of a layer and one after it say.
DeployableModel smallModel(Activation activation)
{
    DeployableModel model;
    model.arithmetic = Arithmetic::Int8;
    model.preprocessing.features = {{"x", "", {}, -127, 127}};
    model.integerInputs = {{0, -1 << 14, 1 << 14, 8192, runtime::refuseMissing, 7, 0}};
    model.decoding.target.task = Task::Regression;
    model.decoding.offset = {0};
    model.decoding.unit = {1};
    IntegerLayer hidden;
    hidden.inputs = 1;
    hidden.outputs = 3;
    hidden.activation = activation;
    hidden.weights = {64, -64, 0};
    hidden.bias = {0, 0, -5};
    hidden.multiplier = {4096, 4096, 4096}; // 64 * 4096 / 2^17 = 2
    hidden.shift = 17;
    hidden.inputScale = 1;
    hidden.weightScale = {1 / 64.0f, 1 / 64.0f, 1 / 64.0f};
    hidden.outputScale = 0.5f;
    IntegerLayer output;
    output.inputs = 3;
    output.outputs = 1;
    output.weights = {2, 0, 1};
    output.bias = {-7};
    output.inputScale = 0.5f;
    output.weightScale = {1};
    output.outputScale = 0.5f;
    model.layers = {hidden, output};
    return model;
}

/// What it computes in float.
Network smallNetwork(Activation activation)
{
    return {{{Matrix{{1}, {-1}, {0}}, Vector{{0, 0, -5 / 64.0f}}, activation},
             {Matrix{{2, 0, 1}}, Vector{{-3.5f}}, Activation::Linear}}};
}

DataPart rowsOfOne(const std::vector<float>& values)
{
    DataPart part;
    part.raw.resize(static_cast<Eigen::Index>(values.size()), 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        part.raw(static_cast<Eigen::Index>(i), 0) = values[i];
        part.tableRows.push_back(i);
    }
    return part;
}

}

class TestLayerInspection : public QObject {
    Q_OBJECT

private slots:
    void activationsOfTheSmallModel();
    void withoutReluConstantNeuronsAreDead();
    void oneRowTellsNothingAboutConstants();
    void sumsAndTheirRoom();
    void whatIsCutIsCounted();
    void countsAreThePredictorsIntegers_data();
    void countsAreThePredictorsIntegers();
    void lossesGrowAsBitsShrink();
    void answersAreComparedInTheScaledUnit_data();
    void answersAreComparedInTheScaledUnit();
    void storageIsToldAsItLies_data();
    void storageIsToldAsItLies();
    void floatModelLosesNothing();
    void deadLayerOfAFloatModel();
    void otherShapesCompareInputsAndAnswersOnly();
    void withoutANetworkThereIsNoComparison();
    void networkOfOtherInputsIsNotCompared();
    void noRows_data();
    void noRows();
    void refusedRowsCountNowhere_data();
    void refusedRowsCountNowhere();
    void manyRowsAreThinnedEvenly();
    void cancelIsAnError();
    void progressIsReported();
};

void TestLayerInspection::activationsOfTheSmallModel()
{
    const DeployableModel model = smallModel(Activation::Relu);
    const Network network = smallNetwork(Activation::Relu);
    const ModelInspection seen = valueOf(inspectedModel(model, &network, rowsOfOne({1, 10, 30, 60})));
    QCOMPARE(seen.rows, std::size_t{4});
    QCOMPARE(seen.refused, std::size_t{0});
    QCOMPARE(seen.inputs.lowest, 1.0f);
    QCOMPARE(seen.inputs.highest, 60.0f);
    QCOMPARE(seen.inputs.counts[127 + 30], std::size_t{1});
    QCOMPARE(*seen.inputs.signalToNoise, infinity);

    const ActivationInspection& hidden = seen.layers[0].outputs;
    QCOMPARE(total(hidden.counts), std::size_t{12});
    QCOMPARE(hidden.counts[127], std::size_t{8}); // two neurons that sleep
    QCOMPARE(hidden.counts[127 + 120], std::size_t{1});
    QCOMPARE(hidden.shareOf(120), 1 / 12.0);
    QCOMPARE(hidden.shareOf(127), 0.0);
    QCOMPARE(hidden.dead, (Indexes{1, 2}));
    QCOMPARE(hidden.lowest, 0.0f);
    QCOMPARE(hidden.highest, 60.0f);
    QCOMPARE(*hidden.signalToNoise, infinity);
    QCOMPARE(hidden.bars.model, hidden.bars.network);

    const ActivationInspection& answers = seen.layers[1].outputs;
    QVERIFY(answers.counts.empty());
    QCOMPARE(answers.shareOf(127), 0.0);
    QCOMPARE(answers.lowest, -1.5f); // 2 * 1 - 3.5
    QCOMPARE(answers.highest, 116.5f);
    QVERIFY(answers.dead.empty());
    QCOMPARE(*answers.signalToNoise, infinity);
}

void TestLayerInspection::withoutReluConstantNeuronsAreDead()
{
    const DeployableModel model = smallModel(Activation::Linear);
    const ModelInspection seen = valueOf(inspectedModel(model, nullptr, rowsOfOne({1, 10, -30})));
    QCOMPARE(seen.layers[0].outputs.dead, (Indexes{2}));
    QCOMPARE(seen.layers[0].outputs.lowest, -30.0f);
    const ModelInspection constant = valueOf(inspectedModel(model, nullptr, rowsOfOne({3, 3})));
    QCOMPARE(constant.inputs.dead, (Indexes{0}));
    QCOMPARE(constant.layers[0].outputs.dead, (Indexes{0, 1, 2}));
    QCOMPARE(constant.layers[1].outputs.dead, (Indexes{0}));
}

void TestLayerInspection::oneRowTellsNothingAboutConstants()
{
    const ModelInspection linear = valueOf(inspectedModel(smallModel(Activation::Linear), nullptr, rowsOfOne({3})));
    QVERIFY(linear.layers[0].outputs.dead.empty());
    const ModelInspection relu = valueOf(inspectedModel(smallModel(Activation::Relu), nullptr, rowsOfOne({3})));
    QCOMPARE(relu.layers[0].outputs.dead, (Indexes{1, 2}));
}

void TestLayerInspection::sumsAndTheirRoom()
{
    const DeployableModel model = smallModel(Activation::Relu);
    const ModelInspection seen = valueOf(inspectedModel(model, nullptr, rowsOfOne({1, -10})));
    QCOMPARE(seen.layers[0].sums->largest, 640);
    QCOMPARE(seen.layers[0].sums->largestPossible, 64 * 127);
    QCOMPARE(seen.layers[0].sums->usedRoom(), 640.0 / (1 << 23));
    QCOMPARE(seen.layers[0].sums->possibleRoom(), 64 * 127.0 / (1 << 23));
    QCOMPARE(seen.layers[1].sums->largest, 7); // of 1: 2 * 2 - 7 = -3; of -10 the bias alone
    QCOMPARE(seen.layers[1].sums->largestPossible, 7 + 3 * 127);
}

void TestLayerInspection::whatIsCutIsCounted()
{
    // Twice x is beyond 127 from 64 on.
    const DataPart part = rowsOfOne({63, 64, 100, -100});
    const ModelInspection linear = valueOf(inspectedModel(smallModel(Activation::Linear), nullptr, part));
    QCOMPARE(linear.layers[0].sums->cutAbove, 3 / 12.0);
    QCOMPARE(linear.layers[0].sums->cutBelow, 3 / 12.0);
    QCOMPARE(linear.layers[0].outputs.shareOf(127), 3 / 12.0);
    QCOMPARE(linear.layers[0].outputs.shareOf(-127), 3 / 12.0);
    const ModelInspection relu = valueOf(inspectedModel(smallModel(Activation::Relu), nullptr, part));
    QCOMPARE(relu.layers[0].sums->cutAbove, 3 / 12.0);
    QCOMPARE(relu.layers[0].sums->cutBelow, 0.0);
    QCOMPARE(relu.layers[1].sums->cutAbove, 0.0);
}

void TestLayerInspection::countsAreThePredictorsIntegers_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Activation>("activation");
    QTest::newRow("ReLU, classification") << Task::Classification << Activation::Relu;
    QTest::newRow("tanh, classification") << Task::Classification << Activation::Tanh;
    QTest::newRow("linear, regression") << Task::Regression << Activation::Linear;
    QTest::newRow("swish, regression") << Task::Regression << Activation::Swish;
}

void TestLayerInspection::countsAreThePredictorsIntegers()
{
    QFETCH(Task, task);
    QFETCH(Activation, activation);
    const Dataset data = fixtureDataset(task, 6);
    const TrainedNetwork trained = fixtureTraining(data, {{{9, activation}, {5, activation}}}, 6);
    const DeployableModel model = valueOf(quantize(trained, data, usualOptions(4), "1.0"));
    const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, data.test));
    Predictor predictor(model);
    for (std::size_t l = 0; l + 1 < model.layers.size(); ++l) {
        std::vector<std::size_t> counts(255);
        for (Eigen::Index row = 0; row < data.test.raw.rows(); ++row)
            for (const int y : predictor.hiddenActivations({data.test.raw.row(row).data(), 4}, static_cast<int>(l)))
                ++counts[static_cast<std::size_t>(y + 127)];
        QCOMPARE(seen.layers[l].outputs.counts, counts);
        QVERIFY(*seen.layers[l].outputs.signalToNoise > 10);
    }
}

void TestLayerInspection::lossesGrowAsBitsShrink()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    const TrainedNetwork trained = fixtureTraining(data, {{{12}, {6}}}, 8);
    double before = 1000;
    for (const int bits : {8, 6, 4, 2}) {
        const DeployableModel model = valueOf(quantize(trained, data, usualOptions(bits), "1.0"));
        const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, data.training));
        const double answers = *seen.layers.back().outputs.signalToNoise;
        QVERIFY2(answers < before, qPrintable(QString::number(answers)));
        before = answers;
        QVERIFY(*seen.inputs.signalToNoise > 30); // 8 bits whatever the weights have
    }
}

void TestLayerInspection::answersAreComparedInTheScaledUnit_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestLayerInspection::answersAreComparedInTheScaledUnit()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 6);
    const TrainedNetwork trained = fixtureTraining(data, {{}}, 6); // no hidden layer
    const DeployableModel model = valueOf(quantize(trained, data, {}, "1.0"));
    const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, data.test));
    const Matrix exact = forward(trained.network, data.test.inputs);
    QCOMPARE(seen.layers.size(), std::size_t{1});
    QVERIFY(std::abs(seen.layers[0].outputs.highest - exact.maxCoeff()) < 0.1f);
    QVERIFY(std::abs(seen.layers[0].outputs.lowest - exact.minCoeff()) < 0.1f);
    QVERIFY(*seen.layers[0].outputs.signalToNoise > 25);
}

void TestLayerInspection::storageIsToldAsItLies_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("storage");
    QTest::addColumn<int>("weightBytes"); // of 3 neurons with 6 inputs
    QTest::newRow("8 bits") << 8 << "int8" << 18;
    QTest::newRow("7 bits take a byte too") << 7 << "int8" << 18;
    QTest::newRow("4 bits: two neurons a byte") << 4 << "int4" << 12;
    QTest::newRow("ternary: four neurons a byte") << 2 << "ternary" << 6;
}

void TestLayerInspection::storageIsToldAsItLies()
{
    QFETCH(int, bits);
    QFETCH(QString, storage);
    QFETCH(int, weightBytes);
    const Dataset data = fixtureDataset(Task::Classification, 6);
    const DeployableModel model = valueOf(quantize(fixtureTraining(data, {{}}, 6), data, usualOptions(bits), "1.0"));
    const ModelInspection seen = valueOf(inspectedModel(model, nullptr, data.test));
    QCOMPARE(QString::fromStdString(std::string(seen.layers[0].storage)), storage);
    QCOMPARE(seen.layers[0].weightBytes, static_cast<std::size_t>(weightBytes));
    QCOMPARE(seen.layers[0].bitsPerWeight, weightBytes * 8 / 18.0);
}

void TestLayerInspection::floatModelLosesNothing()
{
    const Dataset data = fixtureDataset(Task::Regression, 5);
    const TrainedNetwork trained = fixtureTraining(data, {{{7, Activation::Tanh}}}, 5);
    const ModelInspection seen = valueOf(inspectedModel(floatModel(trained, data, "1.0"), &trained.network, data.test));
    QCOMPARE(*seen.inputs.signalToNoise, infinity);
    QVERIFY(seen.inputs.counts.empty());
    for (const LayerInspection& layer : seen.layers) {
        QCOMPARE(std::string(layer.storage), std::string("float32"));
        QCOMPARE(layer.bitsPerWeight, 32.0);
        QCOMPARE(layer.weightBytes, 4 * layer.weights.weights);
        QCOMPARE(*layer.weights.signalToNoise, infinity);
        QCOMPARE(*layer.outputs.signalToNoise, infinity);
        QVERIFY(layer.outputs.counts.empty() && !layer.sums);
    }
}

void TestLayerInspection::deadLayerOfAFloatModel()
{
    const Dataset data = fixtureDataset(Task::Classification, 5);
    TrainedNetwork trained = fixtureTraining(data, {{{3}, {2}}}, 5);
    trained.network.layers[1].weights.setZero();
    trained.network.layers[1].bias.setConstant(-1);
    for (const DeployableModel& model : {floatModel(trained, data, "1.0"), valueOf(quantize(trained, data, {}, ""))}) {
        const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, data.test));
        QCOMPARE(seen.layers[1].outputs.dead, (Indexes{0, 1}));
        QCOMPARE(seen.layers[1].outputs.highest, 0.0f);
        QCOMPARE(seen.layers[1].weights.zeroShare(), 1.0);
        QCOMPARE(*seen.layers[1].outputs.signalToNoise, infinity);
        QCOMPARE(seen.layers[2].outputs.dead, (Indexes{0, 1, 2})); // its answers are its biases
    }
}

void TestLayerInspection::otherShapesCompareInputsAndAnswersOnly()
{
    const Dataset data = fixtureDataset(Task::Classification, 5);
    const TrainedNetwork large = fixtureTraining(data, {{{8}, {5}}}, 5);
    const TrainedNetwork small = fixtureTraining(data, {{{6}, {5}}}, 5);
    const DeployableModel model = valueOf(quantize(small, data, {}, "1.0"));
    const ModelInspection seen = valueOf(inspectedModel(model, &large.network, data.test));
    QVERIFY(seen.inputs.signalToNoise);
    for (std::size_t l = 0; l < 3; ++l) {
        QVERIFY(!seen.layers[l].weights.signalToNoise);
        QVERIFY(seen.layers[l].weights.bars.network.empty());
        QCOMPARE(seen.layers[l].outputs.signalToNoise.has_value(), l == 2);
        QCOMPARE(seen.layers[l].outputs.bars.network.empty(), l != 2);
        QVERIFY(total(seen.layers[l].outputs.bars.model) > 0);
    }
}

void TestLayerInspection::withoutANetworkThereIsNoComparison()
{
    const Dataset data = fixtureDataset(Task::Classification, 5);
    const DeployableModel model = valueOf(quantize(fixtureTraining(data, {}, 5), data, {}, "1.0"));
    const ModelInspection seen = valueOf(inspectedModel(model, nullptr, data.test));
    QVERIFY(!seen.inputs.signalToNoise);
    for (const LayerInspection& layer : seen.layers)
        QVERIFY(!layer.weights.signalToNoise && !layer.outputs.signalToNoise);
}

void TestLayerInspection::networkOfOtherInputsIsNotCompared()
{
    const Network wide{{{Matrix::Ones(1, 2), Vector::Zero(1), Activation::Linear}}};
    const ModelInspection seen = valueOf(inspectedModel(smallModel(Activation::Relu), &wide, rowsOfOne({1, 2})));
    QVERIFY(!seen.inputs.signalToNoise);
    QVERIFY(!seen.layers[1].outputs.signalToNoise);
}

void TestLayerInspection::noRows_data()
{
    QTest::addColumn<Arithmetic>("arithmetic");
    QTest::newRow("integers") << Arithmetic::Int8;
    QTest::newRow("float32") << Arithmetic::Float32;
}

void TestLayerInspection::noRows()
{
    QFETCH(Arithmetic, arithmetic);
    const Dataset data = fixtureDataset(Task::Classification, 5);
    const TrainedNetwork trained = fixtureTraining(data, {}, 5);
    const DeployableModel model =
        arithmetic == Arithmetic::Int8 ? valueOf(quantize(trained, data, {}, "1.0")) : floatModel(trained, data, "1.0");
    const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, DataPart()));
    QCOMPARE(seen.rows, std::size_t{0});
    QCOMPARE(seen.layers.size(), std::size_t{3});
    for (const LayerInspection& layer : seen.layers) {
        QVERIFY(layer.weights.signalToNoise);
        QVERIFY(!layer.outputs.signalToNoise);
        QVERIFY(layer.outputs.counts.empty() && layer.outputs.dead.empty());
        QCOMPARE(layer.outputs.bars, ValueBars());
        QCOMPARE(layer.outputs.shareOf(127), 0.0);
        if (layer.sums) {
            QCOMPARE(layer.sums->usedRoom(), 0.0);
            QVERIFY(layer.sums->possibleRoom() > 0 && layer.sums->possibleRoom() < 1);
        }
    }
}

void TestLayerInspection::refusedRowsCountNowhere_data()
{
    noRows_data();
}

void TestLayerInspection::refusedRowsCountNowhere()
{
    QFETCH(Arithmetic, arithmetic);
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const Dataset data = fixtureDataset(Task::Classification, 5);
    const TrainedNetwork trained = fixtureTraining(data, {}, 5);
    const DeployableModel model =
        arithmetic == Arithmetic::Int8 ? valueOf(quantize(trained, data, {}, "1.0")) : floatModel(trained, data, "1.0");
    DataPart part;
    part.tableRows = {0, 1, 2};
    part.raw = Matrix{{20, 1e5f, 0.01f, missing}, {20, missing, 0.01f, 1}, {25, 1e5f, 0.01f, 5}};
    const ModelInspection seen = valueOf(inspectedModel(model, &trained.network, part));
    QCOMPARE(seen.rows, std::size_t{3});
    QCOMPARE(seen.refused, std::size_t{1});
    QCOMPARE(total(seen.inputs.bars.model), std::size_t{2 * 6});
    QVERIFY(std::isfinite(seen.inputs.lowest) && *seen.inputs.signalToNoise > 20);
    part.raw.col(3).setConstant(missing);
    const ModelInspection none = valueOf(inspectedModel(model, &trained.network, part));
    QCOMPARE(none.refused, std::size_t{3});
    QVERIFY(!none.layers[0].outputs.signalToNoise);
}

void TestLayerInspection::manyRowsAreThinnedEvenly()
{
    std::vector<float> values;
    for (int i = 0; i < 100; ++i)
        values.push_back(static_cast<float>(i));
    const DeployableModel model = smallModel(Activation::Relu);
    const ModelInspection seen = valueOf(inspectedModel(model, nullptr, rowsOfOne(values), {}, 4));
    QCOMPARE(seen.rows, std::size_t{4});
    for (const std::size_t x : {0, 25, 50, 75})
        QCOMPARE(seen.inputs.counts[127 + x], std::size_t{1});
    QCOMPARE(valueOf(inspectedModel(model, nullptr, rowsOfOne(values))).rows, std::size_t{100});
}

void TestLayerInspection::cancelIsAnError()
{
    RunControl control;
    control.cancel();
    const Result<ModelInspection> seen =
        inspectedModel(smallModel(Activation::Relu), nullptr, rowsOfOne({1, 2}), control);
    QVERIFY(!seen.ok());
    QCOMPARE(std::string(seen.error().id), std::string("common.cancelled"));
}

void TestLayerInspection::progressIsReported()
{
    std::vector<double> done;
    const RunControl control([&done](const Progress& progress) {
        QCOMPARE(progress.total, 3.0);
        done.push_back(progress.done);
    });
    QVERIFY(inspectedModel(smallModel(Activation::Relu), nullptr, rowsOfOne({1, 2, 3}), control).ok());
    QCOMPARE(done, (std::vector<double>{0, 1, 2}));
}

QTEST_APPLESS_MAIN(TestLayerInspection)
#include "tst_layer_inspection.moc"
