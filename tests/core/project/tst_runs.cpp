#include "project/runs.h"

#include "project/kept_runs.h"
#include "project/project_file.h"
#include "project/stage.h"
#include "project/unknown_fields.h"
#include "project/workflow.h"

#include "example_project.h"
#include "support/value_of.h"

#include <QtTest>

using namespace broto;
using broto::test::valueOf;

class TestRuns : public QObject {
    Q_OBJECT

private slots:
    void runsAreNumberedAndKept();
    void theOldestRunMakesRoom();
    void largeRunsMakeRoomEarlier();
    void anEarlierRunIsBroughtBack();
    void theNumberOfARunIsNeverGivenAgain();
    void bringingBackNeedsTheRunAndItsData();
    void aStoppedTrainingGoesOnAsIfItHadNotBeen_data();
    void aStoppedTrainingGoesOnAsIfItHadNotBeen();
    void moreEpochsThanPlannedAreTheSameRun();
    void goingOnIsNoChangeSinceTheTraining();
    void whatCannotGoOnSaysWhy();
    void cancelLeavesNothing();
    void fieldsOfANewerProgramStayWithTheirRun();
    void whatChangedDuringATrainingStays();
    void noMoreRunsAreKeptThanCanBeRead();
    void afterTheLargestNumberAProjectCanStillBeOpened();
};

namespace {

Project trainedAgain(Project project, std::uint64_t seed)
{
    project.training.seed = seed;
    return valueOf(trained(project, dataOf(project)));
}

/// As when a person presses Stop after that epoch.
Project stoppedAfter(const Project& project, int epoch)
{
    RunControl control;
    return valueOf(trained(project, dataOf(project), control, [&](const EpochRecord& record, const LearningNetwork&) {
        if (record.epoch == epoch)
            control.stop();
    }));
}

std::vector<int> numbersOf(const Project& project)
{
    std::vector<int> numbers;
    for (const auto& run : project.earlierRuns)
        numbers.push_back(run->number);
    return numbers;
}

bool sameWeights(const Network& a, const Network& b)
{
    return std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const DenseLayer& x, const DenseLayer& y) {
                          return x.weights == y.weights && x.bias == y.bias && x.activation == y.activation;
                      });
}

Project reloaded(const Project& project)
{
    return valueOf(parseProject(valueOf(projectBytes(project))));
}

}

void TestRuns::runsAreNumberedAndKept()
{
    const Project first = trainedFruitProject();
    QCOMPARE(first.trained->number, 1);
    QVERIFY(first.earlierRuns.empty());
    const Project third = trainedAgain(trainedAgain(first, 2), 3);
    QCOMPARE(third.trained->number, 3);
    QVERIFY(third.trained->state);
    QCOMPARE(numbersOf(third), (std::vector{1, 2}));
    QVERIFY(sameWeights(third.earlierRuns[0]->network, first.trained->network));
    QVERIFY(third.earlierRuns[0]->history == first.trained->history);
    QVERIFY(!third.earlierRuns[0]->state);
    QVERIFY(!third.earlierRuns[1]->state);
}

void TestRuns::theOldestRunMakesRoom()
{
    Project project = trainedFruitProject();
    const TrainedNetwork run = *project.trained;
    auto last = std::make_shared<TrainedNetwork>(run);
    last->number = 101;
    for (int number = 1; number <= 100; ++number) {
        auto earlier = std::make_shared<TrainedNetwork>(run);
        earlier->number = number;
        project.earlierRuns.push_back(earlier);
    }
    project.trained = last;
    const Project after = trainedAgain(project, 2);
    QCOMPARE(after.trained->number, 102);
    QCOMPARE(after.earlierRuns.size(), mostEarlierRuns);
    QCOMPARE(after.earlierRuns.front()->number, 2);
    QCOMPARE(after.earlierRuns.back()->number, 101);
}

void TestRuns::largeRunsMakeRoomEarlier()
{
    Project project = trainedAgain(trainedFruitProject(), 2);
    auto endless = std::make_shared<TrainedNetwork>(*project.trained);
    endless->history.resize(mostEarlierBytes / 60 - 1000);
    project.trained = endless;
    const Project after = trainedAgain(project, 3);
    QCOMPARE(numbersOf(after), (std::vector{1, 2}));    // both of them just fit
    endless->history.resize(mostEarlierBytes / 60 - 8); // and now it alone
    QCOMPARE(numbersOf(trainedAgain(project, 3)), (std::vector{2}));
}

