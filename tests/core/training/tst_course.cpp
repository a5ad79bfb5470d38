#include "training/course.h"

#include <QtTest>

using namespace broto;

namespace {

EpochRecord record(int epoch, float loss)
{
    EpochRecord made;
    made.epoch = epoch;
    made.trainingLoss = 1 / static_cast<float>(epoch); // ever better: must not decide where there is a validation part
    made.validationLoss = loss;
    return made;
}

/// The learning rates of all epochs, with a loss that falls all the time.
std::vector<double> ratesOf(const TrainingSettings& settings)
{
    Course course(settings);
    std::vector<double> rates;
    while (!course.over()) {
        rates.push_back(course.learningRate());
        course.add(record(course.epochs() + 1, 1 / static_cast<float>(course.epochs() + 1)), true);
    }
    return rates;
}

TrainingSettings settingsFor(Schedule schedule, int epochs)
{
    TrainingSettings settings;
    settings.schedule = schedule;
    settings.epochs = epochs;
    settings.learningRate = 0.02;
    return settings;
}

}

class TestCourse : public QObject {
    Q_OBJECT

private slots:
    void aConstantRateStaysWhatItIs();
    void aCosineFallsFromWhatWasSetToAHundredth();
    void stepsGoDownAfterEveryThird();
    void aPlateauHalvesTheRate();
    void aWarmUpRisesInEqualSteps();
    void aSingleEpochHasTheLearningRateThatWasSet();
    void theLowestValidationLossIsTheBest();
    void withoutAValidationPartTheTrainingLossDecides();
    void patienceEndsATrainingThatGetsNoBetter();
    void whoGoesOnKeepsTheLastRateAndNewPatience();
    void nothingEndsAnExactNumberOfEpochsEarlier();
};

void TestCourse::aConstantRateStaysWhatItIs()
{
    for (const double rate : ratesOf(settingsFor(Schedule::Constant, 9)))
        QCOMPARE(rate, 0.02);
}

void TestCourse::aCosineFallsFromWhatWasSetToAHundredth()
{
    const std::vector<double> rates = ratesOf(settingsFor(Schedule::Cosine, 101));
    QCOMPARE(rates.size(), 101u);
    QCOMPARE(rates[0], 0.02);
    QCOMPARE(rates[50], 0.02 * 0.505);
    QCOMPARE(rates[100], 0.02 * 0.01);
    QVERIFY(std::is_sorted(rates.rbegin(), rates.rend()));
}

void TestCourse::stepsGoDownAfterEveryThird()
{
    const std::vector<double> rates = ratesOf(settingsFor(Schedule::Step, 31));
    QCOMPARE(rates[9], 0.02);
    QCOMPARE(rates[10], 0.002);
    QCOMPARE(rates[19], 0.002);
    QCOMPARE(rates[20], 0.0002);
}

void TestCourse::aPlateauHalvesTheRate()
{
    Course course(settingsFor(Schedule::Plateau, 1000));
    course.add(record(1, 1), true);
    for (int epoch = 2; epoch <= 10; ++epoch)
        course.add(record(epoch, 1), true);
    QCOMPARE(course.learningRate(), 0.02);
    course.add(record(11, 1), true);
    QCOMPARE(course.learningRate(), 0.01);
    course.add(record(12, 0.5f), true);
    for (int epoch = 13; epoch <= 22; ++epoch)
        course.add(record(epoch, 0.6f), true);
    QCOMPARE(course.learningRate(), 0.005);
}

void TestCourse::aWarmUpRisesInEqualSteps()
{
    TrainingSettings settings = settingsFor(Schedule::Cosine, 20);
    settings.warmUpEpochs = 4;
    const std::vector<double> rates = ratesOf(settings);
    for (int epoch = 0; epoch < 5; ++epoch)
        QCOMPARE(rates[static_cast<std::size_t>(epoch)], 0.02 * (epoch + 1) / 5);
    QCOMPARE(rates.back(), 0.02 * 0.01);
}

void TestCourse::aSingleEpochHasTheLearningRateThatWasSet()
{
    for (const Schedule schedule : {Schedule::Constant, Schedule::Step, Schedule::Cosine, Schedule::Plateau})
        QCOMPARE(ratesOf(settingsFor(schedule, 1)), std::vector<double>{0.02});
}

void TestCourse::theLowestValidationLossIsTheBest()
{
    Course course(settingsFor(Schedule::Constant, 10));
    QCOMPARE(course.bestEpoch(), 0);
    for (const float loss : {3.0f, 1.0f, 2.0f, 1.0f})
        course.add(record(course.epochs() + 1, loss), true);
    QCOMPARE(course.bestEpoch(), 2);
}

void TestCourse::withoutAValidationPartTheTrainingLossDecides()
{
    Course course(settingsFor(Schedule::Constant, 10));
    for (const float loss : {3.0f, 1.0f, 2.0f})
        course.add(record(course.epochs() + 1, loss), false);
    QCOMPARE(course.bestEpoch(), 3);
}

void TestCourse::patienceEndsATrainingThatGetsNoBetter()
{
    TrainingSettings settings = settingsFor(Schedule::Constant, 100);
    settings.patience = 3;
    Course course(settings);
    for (const float loss : {3.0f, 1.0f, 2.0f, 2.0f})
        course.add(record(course.epochs() + 1, loss), true);
    QVERIFY(!course.over());
    course.add(record(5, 1), true);
    QVERIFY(course.over());
}

void TestCourse::whoGoesOnKeepsTheLastRateAndNewPatience()
{
    TrainingSettings settings = settingsFor(Schedule::Cosine, 10);
    settings.patience = 3;
    Course course(settings);
    for (int epoch = 1; epoch <= 10; ++epoch)
        course.add(record(epoch, 1 / static_cast<float>(epoch)), true);
    QVERIFY(course.over());
    course.goOnTo(20);
    QVERIFY(!course.over());
    QCOMPARE(course.learningRate(), 0.02 * 0.01);
    for (int epoch = 11; epoch <= 13; ++epoch)
        course.add(record(epoch, 1), true);
    QVERIFY(course.over());
    course.goOnTo(20);
    QVERIFY(!course.over());
    course.add(record(14, 1), true);
    course.add(record(15, 1), true);
    QVERIFY(!course.over());
    course.add(record(16, 1), true);
    QVERIFY(course.over());
}

void TestCourse::nothingEndsAnExactNumberOfEpochsEarlier()
{
    TrainingSettings settings = settingsFor(Schedule::Constant, 100);
    settings.patience = 1;
    Course course(settings);
    course.runExactly(5);
    for (int epoch = 1; epoch <= 4; ++epoch) {
        course.add(record(epoch, 1), true);
        QVERIFY(!course.over());
    }
    course.add(record(5, 1), true);
    QVERIFY(course.over());
}

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
