#include "training/training_remedy.h"

#include "learning_tasks.h"
#include "training/trainer.h"

#include <QtTest>

using namespace broto;

class TrainingRemedyTest : public QObject {
    Q_OBJECT

private slots:
    void aTenthOfTheRateWhereATrainingDiverged()
    {
        TrainingSettings settings;
        settings.optimizer = Optimizer::Sgd;
        settings.schedule = Schedule::Constant;
        settings.learningRate = 1000;
        const Dataset data = test::curve(60, 20, 20);
        const Result<TrainedNetwork> result = train(data, {{{8}}}, settings);
        QVERIFY(!result);
        const auto remedy = remedyFor(result.error(), settings);
        QVERIFY(remedy);
        TrainingSettings expected = settings;
        expected.learningRate = 0.01;
        QCOMPARE(*remedy, expected);
    }

    void nothingForOtherProblems() { QVERIFY(!remedyFor(message("training.epochs", "…"), {})); }

    void nothingWhereTheRateCannotHelpAnyMore()
    {
        TrainingSettings settings;
        settings.learningRate = 1e-7;
        QVERIFY(!remedyFor(message("training.diverged", "…"), settings));
    }

    void lowerAndLowerUntilItLearns()
    {
        TrainingSettings settings;
        settings.optimizer = Optimizer::Sgd;
        settings.learningRate = 1000;
        settings.epochs = 20;
        const Dataset data = test::curve(60, 20, 20);
        Result<TrainedNetwork> result = train(data, {{{8}}}, settings);
        for (int tries = 0; !result && tries < 8; ++tries) {
            const auto remedy = remedyFor(result.error(), settings);
            QVERIFY(remedy);
            settings = *remedy;
            result = train(data, {{{8}}}, settings);
        }
        QVERIFY(result);
    }
};

QTEST_GUILESS_MAIN(TrainingRemedyTest)
#include "tst_training_remedy.moc"