void TestRuns::anEarlierRunIsBroughtBack()
{
    const Project first = trainedFruitProject();
    Project changed = first;
    changed.design.hidden = {{6, Activation::Relu}};
    const Project second = trainedAgain(changed, 2);
    const Project back = valueOf(withVariantsOfRun(valueOf(withRun(second, dataOf(second), 1)), dataOf(second)));
    QCOMPARE(back.trained->number, 1);
    QVERIFY(sameWeights(back.trained->network, first.trained->network));
    QVERIFY(back.design == first.design);
    QVERIFY(back.training == first.training);
    QCOMPARE(numbersOf(back), std::vector{2});
    QVERIFY(stateOf(Stage::Compress, back) == StageState::Done);
    QCOMPARE(back.variants.size(), first.variants.size());
    for (std::size_t i = 0; i < first.variants.size(); ++i)
        QCOMPARE(modelId(back.variants[i]->model), modelId(first.variants[i]->model));
    const Project forth = valueOf(withRun(back, dataOf(back), 2));
    QVERIFY(sameWeights(forth.trained->network, second.trained->network));
    QCOMPARE(numbersOf(forth), std::vector{1});
}

void TestRuns::theNumberOfARunIsNeverGivenAgain()
{
    const Project second = trainedAgain(trainedFruitProject(), 2);
    const Project back = valueOf(withRun(second, dataOf(second), 1));
    const Project third = trainedAgain(back, 3);
    QCOMPARE(third.trained->number, 3);
    QCOMPARE(numbersOf(third), (std::vector{1, 2}));
}

void TestRuns::whatChangedDuringATrainingStays()
{
    const Project two = trainedAgain(trainedFruitProject(), 2);
    const Project begun = withoutEarlierRun(two, 1);
    const std::shared_ptr<const TrainedNetwork> finished = trainedAgain(begun, 3).trained;
    QCOMPARE(finished->number, 3);

    // The deletion is undone while it trains.
    const Project restored = withFinishedRun(two, finished);
    QCOMPARE(numbersOf(restored), (std::vector{1, 2}));
    QCOMPARE(restored.trained->number, 3);
    QVERIFY(restored.variants.empty());

    // A run is deleted while it trains.
    QCOMPARE(numbersOf(withFinishedRun(begun, finished)), std::vector{2});

    // Its number has been given away meanwhile.
    const Project three = trainedAgain(two, 4);
    const Project after = withFinishedRun(three, finished);
    QCOMPARE(numbersOf(after), (std::vector{1, 2, 3}));
    QCOMPARE(after.trained->number, 4);
    QVERIFY(sameWeights(after.trained->network, finished->network));
}

void TestRuns::noMoreRunsAreKeptThanCanBeRead()
{
    Project project = trainedFruitProject();
    for (int number = 2; number <= static_cast<int>(mostEarlierRuns) + 1; ++number) {
        auto another = std::make_shared<TrainedNetwork>(*project.trained);
        another->number = number;
        another->settings.seed = static_cast<std::uint64_t>(number);
        another->history.back().trainingLoss += 1;
        project = withFinishedRun(std::move(project), std::move(another));
    }
    QCOMPARE(project.earlierRuns.size(), mostEarlierRuns);
    const RunChoice before = runChoiceOf(project);
    const Project later = trainedAgain(project, 5);
    const Project undone = withRunChoice(later, before); // with one run more than there was
    QCOMPARE(undone.earlierRuns.size(), mostEarlierRuns);
    const Result<std::string> bytes = projectBytes(undone);
    QVERIFY(bytes);
    QVERIFY(parseProject(*bytes));
}

void TestRuns::bringingBackNeedsTheRunAndItsData()
{
    Project project = trainedAgain(trainedFruitProject(), 2);
    const Dataset data = dataOf(project);
    QCOMPARE(withRun(project, data, 2).error().id, std::string_view("project.no-such-run")); // it is the last one
    QCOMPARE(withRun(project, data, 7).error().id, std::string_view("project.no-such-run"));
    project.data.split.seed = 77;
    QCOMPARE(withRun(project, dataOf(project), 1).error().id, std::string_view("project.run-of-other-data"));
}

void TestRuns::aStoppedTrainingGoesOnAsIfItHadNotBeen_data()
{
    QTest::addColumn<int>("optimizer");
    QTest::addColumn<bool>("normalised");
    for (const Optimizer optimizer : allOptimizers)
        for (const bool normalised : {false, true})
            QTest::addRow("%s%s", std::string(optimizerName(optimizer)).c_str(), normalised ? ", normalised" : "")
                << static_cast<int>(optimizer) << normalised;
}

