#include "common/fingerprint.h"
#include "training/trainer.h"

#include "learning_tasks.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace broto;
using namespace broto::test;

namespace {

TrainingSettings shortTraining(int epochs = 20)
{
    TrainingSettings settings;
    settings.epochs = epochs;
    return settings;
}

TrainedNetwork trained(const Dataset& data, const TrainingSettings& settings, const NetworkDesign& design = {})
{
    Result<TrainedNetwork> result = train(data, design, settings);
    if (!result)
        qFatal("%s", inEnglish(result.error()).c_str());
    return *std::move(result);
}

std::uint64_t weightsFingerprint(const Network& network)
{
    Fingerprint fingerprint;
    for (const DenseLayer& layer : network.layers)
        for (const float weight : layer.weights.reshaped<Eigen::RowMajor>())
            fingerprint.add(hexadecimal(std::bit_cast<std::uint32_t>(weight)));
    return fingerprint.value();
}

}

class TestTrainer : public QObject {
    Q_OBJECT

private slots:
    void exclusiveOrIsLearned_data();
    void exclusiveOrIsLearned();
    void classesAreLearned_data();
    void classesAreLearned();
    void aCurveIsLearnedInItsUnit();
    void aNetworkWithoutHiddenLayersIsTrained();

    void sameSeedGivesTheSameBits();
    void watchingChangesNothing();
    void everyBuildGivesTheSameBits_data();
    void everyBuildGivesTheSameBits();
    void anotherSeedGivesOtherWeights();
    void whatMadeTheNetworkIsKeptWithIt();

    void everyEpochIsRecordedReportedAndObserved();
    void theObserverSeesTheNetworkThatWasRecorded();
    void theBestEpochIsTheOneWithTheLowestValidationLoss();
    void withoutAValidationPartTheTrainingLossDecides();
    void withoutATestPartThereAreNoTestMetrics();
    void recordedMetricsAgreeWithAnEvaluation();
    void batchesOfAnySizeTrain_data();
    void batchesOfAnySizeTrain();

    void stopKeepsTheBestEpochSoFar();
    void stopBeforeTheStartStillGivesOneEpoch();
    void cancelIsAnError();
    void cancelDuringTheLastEpochIsAnError();
    void divergenceIsReportedWithItsEpoch_data();
    void divergenceIsReportedWithItsEpoch();
    void wrongSettingsAreNamed_data();
    void wrongSettingsAreNamed();
    void aDatasetWithoutTrainingRowsIsRefused();
};

void TestTrainer::exclusiveOrIsLearned_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::newRow("relu") << Activation::Relu;
    QTest::newRow("tanh") << Activation::Tanh;
    QTest::newRow("sigmoid") << Activation::Sigmoid;
}

void TestTrainer::exclusiveOrIsLearned()
{
    QFETCH(Activation, activation);
    TrainingSettings settings = shortTraining(1000);
    settings.learningRate = 0.05;
    const TrainedNetwork result = trained(exclusiveOr(), settings, {{{8, activation}}});
    QCOMPARE(result.training.headline, 1.0);
    QVERIFY(result.training.loss < 0.05);
}

void TestTrainer::classesAreLearned_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    QTest::addColumn<double>("learningRate");
    QTest::newRow("adam") << Optimizer::Adam << 0.01;
    QTest::newRow("sgd") << Optimizer::Sgd << 0.1;
}

void TestTrainer::classesAreLearned()
{
    QFETCH(Optimizer, optimizer);
    QFETCH(double, learningRate);
    TrainingSettings settings = shortTraining(60);
    settings.optimizer = optimizer;
    settings.learningRate = learningRate;
    const TrainedNetwork result = trained(clouds(300, 60, 300), settings);
    QVERIFY2(result.test.headline > 0.9, qPrintable(QString::number(result.test.headline)));
    QCOMPARE(result.test.confusion.size(), std::size_t{3});
}

