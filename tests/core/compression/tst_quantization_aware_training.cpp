#include "compression/compress.h"
#include "compression/grid_form.h"
#include "compression/model_frame.h"
#include "compression/predictor.h"
#include "compression/quantization_aware_training.h"
#include "support/model_fixtures.h"
#include "training/batch_pass.h"
#include "training/integer_pass.h"
#include "training/training_start.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace broto;

namespace {

NetworkDesign reluDesign()
{
    return {{{16, Activation::Relu}, {9, Activation::Relu}}};
}

NetworkDesign tableDesign()
{
    return {{{9, Activation::Tanh}, {7, Activation::LeakyRelu}, {6, Activation::Linear}, {5, Activation::Swish}}};
}

LearningStart startOf(const TrainedNetwork& trained, const NetworkDesign& design)
{
    return {trained.network, design, trained.settings};
}

TrainingSettings shortSettings(int epochs)
{
    TrainingSettings settings;
    settings.epochs = epochs;
    settings.learningRate = 0.01;
    return settings;
}

std::vector<std::uint32_t> firstRows(std::size_t count)
{
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

std::span<const float> rowOf(const DataPart& part, Eigen::Index row)
{
    return {part.raw.row(row).data(), static_cast<std::size_t>(part.raw.cols())};
}

QuantizationOptions bitsOnly(int bits)
{
    QuantizationOptions options;
    options.bits = bits;
    return options;
}

/// A network on its way to integers, with all that a pass of it needs.
struct Learning {
    Dataset data;
    TrainingSettings settings;
    QuantizedNetwork start;
    LossRules rules;
    Truth truth;
    Parameters parameters;
    Matrix inputs;
    std::unique_ptr<GridForm> form;
    std::unique_ptr<IntegerPass> pass;

    Learning(Task task, const NetworkDesign& design, int bits, LearnedScales scales, InstructionSet set)
        : data(fixtureDataset(task, 5)),
          start(*quantizedNetwork(fixtureTraining(data, design, 5).network, data, bitsOnly(bits))),
          rules(rulesFor(data, settings)),
          truth(truthOf(data.target, data.training)),
          parameters(design, fixtureTraining(data, design, 5).network, scales),
          inputs(encodedInputs(start.inputs, data.training, data.inputs())),
          form(std::make_unique<GridForm>(parameters, kernelsFor(set), start,
                                          std::vector<int>(parameters.layers.size(), bits))),
          pass(std::make_unique<IntegerPass>(parameters, *form, rules, kernelsFor(set), inputs, truth,
                                             static_cast<int>(data.training.rows())))
    {
    }

    DeployableModel model() const
    {
        const TrainedNetwork trained = fixtureTraining(data, {}, 5);
        return *modelOf({start.inputs, *form->quantizedLayers()},
                        modelFrame("qat", Arithmetic::Int8, trained, data, ""), data);
    }
};

std::vector<InstructionSet> instructionSets()
{
    if (available(InstructionSet::Avx2))
        return {InstructionSet::Baseline, InstructionSet::Avx2};
    return {InstructionSet::Baseline};
}

}

class TestQuantizationAwareTraining : public QObject {
    Q_OBJECT

private slots:
    void passComputesTheVeryIntegersOfTheBoard_data();
    void passComputesTheVeryIntegersOfTheBoard();
    void slopesGoStraightThroughTheRounding_data();
    void slopesGoStraightThroughTheRounding();
    void whatIsJudgedIsWhatIsDeployed_data();
    void whatIsJudgedIsWhatIsDeployed();
    void weightsAreOnTheirGrid_data();
    void weightsAreOnTheirGrid();
    void sameSeedGivesTheSameIntegers();
    void zerosStayWhereTheyShall();
    void twoClassesOfOneOutputBecomeTwo();
    void cancelIsAnError();
};

void TestQuantizationAwareTraining::passComputesTheVeryIntegersOfTheBoard_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<int>("bits");
    QTest::newRow("int8, classification") << Task::Classification << reluDesign() << 8;
    QTest::newRow("int8, regression") << Task::Regression << reluDesign() << 8;
    QTest::newRow("int4, classification") << Task::Classification << reluDesign() << 4;
    QTest::newRow("ternary, regression") << Task::Regression << reluDesign() << 2;
    QTest::newRow("int8, tables") << Task::Classification << tableDesign() << 8;
    QTest::newRow("int5, tables, regression") << Task::Regression << tableDesign() << 5;
    QTest::newRow("no hidden layer") << Task::Classification << NetworkDesign{{}} << 8;
    QTest::newRow("one neuron") << Task::Regression << NetworkDesign{{{1}}} << 4;
}

