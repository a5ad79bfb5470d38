#include "compression/pruning.h"
#include "core/training/learning_tasks.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <cmath>

using namespace broto;
using test::identical;

namespace {

NetworkDesign usualDesign()
{
    return {{{12}, {7, Activation::Tanh}}};
}

LearningStart startOf(const Dataset& data, const NetworkDesign& design, int epochs)
{
    const TrainedNetwork trained = fixtureTraining(data, design, 6);
    TrainingSettings settings;
    settings.epochs = epochs;
    settings.learningRate = 0.01;
    return {trained.network, design, settings};
}

DenseLayer layerOf(Activation activation, std::initializer_list<std::initializer_list<float>> weights,
                   std::initializer_list<float> bias)
{
    DenseLayer layer;
    layer.weights = Matrix(weights);
    layer.bias = Eigen::Map<const Vector>(bias.begin(), static_cast<Eigen::Index>(bias.size()));
    layer.activation = activation;
    return layer;
}

std::size_t zerosOf(const Network& network)
{
    std::size_t zeros = 0;
    for (const DenseLayer& layer : network.layers)
        zeros += static_cast<std::size_t>((layer.weights.array() == 0).count());
    return zeros;
}

std::size_t weightsOf(const Network& network)
{
    std::size_t weights = 0;
    for (const DenseLayer& layer : network.layers)
        weights += static_cast<std::size_t>(layer.weights.size());
    return weights;
}

PruningOptions optionsOf(Pruning pruning, double share, int stages, int epochs)
{
    return {pruning, share, stages, {epochs, 0.01}};
}

std::vector<int> unitsOf(const NetworkDesign& design)
{
    std::vector<int> units;
    for (const HiddenLayer& layer : design.hidden)
        units.push_back(layer.units);
    return units;
}

}

class TestPruning : public QObject {
    Q_OBJECT

private slots:
    void weightsThatMatterLeastGo();
    void strengthOfInputsCounts();
    void exactlyTheShareOfWeightsGoes_data();
    void exactlyTheShareOfWeightsGoes();
    void weightsThatAreGoneAreNotCountedAgain();
    void neuronsThatMatterLeastGo();
    void constantNeuronsGoWithoutATrace();
    void meanOfWhatGoesStays();
    void everyHiddenLayerKeepsANeuron();
    void shareOfNeuronsIsReachedInAnyNumberOfStages_data();
    void shareOfNeuronsIsReachedInAnyNumberOfStages();
    void zerosStayWhileTheNetworkLearns_data();
    void zerosStayWhileTheNetworkLearns();
    void smallerNetworkHasItsOwnDesign();
    void stagesShareTheEpochs_data();
    void stagesShareTheEpochs();
    void shareOfNothingOnlyLearns();
    void prunedNetworkRecovers();
    void sameSeedGivesTheSameNetwork();
    void usualSettingsFollowTheShare();
    void numbersOutOfBoundsAreNamed_data();
    void numbersOutOfBoundsAreNamed();
    void stopKeepsWhatIsThere();
    void cancelIsAnError();
};

void TestPruning::weightsThatMatterLeastGo()
{
    Network network;
    network.layers = {layerOf(Activation::Linear, {{0.5f, -0.1f}, {0.2f, 3}}, {0, 0}),
                      layerOf(Activation::Linear, {{-2, 0.3f}}, {1})};
    const Matrix inputs{{1, 1}, {-1, -1}}; // all as strong as each other; hidden ones 0.4 and 3.2
    const Network pruned = withoutWeights(network, inputs, 0.5);
    // Importance: 0.25, 0.01, 0.04, 9 and 4 * 0.16 = 0.64, 0.09 * 10.24 = 0.92
    QCOMPARE(pruned.layers[0].weights, (Matrix{{0, 0}, {0, 3}}));
    QCOMPARE(pruned.layers[1].weights, (Matrix{{-2, 0.3f}}));
    QCOMPARE(pruned.layers[0].bias, network.layers[0].bias);
    QCOMPARE(pruned.layers[1].bias, network.layers[1].bias);
}

