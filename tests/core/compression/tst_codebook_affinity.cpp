#include "compression/codebook/affinity_propagation.h"
#include "planted_values.h"

#include <QTest>

#include <limits>

using namespace broto;

namespace {

using Centres = std::vector<double>;

double medianSquaredDistance(const WeightedValues& values)
{
    std::vector<double> squares;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t k = i + 1; k < values.size(); ++k)
            squares.push_back((values.values[i] - values.values[k]) * (values.values[i] - values.values[k]));
    }
    std::sort(squares.begin(), squares.end());
    return squares[squares.size() / 2];
}

/// What exemplars cost in all: their price, and the squared distance of every value to the nearest.
double costOf(const Centres& exemplars, const WeightedValues& values, double price)
{
    return squaresLeft(values, exemplars) + price * static_cast<double>(exemplars.size());
}

/// The least that any choice of exemplars costs.
double leastCost(const WeightedValues& values, double price)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t choice = 1; choice < std::size_t{1} << values.size(); ++choice) {
        Centres exemplars;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if ((choice >> i & 1) == 1)
                exemplars.push_back(values.values[i]);
        }
        least = std::min(least, costOf(exemplars, values, price));
    }
    return least;
}

}

class TestCodebookAffinity : public QObject {
    Q_OBJECT

private slots:
    void noChoiceOfExemplarsCostsLess_data();
    void noChoiceOfExemplarsCostsLess();
    void ofValuesInNoGroupsItIsNotFarFromTheLeastCost();
    void plantedGroupsAreFound_data();
    void plantedGroupsAreFound();
    void exemplarsAreValues();
    void dearerExemplarsAreFewer();
    void equalValuesAreAsOneThatCountsMore();
    void heavyValueIsChosen();
    void evenlySpacedValuesComeToAnEnd_data();
    void evenlySpacedValuesComeToAnEnd();
    void orderDoesNotMatter();
    void manyValuesAreFirstMadeFew();
    void stoppedItGivesACentre();
};

void TestCodebookAffinity::noChoiceOfExemplarsCostsLess_data()
{
    QTest::addColumn<WeightedValues>("values");
    QTest::newRow("two pairs") << equallyWeighted({0, 0.1, 5, 5.2});
    QTest::newRow("three groups") << equallyWeighted({0, 0.2, 0.5, 8, 8.1, 8.5, 20, 20.3, 20.4});
    QTest::newRow("one by itself") << equallyWeighted({0, 0.3, 0.5, 0.6, 30});
}

void TestCodebookAffinity::noChoiceOfExemplarsCostsLess()
{
    QFETCH(WeightedValues, values);
    const double price = medianSquaredDistance(values);
    const Centres exemplars = affinityCentres(values);
    QVERIFY(std::abs(costOf(exemplars, values, price) - leastCost(values, price)) < 1e-12);
}

void TestCodebookAffinity::ofValuesInNoGroupsItIsNotFarFromTheLeastCost()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const WeightedValues values = equallyWeighted(bellShaped(12, seed).values);
        const double price = medianSquaredDistance(values);
        const double ratio = costOf(affinityCentres(values), values, price) / leastCost(values, price);
        QVERIFY(ratio < 1.1);
    }
}

void TestCodebookAffinity::plantedGroupsAreFound_data()
{
    QTest::addColumn<Centres>("planted");
    QTest::newRow("two") << Centres{-1, 1};
    QTest::newRow("four, unevenly apart") << Centres{-4, 0, 2, 7};
    QTest::newRow("eight") << Centres{0, 1, 2, 3, 4, 5, 6, 7};
}

void TestCodebookAffinity::plantedGroupsAreFound()
{
    QFETCH(Centres, planted);
    const WeightedValues values = plantedValues(planted, 25, 0.02);
    QVERIFY(areNear(affinityCentres(shuffled(values)), planted, 0.01));
}

void TestCodebookAffinity::exemplarsAreValues()
{
    const WeightedValues values = bellShaped(150);
    const Centres centres = affinityCentres(values);
    QVERIFY(centres.size() > 3);
    QVERIFY(isStrictlyAscending(centres));
    for (const double centre : centres)
        QVERIFY(std::count(values.values.begin(), values.values.end(), centre) == 1);
}

void TestCodebookAffinity::dearerExemplarsAreFewer()
{
    const WeightedValues values = bellShaped(150);
    std::size_t before = std::numeric_limits<std::size_t>::max();
    for (const double preference : {0.01, 0.3, 10.0, 1000.0}) {
        AffinityOptions options;
        options.preference = preference;
        const std::size_t count = affinityCentres(values, options).size();
        QVERIFY(count < before);
        before = count;
    }
    QCOMPARE(before, std::size_t{1});
}

void TestCodebookAffinity::equalValuesAreAsOneThatCountsMore()
{
    // As 40 values or as 4, of which each stands for 10: the second time one more would cost more than it saves.
    WeightedValues values;
    for (int i = 0; i < 40; ++i)
        values.add(i % 4, 1);
    QCOMPARE(affinityCentres(values), (Centres{0, 1, 2, 3}));
    QCOMPARE(affinityCentres({{0, 1, 2, 3}, {10, 10, 10, 10}}).size(), std::size_t{1});
}

void TestCodebookAffinity::heavyValueIsChosen()
{
    QCOMPARE(affinityCentres({{0, 1, 2, 10, 11, 12}, {1, 1, 50, 50, 1, 1}}), (Centres{2, 10}));
}

void TestCodebookAffinity::evenlySpacedValuesComeToAnEnd_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("exemplars");
    QTest::newRow("two") << 2 << 1; // one costs as much as what it saves
    QTest::newRow("four") << 4 << 1;
    QTest::newRow("nine") << 9 << 3;
    QTest::newRow("a hundred and one") << 101 << 6;
}

void TestCodebookAffinity::evenlySpacedValuesComeToAnEnd()
{
    QFETCH(int, count);
    QFETCH(int, exemplars);
    WeightedValues values;
    for (int i = 0; i < count; ++i)
        values.add(i, 1);
    double rounds = 0;
    const Centres found = affinityCentres(values, {}, RunControl([&](const Progress& p) { rounds = p.done; }));
    QCOMPARE(static_cast<int>(found.size()), exemplars);
    QVERIFY(rounds < 500);
}

void TestCodebookAffinity::orderDoesNotMatter()
{
    const WeightedValues values = bellShaped(120);
    const Centres centres = affinityCentres(values);
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        QCOMPARE(affinityCentres(shuffled(values, seed)), centres);
}

void TestCodebookAffinity::manyValuesAreFirstMadeFew()
{
    const Centres planted{-5, 1, 4};
    AffinityOptions options;
    options.mostRounds = 150; // each takes a million messages
    const Centres found = affinityCentres(plantedValues(planted, 1000, 0.01), options);
    QVERIFY(areNear(found, planted, 0.005));
}

void TestCodebookAffinity::stoppedItGivesACentre()
{
    RunControl control;
    control.cancel();
    QCOMPARE(affinityCentres(bellShaped(100), {}, control).size(), std::size_t{1});
    QCOMPARE(affinityCentres({}, {}, control), Centres{});
}

QTEST_APPLESS_MAIN(TestCodebookAffinity)
#include "tst_codebook_affinity.moc"
