#include "compression/layer_quantization.h"
#include "compression/predictor.h"
#include "runtime/dense_int8.h"
#include "support/arithmetic_example.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace broto;
using test::exampleData;
using test::exampleRow;
using test::exampleTraining;

namespace {

DeployableModel exampleModel(Task task)
{
    return *quantize(exampleTraining(task), exampleData(task), {}, "1.0");
}

const IntegerLayer& layerOf(const DeployableModel& model, std::size_t index)
{
    return std::get<IntegerLayer>(model.layers[index]);
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) <= 1e-5 * std::abs(expected);
}

}

/// The worked numbers of docs/arithmetic.md, and that the page still says them.
class TestArithmeticPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void inputs();
    void hiddenLayer();
    void regression();
    void classification();
    void rounding();
    void tables();

private:
    bool pageSays(const char* text) const { return m_page.contains(QString::fromUtf8(text)); }
    QString m_page;
};

void TestArithmeticPage::initTestCase()
{
    QFile file(QStringLiteral(BROTO_SOURCE_DIR "/docs/arithmetic.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_page = QString::fromUtf8(file.readAll()).simplified();
}

void TestArithmeticPage::inputs()
{
    const DeployableModel model = exampleModel(Task::Regression);
    const runtime::InputFeature& temperature = model.integerInputs[0];
    const runtime::InputFeature& pressure = model.integerInputs[1];
    QCOMPARE(int{temperature.exponent}, 10);
    QCOMPARE(temperature.centre, 20480);
    QCOMPARE(int{temperature.factor}, 16256);
    QCOMPARE(int{pressure.exponent}, 11);
    QCOMPARE(pressure.centre, 204800);
    QCOMPARE(int{pressure.factor}, 6502);
    QCOMPARE(runtime::fixedPoint(runtime::bitsOf(exampleRow[0]), temperature.exponent), 23552);
    QCOMPARE(runtime::fixedPoint(runtime::bitsOf(exampleRow[1]), pressure.exponent), 201728);
    std::int8_t x[2];
    QVERIFY(!runtime::encodeRow(model.integerInputs.data(), 2, exampleRow.data(), x).refused);
    QCOMPARE(int{x[0]}, 48);
    QCOMPARE(int{x[1]}, -19);
    QVERIFY(isNear(layerOf(model, 0).inputScale, 2.0 / 127));
    QVERIFY(pageSays("| 20480 | 0.25 · 63.5 · 2¹⁰ = 16256 | X = 23552, d = 3072, q = 48 |"));
    QVERIFY(pageSays("| 204800 | 0.2 · 63.5 · 2⁹ = 6502 | X = 201728, d = -3072, q = -19 |"));
}

void TestArithmeticPage::hiddenLayer()
{
    const DeployableModel model = exampleModel(Task::Regression);
    const IntegerLayer& layer = layerOf(model, 0);
    QCOMPARE(layer.weights, (std::vector<std::int8_t>{127, -64, -64, 127}));
    QCOMPARE(layer.bias, (std::vector<std::int32_t>{806, 4032}));
    QCOMPARE(layer.multiplier, (std::vector<std::int16_t>{20591, 10295}));
    QCOMPARE(layer.shift, 21);
    QVERIFY(isNear(layer.outputScale * 127, 1.60394));

    const std::int8_t x[] = {48, -19};
    std::int32_t first = 806, second = 4032;
    runtime::Int8Weights weights{layer.weights.data()};
    weights.addTo(&first, x, 2);
    weights.addTo(&second, x, 2);
    QCOMPARE(first, 8118);
    QCOMPARE(second, -1453);
    QCOMPARE(first * 20591, 167157738);
    QCOMPARE(second * 10295, -14958635);
    QCOMPARE(runtime::requantize(first, 20591, 21), 80);
    QCOMPARE(runtime::requantize(second, 10295, 21), -7);
    QCOMPARE(Predictor(model).hiddenActivations(exampleRow, 0), (std::vector<std::int8_t>{80, 0}));
    QVERIFY(pageSays("= 8118 | 20591 | 167157738 | 80 | 80 |"));
    QVERIFY(pageSays("= -1453 | 10295 | -14958635 | -7 | 0 |"));
}

void TestArithmeticPage::regression()
{
    const DeployableModel model = exampleModel(Task::Regression);
    const IntegerLayer& layer = layerOf(model, 1);
    QCOMPARE(layer.weights, (std::vector<std::int8_t>{127, -85}));
    QCOMPARE(layer.bias, (std::vector<std::int32_t>{2682}));
    QVERIFY(isNear(layer.outputScale, 0.0000745832));
    QCOMPARE(model.decoding.offset, (std::vector<std::int32_t>{128922}));
    QVERIFY(isNear(model.decoding.unit[0], 0.00193916));
    const Prediction prediction = Predictor(model).predict(exampleRow);
    QCOMPARE(prediction.raw, (std::vector<std::int32_t>{12842}));
    QVERIFY(isNear(prediction.value, 274.904));
    const DeployableModel floating =
        floatModel(exampleTraining(Task::Regression), exampleData(Task::Regression), "1.0");
    QVERIFY(isNear(Predictor(floating).predict(exampleRow).value, 274.7));
    QVERIFY(pageSays("(12842 + 128922) · 0.00193916 = **274.904 g/s**. The float network says 274.7."));
}

void TestArithmeticPage::classification()
{
    const DeployableModel model = exampleModel(Task::Classification);
    const IntegerLayer& layer = layerOf(model, 1);
    QCOMPARE(layer.weights, (std::vector<std::int8_t>{-127, 85, 127, -42}));
    QCOMPARE(layer.bias, (std::vector<std::int32_t>{1341, -1341}));
    QCOMPARE(layer.multiplier, (std::vector<std::int16_t>{32767, 32767}));
    QVERIFY(isNear(model.decoding.scoreScale, 0.000149171));
    const Prediction prediction = Predictor(model).predict(exampleRow);
    QCOMPARE(prediction.raw, (std::vector<std::int32_t>{-4409, 4409}));
    QCOMPARE(prediction.classIndex, 1);
    QVERIFY(std::abs(prediction.certainty[1] - 0.788f) < 0.0005f);
    const DeployableModel floating =
        floatModel(exampleTraining(Task::Classification), exampleData(Task::Classification), "1.0");
    QVERIFY(std::abs(Predictor(floating).predict(exampleRow).certainty[1] - 0.786f) < 0.0005f);
    QVERIFY(pageSays("become the scores -4409 and 4409"));
    QVERIFY(pageSays("the softmax says 78.8 %, that of the float network 78.6 %"));
}

void TestArithmeticPage::rounding()
{
    QCOMPARE(runtime::requantize(-8819, 32767, 16), -4409);
    QCOMPARE(runtime::requantize(8819, 32767, 16), 4409);
    QCOMPARE(runtime::requantize(-1, 16384, 17), 0);
    QCOMPARE(runtime::requantize(-4, 16384, 17), 0);
    QCOMPARE(runtime::requantize(-5, 16384, 17), -1);
    QVERIFY(pageSays("-4 is -0.5 and becomes 0; -5 becomes -1"));
}

void TestArithmeticPage::tables()
{
    const auto entry = [](Activation activation, double range, int step) {
        QuantizedLayer layer = quantizeWeights({Matrix{{1, 1}}, Vector{{0}}, activation}, 0.01);
        requantizeHidden(layer, range);
        return int{layer.layer.table[static_cast<std::size_t>(step + 128)]};
    };
    QCOMPARE(entry(Activation::Tanh, 4, 64), 123);
    QCOMPARE(entry(Activation::Tanh, 4, -32), -97);
    QCOMPARE(entry(Activation::Sigmoid, 8, 32), 112);
    QVERIFY(pageSays("127 · tanh(2.016) = 123, of -32 it is -97"));
    QCOMPARE(entry(Activation::Elu, 2, 127), 127);
    QCOMPARE(entry(Activation::Elu, 2, -64), -40);
    QCOMPARE(entry(Activation::Softplus, 3, 127), 127);
    QCOMPARE(entry(Activation::Softplus, 3, 0), 29);
    QVERIFY(pageSays("the entry of -64 is (e^-1.00787 - 1) / 0.015748 = -40"));
    QVERIFY(pageSays("0.693147 / 0.0240046 = 29"));
}

QTEST_APPLESS_MAIN(TestArithmeticPage)
#include "tst_arithmetic_page.moc"