void TestPruning::strengthOfInputsCounts()
{
    Network network;
    network.layers = {layerOf(Activation::Linear, {{1, 1, 1}}, {0})};
    const Matrix inputs{{3, 0.1f, -1}, {-3, 0.1f, 1}};
    QCOMPARE(withoutWeights(network, inputs, 1.0 / 3).layers[0].weights, (Matrix{{1, 0, 1}}));
    QCOMPARE(withoutWeights(network, inputs, 2.0 / 3).layers[0].weights, (Matrix{{1, 0, 0}}));
}

void TestPruning::exactlyTheShareOfWeightsGoes_data()
{
    QTest::addColumn<double>("share");
    for (const double share : {0.0, 0.01, 0.1, 1.0 / 3, 0.5, 0.777, 0.95, 1.0})
        QTest::addRow("%g", share) << share;
}

void TestPruning::exactlyTheShareOfWeightsGoes()
{
    QFETCH(double, share);
    const Dataset data = fixtureDataset(Task::Classification, 6);
    const Network network = fixtureTraining(data, usualDesign(), 6).network;
    const Network pruned = withoutWeights(network, data.training.inputs, share);
    const auto expected = std::llround(share * static_cast<double>(weightsOf(network)));
    QCOMPARE(static_cast<long long>(zerosOf(pruned)), expected);
    QCOMPARE(sparsity(pruned), static_cast<double>(expected) / static_cast<double>(weightsOf(network)));
    for (std::size_t l = 0; l < 3; ++l)
        for (Eigen::Index i = 0; i < network.layers[l].weights.size(); ++i) {
            const float before = network.layers[l].weights.data()[i], after = pruned.layers[l].weights.data()[i];
            QVERIFY(after == 0 || after == before);
        }
}

/// Weights behind a silent neuron matter as little as those that are 0 already. Nothing goes beyond the share.
void TestPruning::weightsThatAreGoneAreNotCountedAgain()
{
    Network network;
    network.layers = {layerOf(Activation::Relu, {{1, 1}, {1, 1}}, {-100, 0}),
                      layerOf(Activation::Linear, {{5, 0}, {5, 0}, {5, 2}}, {0, 0, 0})};
    const Matrix inputs{{1, 0}, {0, 1}, {1, 1}};
    const Network pruned = withoutWeights(network, inputs, 0.2);
    QCOMPARE(zerosOf(pruned), std::size_t{2});
    QCOMPARE(pruned.layers[1].weights, network.layers[1].weights);
    QCOMPARE(zerosOf(withoutWeights(network, inputs, 0.3)), std::size_t{3});
}

void TestPruning::neuronsThatMatterLeastGo()
{
    Network network;
    network.layers = {layerOf(Activation::Relu, {{1, 0}, {0.1f, 0}, {0, 1}, {0, 2}}, {0, 0, 0, 0}),
                      layerOf(Activation::Linear, {{1, 5, 0.1f, 3}}, {0})};
    const Matrix inputs{{1, 1}, {2, 2}, {0, 0}}; // strengths 1, 0.01, 1, 4 times 5/3; then 1, 25, 0.01, 9
    const Network pruned = withoutNeurons(network, inputs, {2});
    QCOMPARE(pruned.layers[0].weights, (Matrix{{1, 0}, {0, 2}}));
    QCOMPARE(pruned.layers[0].bias.size(), Eigen::Index{2});
    QCOMPARE(pruned.layers[1].weights, (Matrix{{1, 3}}));
    QVERIFY(std::abs(pruned.layers[1].bias(0) - (5 * 0.1f + 0.1f)) < 1e-6f); // both means are 1 and 0.1
}

