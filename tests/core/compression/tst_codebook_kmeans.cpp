#include "compression/codebook/optimal_kmeans.h"
#include "compression/codebook/range_moments.h"
#include "planted_values.h"

#include <QTest>

#include <limits>

using namespace broto;

namespace {

using Centres = std::vector<double>;

/// The weighted mean and squares of a run, straight from their definition.
Moments momentsByDefinition(const WeightedValues& values, std::size_t first, std::size_t end)
{
    Moments moments;
    double sum = 0;
    for (std::size_t i = first; i < end; ++i) {
        moments.weight += values.weights[i];
        sum += values.weights[i] * values.values[i];
    }
    moments.mean = sum / moments.weight;
    for (std::size_t i = first; i < end; ++i) {
        const double distance = values.values[i] - moments.mean;
        moments.squares += values.weights[i] * distance * distance;
    }
    return moments;
}

/// The least squares of all ways to put every value into one of `groups` groups, neighbours or not.
double leastOfAllGroupings(const WeightedValues& values, int groups)
{
    std::size_t ways = 1;
    for (std::size_t i = 0; i < values.size(); ++i)
        ways *= static_cast<std::size_t>(groups);
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t way = 0; way < ways; ++way) {
        std::vector<WeightedValues> parts(static_cast<std::size_t>(groups));
        std::size_t rest = way;
        for (std::size_t i = 0; i < values.size(); ++i, rest /= static_cast<std::size_t>(groups))
            parts[rest % static_cast<std::size_t>(groups)].add(values.values[i], values.weights[i]);
        double sum = 0;
        for (const WeightedValues& part : parts)
            sum += part.empty() ? 0 : momentsByDefinition(part, 0, part.size()).squares;
        least = std::min(least, sum);
    }
    return least;
}

/// The least squares of all ways to cut ascending values into runs, by trying every last cut.
double leastOfAllCuts(const WeightedValues& ascending, std::size_t groups)
{
    const std::size_t count = ascending.size();
    std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
    best[0] = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        std::vector<double> next(count + 1, std::numeric_limits<double>::infinity());
        for (std::size_t first = 0; first < count; ++first) {
            Moments run;
            for (std::size_t last = first; last < count; ++last) {
                const Moments value{ascending.weights[last], ascending.values[last], 0};
                run = last == first ? value : joined(run, value);
                next[last + 1] = std::min(next[last + 1], best[first] + run.squares);
            }
        }
        best = next;
    }
    return best[count];
}

bool isNear(double found, double expected)
{
    return std::abs(found - expected) <= 1e-12 * expected;
}

}

class TestCodebookKMeans : public QObject {
    Q_OBJECT

private slots:
    void momentsOfEveryRunAreTheirDefinition();
    void knownCases_data();
    void knownCases();
    void noGroupingOfAFewValuesIsBetter_data();
    void noGroupingOfAFewValuesIsBetter();
    void noCutOfManyValuesIsBetter_data();
    void noCutOfManyValuesIsBetter();
    void tightGroupsFarApartArePartedRightly();
    void orderDoesNotMatter();
    void thousandsOfEqualValuesStayTogether();
    void representativesAreValuesThatKeepTheWeight();
    void oneHeavyValueLeavesTheOthersTheirRuns();
    void stoppedItStillGivesAsManyCentres();
    void progressGrowsToItsTotal();
};

void TestCodebookKMeans::momentsOfEveryRunAreTheirDefinition()
{
    const WeightedValues values = ascendingDistinct(bellShaped(37));
    const RangeMoments moments(values);
    for (std::size_t first = 0; first < values.size(); ++first) {
        for (std::size_t end = first + 1; end <= values.size(); ++end) {
            const Moments found = moments.of(first, end), expected = momentsByDefinition(values, first, end);
            QVERIFY(std::abs(found.weight - expected.weight) < 1e-13);
            QVERIFY(std::abs(found.mean - expected.mean) < 1e-13);
            QVERIFY(std::abs(found.squares - expected.squares) < 1e-12);
        }
    }
}

