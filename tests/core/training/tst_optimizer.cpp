#include "training/optimizer.h"
#include "training/schedule.h"

#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

Network networkOfOneWeight(float weight, float bias)
{
    Network network;
    network.layers.push_back({Matrix::Constant(1, 1, weight), Vector::Constant(1, bias), Activation::Linear});
    return network;
}

std::vector<LayerGradient> gradientOf(float weight, float bias)
{
    return {{Matrix::Constant(1, 1, weight), Vector::Constant(1, bias)}};
}

/// Adam as the paper writes it, in double precision.
struct PaperAdam {
    double parameter;
    double m = 0, v = 0;
    int t = 0;

    void step(double gradient, double rate)
    {
        ++t;
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + 0.001 * gradient * gradient;
        const double mean = m / (1 - std::pow(0.9, t));
        const double square = v / (1 - std::pow(0.999, t));
        parameter -= rate * mean / (std::sqrt(square) + 1e-8);
    }
};

}

class TestOptimizer : public QObject {
    Q_OBJECT

private slots:
    void everyOptimizerHasItsName();
    void gradientDescentFollowsItsFormula();
    void fiftyStepsOfAdamFollowThePaper();
    void decayShrinksWeightsAndLeavesBiases();
    void gradientDescentDoesNotDecay();
    void decayFadesAsRowsAreAdded();
    void adamForgetsAGradientThatHasEnded();
    void adamIgnoresTheSizeOfTheGradient();
    void learningRateFallsFromWhatWasSetToAHundredth();
    void aSingleEpochHasTheLearningRateThatWasSet();
};

void TestOptimizer::everyOptimizerHasItsName()
{
    QCOMPARE(optimizerName(Optimizer::Sgd), "sgd");
    QCOMPARE(optimizerName(Optimizer::Adam), "adam");
}

void TestOptimizer::gradientDescentFollowsItsFormula()
{
    Network network = networkOfOneWeight(1, 2);
    const auto rule = makeUpdateRule(Optimizer::Sgd, network, 0);
    rule->step(network, gradientOf(0.5f, -4), 0.25);
    QCOMPARE(network.layers[0].weights(0, 0), 0.875f);
    QCOMPARE(network.layers[0].bias[0], 3.0f);
    rule->step(network, gradientOf(0.5f, -4), 0.25);
    QCOMPARE(network.layers[0].weights(0, 0), 0.75f);
    QCOMPARE(network.layers[0].bias[0], 4.0f);
}

void TestOptimizer::fiftyStepsOfAdamFollowThePaper()
{
    // Downhill on (w - 3)^2 and 10 (b + 1)^2, both by their true slopes at the place reached.
    Network network = networkOfOneWeight(0, 0);
    PaperAdam weight{0}, bias{0};
    const auto rule = makeUpdateRule(Optimizer::Adam, network, 0);
    for (int i = 0; i < 50; ++i) {
        DenseLayer& layer = network.layers[0];
        rule->step(network, gradientOf(2 * (layer.weights(0, 0) - 3), 20 * (layer.bias[0] + 1)), 0.05);
        weight.step(2 * (weight.parameter - 3), 0.05);
        bias.step(20 * (bias.parameter + 1), 0.05);
        QVERIFY(std::abs(static_cast<double>(layer.weights(0, 0)) - weight.parameter) < 2e-5);
        QVERIFY(std::abs(static_cast<double>(layer.bias[0]) - bias.parameter) < 2e-5);
    }
    QVERIFY(weight.parameter > 1.5);
}

void TestOptimizer::decayShrinksWeightsAndLeavesBiases()
{
    Network network = networkOfOneWeight(8, 8);
    const auto rule = makeUpdateRule(Optimizer::Adam, network, 0.5);
    rule->step(network, gradientOf(0, 0), 0.25);
    QCOMPARE(network.layers[0].weights(0, 0), 7.0f);
    QCOMPARE(network.layers[0].bias[0], 8.0f);
    rule->step(network, gradientOf(0, 0), 1000); // would turn the weight round
    QCOMPARE(network.layers[0].weights(0, 0), 0.0f);
}

void TestOptimizer::gradientDescentDoesNotDecay()
{
    Network network = networkOfOneWeight(8, 8);
    makeUpdateRule(Optimizer::Sgd, network, 0.5)->step(network, gradientOf(0, 0), 0.25);
    QCOMPARE(network.layers[0].weights(0, 0), 8.0f);
}

void TestOptimizer::decayFadesAsRowsAreAdded()
{
    QCOMPARE(weightDecayFor(1), 0.5);
    QCOMPARE(weightDecayFor(128), 0.5);
    QCOMPARE(weightDecayFor(6400), 0.01);
}

void TestOptimizer::adamForgetsAGradientThatHasEnded()
{
    Network network = networkOfOneWeight(0, 0);
    const auto rule = makeUpdateRule(Optimizer::Adam, network, 0);
    rule->step(network, gradientOf(1, 1), 0.01);
    for (int i = 0; i < 2000; ++i)
        rule->step(network, gradientOf(0, 0), 0.01);
    const Network rested = network;
    for (int i = 0; i < 1000; ++i)
        rule->step(network, gradientOf(0, 0), 0.01);
    QVERIFY(network.layers[0].weights == rested.layers[0].weights);
    QVERIFY(network.layers[0].bias == rested.layers[0].bias);
}

void TestOptimizer::adamIgnoresTheSizeOfTheGradient()
{
    Network network = networkOfOneWeight(0, 0);
    makeUpdateRule(Optimizer::Adam, network, 0)->step(network, gradientOf(1e-3f, -1e3f), 0.01);
    QVERIFY(std::abs(network.layers[0].weights(0, 0) + 0.01f) < 1e-6f);
    QVERIFY(std::abs(network.layers[0].bias[0] - 0.01f) < 1e-6f);
}

void TestOptimizer::learningRateFallsFromWhatWasSetToAHundredth()
{
    TrainingSettings settings;
    settings.epochs = 101;
    settings.learningRate = 0.02;
    QCOMPARE(learningRateAt(settings, 1), 0.02);
    QCOMPARE(learningRateAt(settings, 51), 0.02 * 0.505);
    QCOMPARE(learningRateAt(settings, 101), 0.02 * 0.01);
    for (int epoch = 2; epoch <= 101; ++epoch)
        QVERIFY(learningRateAt(settings, epoch) < learningRateAt(settings, epoch - 1));
}

void TestOptimizer::aSingleEpochHasTheLearningRateThatWasSet()
{
    TrainingSettings settings;
    settings.epochs = 1;
    QCOMPARE(learningRateAt(settings, 1), settings.learningRate);
}

QTEST_APPLESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