void TestPruning::constantNeuronsGoWithoutATrace()
{
    const Dataset data = fixtureDataset(Task::Regression, 6);
    Network network = fixtureTraining(data, usualDesign(), 6).network;
    for (const Eigen::Index neuron : {1, 4, 9}) { // the weakest, each always the same
        network.layers[0].weights.row(neuron).setZero();
        network.layers[0].bias(neuron) = 0.02f * static_cast<float>(neuron);
    }
    for (const Eigen::Index neuron : {0, 5}) {
        network.layers[1].weights.row(neuron).setZero();
        network.layers[1].bias(neuron) = -0.03f;
    }
    const Network pruned = withoutNeurons(network, data.training.inputs, {9, 5});
    QCOMPARE(pruned.layers[0].weights.rows(), Eigen::Index{9});
    QCOMPARE(pruned.layers[1].weights.rows(), Eigen::Index{5});
    const Matrix before = forward(network, data.test.inputs), after = forward(pruned, data.test.inputs);
    QVERIFY((before - after).cwiseAbs().maxCoeff() < 2e-5f);
}

void TestPruning::meanOfWhatGoesStays()
{
    const Dataset data = fixtureDataset(Task::Regression, 6);
    const Network network = fixtureTraining(data, {{{20}}}, 6).network;
    const Network pruned = withoutNeurons(network, data.training.inputs, {8});
    const double before = forward(network, data.training.inputs).cast<double>().mean();
    const double after = forward(pruned, data.training.inputs).cast<double>().mean();
    QVERIFY(std::abs(before - after) < 1e-4);
}

void TestPruning::everyHiddenLayerKeepsANeuron()
{
    const Dataset data = fixtureDataset(Task::Classification, 6);
    const Network network = fixtureTraining(data, {{{12}, {2}, {1}}}, 6).network;
    QCOMPARE(neuronsLeft(network, 0.95), (std::vector<int>{1, 1, 1}));
    QCOMPARE(neuronsLeft(network, 0.5), (std::vector<int>{6, 1, 1}));
    QCOMPARE(neuronsLeft(network, 0), (std::vector<int>{12, 2, 1}));
    QCOMPARE(neuronsLeft(fixtureTraining(data, NetworkDesign{{}}, 6).network, 0.5), std::vector<int>{});
    const TrainedNetwork run = *prune({network, {{{12}, {2}, {1}}}, {}}, data, optionsOf(Pruning::Neurons, 0.95, 3, 3));
    QCOMPARE(unitsOf(run.design), (std::vector<int>{1, 1, 1}));
    const LearningStart flat = startOf(data, NetworkDesign{{}}, 2);
    QVERIFY(prune(flat, data, optionsOf(Pruning::Neurons, 0.5, 2, 2)).ok());
}

void TestPruning::shareOfNeuronsIsReachedInAnyNumberOfStages_data()
{
    QTest::addColumn<int>("stages");
    for (const int stages : {1, 2, 5, 20})
        QTest::addRow("%d stages", stages) << stages;
}

void TestPruning::shareOfNeuronsIsReachedInAnyNumberOfStages()
{
    QFETCH(int, stages);
    const NetworkDesign design{{{16}, {8}, {3}}};
    const Dataset data = fixtureDataset(Task::Classification, 6, 60);
    const LearningStart start = startOf(data, design, 20);
    QCOMPARE(unitsOf(prune(start, data, optionsOf(Pruning::Neurons, 0.5, stages, 20))->design),
             (std::vector<int>{8, 4, 1}));
    QCOMPARE(unitsOf(prune(start, data, optionsOf(Pruning::Neurons, 0.25, stages, 20))->design),
             (std::vector<int>{12, 6, 2}));
}

void TestPruning::zerosStayWhileTheNetworkLearns_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    QTest::addColumn<int>("stages");
    for (const Optimizer optimizer : allOptimizers)
        QTest::newRow(std::string(optimizerName(optimizer)).c_str()) << optimizer << 4;
    QTest::newRow("at once") << Optimizer::AdamW << 1;
    QTest::newRow("most stages") << Optimizer::AdamW << mostPruningStages;
}

void TestPruning::zerosStayWhileTheNetworkLearns()
{
    QFETCH(Optimizer, optimizer);
    QFETCH(int, stages);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 6, 100);
        LearningStart start = startOf(data, usualDesign(), 8);
        start.settings.optimizer = optimizer;
        start.settings.momentum = 0.5;
        start.settings.l1 = start.settings.l2 = 1e-4;
        PruningOptions options = optionsOf(Pruning::Weights, 0.6, stages, 8);
        options.extra.learningRate = 0.001;
        const TrainedNetwork run = *prune(start, data, options);
        const auto expected = std::llround(0.6 * static_cast<double>(weightsOf(start.network)));
        QCOMPARE(static_cast<long long>(zerosOf(run.network)), expected);
        QVERIFY(run.design == start.design);
    }
}

