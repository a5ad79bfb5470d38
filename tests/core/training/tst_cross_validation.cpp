#include "training/cross_validation.h"

#include "data/table_reader.h"

#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

constexpr int rowCount = 43;

/// Two numbers that overlap, and the kind of each row.
Table kinds()
{
    std::string csv = "x,y,kind\n";
    for (int i = 0; i < rowCount; ++i)
        csv += std::to_string(i * 17 % 10 + i % 2 * 3) + ".5," + std::to_string(i * 5 % 11) + ".25," +
               (i % 2 ? "b\n" : "a\n");
    return *readTable(csv);
}

DataChoices foldsOf(const Table& table, int folds)
{
    DataChoices choices = proposeChoices(table);
    choices.split.method = SplitMethod::Folds;
    choices.split.folds = folds;
    return choices;
}

TrainingSettings shortTraining()
{
    TrainingSettings settings;
    settings.epochs = 15;
    return settings;
}

CrossValidation validated(const Table& table, int folds)
{
    const Result<CrossValidation> result = crossValidate(table, foldsOf(table, folds), {}, shortTraining());
    if (!result)
        qFatal("%s", inEnglish(result.error()).c_str());
    return *result;
}

int rowsIn(const Metrics& metrics)
{
    int rows = 0;
    for (const std::vector<int>& counts : metrics.confusion)
        for (const int count : counts)
            rows += count;
    return rows;
}

}

class TestCrossValidation : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsTestedOnce_data();
    void everyRowIsTestedOnce();
    void aFoldIsTheTrainingThatItWouldBeAlone();
    void meanAndDeviationAreThoseOfTheFolds();
    void theChosenMethodAndFoldDoNotMatter();
    void foldsAreToldAsTheyAreDone();
    void progressIsThatOfTheFoldUnderWay();
    void stopKeepsTheFoldsThatAreDone();
    void stopBeforeTheFirstFoldLeavesNothing();
    void cancelDropsAll();
    void whatIsWrongWithAFoldIsTold();
};

void TestCrossValidation::everyRowIsTestedOnce_data()
{
    QTest::addColumn<int>("folds");
    QTest::newRow("two folds") << 2;
    QTest::newRow("five folds") << 5;
}

void TestCrossValidation::everyRowIsTestedOnce()
{
    QFETCH(int, folds);
    const CrossValidation result = validated(kinds(), folds);
    QCOMPARE(result.folds.size(), static_cast<std::size_t>(folds));
    int tested = 0;
    for (const FoldResult& fold : result.folds) {
        tested += rowsIn(fold.test);
        QCOMPARE(rowsIn(fold.training) + rowsIn(fold.validation) + rowsIn(fold.test), rowCount);
        QVERIFY(fold.bestEpoch >= 1 && fold.bestEpoch <= 15);
    }
    QCOMPARE(tested, rowCount);
}

void TestCrossValidation::aFoldIsTheTrainingThatItWouldBeAlone()
{
    const Table table = kinds();
    const CrossValidation result = validated(table, 3);
    DataChoices choices = foldsOf(table, 3);
    choices.split.fold = 2;
    const Result<Dataset> data = makeDataset(table, choices);
    const Result<TrainedNetwork> alone = train(*data, {}, shortTraining());
    QVERIFY(alone);
    QCOMPARE(result.folds[2].test.confusion, alone->test.confusion);
    QCOMPARE(result.folds[2].test.loss, alone->test.loss);
    QCOMPARE(result.folds[2].training.loss, alone->training.loss);
    QCOMPARE(result.folds[2].bestEpoch, alone->bestEpoch);
}

void TestCrossValidation::meanAndDeviationAreThoseOfTheFolds()
{
    const CrossValidation result = validated(kinds(), 3);
    const double a = result.folds[0].test.headline, b = result.folds[1].test.headline,
                 c = result.folds[2].test.headline;
    const double mean = (a + b + c) / 3;
    QVERIFY(std::abs(result.mean - mean) < 1e-12);
    const double squares = (a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean);
    QVERIFY(std::abs(result.deviation - std::sqrt(squares / 2)) < 1e-12);
    QVERIFY(result.deviation > 0);
}

