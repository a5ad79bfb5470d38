#include "network/network.h"
#include "training/gradient.h"
#include "training/initialiser.h"

#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

constexpr int rowCount = 7;
constexpr int inputCountOfTask = 5;

double activated(Activation activation, double x)
{
    switch (activation) {
    case Activation::Relu:
        return x > 0 ? x : 0;
    case Activation::Tanh:
        return std::tanh(x);
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-x));
    case Activation::Linear:
        break;
    }
    return x;
}

/// The parameters in double precision, so that differences of the loss are exact enough to be called a slope.
struct PreciseLayer {
    Eigen::MatrixXd weights;
    Eigen::VectorXd bias;
    Activation activation;
};

std::vector<PreciseLayer> precise(const Network& network)
{
    std::vector<PreciseLayer> layers;
    for (const DenseLayer& layer : network.layers)
        layers.push_back({layer.weights.cast<double>(), layer.bias.cast<double>(), layer.activation});
    return layers;
}

Eigen::VectorXd preciseOutputs(const std::vector<PreciseLayer>& layers, Eigen::VectorXd values)
{
    for (const PreciseLayer& layer : layers) {
        values = layer.weights * values + layer.bias;
        for (double& value : values)
            value = activated(layer.activation, value);
    }
    return values;
}

/// Mean loss by the definitions, sharing nothing with what is tested.
double preciseLoss(const std::vector<PreciseLayer>& layers, Loss loss, const Matrix& inputs, const Truth& truth)
{
    double total = 0;
    for (Eigen::Index row = 0; row < inputs.rows(); ++row) {
        const Eigen::VectorXd outputs = preciseOutputs(layers, inputs.row(row).transpose().cast<double>());
        const std::size_t index = static_cast<std::size_t>(row);
        if (loss == Loss::CrossEntropy)
            total += std::log(outputs.array().exp().sum()) - outputs[truth.labels[index]];
        else
            total += std::pow(outputs[0] - static_cast<double>(truth.values[index]), 2);
    }
    return total / static_cast<double>(inputs.rows());
}

/// Largest difference between the gradient and the slope of the loss, as a share of the largest slope.
double worstDifference(const Network& network, Loss loss, const Matrix& inputs, const Truth& truth)
{
    GradientPass pass;
    pass.run(network, loss, inputs, truth);
    std::vector<PreciseLayer> layers = precise(network);
    double worst = 0, largest = 0;
    const auto compare = [&](double& parameter, float gradient) {
        constexpr double distance = 1e-6;
        const double before = parameter;
        parameter = before + distance;
        const double above = preciseLoss(layers, loss, inputs, truth);
        parameter = before - distance;
        const double below = preciseLoss(layers, loss, inputs, truth);
        parameter = before;
        const double slope = (above - below) / (2 * distance);
        worst = std::max(worst, std::abs(slope - static_cast<double>(gradient)));
        largest = std::max(largest, std::abs(slope));
    };
    for (std::size_t l = 0; l < layers.size(); ++l) {
        for (Eigen::Index row = 0; row < layers[l].weights.rows(); ++row)
            for (Eigen::Index column = 0; column < layers[l].weights.cols(); ++column)
                compare(layers[l].weights(row, column), pass.gradient()[l].weights(row, column));
        for (Eigen::Index i = 0; i < layers[l].bias.size(); ++i)
            compare(layers[l].bias[i], pass.gradient()[l].bias[i]);
    }
    return worst / largest;
}

Matrix randomInputs(Random& random)
{
    Matrix inputs(rowCount, inputCountOfTask);
    for (Eigen::Index i = 0; i < inputs.size(); ++i)
        inputs.data()[i] = random.uniform(-2, 2);
    return inputs;
}

}

class TestGradient : public QObject {
    Q_OBJECT

private slots:
    void gradientIsTheSlopeOfTheLoss_data();
    void gradientIsTheSlopeOfTheLoss();
    void aBatchOfAnotherSizeAfterwardsIsRightToo();
    void lossAndOutputsOfTheBatchAreReported();
};

void TestGradient::gradientIsTheSlopeOfTheLoss_data()
{
    QTest::addColumn<std::vector<HiddenLayer>>("hidden");
    QTest::addColumn<Loss>("loss");
    const std::vector<std::pair<const char*, std::vector<HiddenLayer>>> designs{
        {"no hidden layer", {}},
        {"linear", {{6, Activation::Linear}, {4, Activation::Linear}}},
        {"relu", {{6, Activation::Relu}, {4, Activation::Relu}}},
        {"tanh", {{6, Activation::Tanh}, {4, Activation::Tanh}}},
        {"sigmoid", {{6, Activation::Sigmoid}, {4, Activation::Sigmoid}}},
        {"one of each",
         {{6, Activation::Relu}, {5, Activation::Tanh}, {4, Activation::Sigmoid}, {3, Activation::Linear}}},
        {"one neuron", {{1, Activation::Tanh}}},
    };
    for (const auto& [name, hidden] : designs) {
        QTest::addRow("%s, cross-entropy", name) << hidden << Loss::CrossEntropy;
        QTest::addRow("%s, squared error", name) << hidden << Loss::SquaredError;
    }
}

void TestGradient::gradientIsTheSlopeOfTheLoss()
{
    QFETCH(std::vector<HiddenLayer>, hidden);
    QFETCH(Loss, loss);
    Random random(5);
    const int outputs = loss == Loss::CrossEntropy ? 3 : 1;
    Network network = initialNetwork(shapeOf(NetworkDesign{hidden}, inputCountOfTask, outputs), random);
    network.layers.back().weights *= 10; // so that every layer has a slope worth comparing
    const Matrix inputs = randomInputs(random);
    Truth truth;
    for (int row = 0; row < rowCount; ++row) {
        truth.labels.push_back(row % 3);
        truth.values.push_back(random.uniform(-1, 1));
    }
    const double worst = worstDifference(network, loss, inputs, truth);
    QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
}

void TestGradient::aBatchOfAnotherSizeAfterwardsIsRightToo()
{
    Random random(6);
    const Network network = initialNetwork(shapeOf(NetworkDesign{}, inputCountOfTask, 1), random);
    const Matrix inputs = randomInputs(random);
    const Truth whole{{}, {1, 2, 3, 4, 5, 6, 7}}, part{{}, {1, 2}};
    GradientPass used, fresh;
    used.run(network, Loss::SquaredError, inputs, whole);
    const double loss = used.run(network, Loss::SquaredError, inputs.topRows(2), part);
    QCOMPARE(loss, fresh.run(network, Loss::SquaredError, inputs.topRows(2), part));
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        QVERIFY(used.gradient()[l].weights == fresh.gradient()[l].weights);
        QVERIFY(used.gradient()[l].bias == fresh.gradient()[l].bias);
    }
}

void TestGradient::lossAndOutputsOfTheBatchAreReported()
{
    Random random(7);
    const Network network = initialNetwork(shapeOf(NetworkDesign{}, inputCountOfTask, 3), random);
    const Matrix inputs = randomInputs(random);
    const Truth truth{{0, 1, 2, 0, 1, 2, 0}, {}};
    GradientPass pass;
    const double loss = pass.run(network, Loss::CrossEntropy, inputs, truth);
    QVERIFY(pass.outputs() == forward(network, inputs));
    QCOMPARE(loss, totalLoss(Loss::CrossEntropy, forward(network, inputs), truth));
}

QTEST_APPLESS_MAIN(TestGradient)
#include "tst_gradient.moc"
