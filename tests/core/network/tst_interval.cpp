#include "network/interval.h"

#include "common/random.h"

#include <QtTest>

#include <cmath>

using namespace broto;

using Count = std::size_t;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-10;
}

bool holds(const Interval& interval, double value)
{
    return interval.low <= value && value <= interval.high;
}

double unit(Random& random)
{
    return static_cast<double>(random.next()) * 0x1p-32;
}

}

class TestInterval : public QObject {
    Q_OBJECT

private slots:
    void shareIntervalsAreThoseOfScipy_data();
    void shareIntervalsAreThoseOfScipy();
    void changeIntervalsAreTheRootsOfTangosScore_data();
    void changeIntervalsAreTheRootsOfTangosScore();
    void noRowsGiveNoInterval();
    void aShareIsWithinItsIntervalInNineteenOfTwentyTestSets_data();
    void aShareIsWithinItsIntervalInNineteenOfTwentyTestSets();
    void aChangeIsWithinItsIntervalInNineteenOfTwentyTestSets_data();
    void aChangeIsWithinItsIntervalInNineteenOfTwentyTestSets();
    void swappedModelsNegateTheIntervalToTheBit();
    void everyCountHasAnIntervalAroundIt();
    void verdicts_data();
    void verdicts();
};

void TestInterval::shareIntervalsAreThoseOfScipy_data()
{
    // scipy 1.10.1: binomtest(part, rows).proportion_ci(0.95, "wilson")
    QTest::addColumn<Count>("part");
    QTest::addColumn<Count>("rows");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("one row, wrong") << Count{0} << Count{1} << 0.0 << 0.7934506856227626;
    QTest::newRow("one row, right") << Count{1} << Count{1} << 0.20654931437723745 << 1.0;
    QTest::newRow("none of ten") << Count{0} << Count{10} << 0.0 << 0.27753279986288926;
    QTest::newRow("half of ten") << Count{5} << Count{10} << 0.236593090512564 << 0.7634069094874361;
    QTest::newRow("nine of ten") << Count{9} << Count{10} << 0.5958499732047615 << 0.9821237869049271;
    QTest::newRow("all of ten") << Count{10} << Count{10} << 0.7224672001371109 << 1.0;
    QTest::newRow("Newcombe's example") << Count{81} << Count{263} << 0.2552885198782742 << 0.36620957698280004;
    QTest::newRow("a good model") << Count{970} << Count{1000} << 0.9574965858524128 << 0.9789062611711653;
    QTest::newRow("one error in a million")
        << Count{999999} << Count{1000000} << 0.9999943350881957 << 0.9999998234754233;
}

void TestInterval::shareIntervalsAreThoseOfScipy()
{
    QFETCH(Count, part);
    QFETCH(Count, rows);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = shareInterval(part, rows);
    QVERIFY(near(interval.low, low));
    QVERIFY(near(interval.high, high));
    if (part == 0)
        QCOMPARE(interval.low, 0.0);
    if (part == rows)
        QCOMPARE(interval.high, 1.0);
}

void TestInterval::changeIntervalsAreTheRootsOfTangosScore_data()
{
    // Found with scipy.optimize.brentq from the definition: (gained - lost - rows d) / sqrt(rows (2 q + d (1 - d))) is
    // ±1.96, where q is the root of the derivative of gained log(q + d) + lost log(q) + (others) log(1 - 2 q - d).
    QTest::addColumn<Count>("gained");
    QTest::addColumn<Count>("lost");
    QTest::addColumn<Count>("rows");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const auto row = [](const char* name, Count gained, Count lost, Count rows, double low, double high) {
        QTest::newRow(name) << gained << lost << rows << low << high;
    };
    row("one row, nothing changed", 0, 0, 1, -0.7934506856227626, 0.7934506856227626);
    row("one row, gained", 1, 0, 1, -0.5869013712455251, 1);
    row("nothing changed", 0, 0, 20, -0.16112515805281938, 0.16112515805281938);
    row("one gained", 1, 0, 20, -0.11918141595546003, 0.23613119344674202);
    row("three gained", 3, 0, 20, -0.03529393176074183, 0.36041886474075696);
    row("all gained", 20, 0, 20, 0.6777496838943614, 1);
    row("every row changed", 7, 13, 20, -0.6376163517978359, 0.1342914466295268);
    row("five lost", 0, 5, 50, -0.21360231437479654, -0.021517640953305404);
    row("Tango's example", 12, 2, 50, 0.061112406186343955, 0.3447087482821487);
    row("as many gained as lost", 9, 9, 100, -0.08821006282234145, 0.08821006282234158);
    row("a thousand rows", 20, 41, 1000, -0.03714406623218282, -0.005873603622319626);
    row("ten thousand rows", 200, 260, 10000, -0.01023912251439842, -0.001803699334290881);
}

void TestInterval::changeIntervalsAreTheRootsOfTangosScore()
{
    QFETCH(Count, gained);
    QFETCH(Count, lost);
    QFETCH(Count, rows);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = shareChangeInterval(gained, lost, rows);
    QVERIFY(near(interval.low, low));
    QVERIFY(near(interval.high, high));
}

void TestInterval::noRowsGiveNoInterval()
{
    for (const Interval& interval : {shareInterval(0, 0), shareChangeInterval(0, 0, 0)}) {
        QVERIFY(std::isnan(interval.low));
        QVERIFY(std::isnan(interval.high));
        QCOMPARE(changeVerdict(interval, 1), ChangeVerdict::Undecided);
    }
}

