#include "precise_network.h"

#include "network/forward.h"
#include "training/initialiser.h"

#include <QtTest>

#include <numeric>

using namespace broto;

namespace {

constexpr int rowCount = 11;
constexpr int inputCount = 5;
constexpr std::uint64_t silentSeed = 77;

Matrix randomInputs(Random& random)
{
    Matrix inputs(rowCount, inputCount);
    for (float& input : inputs.reshaped())
        input = random.uniform(-2, 2);
    return inputs;
}

/// Truths for every loss.
Truth randomTruth(Random& random, int classes)
{
    Truth truth;
    for (int row = 0; row < rowCount; ++row) {
        truth.labels.push_back(row % classes);
        truth.values.push_back(random.uniform(-2, 2));
    }
    return truth;
}

/// A network of that design whose layers all have slopes worth comparing, biases and gains among them.
Parameters parametersOf(const NetworkDesign& design, int outputs, Random& random)
{
    Network network = initialNetwork(shapeOf(design, inputCount, outputs), Initialiser::GlorotUniform, random);
    network.layers.back().weights *= 10;
    Parameters parameters(design, network);
    for (const LayerPlace& place : parameters.layers)
        for (int o = 0; place.normalised && o < place.outputs; ++o)
            parameters.values[place.gain + static_cast<std::size_t>(o)] = random.uniform(0.5f, 1.5f);
    return parameters;
}

/// Whether a parameter is one, and not what pads a row.
std::vector<bool> trueParameters(const Parameters& parameters)
{
    std::vector<bool> isTrue(parameters.values.size());
    for (const LayerPlace& place : parameters.layers) {
        const auto mark = [&](std::size_t begin) {
            std::fill_n(isTrue.begin() + static_cast<std::ptrdiff_t>(begin), place.outputs, true);
        };
        for (int i = 0; i < place.inputs; ++i)
            mark(place.weights + static_cast<std::size_t>(i * place.width));
        mark(place.bias);
        if (place.normalised)
            mark(place.gain);
    }
    return isTrue;
}

/// Largest difference between the gradient and the slope of the loss, as a share of the largest slope.
double worstDifference(Parameters& parameters, const LossRules& rules, const Matrix& inputs, const Truth& truth,
                       InstructionSet instructions)
{
    std::vector<std::uint32_t> rows(rowCount);
    std::iota(rows.begin(), rows.end(), 0u);
    test::PreciseNetwork precise(parameters, rules);
    BatchPass pass(parameters, rules, kernelsFor(instructions), inputs, truth, rowCount);
    Random random(silentSeed);
    const double loss = pass.learn(rows, random).loss / rowCount;
    double worst = std::abs(loss - precise.loss(inputs, truth, silentSeed));
    double largest = 0;
    const std::vector<bool> isTrue = trueParameters(parameters);
    for (std::size_t i = 0; i < isTrue.size(); ++i) {
        if (!isTrue[i]) {
            if (pass.gradient()[i] != 0 || parameters.values[i] != 0)
                return 1; // padding has to stay what it is
            continue;
        }
        constexpr double distance = 1e-6;
        const double before = precise.values[i];
        precise.values[i] = before + distance;
        const double above = precise.loss(inputs, truth, silentSeed);
        precise.values[i] = before - distance;
        const double below = precise.loss(inputs, truth, silentSeed);
        precise.values[i] = before;
        const double slope = (above - below) / (2 * distance);
        worst = std::max(worst, std::abs(slope - static_cast<double>(pass.gradient()[i])));
        largest = std::max(largest, std::abs(slope));
    }
    return worst / largest;
}

int outputsFor(Loss loss)
{
    return loss == Loss::CrossEntropy ? 3 : 1;
}

}

