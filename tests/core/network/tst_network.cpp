#include "network/activation_pass.h"
#include "network/exponential.h"
#include "network/forward.h"
#include "network/network.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace broto;

namespace {

Matrix matrix(Eigen::Index rows, Eigen::Index columns, std::initializer_list<float> values)
{
    Matrix made(rows, columns);
    std::copy(values.begin(), values.end(), made.data());
    return made;
}

/// Two inputs, two ReLU neurons, one output; small enough to work out by hand.
Network handMadeNetwork()
{
    Network network;
    network.layers.push_back({matrix(2, 2, {1, -1, 0.5f, 2}), Vector::Zero(2), Activation::Relu});
    network.layers[0].bias << 0.5f, -4;
    network.layers.push_back({matrix(1, 2, {3, -2}), Vector::Constant(1, 0.25f), Activation::Linear});
    return network;
}

}

class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void shapeFollowsTheDesign();
    void aDesignWithoutHiddenLayersIsOneLinearLayer();
    void parametersAndMultiplicationsAreCounted();
    void countsOfTheLargestNetworkDoNotOverflow();
    void shapeOfANetworkIsThatOfItsDesign();
    void forwardIsWhatAHandComputes();
    void everyLayerOfAForwardPassCanBeSeen();
    void manyRowsGiveTheSameAsOneByOne();
    void largeProductsAreCutAlikeOnEveryMachine();
    void noRowsGiveNoAnswers();
    void activationsOfExtremeSumsStayInRange();
    void exponentialIsRightToTwoUnitsInTheLastPlace();
    void exponentialKeepsNotANumber();
};

void TestNetwork::shapeFollowsTheDesign()
{
    const NetworkDesign design{{{16, Activation::Relu}, {8, Activation::Tanh}}};
    const NetworkShape expected{{4, 16, Activation::Relu}, {16, 8, Activation::Tanh}, {8, 3, Activation::Linear}};
    QVERIFY(shapeOf(design, 4, 3) == expected);
}

void TestNetwork::aDesignWithoutHiddenLayersIsOneLinearLayer()
{
    const NetworkShape expected{{4, 3, Activation::Linear}};
    QVERIFY(shapeOf(NetworkDesign{{}}, 4, 3) == expected);
}

void TestNetwork::parametersAndMultiplicationsAreCounted()
{
    const NetworkShape shape = shapeOf(NetworkDesign{}, 4, 3); // 4-16-8-3
    QCOMPARE(multiplicationCount(shape), 4 * 16 + 16 * 8 + 8 * 3);
    QCOMPARE(parameterCount(shape), 4 * 16 + 16 * 8 + 8 * 3 + 16 + 8 + 3);
}

void TestNetwork::countsOfTheLargestNetworkDoNotOverflow()
{
    const NetworkShape shape{{2000000, 1024, Activation::Relu}, {1024, 2000000, Activation::Linear}};
    QCOMPARE(multiplicationCount(shape), std::int64_t{2} * 2000000 * 1024);
    QCOMPARE(parameterCount(shape), std::int64_t{2} * 2000000 * 1024 + 1024 + 2000000);
}

void TestNetwork::shapeOfANetworkIsThatOfItsDesign()
{
    const NetworkShape expected{{2, 2, Activation::Relu}, {2, 1, Activation::Linear}};
    QVERIFY(shapeOf(handMadeNetwork()) == expected);
}

void TestNetwork::forwardIsWhatAHandComputes()
{
    // Row 1: sums 1 - 2 + 0.5 = -0.5 and 0.5 + 4 - 4 = 0.5; ReLU 0 and 0.5; 3 * 0 - 2 * 0.5 + 0.25 = -0.75.
    // Row 2: sums 3 + 1 + 0.5 = 4.5 and 1.5 - 2 - 4 = -4.5; ReLU 4.5 and 0; 13.5 + 0.25 = 13.75.
    const Matrix answers = forward(handMadeNetwork(), matrix(2, 2, {1, 2, 3, -1}));
    QCOMPARE(answers.rows(), 2);
    QCOMPARE(answers.cols(), 1);
    QCOMPARE(answers(0, 0), -0.75f);
    QCOMPARE(answers(1, 0), 13.75f);
}

void TestNetwork::everyLayerOfAForwardPassCanBeSeen()
{
    const std::vector<Matrix> outputs = forwardLayers(handMadeNetwork(), matrix(2, 2, {1, 2, 3, -1}));
    QCOMPARE(outputs.size(), std::size_t{2});
    QVERIFY(outputs[0] == matrix(2, 2, {0, 0.5f, 4.5f, 0}));
    QVERIFY(outputs[1] == matrix(2, 1, {-0.75f, 13.75f}));
}

void TestNetwork::manyRowsGiveTheSameAsOneByOne()
{
    const Network network = handMadeNetwork();
    Matrix rows(2500, 2); // more than two blocks
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        rows.row(i) << static_cast<float>(i % 17) - 8, static_cast<float>(i % 29) / 4;
    const Matrix answers = forward(network, rows);
    QCOMPARE(answers.rows(), rows.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        QCOMPARE(answers(i, 0), forward(network, rows.row(i))(0, 0));
}

void TestNetwork::largeProductsAreCutAlikeOnEveryMachine()
{
    forward(handMadeNetwork(), Matrix::Zero(1, 2));
    QCOMPARE(Eigen::l1CacheSize(), 32 * 1024);
    QCOMPARE(Eigen::l2CacheSize(), 256 * 1024);
}

void TestNetwork::noRowsGiveNoAnswers()
{
    const Matrix answers = forward(handMadeNetwork(), Matrix(0, 2));
    QCOMPARE(answers.rows(), 0);
    QCOMPARE(answers.cols(), 1);
}

void TestNetwork::activationsOfExtremeSumsStayInRange()
{
    const float infinity = std::numeric_limits<float>::infinity();
    for (const float x : {1e30f, 100.0f, infinity}) {
        Matrix sums = matrix(1, 2, {x, -x});
        applyActivation(Activation::Tanh, sums);
        QVERIFY(sums == matrix(1, 2, {1, -1}));
        sums = matrix(1, 2, {x, -x});
        applyActivation(Activation::Sigmoid, sums);
        QCOMPARE(sums(0, 0), 1.0f);
        QVERIFY(sums(0, 1) >= 0 && sums(0, 1) < 1e-30f);
    }
}

void TestNetwork::exponentialIsRightToTwoUnitsInTheLastPlace()
{
    double worst = 0;
    for (double x = -87; x < 88; x += 0.00137) {
        const float rounded = static_cast<float>(x);
        const double truth = std::exp(static_cast<double>(rounded));
        worst = std::max(worst, std::abs(static_cast<double>(exponential(rounded)) - truth) / truth);
    }
    QVERIFY2(worst < 2.4e-7, qPrintable(QString::number(worst)));
    QCOMPARE(exponential(0), 1.0f);
    QCOMPARE(exponential(-1000), exponential(-87));
    QCOMPARE(exponential(1000), exponential(88));
    QVERIFY(std::isfinite(exponential(std::numeric_limits<float>::infinity())));
}

void TestNetwork::exponentialKeepsNotANumber()
{
    QVERIFY(std::isnan(exponential(std::numeric_limits<float>::quiet_NaN())));
}

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