void TestInterval::aShareIsWithinItsIntervalInNineteenOfTwentyTestSets_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("rows");
    QTest::newRow("a coin, 30 rows") << 0.5 << 30;
    QTest::newRow("a fair model, 50 rows") << 0.8 << 50;
    QTest::newRow("a good model, 200 rows") << 0.97 << 200;
    QTest::newRow("a rare class, 400 rows") << 0.02 << 400;
}

void TestInterval::aShareIsWithinItsIntervalInNineteenOfTwentyTestSets()
{
    QFETCH(double, share);
    QFETCH(int, rows);
    constexpr int testSets = 2000;
    Random random(1);
    int held = 0;
    for (int i = 0; i < testSets; ++i) {
        Count right = 0;
        for (int row = 0; row < rows; ++row)
            right += unit(random) < share;
        held += holds(shareInterval(right, static_cast<Count>(rows)), share);
    }
    QVERIFY2(held > 0.93 * testSets && held < 0.97 * testSets, qPrintable(QString::number(held)));
}

void TestInterval::aChangeIsWithinItsIntervalInNineteenOfTwentyTestSets_data()
{
    QTest::addColumn<double>("gainedShare");
    QTest::addColumn<double>("lostShare");
    QTest::addColumn<int>("rows");
    QTest::newRow("many changes, 30 rows") << 0.3 << 0.1 << 30;
    QTest::newRow("some changes, 100 rows") << 0.08 << 0.05 << 100;
    QTest::newRow("equally good, 200 rows") << 0.04 << 0.04 << 200;
    QTest::newRow("few changes, 1000 rows") << 0.005 << 0.012 << 1000;
}

void TestInterval::aChangeIsWithinItsIntervalInNineteenOfTwentyTestSets()
{
    QFETCH(double, gainedShare);
    QFETCH(double, lostShare);
    QFETCH(int, rows);
    constexpr int testSets = 2000;
    Random random(2);
    int held = 0;
    for (int i = 0; i < testSets; ++i) {
        Count gained = 0, lost = 0;
        for (int row = 0; row < rows; ++row) {
            const double chance = unit(random);
            gained += chance < gainedShare;
            lost += chance >= gainedShare && chance < gainedShare + lostShare;
        }
        held += holds(shareChangeInterval(gained, lost, static_cast<Count>(rows)), gainedShare - lostShare);
    }
    QVERIFY2(held > 0.93 * testSets && held < 0.97 * testSets, qPrintable(QString::number(held)));
}

void TestInterval::swappedModelsNegateTheIntervalToTheBit()
{
    for (Count rows = 1; rows < 30; ++rows)
        for (Count gained = 0; gained <= rows; ++gained)
            for (Count lost = 0; gained + lost <= rows; ++lost) {
                const Interval one = shareChangeInterval(gained, lost, rows);
                const Interval other = shareChangeInterval(lost, gained, rows);
                QCOMPARE(other, (Interval{-one.high, -one.low}));
            }
}

void TestInterval::everyCountHasAnIntervalAroundIt()
{
    for (const Count rows : {Count{1}, Count{2}, Count{7}, Count{40}})
        for (Count gained = 0; gained <= rows; ++gained) {
            const Interval share = shareInterval(gained, rows);
            QVERIFY(share.low >= 0 && share.high <= 1 && share.high > share.low);
            QVERIFY(holds(share, static_cast<double>(gained) / static_cast<double>(rows)));
            for (Count lost = 0; gained + lost <= rows; ++lost) {
                const Interval change = shareChangeInterval(gained, lost, rows);
                QVERIFY(change.low >= -1 && change.high <= 1 && change.high > change.low);
                const double seen =
                    (static_cast<double>(gained) - static_cast<double>(lost)) / static_cast<double>(rows);
                QVERIFY(holds(change, seen));
            }
        }
}

void TestInterval::verdicts_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<ChangeVerdict>("verdict");
    const double none = std::nan("");
    QTest::newRow("above 0") << 0.02 << 0.05 << ChangeVerdict::Better;
    QTest::newRow("above 0, but within the margin") << 0.001 << 0.002 << ChangeVerdict::Better;
    QTest::newRow("below 0") << -0.05 << -0.02 << ChangeVerdict::Worse;
    QTest::newRow("within the margin about 0") << -0.004 << 0.009 << ChangeVerdict::Same;
    QTest::newRow("as wide as the margin") << -0.01 << 0.01 << ChangeVerdict::Same;
    QTest::newRow("from 0 on") << 0.0 << 0.01 << ChangeVerdict::Same;
    QTest::newRow("nothing changed at all") << 0.0 << 0.0 << ChangeVerdict::Same;
    QTest::newRow("0 and more than the margin above") << -0.001 << 0.02 << ChangeVerdict::Undecided;
    QTest::newRow("0 and more than the margin below") << -0.02 << 0.001 << ChangeVerdict::Undecided;
    QTest::newRow("far either way") << -0.5 << 0.5 << ChangeVerdict::Undecided;
    QTest::newRow("no interval") << none << none << ChangeVerdict::Undecided;
}

void TestInterval::verdicts()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(ChangeVerdict, verdict);
    QCOMPARE(changeVerdict({low, high}, 0.01), verdict);
}

QTEST_APPLESS_MAIN(TestInterval)
#include "tst_interval.moc"
