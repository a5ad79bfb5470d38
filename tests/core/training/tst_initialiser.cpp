#include "training/initialiser.h"

#include "learning_tasks.h"

#include <QtTest>

#include <cmath>

using namespace broto;

class TestInitialiser : public QObject {
    Q_OBJECT

private slots:
    void parametersFillTheRangeOfGlorotsRule();
    void everyRuleHasItsDeviation_data();
    void everyRuleHasItsDeviation();
    void theOutputLayerBeginsATenthAsLarge();
    void shapesAndActivationsAreThoseOfTheDesign();
    void oneSeedGivesOneNetwork();
};

void TestInitialiser::parametersFillTheRangeOfGlorotsRule()
{
    Random random(1);
    const Network network =
        initialNetwork({{40, 60, Activation::Relu}, {60, 3, Activation::Linear}}, Initialiser::GlorotUniform, random);
    const float largest = std::sqrt(6.0f / 100);
    const Matrix& weights = network.layers[0].weights;
    QVERIFY(weights.maxCoeff() <= largest && weights.maxCoeff() > 0.99f * largest);
    QVERIFY(weights.minCoeff() >= -largest && weights.minCoeff() < -0.99f * largest);
    QVERIFY(std::abs(weights.mean()) < 0.05f * largest);
    QVERIFY(network.layers[0].bias.cwiseAbs().maxCoeff() <= largest);
    QVERIFY(network.layers[0].bias.cwiseAbs().maxCoeff() > 0.5f * largest);
}

void TestInitialiser::everyRuleHasItsDeviation_data()
{
    QTest::addColumn<Initialiser>("initialiser");
    QTest::addColumn<double>("deviation");
    QTest::addColumn<double>("largest"); ///< as a multiple of the deviation
    const double normal = 4.5;
    QTest::newRow("Glorot, uniform") << Initialiser::GlorotUniform << std::sqrt(2.0 / 500) << std::sqrt(3.0);
    QTest::newRow("Glorot, normal") << Initialiser::GlorotNormal << std::sqrt(2.0 / 500) << normal;
    QTest::newRow("He, uniform") << Initialiser::HeUniform << std::sqrt(2.0 / 200) << std::sqrt(3.0);
    QTest::newRow("He, normal") << Initialiser::HeNormal << std::sqrt(2.0 / 200) << normal;
}

void TestInitialiser::everyRuleHasItsDeviation()
{
    QFETCH(Initialiser, initialiser);
    QFETCH(double, deviation);
    QFETCH(double, largest);
    Random random(3);
    const Network network =
        initialNetwork({{200, 300, Activation::Relu}, {300, 2, Activation::Linear}}, initialiser, random);
    const auto weights = network.layers[0].weights.cast<double>().array();
    const double found = std::sqrt(weights.square().mean());
    QVERIFY2(std::abs(found / deviation - 1) < 0.01, qPrintable(QString::number(found)));
    const double most = weights.abs().maxCoeff() / deviation;
    QVERIFY2(most <= largest * 1.0001 + (largest > 2 ? 1.5 : 0) && most > largest * (largest > 2 ? 0.8 : 0.99),
             qPrintable(QString::number(most)));
}

void TestInitialiser::theOutputLayerBeginsATenthAsLarge()
{
    Random random(1);
    const Network network =
        initialNetwork({{4, 40, Activation::Tanh}, {40, 60, Activation::Linear}}, Initialiser::GlorotUniform, random);
    const float largest = std::sqrt(6.0f / 100) / 10;
    const float found = network.layers[1].weights.cwiseAbs().maxCoeff();
    QVERIFY(found <= largest && found > 0.99f * largest);
}

void TestInitialiser::shapesAndActivationsAreThoseOfTheDesign()
{
    Random random(1);
    const NetworkShape shape = shapeOf(NetworkDesign{{{5, Activation::Tanh}, {7, Activation::Sigmoid}}}, 3, 2);
    const Network network = initialNetwork(shape, Initialiser::GlorotUniform, random);
    QVERIFY(shapeOf(network) == shape);
    QCOMPARE(network.layers[1].bias.size(), 7);
}

void TestInitialiser::oneSeedGivesOneNetwork()
{
    const NetworkShape shape = shapeOf(NetworkDesign{}, 4, 3);
    Random first(9), again(9), other(10);
    const Network network = initialNetwork(shape, Initialiser::GlorotUniform, first);
    QVERIFY(test::identical(network, initialNetwork(shape, Initialiser::GlorotUniform, again)));
    QVERIFY(!test::identical(network, initialNetwork(shape, Initialiser::GlorotUniform, other)));
}

QTEST_APPLESS_MAIN(TestInitialiser)
#include "tst_initialiser.moc"
