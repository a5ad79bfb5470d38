#include "training/trainer.h"

#include "learning_tasks.h"
#include "support/value_of.h"

#include <QtTest>

#include <thread>

using namespace broto;
using namespace broto::test;

namespace {

/// Everything that draws, remembers or changes from epoch to epoch.
NetworkDesign livelyDesign()
{
    return {{{12, Activation::Relu, 0.2, true}, {8, Activation::Tanh, 0.1}}};
}

TrainingSettings settingsFor(Optimizer optimizer, Schedule schedule = Schedule::Cosine)
{
    TrainingSettings settings;
    settings.epochs = 24;
    settings.optimizer = optimizer;
    settings.schedule = schedule;
    settings.warmUpEpochs = 3;
    settings.batch = 7;
    return settings;
}

/// Pressed after an epoch.
TrainedNetwork stoppedAfter(int epoch, const Dataset& data, const TrainingSettings& settings)
{
    RunControl control;
    return valueOf(
        train(data, livelyDesign(), settings, control, [&](const EpochRecord& record, const LearningNetwork&) {
            if (record.epoch == epoch)
                control.stop();
        }));
}

bool sameState(const TrainingState& a, const TrainingState& b)
{
    return a.parameters == b.parameters && a.statistics == b.statistics && a.memory == b.memory &&
           a.firstPower == b.firstPower && a.secondPower == b.secondPower;
}

using Change = void (*)(TrainedNetwork&);

}

class TestGoingOn : public QObject {
    Q_OBJECT

private slots:
    void anInterruptionLeavesNoTrace_data();
    void anInterruptionLeavesNoTrace();
    void aTrainingGoesOnBeyondItsEnd();
    void trainingAgainEndsWhereTheFirstDid();
    void anotherProcessorIsSaidToHaveBeenThere();
    void whatCannotGoOnSaysWhy_data();
    void whatCannotGoOnSaysWhy();
    void aStepIsOneEpoch();
    void stopEndsAPause();
    void cancelEndsAPause();
    void manyAtOnceAreAsOneAlone();
};

void TestGoingOn::anInterruptionLeavesNoTrace_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<bool>("validated");
    for (const Optimizer optimizer : allOptimizers)
        QTest::newRow(optimizerName(optimizer).data()) << optimizer << Schedule::Cosine << true;
    QTest::newRow("plateau") << Optimizer::Adam << Schedule::Plateau << true;
    QTest::newRow("step") << Optimizer::Adam << Schedule::Step << true;
    QTest::newRow("without a validation part") << Optimizer::AdamW << Schedule::Constant << false;
}

void TestGoingOn::anInterruptionLeavesNoTrace()
{
    QFETCH(Optimizer, optimizer);
    QFETCH(Schedule, schedule);
    QFETCH(bool, validated);
    const Dataset data = clouds(60, validated ? 30 : 0, 30);
    const TrainingSettings settings = settingsFor(optimizer, schedule);
    const TrainedNetwork whole = valueOf(train(data, livelyDesign(), settings));
    for (const int epoch : {1, 9, 23}) {
        const TrainedNetwork part = stoppedAfter(epoch, data, settings);
        QCOMPARE(part.history.size(), static_cast<std::size_t>(epoch));
        const TrainedNetwork joined = valueOf(trainOn(data, part, settings.epochs));
        QVERIFY(joined.history == whole.history);
        QCOMPARE(joined.bestEpoch, whole.bestEpoch);
        QVERIFY(identical(joined.network, whole.network));
        QVERIFY(sameState(*joined.state, *whole.state));
        QVERIFY(joined.settings == whole.settings);
        QCOMPARE(joined.test.loss, whole.test.loss);
    }
}

void TestGoingOn::aTrainingGoesOnBeyondItsEnd()
{
    const Dataset data = clouds(60, 30, 30);
    const TrainedNetwork first = valueOf(train(data, livelyDesign(), settingsFor(Optimizer::AdamW)));
    std::vector<double> reported;
    const RunControl control([&](const Progress& progress) { reported.push_back(progress.total); });
    const TrainedNetwork longer = valueOf(trainOn(data, first, 30, control));
    QCOMPARE(longer.history.size(), 30u);
    QVERIFY(std::equal(first.history.begin(), first.history.end(), longer.history.begin()));
    QCOMPARE(reported, std::vector<double>(6, 30));
    QCOMPARE(longer.settings.epochs, 24); // they say how the learning rate fell
    QVERIFY(longer.validation.loss <= first.validation.loss);
    QVERIFY(identical(longer.network, valueOf(trainAgain(data, longer)).network));
}

void TestGoingOn::trainingAgainEndsWhereTheFirstDid()
{
    const Dataset data = clouds(60, 30, 30);
    const TrainedNetwork stopped = stoppedAfter(9, data, settingsFor(Optimizer::Momentum));
    const TrainedNetwork again = valueOf(trainAgain(data, stopped));
    QVERIFY(identical(again.network, stopped.network));
    QVERIFY(again.history == stopped.history);

    TrainingSettings patient = settingsFor(Optimizer::AdamW);
    patient.epochs = 500;
    patient.patience = 5;
    const TrainedNetwork early = valueOf(train(data, livelyDesign(), patient));
    QVERIFY(early.history.size() < 500u);
    const TrainedNetwork longer = valueOf(trainOn(data, early, 500));
    QVERIFY(longer.history.size() > early.history.size());
    QVERIFY(identical(valueOf(trainAgain(data, longer)).network, longer.network));
}

