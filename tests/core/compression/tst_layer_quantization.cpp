#include "common/random.h"
#include "compression/activation_rules.h"
#include "compression/layer_quantization.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace broto;

namespace {

DenseLayer layerOf(Activation activation, std::initializer_list<std::initializer_list<float>> weights,
                   std::initializer_list<float> bias)
{
    DenseLayer layer;
    layer.weights = Matrix(weights);
    layer.bias = Eigen::Map<const Vector>(bias.begin(), static_cast<Eigen::Index>(bias.size()));
    layer.activation = activation;
    return layer;
}

DenseLayer randomLayer(Random& random, int inputs, int outputs, double weightSize, double biasSize)
{
    DenseLayer layer{Matrix(outputs, inputs), Vector(outputs), Activation::Relu};
    for (float& weight : layer.weights.reshaped())
        weight = static_cast<float>(weightSize * random.normal());
    for (float& bias : layer.bias)
        bias = static_cast<float>(biasSize * random.normal());
    return layer;
}

std::int64_t largestSum(const IntegerLayer& layer, int neuron)
{
    std::int64_t sum = std::abs(layer.bias[static_cast<std::size_t>(neuron)]);
    for (int i = 0; i < layer.inputs; ++i)
        sum += 127 * std::abs(layer.weights[static_cast<std::size_t>(neuron * layer.inputs + i)]);
    return sum;
}

/// The function by its definition, in double precision.
double exactly(Activation activation, double x)
{
    const double between0And1 = std::clamp(x / 6 + 0.5, 0.0, 1.0);
    switch (activation) {
    case Activation::LeakyRelu:
        return x > 0 ? x : 0.01 * x;
    case Activation::Elu:
        return x > 0 ? x : std::expm1(x);
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-x));
    case Activation::Tanh:
        return std::tanh(x);
    case Activation::Softplus:
        return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
    case Activation::Swish:
        return x / (1 + std::exp(-x));
    case Activation::HardSigmoid:
        return between0And1;
    case Activation::HardSwish:
        return x * between0And1;
    default:
        return x;
    }
}

QuantizedLayer tableLayer(Activation activation)
{
    return quantizeWeights(layerOf(activation, {{1, 1}}, {0}), 0.01);
}

bool everySumFits(const IntegerLayer& layer)
{
    for (int o = 0; o < layer.outputs; ++o)
        if (largestSum(layer, o) >= 1 << 23)
            return false;
    return true;
}

}

class TestLayerQuantization : public QObject {
    Q_OBJECT

private slots:
    void largestWeightOfEveryNeuronIs127();
    void smallNeuronKeepsOnePartIn256();
    void noSumLeaves24Bits_data();
    void noSumLeaves24Bits();
    void hugeBiasEnlargesItsNeuronAlone();
    void layerOfZerosIsZero();
    void zeroWeightsKeepTheirBias();
    void leastSumScaleIsKept();
    void multiplierAndShiftAreTheLargestThatFit();
    void outputScaleGrowsWhereTheMultiplierWouldNot();
    void deadLayerTakesItsWholeRange();
    void tableHoldsTheFunction_data();
    void tableHoldsTheFunction();
    void entriesOfTablesAreWithinHalfAStep_data();
    void entriesOfTablesAreWithinHalfAStep();
    void tableOfSumsThatNoFloatHoldsIsZero();
    void tablesAreCutWhereTheFunctionIsFlat_data();
    void tablesAreCutWhereTheFunctionIsFlat();
    void scoresShareOneScale();
};

void TestLayerQuantization::largestWeightOfEveryNeuronIs127()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{0.5f, -0.25f}, {-2, 1}}, {0.1f, -0.1f});
    const QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    QCOMPARE(quantized.layer.weights, (std::vector<std::int8_t>{127, -64, -127, 64}));
    QCOMPARE(quantized.layer.bias, (std::vector<std::int32_t>{2540, -635}));
    QCOMPARE(quantized.layer.weightScale, (std::vector<float>{0.5f / 127, 2.0f / 127}));
    QCOMPARE(quantized.sumScale[0], 0.5 / 127 * 0.01);
}

