#include "network/row_resampling.h"

#include "common/random.h"
#include "network/metrics.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace broto;

using Floats = std::vector<float>;

namespace {

struct Rows {
    Floats truth, first, second;
};

/// By whole numbers, so that Python makes the same.
Rows rowsOf(int count)
{
    Rows rows;
    for (int i = 0; i < count; ++i) {
        const float truth = static_cast<float>(i * 37 % 101) / 4;
        rows.truth.push_back(truth);
        rows.first.push_back(truth + static_cast<float>(i * 53 % 29 - 14) / 4);
        rows.second.push_back(truth + static_cast<float>(i * 71 % 31 - 15) / 4);
    }
    return rows;
}

/// Truth of deviation 1. The errors of the models are of the deviations given and in good part the same.
Rows drawnRows(Random& random, int count, double firstError, double secondError)
{
    Rows rows;
    for (int i = 0; i < count; ++i) {
        const double truth = random.normal(), shared = random.normal();
        const auto answer = [&](double error) {
            return static_cast<float>(truth + error * (0.8 * shared + 0.6 * random.normal()));
        };
        rows.truth.push_back(static_cast<float>(truth));
        rows.first.push_back(answer(firstError));
        rows.second.push_back(answer(secondError));
    }
    return rows;
}

Interval changeInterval(const Rows& rows)
{
    return explainedShareChangeInterval(rows.truth, rows.first, rows.second);
}

double probability(const Rows& rows)
{
    return signFlipProbability(rows.truth, rows.first, rows.second);
}

bool holds(const Interval& interval, double value)
{
    return interval.low <= value && value <= interval.high;
}

bool near(const Interval& a, const Interval& b, double share)
{
    const double tolerance = share * (b.high - b.low);
    return std::abs(a.low - b.low) < tolerance && std::abs(a.high - b.high) < tolerance;
}

bool isNone(const Interval& interval)
{
    return std::isnan(interval.low) && std::isnan(interval.high);
}

}

class TestRowResampling : public QObject {
    Q_OBJECT

private slots:
    void resultsAreThoseOfManyMoreDraws_data();
    void resultsAreThoseOfManyMoreDraws();
    void trueValuesAreWithinTheirIntervals_data();
    void trueValuesAreWithinTheirIntervals();
    void equallyGoodModelsDifferByChanceInOneOfTwentyTestSets();
    void groupsSpreadAsTheirRowsDo();
    void equalRowsGiveEqualBits();
    void swappedModelsNegateTheChangeToTheBit();
    void farValuesKeepTheirPrecision();
    void equalAnswersChangeNothing();
    void aConstantTruthIsJudgedAsTheMetricIs_data();
    void aConstantTruthIsJudgedAsTheMetricIs();
    void fewerThanFiveRowsHaveNoInterval();
    void theBetterModelOfOneRowMayBeSoByChance();
    void infiniteAnswersTellNothing();
};

void TestRowResampling::resultsAreThoseOfManyMoreDraws_data()
{
    // numpy 1.24.2: 200,000 draws (4000 of 20,000 rows) and their quantiles at norm.cdf(-sqrt(n / (n - 1)) *
    // t.ppf(0.975, n - 1)), n = min(rows, 4096). scipy 1.10.1: permutation_test(second errors^2 - first errors^2, sum,
    // permutation_type="samples"), of all 4096 flips for 12 rows, 100,000 of them for more.
    QTest::addColumn<int>("rows");
    QTest::addColumn<Interval>("explained");
    QTest::addColumn<Interval>("change");
    QTest::addColumn<double>("flipped");
    QTest::newRow("12 rows") << 12 << Interval{0.77157278, 0.96292991} << Interval{-0.12218942, 0.0550476} << 0.5927734;
    QTest::newRow("40 rows") << 40 << Interval{0.87288992, 0.94557095} << Interval{-0.05365563, 0.02343675} << 0.44254;
    QTest::newRow("300 rows") << 300 << Interval{0.90446875, 0.92832547} << Interval{-0.02473589, 0.00080343}
                              << 0.06822;
    QTest::newRow("20,000 rows with a rhythm, in groups")
        << 20000 << Interval{0.91613814, 0.9190776} << Interval{-0.01335258, -0.01018012} << 0.0005;
}