void TestPruning::smallerNetworkHasItsOwnDesign()
{
    const Dataset data = fixtureDataset(Task::Classification, 6, 100);
    NetworkDesign design = usualDesign();
    design.hidden[0].dropout = 0.1;
    const LearningStart start = startOf(data, design, 6);
    const TrainedNetwork run = *prune(start, data, optionsOf(Pruning::Neurons, 0.5, 3, 6));
    NetworkDesign expected = design;
    expected.hidden[0].units = 6;
    expected.hidden[1].units = 3;
    QVERIFY(run.design == expected);
    QVERIFY(shapeOf(run.network) == shapeOf(expected, data.inputs(), data.outputs()));
}

void TestPruning::stagesShareTheEpochs_data()
{
    QTest::addColumn<Pruning>("pruning");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("learned");
    QTest::newRow("evenly") << Pruning::Weights << 5 << 10 << 10;
    QTest::newRow("unevenly") << Pruning::Neurons << 3 << 10 << 10;
    QTest::newRow("one each at least") << Pruning::Weights << 7 << 2 << 7;
    QTest::newRow("at once") << Pruning::Neurons << 1 << 4 << 4;
}

void TestPruning::stagesShareTheEpochs()
{
    QFETCH(Pruning, pruning);
    QFETCH(int, stages);
    QFETCH(int, epochs);
    QFETCH(int, learned);
    const Dataset data = fixtureDataset(Task::Classification, 6, 100);
    const PruningOptions options = optionsOf(pruning, 0.5, stages, epochs);
    std::vector<EpochRecord> seen;
    const TrainedNetwork run =
        *prune(startOf(data, usualDesign(), 50), data, options, {},
               [&](const EpochRecord& record, const LearningNetwork&) { seen.push_back(record); });
    QCOMPARE(static_cast<int>(run.history.size()), learned);
    QVERIFY(run.history == seen);
    for (int i = 0; i < learned; ++i)
        QCOMPARE(run.history[static_cast<std::size_t>(i)].epoch, i + 1);
    QVERIFY(run.bestEpoch > learned - (learned + stages - 1) / stages && run.bestEpoch <= learned);
    QCOMPARE(run.settings.epochs, learned);
    const Metrics validation = evaluate(run.network, data, data.validation);
    QVERIFY(std::abs(run.history[static_cast<std::size_t>(run.bestEpoch) - 1].validationLoss - validation.loss) < 1e-5);
}

void TestPruning::shareOfNothingOnlyLearns()
{
    const Dataset data = fixtureDataset(Task::Classification, 6, 100);
    const LearningStart start = startOf(data, usualDesign(), 6);
    FineTuning tuning;
    tuning.start = start.network;
    for (const Pruning pruning : allPrunings) {
        const PruningOptions options = optionsOf(pruning, 0, 1, 6);
        const TrainedNetwork run = *prune(start, data, options);
        const TrainedNetwork tuned =
            fineTune(data, start.design, pruningSettings(options, start.settings), tuning)->run;
        QVERIFY(identical(run.network, tuned.network));
        QVERIFY(!identical(run.network, start.network));
    }
}

void TestPruning::prunedNetworkRecovers()
{
    const Dataset data = test::clouds(300, 100, 200);
    TrainingSettings settings;
    settings.epochs = 40;
    const NetworkDesign design{{{24}, {12}}};
    const TrainedNetwork trained = *train(data, design, settings);
    for (const Pruning pruning : allPrunings) {
        const LearningStart start{trained.network, design, settings};
        const TrainedNetwork run = *prune(start, data, optionsOf(pruning, 0.6, 5, 30));
        QVERIFY2(run.test.headline > trained.test.headline - 0.03,
                 qPrintable(QStringLiteral("%1 %2").arg(run.test.headline).arg(trained.test.headline)));
    }
}

