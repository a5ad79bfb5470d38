#include "data/number_set.h"
#include "data/statistics.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace broto;

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void missingNumbersDoNotCount();
    void noNumbersGiveZeros();
    void smallDeviationOfLargeNumbersIsExact();
    void smallNumbersAreNotLostBesideLargeOnes();
    void constantHasNoDeviation();
    void numberSetCountsDifferentNumbers();
    void bothZerosAreOneNumber();
};

void TestStatistics::missingNumbersDoNotCount()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> numbers = {nan, 2, 4, nan, 6, 8};
    const Statistics statistics = statisticsOf(numbers);
    QCOMPARE(statistics.count, std::size_t(4));
    QCOMPARE(statistics.min, 2.0);
    QCOMPARE(statistics.max, 8.0);
    QCOMPARE(statistics.mean, 5.0);
    QCOMPARE(deviationOf(numbers, 5), std::sqrt(5.0));
}

void TestStatistics::noNumbersGiveZeros()
{
    const Statistics statistics = statisticsOf({});
    QCOMPARE(statistics.count, std::size_t(0));
    QCOMPARE(statistics.mean, 0.0);
    QCOMPARE(deviationOf({}, 0), 0.0);
}

void TestStatistics::smallDeviationOfLargeNumbersIsExact()
{
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i)
        times.push_back(1.7e12 + (i % 2));
    QCOMPARE(statisticsOf(times).mean, 1.7e12 + 0.5);
    QCOMPARE(deviationOf(times, 1.7e12 + 0.5), 0.5);
}

void TestStatistics::smallNumbersAreNotLostBesideLargeOnes()
{
    StableSum sum;
    for (const double number : {1e20, 1.0, -1e20, 1.0})
        sum.add(number);
    QCOMPARE(sum.value(), 2.0);
}

void TestStatistics::constantHasNoDeviation()
{
    const std::vector<double> tenths(7, 0.1);
    QCOMPARE(statisticsOf(tenths).mean, 0.1);
    QCOMPARE(deviationOf(tenths, 0.1), 0.0);
}

void TestStatistics::numberSetCountsDifferentNumbers()
{
    NumberSet set;
    for (int i = 0; i < 100'000; ++i)
        set.add(i % 12'345 * 0.25);
    QCOMPARE(set.size(), std::size_t(12'345));
}

void TestStatistics::bothZerosAreOneNumber()
{
    NumberSet set;
    set.add(0.0);
    set.add(-0.0);
    QCOMPARE(set.size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