void TestRowResampling::resultsAreThoseOfManyMoreDraws()
{
    QFETCH(int, rows);
    QFETCH(Interval, explained);
    QFETCH(Interval, change);
    QFETCH(double, flipped);
    const Rows data = rowsOf(rows);
    // The ends are the fiftieth draw from either side, or one farther out: that is how well 2000 draws know them.
    QVERIFY(near(explainedShareInterval(data.truth, data.first), explained, 0.1));
    QVERIFY(near(changeInterval(data), change, 0.1));
    // Three standard errors of 2000 draws, and what is seen itself.
    QVERIFY(std::abs(probability(data) - flipped) < 3 * std::sqrt(flipped * (1 - flipped) / 2000) + 1.0 / 2001);
}

void TestRowResampling::trueValuesAreWithinTheirIntervals_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("atLeast"); ///< of 300 test sets; percentiles are known to miss more often with few rows
    QTest::newRow("ten rows") << 10 << 0.88;
    QTest::newRow("forty rows") << 40 << 0.9;
    QTest::newRow("a hundred rows") << 100 << 0.9;
}

void TestRowResampling::trueValuesAreWithinTheirIntervals()
{
    QFETCH(int, rows);
    QFETCH(double, atLeast);
    constexpr int testSets = 300;
    constexpr double firstError = 0.3, secondError = 0.36;
    Random random(7);
    int explained = 0, change = 0;
    for (int i = 0; i < testSets; ++i) {
        const Rows data = drawnRows(random, rows, firstError, secondError);
        explained += holds(explainedShareInterval(data.truth, data.first), 1 - firstError * firstError);
        change += holds(changeInterval(data), firstError * firstError - secondError * secondError);
    }
    for (const int held : {explained, change})
        QVERIFY2(held > atLeast * testSets && held < 0.985 * testSets, qPrintable(QString::number(held)));
}

void TestRowResampling::equallyGoodModelsDifferByChanceInOneOfTwentyTestSets()
{
    constexpr int testSets = 500;
    Random random(8);
    int significant = 0, large = 0;
    for (int i = 0; i < testSets; ++i) {
        const double chance = probability(drawnRows(random, 40, 0.3, 0.3));
        significant += chance < 0.05;
        large += chance > 0.5;
    }
    QVERIFY2(significant > 0.025 * testSets && significant < 0.075 * testSets,
             qPrintable(QString::number(significant)));
    QVERIFY2(large > 0.43 * testSets && large < 0.57 * testSets, qPrintable(QString::number(large)));
}

void TestRowResampling::groupsSpreadAsTheirRowsDo()
{
    // The same rows again and again: the spread falls as the root of the rows, whether they are drawn or their groups.
    Random random(9);
    const Rows once = drawnRows(random, 2000, 0.3, 0.36);
    Rows often;
    for (int i = 0; i < 25; ++i) {
        often.truth.insert(often.truth.end(), once.truth.begin(), once.truth.end());
        often.first.insert(often.first.end(), once.first.begin(), once.first.end());
        often.second.insert(often.second.end(), once.second.begin(), once.second.end());
    }
    const Interval fewer = changeInterval(once), more = changeInterval(often);
    const double ratio = (fewer.high - fewer.low) / (more.high - more.low);
    QVERIFY2(ratio > 4.6 && ratio < 5.4, qPrintable(QString::number(ratio)));
}

void TestRowResampling::equalRowsGiveEqualBits()
{
    const Rows data = rowsOf(200);
    QCOMPARE(changeInterval(data), changeInterval(data));
    QCOMPARE(explainedShareInterval(data.truth, data.first), explainedShareInterval(data.truth, data.first));
    QCOMPARE(probability(data), probability(data));
}