void TestLayerQuantization::smallNeuronKeepsOnePartIn256()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{1}, {1e-6f}}, {0, 0.001f});
    const QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    QCOMPARE(quantized.sumScale[1], quantized.sumScale[0] / 256);
    QCOMPARE(quantized.layer.weights[1], std::int8_t{0});
}

void TestLayerQuantization::noSumLeaves24Bits_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<double>("weightSize");
    QTest::addColumn<double>("biasSize");
    QTest::newRow("ordinary") << 16 << 8 << 0.5 << 0.5;
    QTest::newRow("one neuron") << 1 << 1 << 1.0 << 1.0;
    QTest::newRow("one input and a huge bias") << 1 << 4 << 1.0 << 1e7;
    QTest::newRow("huge biases") << 16 << 8 << 0.5 << 1e6;
    QTest::newRow("more inputs than 24 bits hold") << 3000 << 3 << 1.0 << 0.1;
    QTest::newRow("most inputs there are") << 65535 << 1 << 1.0 << 1e5;
    QTest::newRow("subnormal weights") << 8 << 4 << 1e-40 << 1e-40;
    QTest::newRow("huge weights") << 8 << 4 << 1e30 << 1e35;
}

void TestLayerQuantization::noSumLeaves24Bits()
{
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    QFETCH(double, weightSize);
    QFETCH(double, biasSize);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Random random(seed);
        DenseLayer layer = randomLayer(random, inputs, outputs, weightSize, biasSize);
        if (seed == 5)
            layer.weights.setConstant(static_cast<float>(weightSize)); // every weight at its largest
        const QuantizedLayer quantized = quantizeWeights(layer, 0.02);
        QVERIFY(everySumFits(quantized.layer));
        QVERIFY(std::find(quantized.layer.weights.begin(), quantized.layer.weights.end(), -128) ==
                quantized.layer.weights.end());
        const auto [least, most] = std::minmax_element(quantized.sumScale.begin(), quantized.sumScale.end());
        QVERIFY(*least >= *most / 256);
    }
}

void TestLayerQuantization::hugeBiasEnlargesItsNeuronAlone()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{1}, {1}}, {1000, 0});
    const QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    QCOMPARE(quantized.sumScale[1], 0.01 / 127);
    QVERIFY(quantized.sumScale[0] > quantized.sumScale[1]);
    QVERIFY(largestSum(quantized.layer, 0) > 7800000); // no more than needed
    const double bias = quantized.layer.bias[0] * quantized.sumScale[0];
    QVERIFY(std::abs(bias - 1000) < 0.001);
}

void TestLayerQuantization::layerOfZerosIsZero()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{0, 0}, {0, 0}}, {0, 0});
    QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    const double scale = requantizeHidden(quantized, 0);
    QVERIFY(scale > 0 && std::isfinite(scale));
    QCOMPARE(quantized.layer.weights, std::vector<std::int8_t>(4, 0));
    QCOMPARE(quantized.layer.bias, std::vector<std::int32_t>(2, 0));
    QVERIFY(quantized.layer.multiplier[0] >= 1);
}

void TestLayerQuantization::zeroWeightsKeepTheirBias()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{0, 0}, {0, 0}}, {0.75f, -0.25f});
    QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    for (std::size_t o = 0; o < 2; ++o)
        QVERIFY(std::abs(quantized.layer.bias[o] * quantized.sumScale[o] - (o == 0 ? 0.75 : -0.25)) < 1e-4);
    QVERIFY(everySumFits(quantized.layer));
    QCOMPARE(requantizeHidden(quantized, 0.75), 0.75 / 127);
}