void TestTrainer::aCurveIsLearnedInItsUnit()
{
    const NetworkDesign design{{{16, Activation::Tanh}, {8, Activation::Tanh}}};
    const TrainedNetwork result = trained(curve(400, 80, 200), shortTraining(200), design);
    QVERIFY2(result.test.headline > 0.99, qPrintable(QString::number(result.test.headline)));
    QVERIFY(result.test.rootMeanSquareError < 2); // mm; the noise alone is 1
    QVERIFY(result.test.meanAbsoluteError < result.test.rootMeanSquareError);
}

void TestTrainer::aNetworkWithoutHiddenLayersIsTrained()
{
    const TrainedNetwork result = trained(clouds(300, 60, 300), shortTraining(60), {{}});
    QVERIFY(result.test.headline > 0.85);
    QCOMPARE(result.network.layers.size(), std::size_t{1});
}

void TestTrainer::sameSeedGivesTheSameBits()
{
    const Dataset data = curve(200, 40, 40);
    const TrainedNetwork first = trained(data, shortTraining());
    const TrainedNetwork second = trained(data, shortTraining());
    QVERIFY(identical(first.network, second.network));
    QVERIFY(first.history == second.history);
    QCOMPARE(first.bestEpoch, second.bestEpoch);
}

void TestTrainer::watchingChangesNothing()
{
    const Dataset data = clouds(200, 40, 40);
    const TrainedNetwork alone = trained(data, shortTraining());
    const RunControl control([](const Progress&) {});
    const auto watched =
        train(data, {}, shortTraining(), control, [&](const EpochRecord&, const LearningNetwork& learning) {
            evaluate(learning.network(), data, data.training);
        });
    QVERIFY(watched.ok());
    QVERIFY(identical(alone.network, watched->network));
    QVERIFY(alone.history == watched->history);
}

void TestTrainer::everyBuildGivesTheSameBits_data()
{
    QTest::addColumn<InstructionSet>("instructions");
    QTest::addColumn<std::uint64_t>("expected");
    QTest::newRow("sse2") << InstructionSet::Baseline << std::uint64_t{0xd183ca479184abd3};
    QTest::newRow("avx2") << InstructionSet::Avx2 << std::uint64_t{0x2d891fdaf5352794};
}

/// Compilers and optimisation levels must agree. Where the way of training is changed on purpose, the numbers above
/// change once; write down in the change log that models trained from a seed are new.
void TestTrainer::everyBuildGivesTheSameBits()
{
    QFETCH(InstructionSet, instructions);
    QFETCH(std::uint64_t, expected);
#ifndef __x86_64__
    QSKIP("The numbers are those of x86.");
#endif
    if (!available(instructions))
        QSKIP("This processor has not these instructions.");
    Random random(21);
    Dataset data;
    data.target.classes = {"below", "above"};
    for (int row = 0; row < 70; ++row) {
        const float x = random.uniform(-1, 1), y = random.uniform(-1, 1);
        addLabelled(data.training, {x, y}, y > x * x * x);
    }
    NetworkDesign design;
    design.hidden.clear();
    for (const Activation activation : allActivations)
        design.hidden.push_back({9, activation});
    design.hidden.resize(mostLayers);
    design.hidden[1].dropout = 0.2;
    design.hidden[2].normalised = true;
    const auto result = train(data, design, shortTraining(5), {}, {}, instructions);
    QVERIFY(result.ok());
    QCOMPARE(result->instructionSet, std::string(instructionSetName(instructions)));
    QCOMPARE(weightsFingerprint(result->network), expected);
}

void TestTrainer::anotherSeedGivesOtherWeights()
{
    const Dataset data = clouds(200, 40, 40);
    TrainingSettings other = shortTraining();
    other.seed = 2;
    QVERIFY(!identical(trained(data, shortTraining()).network, trained(data, other).network));
}

void TestTrainer::whatMadeTheNetworkIsKeptWithIt()
{
    const NetworkDesign design{{{5, Activation::Tanh}}};
    TrainingSettings settings = shortTraining(3);
    settings.seed = 77;
    const Dataset data = clouds(30, 9, 9);
    const TrainedNetwork result = trained(data, settings, design);
    QVERIFY(result.design == design);
    QVERIFY(result.settings == settings);
    QCOMPARE(result.dataFingerprint, data.fingerprint);
    QVERIFY(shapeOf(result.network) == shapeOf(design, 2, 3));
}