void TestRuns::aStoppedTrainingGoesOnAsIfItHadNotBeen()
{
    QFETCH(int, optimizer);
    QFETCH(bool, normalised);
    Project project = fruitProject();
    project.design.hidden[0].normalised = normalised;
    project.design.hidden[0].dropout = 0.2;
    project.training.optimizer = static_cast<Optimizer>(optimizer);
    project.training.epochs = 9;
    const Project whole = valueOf(trained(project, dataOf(project)));
    const Project stopped = reloaded(stoppedAfter(project, 4));
    QCOMPARE(stopped.trained->history.size(), std::size_t(4));
    const Project after = valueOf(trainedOn(stopped, dataOf(stopped), 9));
    QVERIFY(sameWeights(after.trained->network, whole.trained->network));
    QVERIFY(after.trained->history == whole.trained->history);
    QVERIFY(valueOf(projectBytes(after)) == valueOf(projectBytes(whole)));
}

void TestRuns::moreEpochsThanPlannedAreTheSameRun()
{
    const Project project = trainedFruitProject();
    const Project after = valueOf(trainedOn(project, dataOf(project), 5));
    QCOMPARE(after.trained->number, 1);
    QVERIFY(after.earlierRuns.empty());
    QCOMPARE(after.trained->settings.epochs, 3);
    QCOMPARE(after.trained->history.size(), std::size_t(5));
    QVERIFY(
        std::equal(project.trained->history.begin(), project.trained->history.end(), after.trained->history.begin()));
    QCOMPARE(after.variants.size(), std::size_t(2));
    QVERIFY(reloaded(after).trained->history == after.trained->history);
}

void TestRuns::goingOnIsNoChangeSinceTheTraining()
{
    Project project = trainedFruitProject();
    QVERIFY(stateOf(Stage::Train, valueOf(trainedOn(project, dataOf(project), 5))) == StageState::Done);
    project.training.learningRate = 0.5; // chosen for the next training, not for this one
    const Project after = valueOf(trainedOn(project, dataOf(project), 5));
    QCOMPARE(after.training.learningRate, 0.5);
    QVERIFY(after.trained->settings.learningRate != 0.5);
    QCOMPARE(reasonFor(Stage::Train, after)->id, std::string_view("project.stale-settings"));
}

void TestRuns::whatCannotGoOnSaysWhy()
{
    const Project untrained = fruitProject();
    const Dataset data = dataOf(untrained);
    QCOMPARE(trainedOn(untrained, data, 5).error().id, std::string_view("project.not-trained"));
    const Project project = trainedFruitProject();
    QCOMPARE(trainedOn(project, data, 3).error().id, std::string_view("training.epochs-to-go-on"));
    const Project second = trainedAgain(project, 2);
    const Project withoutState = valueOf(withRun(second, data, 1));
    QCOMPARE(trainedOn(withoutState, data, 5).error().id, std::string_view("training.no-state"));
    Project otherData = project;
    otherData.data.columns[1].role = Role::Ignore;
    QCOMPARE(trainedOn(otherData, dataOf(otherData), 5).error().id, std::string_view("training.other-data"));
}

void TestRuns::cancelLeavesNothing()
{
    const Project project = trainedFruitProject();
    RunControl control;
    control.cancel();
    const Result<Project> none = trainedOn(project, dataOf(project), 5, control);
    QVERIFY(!none);
    QCOMPARE(none.error().id, std::string_view("common.cancelled"));
}

void TestRuns::fieldsOfANewerProgramStayWithTheirRun()
{
    Project project = trainedFruitProject();
    project.unknown.fields = R"({"trained": {"pruned": 0.5}})";
    const Project second = trainedAgain(project, 2);
    QVERIFY(Json::parse(second.unknown.fields) == Json::parse(R"({"earlierRuns": {"1": {"pruned": 0.5}}})"));
    const Project loaded = reloaded(second);
    QVERIFY(Json::parse(loaded.unknown.fields) == Json::parse(second.unknown.fields));
    const Project back = valueOf(withRun(loaded, dataOf(loaded), 1));
    QVERIFY(Json::parse(back.unknown.fields) == Json::parse(project.unknown.fields));
    const Project longer = valueOf(trainedOn(project, dataOf(project), 5)); // made anew
    QVERIFY(longer.unknown.fields.empty());
}

void TestRuns::afterTheLargestNumberAProjectCanStillBeOpened()
{
    Project project = trainedFruitProject();
    TrainedNetwork last = *project.trained;
    last.number = largestRunNumber;
    project.trained = std::make_shared<const TrainedNetwork>(std::move(last));
    const Project after = reloaded(trainedAgain(reloaded(project), 7));
    QCOMPARE(after.trained->number, largestRunNumber - 1);
    QCOMPARE(numbersOf(after), std::vector<int>{largestRunNumber});
}

QTEST_APPLESS_MAIN(TestRuns)
#include "tst_runs.moc"
