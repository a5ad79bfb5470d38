#include "common/random.h"
#include "compression/calibration.h"
#include "compression/calibration_rows.h"
#include "compression/compress.h"
#include "compression/predictor.h"
#include "compression/requantization.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace broto;

namespace {

std::vector<Eigen::Index> allRows(const Dataset& data)
{
    return spreadRows(data.training.raw.rows(), 0);
}

QuantizedInputs inputsOf(const Dataset& data)
{
    return *quantizeInputs(data.preprocessing, data.training.raw);
}

/// A row as the board encodes it; none where it is refused.
std::vector<std::int8_t> encodedRow(const QuantizedInputs& inputs, const Dataset& data, Eigen::Index row)
{
    std::vector<std::int8_t> result(static_cast<std::size_t>(data.inputs()));
    if (runtime::encodeRow(inputs.features.data(), static_cast<std::uint16_t>(inputs.features.size()),
                           data.training.raw.row(row).data(), result.data())
            .refused)
        return {};
    return result;
}

/// The mean of a neuron's sums in integers and in float, over all rows.
struct MeanSums {
    double integer = 0;
    double floating = 0;
};

MeanSums meanSums(const Dataset& data, const QuantizedInputs& inputs, const DenseLayer& layer,
                  const QuantizedLayer& quantized, std::size_t neuron)
{
    MeanSums means;
    const auto o = static_cast<Eigen::Index>(neuron);
    const auto rows = static_cast<double>(data.training.raw.rows());
    for (Eigen::Index row = 0; row < data.training.raw.rows(); ++row) {
        const std::vector<std::int8_t> x = encodedRow(inputs, data, row);
        double integer = quantized.layer.bias[neuron], floating = layer.bias(o);
        for (std::size_t i = 0; i < x.size(); ++i) {
            integer += quantized.layer.weights[neuron * x.size() + i] * x[i];
            floating += double{layer.weights(o, static_cast<Eigen::Index>(i))} *
                        data.training.inputs(row, static_cast<Eigen::Index>(i));
        }
        means.integer += integer * quantized.sumScale[neuron] / rows;
        means.floating += floating / rows;
    }
    return means;
}

LayerRounding roundingTo(int bits)
{
    return {gridOf(bits), storageOf(bits)};
}

/// Mean distance of the models' answers to those of the float network, in the scaled target.
double meanError(const DeployableModel& model, const TrainedNetwork& trained, const Dataset& data)
{
    const Matrix exact = forward(trained.network, data.test.inputs);
    Predictor predictor(model);
    double error = 0;
    for (Eigen::Index row = 0; row < exact.rows(); ++row) {
        const std::vector<float> values(data.test.raw.row(row).data(), data.test.raw.row(row).data() + 4);
        const double answer = (predictor.predict(values).value - data.target.centre) / data.target.deviation;
        error += std::abs(answer - exact(row, 0));
    }
    return error / static_cast<double>(exact.rows());
}

}

class TestCalibrationRows : public QObject {
    Q_OBJECT

private slots:
    void spreadRowsAreEvenlySpread_data();
    void spreadRowsAreEvenlySpread();
    void productsAreExact();
    void meanSquaresAreTheDiagonal();
    void refusedRowsAreLeftOut();
    void noRowAtAllChangesNothing();
    void correctedSumsAreThoseOfTheFloatLayerOnAverage_data();
    void correctedSumsAreThoseOfTheFloatLayerOnAverage();
    void correctedSumsStayWithin24Bits();
    void outlierDoesNotMoveTheBiasesOfAllOthers();
    void rowsPassAsOnTheBoard();
    void otherRangesCutOffLessThanThereIs_data();
    void otherRangesCutOffLessThanThereIs();
    void fewCalibrationRowsSeeOnlyThese();
};

void TestCalibrationRows::spreadRowsAreEvenlySpread_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::vector<Eigen::Index>>("chosen");
    using Rows = std::vector<Eigen::Index>;
    QTest::newRow("all") << 4 << 0 << Rows{0, 1, 2, 3};
    QTest::newRow("fewer than wanted") << 3 << 9 << Rows{0, 1, 2};
    QTest::newRow("as many as wanted") << 3 << 3 << Rows{0, 1, 2};
    QTest::newRow("every second") << 8 << 4 << Rows{0, 2, 4, 6};
    QTest::newRow("uneven") << 10 << 3 << Rows{0, 3, 6};
    QTest::newRow("one") << 10 << 1 << Rows{0};
    QTest::newRow("none") << 0 << 5 << Rows{};
}

void TestCalibrationRows::spreadRowsAreEvenlySpread()
{
    QFETCH(int, rows);
    QFETCH(int, most);
    QFETCH(std::vector<Eigen::Index>, chosen);
    QCOMPARE(spreadRows(rows, most), chosen);
    Matrix values(rows, 2);
    for (Eigen::Index row = 0; row < rows; ++row)
        values.row(row).setConstant(static_cast<float>(row));
    const Matrix some = rowsOf(values, chosen);
    QCOMPARE(some.rows(), static_cast<Eigen::Index>(chosen.size()));
    for (Eigen::Index row = 0; row < some.rows(); ++row)
        QCOMPARE(some(row, 1), static_cast<float>(chosen[static_cast<std::size_t>(row)]));
}