void TestTrainer::everyEpochIsRecordedReportedAndObserved()
{
    std::vector<double> reported;
    std::vector<int> observed;
    const RunControl control([&](const Progress& progress) {
        QCOMPARE(progress.total, 5.0);
        reported.push_back(progress.done);
    });
    const auto result =
        train(clouds(30, 9, 9), {}, shortTraining(5), control,
              [&](const EpochRecord& record, const LearningNetwork&) { observed.push_back(record.epoch); });
    QVERIFY(result.ok());
    const std::vector<double> everyEpoch{1, 2, 3, 4, 5};
    QCOMPARE(reported, everyEpoch);
    QCOMPARE(observed, std::vector<int>(everyEpoch.begin(), everyEpoch.end()));
    QCOMPARE(result->history.size(), std::size_t{5});
}

void TestTrainer::theObserverSeesTheNetworkThatWasRecorded()
{
    const Dataset data = curve(100, 30, 30);
    Network best;
    float lowest = std::numeric_limits<float>::infinity();
    const auto result =
        train(data, {}, shortTraining(), {}, [&](const EpochRecord& record, const LearningNetwork& learning) {
            const Network network = learning.network();
            const double loss = evaluate(network, data, data.validation).loss;
            QVERIFY(std::abs(loss - static_cast<double>(record.validationLoss)) < 1e-5 * loss);
            if (record.validationLoss < lowest) {
                lowest = record.validationLoss;
                best = network;
            }
        });
    QVERIFY(result.ok());
    QVERIFY(identical(result->network, best));
}

void TestTrainer::theBestEpochIsTheOneWithTheLowestValidationLoss()
{
    TrainingSettings settings = shortTraining(300);
    settings.learningRate = 0.05; // learns the few rows by heart, so that the validation loss rises again
    const TrainedNetwork result = trained(clouds(30, 60, 60), settings);
    const auto lowest =
        std::min_element(result.history.begin(), result.history.end(), [](const EpochRecord& a, const EpochRecord& b) {
            return a.validationLoss < b.validationLoss;
        });
    QCOMPARE(result.bestEpoch, lowest->epoch);
    QVERIFY(result.bestEpoch < 300);
    QVERIFY(std::abs(result.validation.loss - static_cast<double>(lowest->validationLoss)) < 1e-5);
}

void TestTrainer::withoutAValidationPartTheTrainingLossDecides()
{
    const TrainedNetwork result = trained(clouds(60, 0, 30), shortTraining(30));
    const auto lowest =
        std::min_element(result.history.begin(), result.history.end(),
                         [](const EpochRecord& a, const EpochRecord& b) { return a.trainingLoss < b.trainingLoss; });
    QCOMPARE(result.bestEpoch, lowest->epoch);
    QCOMPARE(result.history.back().validationLoss, 0.0f);
    QVERIFY(std::isnan(result.validation.headline));
    QVERIFY(result.test.headline > 0.5);
}

void TestTrainer::withoutATestPartThereAreNoTestMetrics()
{
    const TrainedNetwork result = trained(curve(60, 20, 0), shortTraining(5));
    QVERIFY(std::isnan(result.test.headline));
    QVERIFY(std::isnan(result.test.rootMeanSquareError));
}

void TestTrainer::recordedMetricsAgreeWithAnEvaluation()
{
    // By the end of a long training the network hardly changes within an epoch any more.
    for (const Dataset& data : {clouds(300, 60, 60), curve(300, 60, 60)}) {
        Network last;
        const auto result =
            train(data, {}, shortTraining(150), {},
                  [&](const EpochRecord&, const LearningNetwork& learning) { last = learning.network(); });
        QVERIFY(result.ok());
        const EpochRecord& record = result->history.back();
        const Metrics training = evaluate(last, data, data.training);
        QVERIFY(std::abs(training.headline - static_cast<double>(record.trainingMetric)) < 0.01);
        QVERIFY(std::abs(training.loss - static_cast<double>(record.trainingLoss)) < 0.01);
        const double validation = evaluate(last, data, data.validation).headline;
        QVERIFY(std::abs(validation - static_cast<double>(record.validationMetric)) < 1e-5);
    }
}

