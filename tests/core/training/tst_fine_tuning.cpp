#include "learning_tasks.h"

#include "network/forward.h"
#include "training/fine_tuning.h"

#include <QTest>

#include <cmath>

using namespace broto;
using test::identical;

namespace {

NetworkDesign usualDesign()
{
    return {{{12}, {6, Activation::Tanh}}};
}

Dataset dataOf(Task task)
{
    return task == Task::Classification ? test::clouds(150, 50, 50) : test::curve(150, 50, 50);
}

TrainingSettings settingsOf(int epochs, double learningRate)
{
    TrainingSettings settings;
    settings.epochs = epochs;
    settings.learningRate = learningRate;
    return settings;
}

FineTuning from(const Network& network, Zeros zeros = Zeros::Grow)
{
    FineTuning tuning;
    tuning.start = network;
    tuning.zeros = zeros;
    return tuning;
}

Network withZeros(Network network)
{
    for (DenseLayer& layer : network.layers)
        for (Eigen::Index i = 0; i < layer.weights.size(); i += 3)
            layer.weights.data()[i] = 0;
    return network;
}

void bothTasks()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

}

class TestFineTuning : public QObject {
    Q_OBJECT

private slots:
    void goesOnFromTheNetwork_data();
    void goesOnFromTheNetwork();
    void learnsBeyondItsStart_data();
    void learnsBeyondItsStart();
    void withoutANetworkItIsTraining_data();
    void withoutANetworkItIsTraining();
    void onlyZerosOfTheStartStay_data();
    void onlyZerosOfTheStartStay();
    void orderOfRowsFollowsTheSeed();
    void normalisationHasBecomePartOfTheWeights();
    void oneOutputThatHasBecomeTwoGoesOnAsTwo();
    void onlyIntegersLeaveAForm();
    void bestEpochIsKept();
    void wrongSettingsAreErrors();
    void stopKeepsTheFirstEpoch();
    void cancelIsAnError();
    void extraSettingsAreSharesOfTheUsual_data();
    void extraSettingsAreSharesOfTheUsual();
    void foldedDesignKeepsAllElse();
};

void TestFineTuning::goesOnFromTheNetwork_data()
{
    bothTasks();
}

/// With steps that move nothing, its first epoch is judged as the network was.
void TestFineTuning::goesOnFromTheNetwork()
{
    QFETCH(Task, task);
    const Dataset data = dataOf(task);
    const TrainedNetwork trained = *train(data, usualDesign(), settingsOf(20, 0.01));
    TrainingSettings settings = settingsOf(1, 1e-12);
    settings.optimizer = Optimizer::Sgd;
    const FineTuned tuned = *fineTune(data, usualDesign(), settings, from(trained.network));
    QVERIFY(std::abs(tuned.run.history[0].trainingLoss - trained.training.loss) < 1e-5 * (1 + trained.training.loss));
    QVERIFY(std::abs(tuned.run.history[0].validationLoss - trained.validation.loss) < 1e-5);
    for (std::size_t l = 0; l < 3; ++l)
        QVERIFY((tuned.run.network.layers[l].weights - trained.network.layers[l].weights).cwiseAbs().maxCoeff() <
                1e-9f);
    // One ordinary epoch does not lose it either.
    const FineTuned further = *fineTune(data, usualDesign(), settingsOf(1, 0.001), from(trained.network));
    QVERIFY(further.run.history[0].validationLoss < 1.1 * trained.validation.loss);
}

void TestFineTuning::learnsBeyondItsStart_data()
{
    bothTasks();
}

void TestFineTuning::learnsBeyondItsStart()
{
    QFETCH(Task, task);
    const Dataset data = dataOf(task);
    const TrainedNetwork trained = *train(data, usualDesign(), settingsOf(2, 0.01));
    const FineTuned tuned = *fineTune(data, usualDesign(), settingsOf(40, 0.01), from(trained.network));
    QVERIFY(tuned.run.validation.loss < trained.validation.loss);
    QCOMPARE(tuned.run.history.size(), std::size_t{40});
    QVERIFY(std::abs(tuned.run.test.loss - evaluate(tuned.run.network, data, data.test).loss) < 1e-9);
}

void TestFineTuning::withoutANetworkItIsTraining_data()
{
    bothTasks();
}