void TestCalibrationRows::productsAreExact()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const QuantizedInputs inputs = inputsOf(data);
    const ProductMatrix products = CalibrationRows(data, inputs, allRows(data)).products();
    std::int64_t expected[6][6] = {};
    for (const Eigen::Index row : allRows(data)) {
        const std::vector<std::int8_t> x = encodedRow(inputs, data, row);
        for (std::size_t i = 0; i < 6; ++i)
            for (std::size_t j = 0; j < 6; ++j)
                expected[i][j] += x[i] * x[j];
    }
    QCOMPARE(products.rows(), Eigen::Index{6});
    for (Eigen::Index i = 0; i < 6; ++i)
        for (Eigen::Index j = 0; j < 6; ++j)
            QCOMPARE(products(i, j), static_cast<double>(expected[i][j]));
}

void TestCalibrationRows::meanSquaresAreTheDiagonal()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const CalibrationRows rows(data, inputsOf(data), allRows(data));
    const ProductMatrix products = rows.products();
    const std::vector<double> squares = rows.meanSquares();
    QCOMPARE(squares.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(squares[i], products(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i)) /
                                 static_cast<double>(data.training.rows()));
}

void TestCalibrationRows::refusedRowsAreLeftOut()
{
    const Dataset whole = fixtureDataset(Task::Classification, 4);
    const QuantizedInputs inputs = inputsOf(whole);
    Dataset data = whole;
    std::vector<Eigen::Index> others;
    for (const Eigen::Index row : allRows(data)) {
        if (row % 3 == 1)
            data.training.raw(row, 3) = std::numeric_limits<float>::quiet_NaN(); // a category that nothing stands for
        else
            others.push_back(row);
    }
    const CalibrationRows some(data, inputs, allRows(data)), same(whole, inputs, others);
    QVERIFY(some.products() == same.products());
    const DenseLayer layer = fixtureTraining(data, {}, 4).network.layers[0];
    QuantizedLayer ofSome = quantizeWeights(layer, inputs.scale, roundingTo(3)), ofSame = ofSome;
    some.correctBias(layer, ofSome.sumScale, ofSome.layer);
    same.correctBias(layer, ofSame.sumScale, ofSame.layer);
    QCOMPARE(ofSome.layer.bias, ofSame.layer.bias);
}

void TestCalibrationRows::noRowAtAllChangesNothing()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const QuantizedInputs inputs = inputsOf(data);
    CalibrationRows none(data, inputs, {});
    const DenseLayer layer = fixtureTraining(data, {}, 4).network.layers[0];
    QuantizedLayer quantized = quantizeWeights(layer, inputs.scale);
    requantizeHidden(quantized, 3);
    const IntegerLayer before = quantized.layer;
    none.correctBias(layer, quantized.sumScale, quantized.layer);
    QVERIFY(quantized.layer == before);
    QVERIFY(none.products() == ProductMatrix::Zero(6, 6));
    QCOMPARE(none.meanSquares(), std::vector<double>(6));
    none.pass(layer, quantized.layer);
    QCOMPARE(none.products().rows(), Eigen::Index{16});
}

void TestCalibrationRows::correctedSumsAreThoseOfTheFloatLayerOnAverage_data()
{
    QTest::addColumn<int>("bits");
    for (int bits = leastWeightBits; bits <= mostWeightBits; ++bits)
        QTest::addRow("%d bits", bits) << bits;
}

void TestCalibrationRows::correctedSumsAreThoseOfTheFloatLayerOnAverage()
{
    QFETCH(int, bits);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 4);
        const QuantizedInputs inputs = inputsOf(data);
        const CalibrationRows rows(data, inputs, allRows(data));
        const DenseLayer layer = fixtureTraining(data, {}, 4).network.layers[0];
        QuantizedLayer quantized = quantizeWeights(layer, inputs.scale, roundingTo(bits));
        double before = 0;
        for (std::size_t o = 0; o < 16; ++o) {
            const MeanSums means = meanSums(data, inputs, layer, quantized, o);
            before = std::max(before, std::abs(means.integer - means.floating) / quantized.sumScale[o]);
        }
        QVERIFY(before > 1); // there is something to correct
        rows.correctBias(layer, quantized.sumScale, quantized.layer);
        for (std::size_t o = 0; o < 16; ++o) {
            const MeanSums means = meanSums(data, inputs, layer, quantized, o);
            QVERIFY(std::abs(means.integer - means.floating) <= 0.501 * quantized.sumScale[o]);
        }
    }
}

