// 50 steps from the same weights and batches as PyTorch: the losses have to agree. Where the two define a thing
// differently, make_pytorch_fixture.py says so.

#include "training/batch_pass.h"
#include "training/optimizers/update_rule.h"
#include "training/penalties.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <fstream>
#include <numeric>
#include <set>

using namespace broto;
using nlohmann::json;

namespace {

constexpr double tolerance = 1e-4; // relative

const json& fixture()
{
    static const json read = [] {
        std::ifstream file(BROTO_SOURCE_DIR "/tests/core/training/pytorch_steps.json");
        return json::parse(file);
    }();
    return read;
}

template<class Kind, std::size_t count>
Kind named(const Kind (&kinds)[count], std::string_view (*nameOf)(Kind), const std::string& name)
{
    for (const Kind kind : kinds)
        if (nameOf(kind) == name)
            return kind;
    qFatal("The fixture names %s, which is not known.", name.c_str());
}

Matrix inputs()
{
    const auto rows = fixture()["inputs"].get<std::vector<std::vector<float>>>();
    Matrix inputs(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows[0].size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        inputs.row(static_cast<Eigen::Index>(row)) =
            Eigen::Map<const Eigen::RowVectorXf>(rows[row].data(), inputs.cols());
    return inputs;
}

Truth truthFor(Loss loss)
{
    Truth truth{fixture()["labels"].get<std::vector<std::int32_t>>(), fixture()["values"].get<std::vector<float>>()};
    if (loss == Loss::BinaryCrossEntropy)
        for (std::int32_t& label : truth.labels)
            label %= 2;
    return truth;
}

NetworkDesign designOf(const json& settings)
{
    NetworkDesign design{{}};
    for (const json& layer : settings["hidden"])
        design.hidden.push_back(
            {layer["units"], named(allActivations, activationName, layer["activation"]), 0, layer["normalised"]});
    return design;
}

Network initialNetwork(const json& settings, int inputs)
{
    Network network;
    for (const json& layer : settings["initial"]) {
        const auto weights = layer["weights"].get<std::vector<float>>();
        const auto bias = layer["bias"].get<std::vector<float>>();
        const auto outputs = static_cast<int>(bias.size());
        DenseLayer& dense = network.layers.emplace_back();
        dense.weights = Eigen::Map<const Matrix>(weights.data(), outputs, inputs);
        dense.bias = Eigen::Map<const Vector>(bias.data(), outputs);
        const std::size_t index = network.layers.size() - 1;
        if (index < settings["hidden"].size())
            dense.activation = named(allActivations, activationName, settings["hidden"][index]["activation"]);
        inputs = outputs;
    }
    return network;
}

TrainingSettings settingsOf(const json& settings)
{
    TrainingSettings result;
    result.optimizer = named(allOptimizers, optimizerName, settings["optimizer"]);
    result.l1 = settings["l1"];
    result.l2 = settings["l2"];
    result.largestGradient = settings["largestGradient"];
    return result;
}

/// The mean losses of the batches, and at the end that of all rows as the network answers.
std::vector<double> lossesOf(const json& settings, InstructionSet instructions)
{
    const Matrix rows = inputs();
    const LossRules rules{named(allLosses, lossName, settings["loss"]),
                          settings["classWeights"].get<std::vector<float>>(), settings["smoothing"]};
    const Truth truth = truthFor(rules.loss);
    const TrainingSettings training = settingsOf(settings);
    const Kernels& kernels = kernelsFor(instructions);
    Parameters parameters(designOf(settings), initialNetwork(settings, static_cast<int>(rows.cols())));
    BatchPass pass(parameters, rules, kernels, rows, truth, static_cast<int>(rows.rows()));
    const std::unique_ptr<UpdateRule> rule = makeUpdateRule(training, settings["weightDecay"], parameters, kernels);
    Random random(1);
    std::vector<double> losses;
    for (const json& batch : fixture()["batches"]) {
        const auto numbers = batch.get<std::vector<std::uint32_t>>();
        losses.push_back(pass.learn(numbers, random).loss / static_cast<double>(numbers.size()));
        addPenalties(training, parameters, pass.gradient());
        clip(training.largestGradient, pass.gradient());
        rule->step(parameters, pass.gradient(), settings["learningRate"]);
    }
    std::vector<std::uint32_t> all(static_cast<std::size_t>(rows.rows()));
    std::iota(all.begin(), all.end(), 0u);
    losses.push_back(pass.judge(all).loss / static_cast<double>(all.size()));
    return losses;
}

}

class TestPytorchSteps : public QObject {
    Q_OBJECT

private slots:
    void everyOptimizerLossAndActivationIsAmongThem();
    void lossesAreThoseOfPytorch_data();
    void lossesAreThoseOfPytorch();
    void cleanupTestCase();

private:
    double m_largestDifference = 0;
};

void TestPytorchSteps::cleanupTestCase()
{
    qInfo("largest relative difference of a loss: %.1e", m_largestDifference);
}

void TestPytorchSteps::everyOptimizerLossAndActivationIsAmongThem()
{
    std::set<std::string> found;
    for (const json& settings : fixture()["cases"]) {
        found.insert(settings["optimizer"].get<std::string>());
        found.insert(settings["loss"].get<std::string>());
        for (const json& layer : settings["hidden"])
            found.insert(layer["activation"].get<std::string>());
    }
    for (const Optimizer optimizer : allOptimizers)
        QVERIFY(found.contains(std::string(optimizerName(optimizer))));
    for (const Loss loss : allLosses)
        QVERIFY(found.contains(std::string(lossName(loss))));
    for (const Activation activation : allActivations)
        QVERIFY(found.contains(std::string(activationName(activation))));
}

void TestPytorchSteps::lossesAreThoseOfPytorch_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<InstructionSet>("instructions");
    for (const InstructionSet instructions : {InstructionSet::Baseline, InstructionSet::Avx2}) {
        if (!available(instructions))
            continue;
        int index = 0;
        for (const json& settings : fixture()["cases"])
            QTest::addRow("%s, %s", settings["name"].get<std::string>().c_str(),
                          std::string(instructionSetName(instructions)).c_str())
                << index++ << instructions;
    }
}

void TestPytorchSteps::lossesAreThoseOfPytorch()
{
    QFETCH(int, index);
    QFETCH(InstructionSet, instructions);
    const json& settings = fixture()["cases"][static_cast<std::size_t>(index)];
    auto expected = settings["losses"].get<std::vector<double>>();
    QCOMPARE(expected.size(), std::size_t{50});
    QVERIFY(expected.front() != expected.back());
    expected.push_back(settings["answersAfterwards"]);
    const std::vector<double> losses = lossesOf(settings, instructions);
    QCOMPARE(losses.size(), expected.size());
    for (std::size_t step = 0; step < losses.size(); ++step) {
        const double difference = std::abs(losses[step] / expected[step] - 1);
        m_largestDifference = std::max(m_largestDifference, difference);
        QVERIFY2(difference < tolerance, qPrintable(QStringLiteral("step %1: %2, PyTorch %3")
                                                        .arg(step + 1)
                                                        .arg(losses[step], 0, 'g', 9)
                                                        .arg(expected[step], 0, 'g', 9)));
    }
}

QTEST_APPLESS_MAIN(TestPytorchSteps)
#include "tst_pytorch_steps.moc"