void TestGoingOn::anotherProcessorIsSaidToHaveBeenThere()
{
    const Dataset data = clouds(60, 30, 30);
    TrainedNetwork part = stoppedAfter(9, data, settingsFor(Optimizer::Adam));
    QCOMPARE(part.instructionSet, std::string(instructionSetName(bestInstructionSet())));
    part.instructionSet = "avx4096";
    QCOMPARE(valueOf(trainOn(data, part, 24)).instructionSet, "mixed");
    QCOMPARE(valueOf(trainAgain(data, part)).instructionSet, std::string(instructionSetName(bestInstructionSet())));
}

void TestGoingOn::whatCannotGoOnSaysWhy_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<std::string>("id");
    const auto row = [](const char* name, Change change, int epochs, const char* id) {
        QTest::newRow(name) << change << epochs << std::string(id);
    };
    const Change none = [](TrainedNetwork&) {};
    row(
        "no state", [](TrainedNetwork& t) { t.state.reset(); }, 24, "training.no-state");
    row(
        "no epochs", [](TrainedNetwork& t) { t.history.clear(); }, 24, "training.no-state");
    row(
        "other data", [](TrainedNetwork& t) { ++t.dataFingerprint; }, 24, "training.other-data");
    row("as many epochs as there are", none, 9, "training.epochs-to-go-on");
    row("too many epochs", none, mostEpochs + 1, "training.epochs-to-go-on");
    row(
        "state of another network", [](TrainedNetwork& t) { t.design.hidden[0].units = 20; }, 24,
        "training.foreign-state");
    row(
        "state of another optimizer", [](TrainedNetwork& t) { t.settings.optimizer = Optimizer::Sgd; }, 24,
        "training.foreign-state");
    row(
        "design that nobody can train", [](TrainedNetwork& t) { t.design.hidden[0].units = 0; }, 24, "training.units");
}

void TestGoingOn::whatCannotGoOnSaysWhy()
{
    QFETCH(Change, change);
    QFETCH(int, epochs);
    QFETCH(std::string, id);
    const Dataset data = clouds(60, 30, 30);
    TrainedNetwork part = stoppedAfter(9, data, settingsFor(Optimizer::Adam));
    change(part);
    const auto result = trainOn(data, part, epochs);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, id);
}

void TestGoingOn::aStepIsOneEpoch()
{
    const Dataset data = clouds(60, 30, 30);
    RunControl control;
    control.pause();
    std::vector<int> seen;
    control.step(); // the first
    const TrainedNetwork result = valueOf(
        train(data, {}, settingsFor(Optimizer::Adam), control, [&](const EpochRecord& record, const LearningNetwork&) {
            seen.push_back(record.epoch);
            QCOMPARE(control.paused(), record.epoch <= 5);
            if (record.epoch < 5)
                control.step();
            else
                control.resume();
        }));
    QCOMPARE(seen.size(), 24u);
    QVERIFY(!control.paused());
    QVERIFY(identical(result.network, valueOf(train(data, {}, settingsFor(Optimizer::Adam))).network));
}

void TestGoingOn::stopEndsAPause()
{
    const Dataset data = clouds(60, 30, 30);
    RunControl control;
    std::thread person;
    const TrainedNetwork result = valueOf(
        train(data, {}, settingsFor(Optimizer::Adam), control, [&](const EpochRecord& record, const LearningNetwork&) {
            if (record.epoch != 3)
                return;
            control.pause();
            person = std::thread([&control] { control.stop(); });
        }));
    person.join();
    QCOMPARE(result.history.size(), 3u);
}

void TestGoingOn::cancelEndsAPause()
{
    const Dataset data = clouds(60, 30, 30);
    RunControl control;
    std::thread person;
    const auto result =
        train(data, {}, settingsFor(Optimizer::Adam), control, [&](const EpochRecord& record, const LearningNetwork&) {
            if (record.epoch != 3)
                return;
            control.pause();
            person = std::thread([&control] { control.cancel(); });
        });
    person.join();
    QVERIFY(!result.ok());
    QCOMPARE(result.error().id, "common.cancelled");
}

void TestGoingOn::manyAtOnceAreAsOneAlone()
{
    const Dataset data = clouds(200, 60, 60);
    const TrainingSettings settings = settingsFor(Optimizer::AdamW);
    const TrainedNetwork alone = valueOf(train(data, livelyDesign(), settings));
    std::vector<Result<TrainedNetwork>> results(10, Result<TrainedNetwork>(Message{}));
    std::vector<std::thread> threads;
    for (Result<TrainedNetwork>& result : results)
        threads.emplace_back([&] { result = train(data, livelyDesign(), settings); });
    for (std::thread& thread : threads)
        thread.join();
    for (const Result<TrainedNetwork>& result : results) {
        QVERIFY(result.ok());
        QVERIFY(identical(result->network, alone.network));
        QVERIFY(sameState(*result->state, *alone.state));
    }
}

QTEST_APPLESS_MAIN(TestGoingOn)
#include "tst_going_on.moc"
