#include "project/kept_runs.h"

#include <QtTest>

using namespace broto;

namespace {

using Run = std::shared_ptr<const TrainedNetwork>;

Run run(int number, int epochs = 3)
{
    auto made = std::make_shared<TrainedNetwork>();
    made->number = number;
    made->settings.epochs = epochs;
    made->state = std::make_shared<const TrainingState>();
    for (int epoch = 1; epoch <= epochs; ++epoch)
        made->history.push_back({epoch, 1, 1, 0, 0});
    return made;
}

Project projectWith(Run current, std::vector<Run> earlier)
{
    Project project;
    project.trained = std::move(current);
    project.earlierRuns = std::move(earlier);
    if (project.trained)
        project.training = project.trained->settings;
    return project;
}

/// "1 2* 4": the numbers of the runs, a star at the current one.
std::string numbersOf(const Project& project)
{
    std::string text;
    for (const Run& each : allRuns(project))
        text += (text.empty() ? "" : " ") + std::to_string(each->number) + (each == project.trained ? "*" : "");
    return text;
}

}

class KeptRunsTest : public QObject {
    Q_OBJECT

private slots:
    void runsStandByTheirNumber()
    {
        QCOMPARE(numbersOf(projectWith(run(2), {run(1), run(4)})), std::string("1 2* 4"));
        QCOMPARE(numbersOf({}), std::string());
    }

    void aRunIsFoundByItsNumber()
    {
        const Project project = projectWith(run(2), {run(1), run(4)});
        QCOMPARE(findRun(project, 4)->number, 4);
        QCOMPARE(findRun(project, 2), project.trained);
        QVERIFY(!findRun(project, 3));
    }

    void aChoiceComesBackAsItWas()
    {
        const Project before = projectWith(run(2), {run(1)});
        const Project other = projectWith(before.earlierRuns[0], {run(2)});
        const Project after = withRunChoice(other, runChoiceOf(before));
        QCOMPARE(after.trained, before.trained);
        QVERIFY(after.trained->state); // it can still go on
        QCOMPARE(numbersOf(after), std::string("1 2*"));
        QVERIFY(after.training == before.training);
    }

    void runsMadeSinceStay()
    {
        const Project before = projectWith(run(1), {});
        const Project now = projectWith(run(3), {run(1), run(2)});
        const Project after = withRunChoice(now, runChoiceOf(before));
        QCOMPARE(numbersOf(after), std::string("1* 2 3"));
        QVERIFY(!after.earlierRuns.back()->state);
    }

    void aRunThatWentOnSinceGetsANumberOfItsOwn()
    {
        const Project before = projectWith(run(1, 3), {});
        const Project after = withRunChoice(projectWith(run(1, 8), {}), runChoiceOf(before));
        QCOMPARE(numbersOf(after), std::string("1* 2"));
        QCOMPARE(after.earlierRuns.front()->history.size(), std::size_t(8));
    }

    void aRunThatWasTakenOutComesBack()
    {
        const Project before = projectWith(run(3), {run(1), run(2)});
        const Project without = withoutEarlierRun(before, 2);
        QCOMPARE(numbersOf(without), std::string("1 3*"));
        QCOMPARE(numbersOf(withEarlierRun(without, run(2))), std::string("1 2 3*"));
    }

    void withANumberThatHasBeenGivenAwayItGetsAnother()
    {
        const Project project = projectWith(run(2, 7), {run(1)});
        const Project after = withEarlierRun(project, run(2, 4));
        QCOMPARE(numbersOf(after), std::string("1 2* 3"));
        QCOMPARE(after.trained->history.size(), std::size_t(7));
    }

    void numbersGoNoFurtherThanCanBeOpenedAgain()
    {
        QCOMPARE(nextRunNumber(Project()), 1);
        QCOMPARE(nextRunNumber(projectWith(run(2), {run(1), run(4)})), 5);
        const int most = largestRunNumber;
        QCOMPARE(nextRunNumber(projectWith(run(most - 1), {})), most);
        QCOMPARE(nextRunNumber(projectWith(run(most), {})), most - 1);
        QCOMPARE(nextRunNumber(projectWith(run(most), {run(1), run(most - 1)})), most - 2);
        const Project after = withEarlierRun(projectWith(run(most, 7), {}), run(most, 4));
        QCOMPARE(after.earlierRuns.front()->number, most - 1);
    }

    void theCurrentRunIsNotTakenOut()
    {
        QCOMPARE(numbersOf(withoutEarlierRun(projectWith(run(2), {run(1)}), 2)), std::string("1 2*"));
    }
};

QTEST_GUILESS_MAIN(KeptRunsTest)
#include "tst_kept_runs.moc"