void TestFineTuning::withoutANetworkItIsTraining()
{
    QFETCH(Task, task);
    const Dataset data = dataOf(task);
    NetworkDesign design = usualDesign();
    design.hidden[0].dropout = 0.2;
    design.hidden[1].normalised = true;
    const TrainedNetwork trained = *train(data, design, settingsOf(6, 0.01));
    const FineTuned tuned = *fineTune(data, design, settingsOf(6, 0.01), {});
    QVERIFY(identical(tuned.run.network, trained.network));
    QVERIFY(tuned.run.history == trained.history);
}

void TestFineTuning::onlyZerosOfTheStartStay_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    for (const Optimizer optimizer : allOptimizers)
        QTest::newRow(std::string(optimizerName(optimizer)).c_str()) << optimizer;
}

void TestFineTuning::onlyZerosOfTheStartStay()
{
    QFETCH(Optimizer, optimizer);
    const Dataset data = dataOf(Task::Classification);
    const Network start = withZeros(train(data, usualDesign(), settingsOf(5, 0.01))->network);
    TrainingSettings settings = settingsOf(5, 0.001);
    settings.optimizer = optimizer;
    settings.l1 = settings.l2 = 1e-4;
    settings.largestGradient = 1;
    const Network stay = fineTune(data, usualDesign(), settings, from(start, Zeros::Stay))->run.network;
    const Network grow = fineTune(data, usualDesign(), settings, from(start))->run.network;
    bool grown = false;
    for (std::size_t l = 0; l < 3; ++l)
        for (Eigen::Index i = 0; i < start.layers[l].weights.size(); ++i) {
            const bool wasZero = start.layers[l].weights.data()[i] == 0;
            QCOMPARE(stay.layers[l].weights.data()[i] == 0, wasZero);
            grown = grown || (wasZero && grow.layers[l].weights.data()[i] != 0);
        }
    QVERIFY(grown);
}

void TestFineTuning::orderOfRowsFollowsTheSeed()
{
    const Dataset data = dataOf(Task::Regression);
    const Network start = train(data, usualDesign(), settingsOf(3, 0.01))->network;
    TrainingSettings settings = settingsOf(3, 0.01);
    const Network first = fineTune(data, usualDesign(), settings, from(start))->run.network;
    QVERIFY(identical(first, fineTune(data, usualDesign(), settings, from(start))->run.network));
    settings.seed = 5;
    QVERIFY(!identical(first, fineTune(data, usualDesign(), settings, from(start))->run.network));
}

void TestFineTuning::normalisationHasBecomePartOfTheWeights()
{
    const Dataset data = dataOf(Task::Classification);
    NetworkDesign design = usualDesign();
    design.hidden[0].normalised = design.hidden[1].normalised = true;
    const TrainedNetwork trained = *train(data, design, settingsOf(10, 0.01));
    TrainingSettings settings = settingsOf(1, 1e-12);
    settings.optimizer = Optimizer::Sgd;
    const FineTuned tuned = *fineTune(data, foldedDesign(design), settings, from(trained.network));
    QVERIFY(std::abs(tuned.run.history[0].validationLoss - trained.validation.loss) < 1e-5);
}

void TestFineTuning::oneOutputThatHasBecomeTwoGoesOnAsTwo()
{
    const Dataset data = test::exclusiveOr();
    TrainingSettings settings = settingsOf(30, 0.05);
    settings.loss = Loss::BinaryCrossEntropy;
    const TrainedNetwork trained = *train(data, usualDesign(), settings);
    settings.epochs = 1;
    settings.learningRate = 1e-12;
    settings.optimizer = Optimizer::Sgd;
    const FineTuned tuned = *fineTune(data, usualDesign(), settings, from(trained.network));
    QCOMPARE(tuned.run.network.layers.back().weights.rows(), Eigen::Index{2});
    QVERIFY(std::abs(tuned.run.history[0].trainingLoss - trained.training.loss) < 1e-5);
}

void TestFineTuning::onlyIntegersLeaveAForm()
{
    const Dataset data = dataOf(Task::Classification);
    QVERIFY(!fineTune(data, usualDesign(), settingsOf(1, 0.01), {})->form);
}