void TestCalibrationRows::correctedSumsStayWithin24Bits()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const QuantizedInputs inputs = inputsOf(data);
    const CalibrationRows rows(data, inputs, allRows(data));
    DenseLayer layer = fixtureTraining(data, {}, 4).network.layers[0];
    QuantizedLayer quantized = quantizeWeights(layer, inputs.scale);
    layer.bias(0) = 1e9f; // what is wanted now is out of reach
    layer.bias(1) = -1e30f;
    layer.bias(2) = std::numeric_limits<float>::infinity();
    layer.bias(3) = std::numeric_limits<float>::quiet_NaN();
    const std::vector<std::int32_t> before = quantized.layer.bias;
    rows.correctBias(layer, quantized.sumScale, quantized.layer);
    for (std::size_t o = 0; o < 4; ++o)
        QCOMPARE(quantized.layer.bias[o], before[o]);
    for (std::size_t o = 0; o < 16; ++o)
        QVERIFY(sumFits24Bits(quantized.layer, o, quantized.layer.bias[o]));
}

/// The board cuts it off, so the float sums that it would have made are none to follow.
void TestCalibrationRows::outlierDoesNotMoveTheBiasesOfAllOthers()
{
    const Dataset data = fixtureDataset(Task::Regression, 4);
    const TrainedNetwork trained = fixtureTraining(data, {}, 4);
    QuantizationOptions options;
    options.correctBias = true;
    const double before = meanError(*quantize(trained, data, options, ""), trained, data);
    Dataset wild = data;
    wild.training.raw(7, 0) = 1e6f;
    wild.training.inputs = encoded(wild.preprocessing, wild.training.raw);
    options.correctBias = false;
    const double uncorrected = meanError(*quantize(trained, wild, options, ""), trained, data);
    options.correctBias = true;
    const double after = meanError(*quantize(trained, wild, options, ""), trained, data);
    QVERIFY2(after < 1.5 * uncorrected + before,
             qPrintable(QStringLiteral("%1 > %2, %3").arg(after).arg(uncorrected).arg(before)));
}

void TestCalibrationRows::rowsPassAsOnTheBoard()
{
    const NetworkDesign design{{{8}, {7, Activation::Tanh}, {6, Activation::LeakyRelu}}};
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const TrainedNetwork trained = fixtureTraining(data, design, 4);
    const QuantizedNetwork network = *quantizedNetwork(trained.network, data, {});
    const DeployableModel model = *quantize(trained, data, {}, "");
    CalibrationRows rows(data, network.inputs, allRows(data));
    Predictor predictor(model);
    for (int l = 0; l < 3; ++l) {
        const auto layer = static_cast<std::size_t>(l);
        rows.pass(trained.network.layers[layer], network.layers[layer].layer);
        std::vector<double> squares(rows.meanSquares().size());
        for (const Eigen::Index row : allRows(data)) {
            const std::vector<std::int8_t> activations =
                predictor.hiddenActivations({data.training.raw.row(row).data(), 4}, l);
            for (std::size_t i = 0; i < squares.size(); ++i)
                squares[i] += activations[i] * activations[i];
        }
        for (double& square : squares)
            square /= static_cast<double>(data.training.rows());
        QCOMPARE(rows.meanSquares(), squares);
    }
}

void TestCalibrationRows::otherRangesCutOffLessThanThereIs_data()
{
    QTest::addColumn<RangeMethod>("method");
    for (const RangeMethod method : allRangeMethods)
        QTest::newRow(std::string(rangeMethodName(method)).c_str()) << method;
}

void TestCalibrationRows::otherRangesCutOffLessThanThereIs()
{
    QFETCH(RangeMethod, method);
    bool cut = false;
    for (const Activation activation : allActivations) {
        const Dataset data = fixtureDataset(Task::Classification, 4);
        const TrainedNetwork trained = fixtureTraining(data, {{{8, activation}, {6, activation}}}, 4);
        const std::vector<double> whole = calibratedRanges(trained.network, inputsOf(data), data.training.raw);
        const std::vector<double> ranges = calibratedRanges(trained.network, inputsOf(data), data.training.raw, method);
        QCOMPARE(ranges.size(), std::size_t{2});
        for (std::size_t l = 0; l < 2; ++l)
            QVERIFY(ranges[l] > 0.2 * whole[l] && ranges[l] <= whole[l]);
        cut = cut || ranges != whole;
    }
    QCOMPARE(cut, method != RangeMethod::MinMax);
}

void TestCalibrationRows::fewCalibrationRowsSeeOnlyThese()
{
    Dataset data = fixtureDataset(Task::Classification, 4);
    const TrainedNetwork trained = fixtureTraining(data, {}, 4);
    const QuantizedInputs inputs = inputsOf(data);
    const Matrix some = rowsOf(data.training.raw, spreadRows(data.training.raw.rows(), 10));
    QuantizationOptions options;
    options.calibrationRows = 10;
    const QuantizedNetwork few = *quantizedNetwork(trained.network, data, options);
    const std::vector<double> ranges = calibratedRanges(trained.network, inputs, some);
    QCOMPARE(few.layers[0].resultScale, ranges[0] / 127);
    QVERIFY(few.layers[0].resultScale < quantizedNetwork(trained.network, data, {})->layers[0].resultScale);
}

QTEST_APPLESS_MAIN(TestCalibrationRows)
#include "tst_calibration_rows.moc"