void TestPruning::sameSeedGivesTheSameNetwork()
{
    const Dataset data = fixtureDataset(Task::Regression, 6, 100);
    const LearningStart start = startOf(data, usualDesign(), 6);
    LearningStart other = start;
    other.settings.seed = 77;
    for (const Pruning pruning : allPrunings) {
        const PruningOptions options = optionsOf(pruning, 0.5, 3, 6);
        const TrainedNetwork first = *prune(start, data, options), second = *prune(start, data, options);
        QVERIFY(identical(first.network, second.network));
        QVERIFY(first.history == second.history);
        QVERIFY(!identical(first.network, prune(other, data, options)->network));
    }
}

void TestPruning::usualSettingsFollowTheShare()
{
    TrainingSettings before;
    before.epochs = 100;
    before.learningRate = 0.01;
    PruningOptions options;
    options.share = 0.5;
    QCOMPARE(pruningSettings(options, before).epochs, 50);
    QCOMPARE(pruningSettings(options, before).learningRate, 0.003);
    options.share = 0.9;
    QCOMPARE(pruningSettings(options, before).epochs, 100);
    QCOMPARE(pruningSettings(options, before).learningRate, 0.01);
    options.extra = {30, 0.5};
    QCOMPARE(pruningSettings(options, before).epochs, 30);
    QCOMPARE(pruningSettings(options, before).learningRate, 0.5);
}

void TestPruning::numbersOutOfBoundsAreNamed_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("stages");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("share too large") << 0.96 << 5 << QByteArray("(now 0.96)");
    QTest::newRow("negative share") << -0.1 << 5 << QByteArray("(now -0.1)");
    QTest::newRow("share that is no number") << std::nan("") << 5 << QByteArray("0.95");
    QTest::newRow("no stage") << 0.5 << 0 << QByteArray("(now 0)");
    QTest::newRow("too many stages") << 0.5 << 21 << QByteArray("(now 21)");
}

void TestPruning::numbersOutOfBoundsAreNamed()
{
    QFETCH(double, share);
    QFETCH(int, stages);
    QFETCH(QByteArray, named);
    const Dataset data = fixtureDataset(Task::Classification, 6, 60);
    const Result<TrainedNetwork> run =
        prune(startOf(data, usualDesign(), 6), data, optionsOf(Pruning::Weights, share, stages, 6));
    QVERIFY(!run);
    QCOMPARE(run.error().id, std::string_view("compression.pruning"));
    QVERIFY2(inEnglish(run.error()).find(named.toStdString()) != std::string::npos, inEnglish(run.error()).c_str());
}

/// The share is reached all the same, with an epoch for each stage that is left.
void TestPruning::stopKeepsWhatIsThere()
{
    const Dataset data = fixtureDataset(Task::Classification, 6, 100);
    const LearningStart start = startOf(data, usualDesign(), 6);
    RunControl control;
    const TrainedNetwork run = *prune(start, data, optionsOf(Pruning::Weights, 0.5, 4, 4000), control,
                                      [&](const EpochRecord& record, const LearningNetwork&) {
                                          if (record.epoch == 10)
                                              control.stop();
                                      });
    QCOMPARE(run.history.size(), std::size_t{13});
    QCOMPARE(zerosOf(run.network), (weightsOf(start.network) + 1) / 2);
}

void TestPruning::cancelIsAnError()
{
    const Dataset data = fixtureDataset(Task::Classification, 6, 100);
    for (const Pruning pruning : allPrunings) {
        RunControl control;
        const Result<TrainedNetwork> run =
            prune(startOf(data, usualDesign(), 6), data, optionsOf(pruning, 0.5, 4, 4000), control,
                  [&](const EpochRecord& record, const LearningNetwork&) {
                      if (record.epoch == 10)
                          control.cancel();
                  });
        QVERIFY(!run);
        QCOMPARE(run.error().id, std::string_view("common.cancelled"));
    }
}

QTEST_APPLESS_MAIN(TestPruning)
#include "tst_pruning.moc"