void TestCodebookKMeans::knownCases_data()
{
    QTest::addColumn<WeightedValues>("values");
    QTest::addColumn<std::size_t>("most");
    QTest::addColumn<Centres>("expected");
    QTest::newRow("no values") << WeightedValues{} << std::size_t{4} << Centres{};
    QTest::newRow("one value") << equallyWeighted({3}) << std::size_t{4} << Centres{3};
    QTest::newRow("all equal") << equallyWeighted({2, 2, 2, 2}) << std::size_t{2} << Centres{2};
    QTest::newRow("zero and minus zero are one") << equallyWeighted({0.0, -0.0}) << std::size_t{2} << Centres{0};
    QTest::newRow("as many as there may be") << equallyWeighted({4, 1, 3, 2}) << std::size_t{4} << Centres{1, 2, 3, 4};
    QTest::newRow("one centre is the mean") << equallyWeighted({1, 2, 6}) << std::size_t{1} << Centres{3};
    QTest::newRow("weights pull the mean") << WeightedValues{{1, 5}, {3, 1}} << std::size_t{1} << Centres{2};
    QTest::newRow("two pairs") << equallyWeighted({10, 1, 11, 2}) << std::size_t{2} << Centres{1.5, 10.5};
    QTest::newRow("three pairs") << equallyWeighted({1, 2, 10, 11, 30, 31}) << std::size_t{3}
                                 << Centres{1.5, 10.5, 30.5};
    QTest::newRow("a heavy value has its own centre")
        << WeightedValues{{0, 1, 2}, {1, 1000, 1}} << std::size_t{2} << Centres{0, 1002.0 / 1001};
    QTest::newRow("weights decide which pair stays together")
        << WeightedValues{{0, 1, 2}, {1, 2, 3}} << std::size_t{2} << Centres{2.0 / 3, 2};
    QTest::newRow("below zero") << equallyWeighted({-5, -4, 4, 5}) << std::size_t{2} << Centres{-4.5, 4.5};
}

void TestCodebookKMeans::knownCases()
{
    QFETCH(WeightedValues, values);
    QFETCH(std::size_t, most);
    QFETCH(Centres, expected);
    const Centres found = optimalCentres(values, most);
    QVERIFY(areNear(found, expected, 1e-15));
}

void TestCodebookKMeans::noGroupingOfAFewValuesIsBetter_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("groups");
    for (int count = 3; count <= 8; ++count) {
        for (int groups = 2; groups <= std::min(count, 4); ++groups)
            QTest::addRow("%d values, %d centres", count, groups) << count << groups;
    }
}

void TestCodebookKMeans::noGroupingOfAFewValuesIsBetter()
{
    QFETCH(int, count);
    QFETCH(int, groups);
    const WeightedValues values = bellShaped(count, static_cast<std::uint64_t>(count * 10 + groups));
    const double least = leastOfAllGroupings(values, groups);
    QVERIFY(std::abs(squaresLeft(values, optimalCentres(values, static_cast<std::size_t>(groups))) - least) < 1e-13);
}

void TestCodebookKMeans::noCutOfManyValuesIsBetter_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<std::size_t>("groups");
    for (const auto& [count, groups] : {std::pair{300, 2},
                                        {300, 3},
                                        {300, 4},
                                        {300, 5},
                                        {300, 15},
                                        {300, 16},
                                        {300, 17},
                                        {300, 256},
                                        {300, 299},
                                        {900, 100}})
        QTest::addRow("%d values, %d centres", count, groups) << count << static_cast<std::size_t>(groups);
}

void TestCodebookKMeans::noCutOfManyValuesIsBetter()
{
    QFETCH(int, count);
    QFETCH(std::size_t, groups);
    const WeightedValues values = bellShaped(count, groups);
    const Centres centres = optimalCentres(values, groups);
    QCOMPARE(centres.size(), groups);
    QVERIFY(isStrictlyAscending(centres));
    QVERIFY(isNear(squaresLeft(values, centres), leastOfAllCuts(ascendingDistinct(values), groups)));
}

