#include "network/repeated_comparison.h"

#include "common/random.h"

#include <QtTest>

#include <cmath>

using namespace broto;

using Changes = std::vector<double>;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-10;
}

Changes thirtyChanges()
{
    Changes changes;
    for (int seed = 1; seed <= 30; ++seed)
        changes.push_back((seed * 37 % 61 - 25) / 1000.0);
    return changes;
}

}

class TestRepeatedComparison : public QObject {
    Q_OBJECT

private slots:
    void intervalsAreThoseOfScipy_data();
    void intervalsAreThoseOfScipy();
    void oneRepetitionTellsAMeanAlone();
    void noRepetitionsTellNothing();
    void equalChangesLeaveNoDoubt();
    void swappedModelsNegateTheMeanAndItsInterval();
    void theTrueChangeIsWithinTheIntervalInNineteenOfTwentyBenchmarks_data();
    void theTrueChangeIsWithinTheIntervalInNineteenOfTwentyBenchmarks();
};

void TestRepeatedComparison::intervalsAreThoseOfScipy_data()
{
    // scipy 1.10.1, whose t.ppf is right to nine digits: t.interval(0.95, n - 1, mean(x), sem(x)); numpy 1.24.2: std(x,
    // ddof=1)
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("deviation");
    QTest::addColumn<Interval>("interval");
    QTest::newRow("seven seeds") << Changes{0.012, -0.004, 0.02, 0.007, 0.001, -0.011, 0.009} << 0.004857142857142858
                                 << 0.01038313651116674 << Interval{-0.004745656790180138, 0.014459942504465854};
    QTest::newRow("seeds 1 to 30") << thirtyChanges() << 0.0056 << 0.01761386601124435
                                   << Interval{-0.0009771256606335562, 0.012177125660633555};
}

void TestRepeatedComparison::intervalsAreThoseOfScipy()
{
    QFETCH(Changes, changes);
    QFETCH(double, mean);
    QFETCH(double, deviation);
    QFETCH(Interval, interval);
    const RepeatedComparison comparison = repeatedComparison(changes);
    QCOMPARE(comparison.repetitions, changes.size());
    QVERIFY(near(comparison.mean, mean));
    QVERIFY(near(comparison.deviation, deviation));
    QVERIFY(near(comparison.interval.low, interval.low));
    QVERIFY(near(comparison.interval.high, interval.high));
}

void TestRepeatedComparison::oneRepetitionTellsAMeanAlone()
{
    const RepeatedComparison comparison = repeatedComparison(Changes{0.25});
    QCOMPARE(comparison.mean, 0.25);
    QVERIFY(std::isnan(comparison.deviation));
    QVERIFY(std::isnan(comparison.interval.low) && std::isnan(comparison.interval.high));
    QCOMPARE(changeVerdict(comparison.interval, 1), ChangeVerdict::Undecided);
}

void TestRepeatedComparison::noRepetitionsTellNothing()
{
    const RepeatedComparison comparison = repeatedComparison({});
    QCOMPARE(comparison.repetitions, std::size_t{0});
    QVERIFY(std::isnan(comparison.mean));
    QVERIFY(std::isnan(comparison.interval.low));
}

void TestRepeatedComparison::equalChangesLeaveNoDoubt()
{
    const RepeatedComparison comparison = repeatedComparison(Changes{0.5, 0.5, 0.5});
    QCOMPARE(comparison.deviation, 0.0);
    QCOMPARE(comparison.interval, (Interval{0.5, 0.5}));
}

void TestRepeatedComparison::swappedModelsNegateTheMeanAndItsInterval()
{
    Changes changes = thirtyChanges();
    const RepeatedComparison one = repeatedComparison(changes);
    for (double& change : changes)
        change = -change;
    const RepeatedComparison other = repeatedComparison(changes);
    QCOMPARE(other.mean, -one.mean);
    QCOMPARE(other.deviation, one.deviation);
    QCOMPARE(other.interval, (Interval{-one.interval.high, -one.interval.low}));
}

void TestRepeatedComparison::theTrueChangeIsWithinTheIntervalInNineteenOfTwentyBenchmarks_data()
{
    QTest::addColumn<int>("seeds");
    QTest::newRow("two seeds") << 2;
    QTest::newRow("five seeds") << 5;
    QTest::newRow("thirty seeds") << 30;
}

void TestRepeatedComparison::theTrueChangeIsWithinTheIntervalInNineteenOfTwentyBenchmarks()
{
    QFETCH(int, seeds);
    constexpr int benchmarks = 4000;
    constexpr double change = 0.01;
    Random random(3);
    int held = 0;
    for (int i = 0; i < benchmarks; ++i) {
        Changes changes;
        for (int seed = 0; seed < seeds; ++seed)
            changes.push_back(change + 0.03 * random.normal());
        const Interval interval = repeatedComparison(changes).interval;
        held += interval.low <= change && change <= interval.high;
    }
    QVERIFY2(held > 0.94 * benchmarks && held < 0.96 * benchmarks, qPrintable(QString::number(held)));
}

QTEST_APPLESS_MAIN(TestRepeatedComparison)
#include "tst_repeated_comparison.moc"