void TestTrainer::batchesOfAnySizeTrain_data()
{
    QTest::addColumn<int>("batch");
    QTest::newRow("one row") << 1;
    QTest::newRow("last batch of one row") << 7;
    QTest::newRow("all rows") << 50;
    QTest::newRow("more than there are") << std::numeric_limits<int>::max();
}

void TestTrainer::batchesOfAnySizeTrain()
{
    QFETCH(int, batch);
    TrainingSettings settings = shortTraining(30);
    settings.batch = batch;
    settings.learningRate = batch == 1 ? 0.005 : 0.05;
    const TrainedNetwork result = trained(clouds(50, 9, 60), settings);
    QCOMPARE(result.history.size(), std::size_t{30});
    QVERIFY(result.history.back().trainingLoss < result.history.front().trainingLoss);
    QVERIFY(result.test.headline > 0.8);
}

void TestTrainer::stopKeepsTheBestEpochSoFar()
{
    const Dataset data = curve(200, 40, 40);
    TrainingSettings settings = shortTraining(1000);
    RunControl control;
    std::vector<EpochRecord> seen;
    std::vector<Network> networks;
    const auto stopped =
        train(data, {}, settings, control, [&](const EpochRecord& record, const LearningNetwork& learning) {
            seen.push_back(record);
            networks.push_back(learning.network());
            if (record.epoch == 7)
                control.stop();
        });
    QVERIFY(stopped.ok());
    QCOMPARE(stopped->history.size(), std::size_t{7});
    QVERIFY(stopped->history == seen);
    QVERIFY(identical(stopped->network, networks[static_cast<std::size_t>(stopped->bestEpoch - 1)]));
    QVERIFY(stopped->test.rootMeanSquareError > 0);
}

void TestTrainer::stopBeforeTheStartStillGivesOneEpoch()
{
    RunControl control;
    control.stop();
    const auto result = train(clouds(100, 20, 20), {}, shortTraining(), control);
    QVERIFY(result.ok());
    QCOMPARE(result->history.size(), std::size_t{1});
    QCOMPARE(result->bestEpoch, 1);
}

void TestTrainer::cancelIsAnError()
{
    RunControl control;
    control.cancel();
    const auto before = train(clouds(100, 20, 20), {}, shortTraining(), control);
    QVERIFY(!before.ok());
    QCOMPARE(before.error().id, "common.cancelled");
}

void TestTrainer::cancelDuringTheLastEpochIsAnError()
{
    RunControl control;
    const auto result = train(clouds(100, 20, 20), {}, shortTraining(4), control,
                              [&](const EpochRecord& record, const LearningNetwork&) {
                                  if (record.epoch == 4)
                                      control.cancel();
                              });
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, "common.cancelled");
}

void TestTrainer::divergenceIsReportedWithItsEpoch_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<int>("validationRows");
    QTest::newRow("relu") << Activation::Relu << 30;
    QTest::newRow("linear, no validation part") << Activation::Linear << 0;
    QTest::newRow("tanh") << Activation::Tanh << 30;
}

void TestTrainer::divergenceIsReportedWithItsEpoch()
{
    QFETCH(Activation, activation);
    QFETCH(int, validationRows);
    TrainingSettings settings = shortTraining(100);
    settings.optimizer = Optimizer::Sgd;
    settings.learningRate = 1e6;
    const auto result = train(curve(100, validationRows, 0), {{{8, activation}}}, settings);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, "training.diverged");
    QVERIFY(std::get<std::int64_t>(result.error().arguments[0]) >= 1);
    QCOMPARE(std::get<double>(result.error().arguments[1]), settings.learningRate);
}