void TestQuantizationAwareTraining::passComputesTheVeryIntegersOfTheBoard()
{
    QFETCH(Task, task);
    QFETCH(NetworkDesign, design);
    QFETCH(int, bits);
    for (const InstructionSet set : instructionSets())
        for (const LearnedScales scales : {LearnedScales::No, LearnedScales::Yes}) {
            Learning learning(task, design, bits, scales, set);
            // Away from where it begins, so that nothing of the start is left.
            Random random(9);
            for (std::size_t i = 0; i < learning.parameters.values.size(); ++i)
                if (learning.parameters.values[i] != 0)
                    learning.parameters.values[i] += 0.05f * static_cast<float>(random.normal());
            learning.pass->judge(firstRows(learning.data.training.rows()));
            const DeployableModel model = learning.model();
            const auto& output = std::get<IntegerLayer>(model.layers.back());
            Predictor predictor(model);
            const auto width = static_cast<std::size_t>(learning.parameters.layers.back().width);
            for (std::size_t row = 0; row < learning.data.training.rows(); ++row) {
                const Prediction prediction =
                    predictor.predict(rowOf(learning.data.training, static_cast<Eigen::Index>(row)));
                for (std::size_t o = 0; o < prediction.raw.size(); ++o)
                    QCOMPARE(learning.pass->outputs()[row * width + o],
                             static_cast<float>(prediction.raw[o]) * output.outputScale);
            }
        }
}

void TestQuantizationAwareTraining::slopesGoStraightThroughTheRounding_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Activation>("activation");
    QTest::newRow("ReLU, classification") << Task::Classification << Activation::Relu;
    QTest::newRow("ReLU, regression") << Task::Regression << Activation::Relu;
    QTest::newRow("tanh") << Task::Classification << Activation::Tanh;
    QTest::newRow("linear") << Task::Regression << Activation::Linear;
}

/// With steps so small that they hardly matter, the slopes are those of the float network.
void TestQuantizationAwareTraining::slopesGoStraightThroughTheRounding()
{
    QFETCH(Task, task);
    QFETCH(Activation, activation);
    const NetworkDesign design{{{12, activation}}};
    for (const InstructionSet set : instructionSets()) {
        Learning learning(task, design, 8, LearnedScales::No, set);
        const std::vector<std::uint32_t> rows = firstRows(learning.data.training.rows());
        Random random(1);
        learning.pass->learn(rows, random);
        BatchPass exact(learning.parameters, learning.rules, kernelsFor(set), learning.data.training.inputs,
                        learning.truth, static_cast<int>(rows.size()));
        exact.learn(rows, random);
        double difference = 0, size = 0;
        for (std::size_t i = 0; i < exact.gradient().size(); ++i) {
            const double slope = exact.gradient()[i], integer = learning.pass->gradient()[i];
            difference += (slope - integer) * (slope - integer);
            size += slope * slope;
        }
        QVERIFY2(difference < 0.0025 * size, qPrintable(QString::number(std::sqrt(difference / size))));
    }
}

void TestQuantizationAwareTraining::whatIsJudgedIsWhatIsDeployed_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<int>("bits");
    QTest::addColumn<Scales>("scales");
    QTest::newRow("int8") << Task::Classification << 8 << Scales::Calibrated;
    QTest::newRow("int4, learned scales") << Task::Classification << 4 << Scales::Learned;
    QTest::newRow("ternary") << Task::Classification << 2 << Scales::Calibrated;
    QTest::newRow("int8, regression") << Task::Regression << 8 << Scales::Learned;
}

void TestQuantizationAwareTraining::whatIsJudgedIsWhatIsDeployed()
{
    QFETCH(Task, task);
    QFETCH(int, bits);
    QFETCH(Scales, scales);
    const Dataset data = fixtureDataset(task, 3);
    const TrainedNetwork trained = *train(data, reluDesign(), shortSettings(20));
    QatOptions options;
    options.bits = bits;
    options.scales = scales;
    options.extra = {15, 0.01};
    const QatResult result = *trainAsIntegers(startOf(trained, trained.design), data, options);
    const DeployableModel model =
        *modelOf(result.network, modelFrame("qat", Arithmetic::Int8, trained, data, ""), data);
    QVERIFY(!problemWith(model));
    const EpochRecord& best = result.run.history[static_cast<std::size_t>(result.run.bestEpoch) - 1];
    const Metrics judged = evaluate(model, data.validation);
    QVERIFY(std::abs(best.validationMetric - judged.headline) < 1e-6);
    QVERIFY(std::abs(best.validationLoss - judged.loss) < 1e-3 * (1 + judged.loss));
}

void TestQuantizationAwareTraining::weightsAreOnTheirGrid_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<Storage>("storage");
    QTest::newRow("8 bits") << 8 << Storage::Int8;
    QTest::newRow("6 bits") << 6 << Storage::Int8;
    QTest::newRow("4 bits") << 4 << Storage::Int4;
    QTest::newRow("3 bits") << 3 << Storage::Int4;
    QTest::newRow("ternary") << 2 << Storage::Ternary;
}