class TestBatchPass : public QObject {
    Q_OBJECT

private slots:
    void gradientIsTheSlopeOfTheLoss_data();
    void gradientIsTheSlopeOfTheLoss();
    void aSmallerBatchAfterwardsIsRightToo();
    void rowsAreJudgedAsTheNetworkAnswers();
    void rightRowsAreCounted();
    void normalisationFoldedIntoTheWeightsAnswersAlike();
    void allInstructionSetsAgreeToTheLastBits();
};

void TestBatchPass::gradientIsTheSlopeOfTheLoss_data()
{
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<LossRules>("rules");
    const auto add = [](const std::string& name, const std::vector<HiddenLayer>& hidden, LossRules rules) {
        QTest::addRow("%s, %s", name.c_str(), std::string(lossName(rules.loss)).c_str())
            << NetworkDesign{hidden} << std::move(rules);
    };
    for (const Loss loss : allLosses) {
        add("no hidden layer", {}, {loss});
        for (const Activation activation : allActivations)
            add(std::string(activationName(activation)), {{6, activation}, {9, activation}}, {loss});
        add("normalised relu", {{6, Activation::Relu, 0, true}, {4, Activation::Relu, 0, true}}, {loss});
        add("normalised tanh", {{9, Activation::Tanh, 0, true}}, {loss});
        add("dropout of relu", {{9, Activation::Relu, 0.3}, {4, Activation::Relu, 0.5}}, {loss});
        add("dropout of sigmoid", {{9, Activation::Sigmoid, 0.3}}, {loss});
        add("normalised, dropout of swish", {{9, Activation::Swish, 0.25, true}, {8, Activation::Elu}}, {loss});
        add("one neuron", {{1, Activation::Tanh}}, {loss});
        add("seventeen neurons", {{17, Activation::Relu}}, {loss});
    }
    add("weighted classes", {{6}}, {Loss::CrossEntropy, {0.5f, 2, 1}});
    add("weighted classes", {{6}}, {Loss::BinaryCrossEntropy, {0.5f, 2}});
    add("smoothed labels", {{6}}, {Loss::CrossEntropy, {}, 0.2f});
    add("smoothed labels", {{6}}, {Loss::BinaryCrossEntropy, {}, 0.2f});
    add("weighted and smoothed", {{6}}, {Loss::CrossEntropy, {0.5f, 2, 1}, 0.1f});
}

void TestBatchPass::gradientIsTheSlopeOfTheLoss()
{
    QFETCH(NetworkDesign, design);
    QFETCH(LossRules, rules);
    for (const InstructionSet instructions : {InstructionSet::Baseline, InstructionSet::Avx2}) {
        if (!available(instructions))
            continue;
        Random random(5);
        Parameters parameters = parametersOf(design, outputsFor(rules.loss), random);
        const Matrix inputs = randomInputs(random);
        const Truth truth = randomTruth(random, rules.loss == Loss::BinaryCrossEntropy ? 2 : 3);
        const double worst = worstDifference(parameters, rules, inputs, truth, instructions);
        QVERIFY2(worst < 2e-5, qPrintable(QString::number(worst)));
    }
}