void TestFineTuning::bestEpochIsKept()
{
    const Dataset data = dataOf(Task::Regression);
    const Network start = train(data, usualDesign(), settingsOf(30, 0.01))->network;
    const FineTuned tuned = *fineTune(data, usualDesign(), settingsOf(8, 0.2), from(start)); // too fast to get better
    const auto best = static_cast<std::size_t>(tuned.run.bestEpoch) - 1;
    for (const EpochRecord& record : tuned.run.history)
        QVERIFY(record.validationLoss >= tuned.run.history[best].validationLoss);
    QVERIFY(std::abs(tuned.run.history[best].validationLoss - tuned.run.validation.loss) < 1e-5);
}

void TestFineTuning::wrongSettingsAreErrors()
{
    const Dataset data = dataOf(Task::Classification);
    QVERIFY(!fineTune(data, usualDesign(), settingsOf(0, 0.01), {}));
    QVERIFY(!fineTune(data, {{{0}}}, settingsOf(1, 0.01), {}));
    const Result<FineTuned> none = fineTune(test::clouds(0, 5, 5), usualDesign(), settingsOf(1, 0.01), {});
    QVERIFY(!none);
    QCOMPARE(none.error().id, std::string_view("training.no-rows"));
}

void TestFineTuning::stopKeepsTheFirstEpoch()
{
    const Dataset data = dataOf(Task::Classification);
    RunControl control;
    control.stop();
    const FineTuned tuned = *fineTune(data, usualDesign(), settingsOf(50, 0.01), {}, control);
    QCOMPARE(tuned.run.history.size(), std::size_t{1});
    QCOMPARE(tuned.run.bestEpoch, 1);
}

void TestFineTuning::cancelIsAnError()
{
    const Dataset data = dataOf(Task::Classification);
    RunControl control;
    const Result<FineTuned> tuned = fineTune(data, usualDesign(), settingsOf(50, 0.01), {}, control,
                                             [&](const EpochRecord&, const LearningNetwork&) { control.cancel(); });
    QVERIFY(!tuned);
    QCOMPARE(tuned.error().id, std::string_view("common.cancelled"));
}

void TestFineTuning::extraSettingsAreSharesOfTheUsual_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<ExtraTraining>("extra");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<double>("rate");
    QTest::newRow("usual") << 200 << ExtraTraining{} << 0.25 << 50 << 0.001;
    QTest::newRow("one at least") << 2 << ExtraTraining{} << 0.25 << 1 << 0.001;
    QTest::newRow("all") << 7 << ExtraTraining{} << 1.0 << 7 << 0.001;
    QTest::newRow("epochs given") << 200 << ExtraTraining{3, 0} << 0.25 << 3 << 0.001;
    QTest::newRow("rate given") << 200 << ExtraTraining{0, 0.5} << 0.25 << 50 << 0.5;
    QTest::newRow("both given") << 200 << ExtraTraining{9, 0.2} << 0.25 << 9 << 0.2;
    QTest::newRow("most there are") << mostEpochs << ExtraTraining{} << 1.0 << mostEpochs << 0.001;
}

void TestFineTuning::extraSettingsAreSharesOfTheUsual()
{
    QFETCH(int, before);
    QFETCH(ExtraTraining, extra);
    QFETCH(double, share);
    QFETCH(int, epochs);
    QFETCH(double, rate);
    TrainingSettings usual = settingsOf(before, 0.01);
    usual.warmUpEpochs = 5;
    usual.patience = 20;
    usual.seed = 9;
    usual.l1 = 0.5;
    TrainingSettings expected = usual;
    expected.epochs = epochs;
    expected.learningRate = rate;
    expected.warmUpEpochs = expected.patience = 0;
    QVERIFY(extraSettings(usual, extra, share, 0.1) == expected);
}

void TestFineTuning::foldedDesignKeepsAllElse()
{
    const NetworkDesign design{{{7, Activation::Swish, 0.25, true}, {3, Activation::Relu, 0, false}}};
    const NetworkDesign expected{{{7, Activation::Swish, 0.25, false}, {3, Activation::Relu, 0, false}}};
    QVERIFY(foldedDesign(design) == expected);
}

QTEST_APPLESS_MAIN(TestFineTuning)
#include "tst_fine_tuning.moc"
