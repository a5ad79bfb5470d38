#include "training/optimizers/update_rule.h"
#include "training/penalties.h"
#include "training/weight_decay.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace broto;

namespace {

Parameters parametersOf(float weight, float bias)
{
    Network network;
    network.layers.push_back({Matrix::Constant(1, 1, weight), Vector::Constant(1, bias), Activation::Linear});
    return Parameters(NetworkDesign{{}}, network);
}

float& weightIn(AlignedFloats& values)
{
    return values[0];
}

float& biasIn(AlignedFloats& values)
{
    return values[8];
}

AlignedFloats gradientOf(float weight, float bias)
{
    AlignedFloats gradient(16);
    weightIn(gradient) = weight;
    biasIn(gradient) = bias;
    return gradient;
}

std::unique_ptr<UpdateRule> ruleFor(Optimizer optimizer, const Parameters& parameters, double weightDecay = 0,
                                    InstructionSet instructions = bestInstructionSet())
{
    TrainingSettings settings;
    settings.optimizer = optimizer;
    return makeUpdateRule(settings, weightDecay, parameters, kernelsFor(instructions));
}

/// One parameter by the formulas of the papers, in double precision.
struct PaperRule {
    Optimizer optimizer;
    double parameter = 0;
    double m = 0, v = 0;
    int t = 0;

    void step(double g, double rate)
    {
        ++t;
        switch (optimizer) {
        case Optimizer::Sgd:
            parameter -= rate * g;
            return;
        case Optimizer::Momentum:
            m = 0.9 * m + g;
            parameter -= rate * m;
            return;
        case Optimizer::Nesterov:
            m = 0.9 * m + g;
            parameter -= rate * (g + 0.9 * m);
            return;
        case Optimizer::RmsProp:
            v = 0.99 * v + 0.01 * g * g;
            parameter -= rate * g / (std::sqrt(v) + 1e-8);
            return;
        case Optimizer::Adam:
        case Optimizer::AdamW:
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            parameter -= rate * (m / (1 - std::pow(0.9, t))) / (std::sqrt(v / (1 - std::pow(0.999, t))) + 1e-8);
            return;
        case Optimizer::Adamax:
            m = 0.9 * m + 0.1 * g;
            v = std::max(0.999 * v, std::abs(g) + 1e-8);
            parameter -= rate / (1 - std::pow(0.9, t)) * m / v;
            return;
        }
    }
};

}

class TestOptimizer : public QObject {
    Q_OBJECT

private slots:
    void everyOptimizerHasItsName();
    void fiftyStepsFollowThePaper_data();
    void fiftyStepsFollowThePaper();
    void decayShrinksWeightsAndLeavesBiases();
    void onlyAdamWDecays();
    void decayFadesAsRowsAreAdded();
    void whatIsRememberedCanBeRestored_data() { fiftyStepsFollowThePaper_data(); }
    void whatIsRememberedCanBeRestored();
    void adamIgnoresTheSizeOfTheGradient();
    void penaltiesPullWeightsAlone();
    void longGradientsAreShortened();
};

void TestOptimizer::everyOptimizerHasItsName()
{
    QStringList names;
    for (const Optimizer optimizer : allOptimizers)
        names << QString::fromUtf8(optimizerName(optimizer).data());
    QCOMPARE(names.join(u' '), QStringLiteral("sgd momentum nesterov rmsprop adam adamw adamax"));
}

void TestOptimizer::fiftyStepsFollowThePaper_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    QTest::addColumn<InstructionSet>("instructions");
    for (const Optimizer optimizer : allOptimizers)
        for (const InstructionSet set : {InstructionSet::Baseline, InstructionSet::Avx2})
            if (available(set))
                QTest::addRow("%s, %s", optimizerName(optimizer).data(), instructionSetName(set).data())
                    << optimizer << set;
}

