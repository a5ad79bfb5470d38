#include "training/initialiser.h"

#include "learning_tasks.h"

#include <QtTest>

#include <cmath>

using namespace broto;

class TestInitialiser : public QObject {
    Q_OBJECT

private slots:
    void parametersFillTheRangeOfGlorotsRule();
    void theOutputLayerBeginsATenthAsLarge();
    void shapesAndActivationsAreThoseOfTheDesign();
    void oneSeedGivesOneNetwork();
};

void TestInitialiser::parametersFillTheRangeOfGlorotsRule()
{
    Random random(1);
    const Network network = initialNetwork({{40, 60, Activation::Relu}, {60, 3, Activation::Linear}}, random);
    const float largest = std::sqrt(6.0f / 100);
    const Matrix& weights = network.layers[0].weights;
    QVERIFY(weights.maxCoeff() <= largest && weights.maxCoeff() > 0.99f * largest);
    QVERIFY(weights.minCoeff() >= -largest && weights.minCoeff() < -0.99f * largest);
    QVERIFY(std::abs(weights.mean()) < 0.05f * largest);
    QVERIFY(network.layers[0].bias.cwiseAbs().maxCoeff() <= largest);
    QVERIFY(network.layers[0].bias.cwiseAbs().maxCoeff() > 0.5f * largest);
}

void TestInitialiser::theOutputLayerBeginsATenthAsLarge()
{
    Random random(1);
    const Network network = initialNetwork({{4, 40, Activation::Tanh}, {40, 60, Activation::Linear}}, random);
    const float largest = std::sqrt(6.0f / 100) / 10;
    const float found = network.layers[1].weights.cwiseAbs().maxCoeff();
    QVERIFY(found <= largest && found > 0.99f * largest);
}

void TestInitialiser::shapesAndActivationsAreThoseOfTheDesign()
{
    Random random(1);
    const NetworkShape shape = shapeOf(NetworkDesign{{{5, Activation::Tanh}, {7, Activation::Sigmoid}}}, 3, 2);
    const Network network = initialNetwork(shape, random);
    QVERIFY(shapeOf(network) == shape);
    QCOMPARE(network.layers[1].bias.size(), 7);
}

void TestInitialiser::oneSeedGivesOneNetwork()
{
    const NetworkShape shape = shapeOf(NetworkDesign{}, 4, 3);
    Random first(9), again(9), other(10);
    const Network network = initialNetwork(shape, first);
    QVERIFY(test::identical(network, initialNetwork(shape, again)));
    QVERIFY(!test::identical(network, initialNetwork(shape, other)));
}

QTEST_APPLESS_MAIN(TestInitialiser)
#include "tst_initialiser.moc"