void TestBatchPass::aSmallerBatchAfterwardsIsRightToo()
{
    Random random(6);
    const NetworkDesign design{{{8}, {5, Activation::Tanh}}};
    Parameters parameters = parametersOf(design, 1, random);
    const Matrix inputs = randomInputs(random);
    const Truth truth = randomTruth(random, 3);
    const LossRules rules{Loss::SquaredError};
    const Kernels& kernels = kernelsFor(bestInstructionSet());
    BatchPass used(parameters, rules, kernels, inputs, truth, rowCount),
        fresh(parameters, rules, kernels, inputs, truth, 2);
    const std::vector<std::uint32_t> whole{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, part{7, 3};
    used.learn(whole, random);
    const double loss = used.learn(part, random).loss;
    QCOMPARE(loss, fresh.learn(part, random).loss);
    QVERIFY(used.gradient() == fresh.gradient());
}

void TestBatchPass::rowsAreJudgedAsTheNetworkAnswers()
{
    Random random(7);
    const NetworkDesign design{{{8, Activation::Relu, 0.5, true}, {5, Activation::Swish, 0.2}}};
    Parameters parameters = parametersOf(design, 3, random);
    const Matrix inputs = randomInputs(random);
    const Truth truth = randomTruth(random, 3);
    BatchPass pass(parameters, {}, kernelsFor(bestInstructionSet()), inputs, truth, rowCount);
    std::vector<std::uint32_t> rows(rowCount);
    std::iota(rows.begin(), rows.end(), 0u);
    for (int i = 0; i < 20; ++i)
        pass.learn(rows, random); // moves the running statistics
    const double loss = pass.judge(rows).loss;
    const double expected = totalLoss(Task::Classification, forward(parameters.network(), inputs), truth);
    QVERIFY2(std::abs(loss - expected) < 1e-4 * expected, qPrintable(QString::number(loss - expected)));
}

void TestBatchPass::rightRowsAreCounted()
{
    Random random(8);
    Parameters parameters = parametersOf({{{8}}}, 3, random);
    const Matrix inputs = randomInputs(random);
    const Truth truth = randomTruth(random, 3);
    BatchPass pass(parameters, {}, kernelsFor(bestInstructionSet()), inputs, truth, rowCount);
    std::vector<std::uint32_t> rows(rowCount);
    std::iota(rows.begin(), rows.end(), 0u);
    const Matrix outputs = forward(parameters.network(), inputs);
    std::size_t right = 0;
    for (Eigen::Index row = 0; row < rowCount; ++row)
        right += largestOutput(outputs, row) == truth.labels[static_cast<std::size_t>(row)];
    QCOMPARE(pass.judge(rows).right, right);
}

void TestBatchPass::normalisationFoldedIntoTheWeightsAnswersAlike()
{
    Random random(9);
    const NetworkDesign design{{{8, Activation::Tanh, 0, true}}};
    Parameters parameters = parametersOf(design, 1, random);
    for (std::size_t i = 0; i < parameters.statistics.size(); ++i)
        parameters.statistics[i] = random.uniform(0.5f, 2.0f);
    const Matrix inputs = randomInputs(random);
    const Truth truth = randomTruth(random, 3);
    BatchPass pass(parameters, {Loss::SquaredError}, kernelsFor(bestInstructionSet()), inputs, truth, rowCount);
    std::vector<std::uint32_t> rows(rowCount);
    std::iota(rows.begin(), rows.end(), 0u);
    const double expected = totalLoss(Task::Regression, forward(parameters.network(), inputs), truth);
    QVERIFY(std::abs(pass.judge(rows).squaredErrors - expected) < 1e-4 * expected);
}

void TestBatchPass::allInstructionSetsAgreeToTheLastBits()
{
    if (!available(InstructionSet::Avx2))
        QSKIP("this processor has only the baseline's instructions");
    Random random(10);
    Parameters parameters = parametersOf({{{16}, {8, Activation::Tanh}}}, 3, random);
    const Matrix inputs = randomInputs(random);
    const Truth truth = randomTruth(random, 3);
    std::vector<std::uint32_t> rows(rowCount);
    std::iota(rows.begin(), rows.end(), 0u);
    BatchPass plain(parameters, {}, kernelsFor(InstructionSet::Baseline), inputs, truth, rowCount);
    BatchPass wide(parameters, {}, kernelsFor(InstructionSet::Avx2), inputs, truth, rowCount);
    plain.learn(rows, random);
    wide.learn(rows, random);
    for (std::size_t i = 0; i < parameters.values.size(); ++i)
        QVERIFY(std::abs(plain.gradient()[i] - wide.gradient()[i]) < 1e-6f);
}

QTEST_APPLESS_MAIN(TestBatchPass)
#include "tst_batch_pass.moc"
