#include "project/verification.h"

#include "project/workflow.h"

#include "example_project.h"
#include "support/value_of.h"

#include <QtTest>

using namespace broto;
using broto::test::valueOf;

class TestVerification : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfRunIsConfirmed_data();
    void everyKindOfRunIsConfirmed();
    void theRecordedInstructionsAreUsed();
    void otherInstructionsAreComparedByTheMetric();
    void itNeedsARunAndItsData();
    void cancelAndStopAreNoDifference();
};

namespace {

Project stopped()
{
    Project project = fruitProject();
    project.training.epochs = 30;
    RunControl control;
    return valueOf(trained(project, dataOf(project), control, [&](const EpochRecord& record, const LearningNetwork&) {
        if (record.epoch == 7)
            control.stop();
    }));
}

Project withRunOf(Project project, InstructionSet instructions)
{
    const Dataset data = dataOf(project);
    project.trained = std::make_shared<const TrainedNetwork>(
        valueOf(train(data, project.design, project.training, {}, {}, instructions)));
    return project;
}

}

void TestVerification::everyKindOfRunIsConfirmed_data()
{
    QTest::addColumn<Project>("project");
    QTest::newRow("classification") << trainedFruitProject();
    QTest::newRow("regression") << trainedLineProject();
    QTest::newRow("windows") << trainedWindowProject();
    QTest::newRow("normalised, with dropout") << retrainedFruitProject();
    QTest::newRow("stopped") << stopped();
    const Project short3 = trainedFruitProject();
    QTest::newRow("longer than planned") << valueOf(trainedOn(short3, dataOf(short3), 9));
}

void TestVerification::everyKindOfRunIsConfirmed()
{
    QFETCH(Project, project);
    const Verification found = valueOf(verified(project, dataOf(project)));
    QVERIFY(found.comparableBits());
    QVERIFY(found.sameWeights);
    QVERIFY(found.sameNumbers);
    QVERIFY(found.confirmed());
    QCOMPARE(found.found, found.recorded);
}

void TestVerification::theRecordedInstructionsAreUsed()
{
    const Project project = withRunOf(fruitProject(), InstructionSet::Baseline);
    const Verification found = valueOf(verified(project, dataOf(project)));
    QCOMPARE(found.usedInstructions, std::string(instructionSetName(InstructionSet::Baseline)));
    QVERIFY(found.comparableBits());
    QVERIFY(found.confirmed());
}

void TestVerification::otherInstructionsAreComparedByTheMetric()
{
    Project project = trainedFruitProject();
    const Dataset data = dataOf(project);
    auto run = std::make_shared<TrainedNetwork>(*project.trained);
    run->instructionSet = "of-another-machine";
    project.trained = run;
    Verification found = valueOf(verified(project, data));
    QVERIFY(!found.comparableBits());
    QCOMPARE(found.usedInstructions, std::string(instructionSetName(bestInstructionSet())));
    QVERIFY(found.confirmed());
    QCOMPARE(found.tolerance, 2.0 / static_cast<double>(data.test.rows()));
    run->network.layers[0].weights(0, 0) += 1; // the weights are not what counts here
    QVERIFY(valueOf(verified(project, data)).confirmed());
    run->test.headline -= found.tolerance * 1.01;
    found = valueOf(verified(project, data));
    QVERIFY(!found.confirmed());
    run->instructionSet.clear();
    QVERIFY(!valueOf(verified(project, data)).comparableBits());
    run->instructionSet = "mixed";
    QVERIFY(!valueOf(verified(project, data)).comparableBits());
    const Project line = trainedLineProject();
    QCOMPARE(valueOf(verified(line, dataOf(line))).tolerance, 0.02);
}

void TestVerification::itNeedsARunAndItsData()
{
    const Project untrained = fruitProject();
    QCOMPARE(verified(untrained, dataOf(untrained)).error().id, std::string_view("project.not-trained"));
    Project project = trainedFruitProject();
    project.data.scaling = Scaling::None;
    QCOMPARE(verified(project, dataOf(project)).error().id, std::string_view("project.verify-other-data"));
}

void TestVerification::cancelAndStopAreNoDifference()
{
    const Project project = trainedFruitProject();
    for (const bool cancel : {true, false}) {
        RunControl control;
        cancel ? control.cancel() : control.stop();
        const Result<Verification> none = verified(project, dataOf(project), control);
        QVERIFY(!none);
        QCOMPARE(none.error().id, std::string_view("common.cancelled"));
    }
}

QTEST_APPLESS_MAIN(TestVerification)
#include "tst_verification.moc"