void TestQuantizationAwareTraining::weightsAreOnTheirGrid()
{
    QFETCH(int, bits);
    QFETCH(Storage, storage);
    const Dataset data = fixtureDataset(Task::Classification, 3);
    QatOptions options;
    options.bits = bits;
    options.extra = {5, 0.01};
    const QatResult result =
        *trainAsIntegers(startOf(fixtureTraining(data, reluDesign(), 3), reluDesign()), data, options);
    const WeightGrid grid = gridOf(bits);
    for (const QuantizedLayer& quantized : result.network.layers) {
        QVERIFY(quantized.layer.storage == storage);
        for (const int weight : quantized.layer.weights)
            QVERIFY(weight % grid.step == 0 && std::abs(weight) <= grid.largest());
    }
}

void TestQuantizationAwareTraining::sameSeedGivesTheSameIntegers()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const TrainedNetwork trained = fixtureTraining(data, reluDesign(), 3);
    QatOptions options;
    options.scales = Scales::Learned;
    options.extra = {8, 0.01};
    const QatResult first = *trainAsIntegers(startOf(trained, reluDesign()), data, options);
    const QatResult second = *trainAsIntegers(startOf(trained, reluDesign()), data, options);
    LearningStart otherStart = startOf(trained, reluDesign());
    otherStart.settings.seed = 2;
    const QatResult other = *trainAsIntegers(otherStart, data, options);
    for (std::size_t l = 0; l < first.network.layers.size(); ++l)
        QVERIFY(first.network.layers[l].layer == second.network.layers[l].layer);
    QVERIFY(first.network.layers[0].layer.weights != other.network.layers[0].layer.weights);
}

void TestQuantizationAwareTraining::zerosStayWhereTheyShall()
{
    const Dataset data = fixtureDataset(Task::Regression, 3);
    TrainedNetwork trained = fixtureTraining(data, reluDesign(), 3);
    for (DenseLayer& layer : trained.network.layers)
        for (Eigen::Index i = 0; i < layer.weights.size(); i += 2)
            layer.weights.data()[i] = 0;
    QatOptions options;
    options.extra = {5, 0.01};
    LearningStart pruned = startOf(trained, reluDesign());
    pruned.zeros = Zeros::Stay;
    const QatResult stay = *trainAsIntegers(pruned, data, options);
    const QatResult grow = *trainAsIntegers(startOf(trained, reluDesign()), data, options);
    bool grown = false;
    for (std::size_t l = 0; l < stay.network.layers.size(); ++l)
        for (std::size_t i = 0; i < stay.network.layers[l].layer.weights.size(); i += 2) {
            QCOMPARE(int{stay.network.layers[l].layer.weights[i]}, 0);
            grown = grown || grow.network.layers[l].layer.weights[i] != 0;
        }
    QVERIFY(grown);
}

void TestQuantizationAwareTraining::twoClassesOfOneOutputBecomeTwo()
{
    Dataset data = fixtureDataset(Task::Classification, 3);
    data.target.classes = {"low", "high"};
    for (DataPart* part : {&data.training, &data.validation, &data.test})
        for (std::int32_t& label : part->labels)
            label = label > 0;
    TrainingSettings settings = shortSettings(30);
    settings.loss = Loss::BinaryCrossEntropy;
    const TrainedNetwork trained = *train(data, reluDesign(), settings);
    QatOptions options;
    options.extra = {30, 0.01};
    const QatResult result = *trainAsIntegers(startOf(trained, reluDesign()), data, options);
    QCOMPARE(result.network.layers.back().layer.outputs, 2);
    const DeployableModel model =
        *modelOf(result.network, modelFrame("qat", Arithmetic::Int8, trained, data, ""), data);
    const EpochRecord& best = result.run.history[static_cast<std::size_t>(result.run.bestEpoch) - 1];
    const Metrics judged = evaluate(model, data.validation);
    QVERIFY(std::abs(best.validationMetric - judged.headline) < 1e-6);
    QVERIFY(std::abs(best.validationLoss - judged.loss) < 1e-3 * (1 + judged.loss));
}

void TestQuantizationAwareTraining::cancelIsAnError()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    RunControl control;
    control.cancel();
    QatOptions options;
    const Result<QatResult> result =
        trainAsIntegers(startOf(fixtureTraining(data, reluDesign(), 3), reluDesign()), data, options, control);
    QVERIFY(!result);
    QCOMPARE(result.error().id, std::string_view("common.cancelled"));
}

QTEST_APPLESS_MAIN(TestQuantizationAwareTraining)
#include "tst_quantization_aware_training.moc"