void TestLayerQuantization::leastSumScaleIsKept()
{
    const DenseLayer layer = layerOf(Activation::Linear, {{1}}, {0});
    QCOMPARE(quantizeWeights(layer, 0.01, {}, 1e-3).sumScale[0], 1e-3);
    QCOMPARE(quantizeWeights(layer, 0.01, {}, 1e-9).sumScale[0], 0.01 / 127);
}

void TestLayerQuantization::multiplierAndShiftAreTheLargestThatFit()
{
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        const DenseLayer layer = randomLayer(random, 1 + i % 20, 1 + i % 7, 0.5, 0.5);
        QuantizedLayer quantized = quantizeWeights(layer, 0.02);
        const double scale = requantizeHidden(quantized, std::exp(random.uniform(-3, 5)));
        const IntegerLayer& hidden = quantized.layer;
        QVERIFY(hidden.shift >= 17 && hidden.shift <= 24);
        const int largest = *std::max_element(hidden.multiplier.begin(), hidden.multiplier.end());
        QVERIFY(largest <= 32767 && (largest >= 16383 || hidden.shift == 24));
        for (std::size_t o = 0; o < hidden.multiplier.size(); ++o) {
            const double exact = quantized.sumScale[o] / scale;
            const double kept = std::ldexp(hidden.multiplier[o], -hidden.shift);
            QVERIFY(hidden.multiplier[o] == 1 || std::abs(kept - exact) <= std::ldexp(0.5, -hidden.shift));
        }
    }
}

void TestLayerQuantization::outputScaleGrowsWhereTheMultiplierWouldNot()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{1}}, {0});
    QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    const double scale = requantizeHidden(quantized, 1e-5); // a layer that hardly ever wakes
    QCOMPARE(quantized.layer.shift, 17);
    QCOMPARE(quantized.layer.multiplier[0], std::int16_t{32767});
    QCOMPARE(scale, quantized.sumScale[0] * 131072 / 32767);
}

void TestLayerQuantization::deadLayerTakesItsWholeRange()
{
    const DenseLayer layer = layerOf(Activation::Relu, {{1, -0.5f}}, {-3});
    QuantizedLayer quantized = quantizeWeights(layer, 0.01);
    const double scale = requantizeHidden(quantized, 0);
    QVERIFY(std::abs(scale - (3 + 1.27 * 1.5) / 127) < 1e-3);
}

void TestLayerQuantization::tableHoldsTheFunction_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<double>("range");
    QTest::newRow("tanh, full range") << Activation::Tanh << 4.0;
    QTest::newRow("tanh, small range") << Activation::Tanh << 0.5;
    QTest::newRow("sigmoid, full range") << Activation::Sigmoid << 8.0;
    QTest::newRow("sigmoid, small range") << Activation::Sigmoid << 1.0;
}

void TestLayerQuantization::tableHoldsTheFunction()
{
    QFETCH(Activation, activation);
    QFETCH(double, range);
    QuantizedLayer quantized = quantizeWeights(layerOf(activation, {{1, 1}}, {0}), 0.01);
    QCOMPARE(requantizeHidden(quantized, range), 1.0 / 127);
    QCOMPARE(quantized.layer.table.size(), std::size_t{256});
    for (int step = -127; step <= 127; ++step) {
        const double x = step * range / 127;
        const double y = activation == Activation::Tanh ? std::tanh(x) : 1 / (1 + std::exp(-x));
        QCOMPARE(int{quantized.layer.table[static_cast<std::size_t>(step + 128)]},
                 static_cast<int>(std::lround(127 * y)));
    }
    QVERIFY(quantized.layer.table[0] >= -127);
}