void TestCrossValidation::theChosenMethodAndFoldDoNotMatter()
{
    const Table table = kinds();
    DataChoices choices = foldsOf(table, 3);
    choices.split.method = SplitMethod::Random;
    choices.split.fold = 99;
    const Result<CrossValidation> result = crossValidate(table, choices, {}, shortTraining());
    QVERIFY(result);
    QCOMPARE(result->mean, validated(table, 3).mean);
}

void TestCrossValidation::foldsAreToldAsTheyAreDone()
{
    const Table table = kinds();
    std::vector<int> numbers;
    std::vector<double> headlines;
    const Result<CrossValidation> result =
        crossValidate(table, foldsOf(table, 3), {}, shortTraining(), {}, [&](int fold, const FoldResult& ofFold) {
            numbers.push_back(fold);
            headlines.push_back(ofFold.test.headline);
        });
    QVERIFY(result);
    QCOMPARE(numbers, (std::vector<int>{0, 1, 2}));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(headlines[i], result->folds[i].test.headline);
}

void TestCrossValidation::progressIsThatOfTheFoldUnderWay()
{
    const Table table = kinds();
    std::vector<double> done;
    const RunControl control([&](const Progress& progress) {
        if (progress.total == 15.0) // the others are of making the data set
            done.push_back(progress.done);
    });
    QVERIFY(crossValidate(table, foldsOf(table, 3), {}, shortTraining(), control));
    QCOMPARE(done.size(), std::size_t{45});
    for (std::size_t i = 0; i < done.size(); ++i)
        QCOMPARE(done[i], static_cast<double>(i % 15 + 1));
}

void TestCrossValidation::stopKeepsTheFoldsThatAreDone()
{
    const Table table = kinds();
    int epochs = 0;
    RunControl* stopped = nullptr;
    RunControl control([&](const Progress& progress) {
        epochs += progress.total == 15.0;
        if (epochs == 20)
            stopped->stop();
    });
    stopped = &control;
    const Result<CrossValidation> result = crossValidate(table, foldsOf(table, 3), {}, shortTraining(), control);
    QVERIFY(result);
    QCOMPARE(result->folds.size(), std::size_t{1});
    QCOMPARE(result->mean, result->folds[0].test.headline);
    QCOMPARE(result->deviation, 0.0);
    QCOMPARE(result->mean, validated(table, 3).folds[0].test.headline);
}

void TestCrossValidation::stopBeforeTheFirstFoldLeavesNothing()
{
    const Table table = kinds();
    RunControl control;
    control.stop();
    const Result<CrossValidation> result = crossValidate(table, foldsOf(table, 3), {}, shortTraining(), control);
    QCOMPARE(result.error().id, std::string("common.cancelled"));
}

void TestCrossValidation::cancelDropsAll()
{
    const Table table = kinds();
    int epochs = 0;
    RunControl* cancelled = nullptr;
    RunControl control([&](const Progress& progress) {
        epochs += progress.total == 15.0;
        if (epochs == 40)
            cancelled->cancel();
    });
    cancelled = &control;
    const Result<CrossValidation> result = crossValidate(table, foldsOf(table, 3), {}, shortTraining(), control);
    QCOMPARE(result.error().id, std::string("common.cancelled"));
}

void TestCrossValidation::whatIsWrongWithAFoldIsTold()
{
    const Table table = kinds();
    QVERIFY(!crossValidate(table, foldsOf(table, 90), {}, shortTraining()));
    TrainingSettings impossible;
    impossible.batch = 0;
    QCOMPARE(crossValidate(table, foldsOf(table, 3), {}, impossible).error().id, std::string("training.batch"));
}

QTEST_APPLESS_MAIN(TestCrossValidation)
#include "tst_cross_validation.moc"