void TestTrainer::wrongSettingsAreNamed_data()
{
    QTest::addColumn<TrainingSettings>("settings");
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<std::string>("id");
    const auto with = [](auto change) {
        TrainingSettings settings = shortTraining();
        change(settings);
        return settings;
    };
    const double infinity = std::numeric_limits<double>::infinity();
    const NetworkDesign plain;
    QTest::newRow("no epochs") << with([](auto& s) { s.epochs = 0; }) << plain << std::string("training.epochs");
    QTest::newRow("negative epochs") << with([](auto& s) { s.epochs = -1; }) << plain << std::string("training.epochs");
    QTest::newRow("empty batch") << with([](auto& s) { s.batch = 0; }) << plain << std::string("training.batch");
    QTest::newRow("too many epochs") << with([](auto& s) { s.epochs = mostEpochs + 1; }) << plain
                                     << std::string("training.epochs");
    const auto badRate = [&](const char* name, double rate) {
        QTest::newRow(name) << with([rate](auto& s) { s.learningRate = rate; }) << plain
                            << std::string("training.learning-rate");
    };
    badRate("no learning rate", 0);
    badRate("negative learning rate", -0.1);
    badRate("learning rate that is not a number", std::nan(""));
    badRate("infinite learning rate", infinity);
    badRate("learning rate too large for a float", 1e300);
    badRate("learning rate too small for a float", 1e-300);
    const auto bad = [&](const char* name, auto change, const char* id) {
        QTest::newRow(name) << with(change) << plain << std::string(id);
    };
    bad(
        "negative momentum", [](auto& s) { s.momentum = -0.1; }, "training.momentum");
    bad(
        "momentum of one", [](auto& s) { s.momentum = 1; }, "training.momentum");
    bad(
        "negative weight decay", [](auto& s) { s.weightDecay = -1; }, "training.weight-decay");
    bad(
        "negative warm-up", [](auto& s) { s.warmUpEpochs = -1; }, "training.warm-up");
    bad(
        "all of the truth spread", [](auto& s) { s.labelSmoothing = 1; }, "training.smoothing");
    bad(
        "L1 that is not a number", [](auto& s) { s.l1 = std::nan(""); }, "training.l1");
    bad(
        "negative L2", [](auto& s) { s.l2 = -1e-3; }, "training.l2");
    bad(
        "infinite clipping", [=](auto& s) { s.largestGradient = infinity; }, "training.clipping");
    bad(
        "negative patience", [](auto& s) { s.patience = -1; }, "training.patience");
    bad(
        "an error for classes", [](auto& s) { s.loss = Loss::Huber; }, "training.loss");
    bad(
        "two-class loss for three classes", [](auto& s) { s.loss = Loss::BinaryCrossEntropy; }, "training.binary-loss");
    const auto badDesign = [&](const char* name, std::vector<HiddenLayer> hidden, const char* id) {
        QTest::newRow(name) << shortTraining() << NetworkDesign{std::move(hidden)} << std::string(id);
    };
    badDesign("empty layer", {{8}, {0}}, "training.units");
    badDesign("layer too wide", {{mostUnits + 1}}, "training.units");
    badDesign("everything drops out", {{8, Activation::Relu, 1.0}}, "training.dropout");
    badDesign("negative dropout", {{8, Activation::Relu, -0.1}}, "training.dropout");
    badDesign("dropout that is not a number", {{8, Activation::Relu, std::nan("")}}, "training.dropout");
    badDesign("too many layers", std::vector<HiddenLayer>(mostLayers + 1), "training.layers");
}

void TestTrainer::wrongSettingsAreNamed()
{
    QFETCH(TrainingSettings, settings);
    QFETCH(NetworkDesign, design);
    QFETCH(std::string, id);
    const auto result = train(clouds(30, 9, 9), design, settings);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, id);
}

void TestTrainer::aDatasetWithoutTrainingRowsIsRefused()
{
    const auto result = train(clouds(0, 9, 9), {}, shortTraining());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, "training.no-rows");
}

QTEST_APPLESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