void TestLayerQuantization::entriesOfTablesAreWithinHalfAStep_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<double>("range");
    const auto rows = [](Activation activation, double usual) {
        const std::string name(activationName(activation));
        QTest::addRow("%s, usual range", name.c_str()) << activation << usual;
        QTest::addRow("%s, small range", name.c_str()) << activation << 0.25;
    };
    rows(Activation::LeakyRelu, 5);
    rows(Activation::Elu, 5);
    rows(Activation::Sigmoid, 8);
    rows(Activation::Tanh, 4);
    rows(Activation::Softplus, 5);
    rows(Activation::Swish, 5);
    rows(Activation::HardSigmoid, 3);
    rows(Activation::HardSwish, 3);
    for (const Activation activation :
         {Activation::LeakyRelu, Activation::Elu, Activation::Softplus, Activation::Swish, Activation::HardSwish})
        QTest::addRow("%s, vast range", std::string(activationName(activation)).c_str()) << activation << 1e30;
}

void TestLayerQuantization::entriesOfTablesAreWithinHalfAStep()
{
    QFETCH(Activation, activation);
    QFETCH(double, range);
    QuantizedLayer quantized = tableLayer(activation);
    const double step = requantizeHidden(quantized, range);
    QCOMPARE(quantized.layer.outputScale, static_cast<float>(step));
    const std::vector<std::int8_t>& table = quantized.layer.table;
    QCOMPARE(table.size(), std::size_t{256});
    for (int sum = -127; sum <= 127; ++sum) {
        const double entry = table[static_cast<std::size_t>(sum + 128)];
        QVERIFY(std::abs(entry * step - exactly(activation, sum * range / 127)) <= 0.5001 * step);
    }
    const bool hasFixedSteps = activation == Activation::Tanh || activation == Activation::Sigmoid;
    QVERIFY(hasFixedSteps ? step == 1.0 / 127 : table.back() == 127);
    QVERIFY(*std::min_element(table.begin(), table.end()) >= (isNeverNegative(activation) ? 0 : -127));
}

void TestLayerQuantization::tableOfSumsThatNoFloatHoldsIsZero()
{
    QuantizedLayer quantized = quantizeWeights(layerOf(Activation::LeakyRelu, {{1e-30f, 0}}, {0}), 1e-30);
    const double step = requantizeHidden(quantized, 1e-60);
    QCOMPARE(step, 1.0 / 127);
    QCOMPARE(quantized.layer.table, std::vector<std::int8_t>(256, 0));
}

void TestLayerQuantization::tablesAreCutWhereTheFunctionIsFlat_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<double>("largest");
    QTest::newRow("tanh") << Activation::Tanh << 4.0;
    QTest::newRow("sigmoid") << Activation::Sigmoid << 8.0;
    QTest::newRow("hard sigmoid") << Activation::HardSigmoid << 3.0;
}

void TestLayerQuantization::tablesAreCutWhereTheFunctionIsFlat()
{
    QFETCH(Activation, activation);
    QFETCH(double, largest);
    QuantizedLayer far = tableLayer(activation);
    QuantizedLayer farther = far;
    requantizeHidden(far, largest);
    requantizeHidden(farther, 1000);
    QVERIFY(far.layer == farther.layer);
}

void TestLayerQuantization::scoresShareOneScale()
{
    QuantizedLayer quantized =
        quantizeWeights(layerOf(Activation::Linear, {{1, 2}, {-3, 0.1f}, {0.5f, 0.5f}}, {0.1f, 0.2f, 0.3f}), 0.02);
    const double scale = requantizeScores(quantized);
    QCOMPARE(quantized.layer.shift, 16);
    QCOMPARE(*std::max_element(quantized.layer.multiplier.begin(), quantized.layer.multiplier.end()),
             std::int16_t{32767});
    for (std::size_t o = 0; o < 3; ++o)
        QVERIFY(std::abs(quantized.layer.multiplier[o] / 65536.0 * scale - quantized.sumScale[o]) <=
                0.5 / 65536 * scale);
}

QTEST_APPLESS_MAIN(TestLayerQuantization)
#include "tst_layer_quantization.moc"