void TestOptimizer::fiftyStepsFollowThePaper()
{
    QFETCH(Optimizer, optimizer);
    QFETCH(InstructionSet, instructions);
    // Downhill on (w - 3)^2 and 2 (b + 1)^2, both by their true slopes at the place reached.
    Parameters parameters = parametersOf(0, 0);
    const auto rule = ruleFor(optimizer, parameters, 0, instructions);
    PaperRule weight{optimizer}, bias{optimizer};
    constexpr double rate = 0.02;
    for (int i = 0; i < 50; ++i) {
        AlignedFloats& values = parameters.values;
        rule->step(parameters, gradientOf(2 * (weightIn(values) - 3), 4 * (biasIn(values) + 1)), rate);
        weight.step(2 * (weight.parameter - 3), rate);
        bias.step(4 * (bias.parameter + 1), rate);
        QVERIFY(std::abs(static_cast<double>(weightIn(values)) - weight.parameter) < 2e-5);
        QVERIFY(std::abs(static_cast<double>(biasIn(values)) - bias.parameter) < 2e-5);
    }
    QVERIFY(weight.parameter > 0.5);
}

void TestOptimizer::decayShrinksWeightsAndLeavesBiases()
{
    Parameters parameters = parametersOf(8, 8);
    const auto rule = ruleFor(Optimizer::AdamW, parameters, 0.5);
    rule->step(parameters, gradientOf(0, 0), 0.25);
    QCOMPARE(weightIn(parameters.values), 7.0f);
    QCOMPARE(biasIn(parameters.values), 8.0f);
    rule->step(parameters, gradientOf(0, 0), 1000); // would turn the weight round
    QCOMPARE(weightIn(parameters.values), 0.0f);
}

void TestOptimizer::onlyAdamWDecays()
{
    for (const Optimizer optimizer : allOptimizers) {
        Parameters parameters = parametersOf(8, 8);
        ruleFor(optimizer, parameters, 0.5)->step(parameters, gradientOf(0, 0), 0.25);
        QCOMPARE(weightIn(parameters.values), optimizer == Optimizer::AdamW ? 7.0f : 8.0f);
    }
}

void TestOptimizer::decayFadesAsRowsAreAdded()
{
    QCOMPARE(weightDecayFor(1), 0.5);
    QCOMPARE(weightDecayFor(128), 0.5);
    QCOMPARE(weightDecayFor(6400), 0.01);
}

void TestOptimizer::whatIsRememberedCanBeRestored()
{
    QFETCH(Optimizer, optimizer);
    QFETCH(InstructionSet, instructions);
    Parameters parameters = parametersOf(1, 2);
    const auto rule = ruleFor(optimizer, parameters, 0.1, instructions);
    for (int i = 0; i < 5; ++i)
        rule->step(parameters, gradientOf(0.3f * static_cast<float>(i), -1), 0.1);
    Parameters again = parameters;
    const auto restored = ruleFor(optimizer, again, 0.1, instructions);
    restored->restore(rule->memory());
    rule->step(parameters, gradientOf(-0.7f, 2), 0.1);
    restored->step(again, gradientOf(-0.7f, 2), 0.1);
    QVERIFY(again.values == parameters.values);
}

void TestOptimizer::adamIgnoresTheSizeOfTheGradient()
{
    Parameters parameters = parametersOf(0, 0);
    ruleFor(Optimizer::Adam, parameters)->step(parameters, gradientOf(1e-3f, -1e3f), 0.01);
    QVERIFY(std::abs(weightIn(parameters.values) + 0.01f) < 1e-6f);
    QVERIFY(std::abs(biasIn(parameters.values) - 0.01f) < 1e-6f);
}

void TestOptimizer::penaltiesPullWeightsAlone()
{
    const Parameters parameters = parametersOf(-3, -3);
    TrainingSettings settings;
    settings.l1 = 0.5;
    settings.l2 = 0.25;
    AlignedFloats gradient = gradientOf(10, 10);
    addPenalties(settings, parameters, gradient);
    QCOMPARE(weightIn(gradient), 10 - 0.5f - 2 * 0.25f * 3);
    QCOMPARE(biasIn(gradient), 10.0f);
}

void TestOptimizer::longGradientsAreShortened()
{
    AlignedFloats gradient = gradientOf(3, -4);
    clip(10, gradient);
    QCOMPARE(weightIn(gradient), 3.0f);
    clip(0, gradient);
    QCOMPARE(weightIn(gradient), 3.0f);
    clip(2.5, gradient);
    QCOMPARE(weightIn(gradient), 1.5f);
    QCOMPARE(biasIn(gradient), -2.0f);
}

QTEST_APPLESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