void TestRowResampling::swappedModelsNegateTheChangeToTheBit()
{
    for (const int count : {5, 40, 6000}) {
        const Rows data = rowsOf(count), swapped{data.truth, data.second, data.first};
        const Interval one = changeInterval(data), other = changeInterval(swapped);
        QCOMPARE(other, (Interval{-one.high, -one.low}));
        QCOMPARE(probability(swapped), probability(data));
    }
}

void TestRowResampling::farValuesKeepTheirPrecision()
{
    // 2^21 has room for the quarters in a float; in squares of it they would be lost.
    const Rows close = rowsOf(60);
    Rows far = close;
    for (Floats* values : {&far.truth, &far.first, &far.second})
        for (float& value : *values)
            value += 2097152;
    QVERIFY(near(changeInterval(far), changeInterval(close), 1e-9));
    QVERIFY(near(explainedShareInterval(far.truth, far.first), explainedShareInterval(close.truth, close.first), 1e-9));
    QCOMPARE(probability(far), probability(close));
}

void TestRowResampling::equalAnswersChangeNothing()
{
    for (const int count : {5, 300, 9000}) {
        Rows data = rowsOf(count);
        data.second = data.first;
        QCOMPARE(changeInterval(data), (Interval{0, 0}));
        QCOMPARE(probability(data), 1.0);
    }
}

void TestRowResampling::aConstantTruthIsJudgedAsTheMetricIs_data()
{
    QTest::addColumn<Floats>("truth");
    QTest::addColumn<Floats>("answers");
    QTest::addColumn<Interval>("expected");
    // 0.1 has no exact mean in binary: what rounding leaves must not count as truth to explain.
    QTest::newRow("answered exactly") << Floats(8, 0.1f) << Floats(8, 0.1f) << Interval{1, 1};
    QTest::newRow("missed everywhere") << Floats(8, 0.1f) << Floats(8, 0.2f) << Interval{0, 0};
    QTest::newRow("varying truth, answered exactly")
        << Floats{1, 2, 3, 5, 8} << Floats{1, 2, 3, 5, 8} << Interval{1, 1};
}

void TestRowResampling::aConstantTruthIsJudgedAsTheMetricIs()
{
    QFETCH(Floats, truth);
    QFETCH(Floats, answers);
    QFETCH(Interval, expected);
    QCOMPARE(explainedShareInterval(truth, answers), expected);
    QVERIFY(holds(expected, regressionMetrics(truth, answers).headline));
}

void TestRowResampling::fewerThanFiveRowsHaveNoInterval()
{
    for (int count = 0; count < 5; ++count) {
        const Rows data = rowsOf(count);
        QVERIFY(isNone(changeInterval(data)));
        QVERIFY(isNone(explainedShareInterval(data.truth, data.first)));
    }
    const Interval five = changeInterval(rowsOf(5));
    QVERIFY(five.low < five.high && std::isfinite(five.low) && std::isfinite(five.high));
}

void TestRowResampling::infiniteAnswersTellNothing()
{
    std::vector<float> truth(30);
    std::iota(truth.begin(), truth.end(), 0.0F);
    std::vector<float> answers = truth;
    answers[7] = std::numeric_limits<float>::infinity();
    QVERIFY(isNone(explainedShareInterval(truth, answers)));
    QVERIFY(isNone(explainedShareChangeInterval(truth, answers, answers)));
    QCOMPARE(signFlipProbability(truth, answers, answers), 1.0);
    QCOMPARE(signFlipProbability(truth, truth, answers), 1.0);
}

void TestRowResampling::theBetterModelOfOneRowMayBeSoByChance()
{
    QCOMPARE(probability({}), 1.0);
    QCOMPARE(probability({{3}, {3.5f}, {7}}), 1.0);
    // Two rows: of four flips, two differ as much as what is seen.
    const double two = probability({{3, 4}, {3.5f, 4.5f}, {7, 6}});
    QVERIFY2(std::abs(two - 0.5) < 0.04, qPrintable(QString::number(two)));
}

QTEST_APPLESS_MAIN(TestRowResampling)
#include "tst_row_resampling.moc"
