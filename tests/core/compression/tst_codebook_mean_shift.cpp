#include "compression/codebook/mean_shift.h"
#include "planted_values.h"

#include <QTest>

#include <limits>

using namespace broto;

namespace {

using Centres = std::vector<double>;

/// Where a window that starts at a place comes to rest, and the weight it sees there.
std::pair<double, double> topFrom(double place, const WeightedValues& values, double bandwidth)
{
    for (;;) {
        double sum = 0, weight = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::abs(values.values[i] - place) <= bandwidth) {
                sum += values.weights[i] * values.values[i];
                weight += values.weights[i];
            }
        }
        const double mean = sum / weight;
        if (std::abs(mean - place) < 1e-12)
            return {mean, weight};
        place = mean;
    }
}

/// Every window by itself; then the heaviest first, and none that sees one before it.
Centres centresByDefinition(const WeightedValues& values, double bandwidth)
{
    std::vector<std::pair<double, double>> tops;
    for (const double value : values.values)
        tops.push_back(topFrom(value, values, bandwidth));
    std::stable_sort(tops.begin(), tops.end(), [](const auto& a, const auto& b) {
        return std::abs(a.second - b.second) > 1e-9 ? a.second > b.second : a.first < b.first;
    });
    Centres kept;
    for (const auto& [mean, weight] : tops) {
        if (std::none_of(kept.begin(), kept.end(), [&](double other) { return std::abs(other - mean) <= bandwidth; }))
            kept.push_back(mean);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

}

class TestCodebookMeanShift : public QObject {
    Q_OBJECT

private slots:
    void topsAreThoseOfTheDefinition_data();
    void topsAreThoseOfTheDefinition();
    void plantedGroupsAreFound_data();
    void plantedGroupsAreFound();
    void widerWindowsFindFewerTops();
    void fewDistinctValuesAreTheirOwnTops();
    void orderDoesNotMatter();
    void windowsThatSeeOneValueLeaveAll();
    void stoppedItGivesCentres();
};

void TestCodebookMeanShift::topsAreThoseOfTheDefinition_data()
{
    QTest::addColumn<double>("bandwidth");
    for (const double bandwidth : {0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5.0})
        QTest::addRow("%g deviations", bandwidth) << bandwidth;
}

void TestCodebookMeanShift::topsAreThoseOfTheDefinition()
{
    QFETCH(double, bandwidth);
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const WeightedValues values = bellShaped(300, seed);
        QVERIFY(areNear(meanShiftCentres(values, {bandwidth}),
                        centresByDefinition(values, bandwidth * deviationOf(values)), 1e-9));
    }
}

void TestCodebookMeanShift::plantedGroupsAreFound_data()
{
    QTest::addColumn<Centres>("planted");
    QTest::newRow("two") << Centres{-1, 1};
    QTest::newRow("four, unevenly apart") << Centres{-4, 0, 1, 7};
    Centres sixteen;
    for (int i = 0; i < 16; ++i)
        sixteen.push_back(i);
    QTest::newRow("sixteen") << sixteen;
}

void TestCodebookMeanShift::plantedGroupsAreFound()
{
    QFETCH(Centres, planted);
    const WeightedValues values = plantedValues(planted, 100, 0.02);
    QVERIFY(areNear(meanShiftCentres(shuffled(values)), planted, 0.01));
}

void TestCodebookMeanShift::widerWindowsFindFewerTops()
{
    const WeightedValues values = bellShaped(2000);
    std::size_t before = std::numeric_limits<std::size_t>::max();
    for (const double bandwidth : {0.02, 0.2, 5.0}) {
        const std::size_t count = meanShiftCentres(values, {bandwidth}).size();
        QVERIFY(count < before);
        before = count;
    }
    QCOMPARE(before, std::size_t{1});
}

void TestCodebookMeanShift::fewDistinctValuesAreTheirOwnTops()
{
    WeightedValues values;
    for (int i = 0; i < 8000; ++i)
        values.add(i % 4, 1);
    QCOMPARE(meanShiftCentres(values), (Centres{0, 1, 2, 3}));
}

void TestCodebookMeanShift::orderDoesNotMatter()
{
    const WeightedValues values = bellShaped(1000);
    const Centres centres = meanShiftCentres(values);
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        QCOMPARE(meanShiftCentres(shuffled(values, seed)), centres);
}

void TestCodebookMeanShift::windowsThatSeeOneValueLeaveAll()
{
    const WeightedValues values = bellShaped(500);
    QCOMPARE(meanShiftCentres(values, {0}), ascendingDistinct(values).values);
}

void TestCodebookMeanShift::stoppedItGivesCentres()
{
    RunControl control;
    control.cancel();
    const Centres centres = meanShiftCentres(bellShaped(1000), {}, control);
    QVERIFY(!centres.empty());
    QVERIFY(isStrictlyAscending(centres));
}

QTEST_APPLESS_MAIN(TestCodebookMeanShift)
#include "tst_codebook_mean_shift.moc"
