#include "network/activation_pass.h"
#include "network/activations/all.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace broto;

namespace {

using Formula = std::function<double(double)>;

/// The definitions once more, by the standard library.
Formula definition(Activation activation)
{
    const auto clamped = [](double x) { return std::clamp(x, 0.0, 1.0); };
    switch (activation) {
    case Activation::Linear:
        return [](double x) { return x; };
    case Activation::Relu:
        return [](double x) { return std::fmax(x, 0); };
    case Activation::LeakyRelu:
        return [](double x) { return x < 0 ? 0.01 * x : x; };
    case Activation::Elu:
        return [](double x) { return x < 0 ? std::expm1(x) : x; };
    case Activation::Sigmoid:
        return [](double x) { return 0.5 * (1 + std::tanh(x / 2)); };
    case Activation::Tanh:
        return [](double x) { return std::tanh(x); };
    case Activation::Softplus:
        return [](double x) { return x > 30 ? x : std::log1p(std::exp(x)); };
    case Activation::Swish:
        return [](double x) { return x * 0.5 * (1 + std::tanh(x / 2)); };
    case Activation::HardSigmoid:
        return [=](double x) { return clamped((x + 3) / 6); };
    case Activation::HardSwish:
        return [=](double x) { return x * clamped((x + 3) / 6); };
    }
    return {};
}

const double places[] = {-90, -20, -3.5, -2.9, -1, -0.3, -0.001, 0.001, 0.5, 1, 2.2, 2.9, 3.5, 15, 80};

}

class TestActivation : public QObject {
    Q_OBJECT

private slots:
    void everyActivationHasItsName();
    void valuesAreThoseOfTheDefinition_data() { eachActivation(); }
    void valuesAreThoseOfTheDefinition();
    void slopesAreThoseOfTheDefinition_data() { eachActivation(); }
    void slopesAreThoseOfTheDefinition();
    void whatIsNoNumberBecomesNothingInAReluAsOnTheBoard();

private:
    static void eachActivation()
    {
        QTest::addColumn<Activation>("activation");
        for (const Activation activation : allActivations)
            QTest::newRow(activationName(activation).data()) << activation;
    }
};

void TestActivation::everyActivationHasItsName()
{
    QStringList names;
    for (const Activation activation : allActivations)
        names << QString::fromUtf8(activationName(activation).data());
    QCOMPARE(names.join(u' '), QStringLiteral("linear relu leaky-relu elu sigmoid tanh softplus swish hard-sigmoid "
                                              "hard-swish"));
}

void TestActivation::valuesAreThoseOfTheDefinition()
{
    QFETCH(Activation, activation);
    for (const double x : places) {
        Matrix value = Matrix::Constant(1, 1, static_cast<float>(x));
        applyActivation(activation, value);
        const double expected = definition(activation)(static_cast<double>(static_cast<float>(x)));
        const double error = std::abs(static_cast<double>(value(0, 0)) - expected);
        QVERIFY2(error <= 2e-7 * std::fmax(1, std::abs(expected)), qPrintable(QString::number(x)));
    }
}

void TestActivation::slopesAreThoseOfTheDefinition()
{
    QFETCH(Activation, activation);
    for (const double x : places) {
        constexpr double distance = 1e-5;
        const Formula formula = definition(activation);
        const double expected = (formula(x + distance) - formula(x - distance)) / (2 * distance);
        withActivation(activation, [&](auto named) {
            // The formulas' own constants are floats.
            QVERIFY2(std::abs(named.slope(x, named.value(x)) - expected) < 1e-7, qPrintable(QString::number(x)));
        });
    }
}

void TestActivation::whatIsNoNumberBecomesNothingInAReluAsOnTheBoard()
{
    Matrix value = Matrix::Constant(1, 1, std::nanf(""));
    applyActivation(Activation::Relu, value);
    QCOMPARE(value(0, 0), 0.0f);
}

QTEST_APPLESS_MAIN(TestActivation)
#include "tst_activation.moc"