void TestCodebookKMeans::tightGroupsFarApartArePartedRightly()
{
    // Differences of running sums of squares would be off by more than the groups are wide.
    const double step = 0x1p-40;
    const WeightedValues values =
        equallyWeighted({1, 1 + step, 1 + 10 * step, 1 + 11 * step, 1000, 1000 + 8 * step, 1000 + 100 * step});
    const Centres expected{1 + step / 2, 1 + 10.5 * step, 1000 + 4 * step, 1000 + 100 * step};
    QVERIFY(areNear(optimalCentres(values, 4), expected, step / 4));
}

void TestCodebookKMeans::orderDoesNotMatter()
{
    WeightedValues values = bellShaped(500);
    for (std::size_t i = 0; i < 100; ++i)
        values.add(values.values[i], 0.3 * static_cast<double>(i + 1)); // equal values with other weights
    const Centres centres = optimalCentres(values, 16);
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        QCOMPARE(optimalCentres(shuffled(values, seed), 16), centres);
}

void TestCodebookKMeans::thousandsOfEqualValuesStayTogether()
{
    WeightedValues values;
    for (int i = 0; i < 30000; ++i)
        values.add(i % 6, 1);
    QCOMPARE(optimalCentres(values, 6), (Centres{0, 1, 2, 3, 4, 5}));
    QCOMPARE(optimalCentres(values, 3), (Centres{0.5, 2.5, 4.5}));
}

void TestCodebookKMeans::representativesAreValuesThatKeepTheWeight()
{
    const WeightedValues values = ascendingDistinct(bellShaped(5000));
    const WeightedValues few = representatives(values, 100);
    QCOMPARE(few.size(), std::size_t{100});
    QVERIFY(isStrictlyAscending(few.values));
    const double total = momentsByDefinition(values, 0, values.size()).weight;
    QVERIFY(isNear(momentsByDefinition(few, 0, few.size()).weight, total));
    for (std::size_t i = 0; i < few.size(); ++i) {
        QVERIFY(std::abs(few.weights[i] - total / 100) < 4);
        QVERIFY(std::binary_search(values.values.begin(), values.values.end(), few.values[i]));
    }
    QCOMPARE(representatives(few, 100).values, few.values);
}

void TestCodebookKMeans::oneHeavyValueLeavesTheOthersTheirRuns()
{
    WeightedValues values;
    for (int i = 0; i < 100; ++i)
        values.add(i, i == 0 ? 1000 : 1);
    const WeightedValues few = representatives(values, 10);
    QCOMPARE(few.values, (Centres{0, 6, 17, 28, 39, 50, 61, 72, 83, 94}));
    QCOMPARE(few.weights, (Centres{1000, 11, 11, 11, 11, 11, 11, 11, 11, 11}));
}

void TestCodebookKMeans::stoppedItStillGivesAsManyCentres()
{
    for (const int layersDone : {0, 1, 7, 30, 63}) {
        RunControl* toStop = nullptr;
        int reports = 0;
        RunControl control([&](const Progress&) {
            if (++reports >= layersDone)
                toStop->cancel();
        });
        toStop = &control;
        if (layersDone == 0)
            control.stop();
        const Centres centres = optimalCentres(bellShaped(1000), 64, control);
        QCOMPARE(centres.size(), std::size_t{64});
        QVERIFY(isStrictlyAscending(centres));
    }
}

void TestCodebookKMeans::progressGrowsToItsTotal()
{
    std::vector<double> shares;
    optimalCentres(bellShaped(1000), 64, RunControl([&](const Progress& p) { shares.push_back(p.done / p.total); }));
    QVERIFY(shares.size() > 10);
    QVERIFY(isStrictlyAscending(shares));
    QCOMPARE(shares.back(), 1.0);
}

QTEST_APPLESS_MAIN(TestCodebookKMeans)
#include "tst_codebook_kmeans.moc"
