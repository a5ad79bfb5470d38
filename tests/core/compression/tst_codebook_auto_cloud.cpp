#include "compression/codebook/auto_cloud.h"
#include "planted_values.h"

#include <QTest>

#include <limits>
#include <set>

using namespace broto;

namespace {

using Centres = std::vector<double>;

const double rootOf2 = std::sqrt(2.0);
const double justBelowRootOf2 = std::nextafter(rootOf2, 0.0);

/// A cloud as the method is told: which values it holds, and its mean and variance.
struct PlainCloud {
    std::vector<std::size_t> members;
    double mean = 0;
    double variance = 0;

    bool holds(std::size_t place) const { return std::find(members.begin(), members.end(), place) != members.end(); }

    PlainCloud with(std::size_t place, double value) const
    {
        PlainCloud cloud = *this;
        cloud.members.push_back(place);
        const auto n = static_cast<double>(cloud.members.size());
        cloud.mean = mean * (n - 1) / n + value / n;
        cloud.variance = variance * (n - 1) / n + (value - cloud.mean) * (value - cloud.mean) / n;
        return cloud;
    }
};

bool shareMoreThanHalf(const PlainCloud& a, const PlainCloud& b)
{
    const auto shared =
        std::count_if(a.members.begin(), a.members.end(), [&](std::size_t place) { return b.holds(place); });
    return 2 * static_cast<std::size_t>(shared) > std::min(a.members.size(), b.members.size());
}

bool mergedTwo(std::vector<PlainCloud>& clouds, const WeightedValues& values)
{
    for (std::size_t i = 0; i < clouds.size(); ++i) {
        for (std::size_t k = i + 1; k < clouds.size(); ++k) {
            if (!shareMoreThanHalf(clouds[i], clouds[k]))
                continue;
            const bool firstIsLarger = clouds[i].members.size() >= clouds[k].members.size();
            const std::size_t larger = firstIsLarger ? i : k, smaller = firstIsLarger ? k : i;
            for (const std::size_t place : clouds[smaller].members) {
                if (!clouds[larger].holds(place))
                    clouds[larger] = clouds[larger].with(place, values.values[place]);
            }
            clouds.erase(clouds.begin() + static_cast<std::ptrdiff_t>(smaller));
            return true;
        }
    }
    return false;
}

/// The method word by word, without anything that makes it fast.
std::vector<PlainCloud> cloudsByDefinition(const WeightedValues& values, double threshold)
{
    std::vector<PlainCloud> clouds;
    for (std::size_t place = 0; place < values.size(); ++place) {
        bool joinedOne = false;
        for (PlainCloud& cloud : clouds) {
            const PlainCloud with = cloud.with(place, values.values[place]);
            const double distance = values.values[place] - with.mean;
            if (distance * distance <= threshold * threshold * with.variance) {
                cloud = with;
                joinedOne = true;
            }
        }
        if (!joinedOne)
            clouds.push_back({{place}, values.values[place], 0});
        while (mergedTwo(clouds, values)) {
        }
    }
    return clouds;
}

Centres centresByDefinition(const WeightedValues& values, double threshold)
{
    std::set<double> means;
    for (const PlainCloud& cloud : cloudsByDefinition(values, threshold)) {
        double sum = 0, weight = 0;
        for (const std::size_t place : cloud.members) {
            sum += values.weights[place] * values.values[place];
            weight += values.weights[place];
        }
        means.insert(sum / weight);
    }
    return {means.begin(), means.end()};
}

Centres found(const std::vector<double>& values, double threshold)
{
    return autoCloudCentres(equallyWeighted(values), {threshold});
}

}

class TestCodebookAutoCloud : public QObject {
    Q_OBJECT

private slots:
    void cloudsAreThoseOfTheDefinition_data();
    void cloudsAreThoseOfTheDefinition();
    void secondValueIsRootOf2SigmasAway_data();
    void secondValueIsRootOf2SigmasAway();
    void belowRootOf2NothingIsGrouped();
    void fromRootOf2OnNoEarlierValueStaysAlone();
    void thePhaseChangeIsAtRootOf2();
    void fromRootOf3OnShuffledValuesAreOneCloud();
    void groupsThatComeOneAfterAnotherAreFound_data();
    void groupsThatComeOneAfterAnotherAreFound();
    void workedExampleOfThePage_data();
    void workedExampleOfThePage();
    void valueInTwoRangesJoinsBothClouds();
    void weightsCountInTheMeansAlone();
    void equalValuesAreOneCloud();
    void stoppedItGivesTheCloudsSoFar();
};

void TestCodebookAutoCloud::cloudsAreThoseOfTheDefinition_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<bool>("sorted");
    for (const double threshold : {0.5, 1.0, 1.4, justBelowRootOf2, rootOf2, 1.4148, 1.5, 1.6, 1.8, 2.0, 3.0}) {
        QTest::addRow("m = %.17g, shuffled", threshold) << threshold << false;
        QTest::addRow("m = %.17g, from low to high", threshold) << threshold << true;
    }
}

void TestCodebookAutoCloud::cloudsAreThoseOfTheDefinition()
{
    QFETCH(double, threshold);
    QFETCH(bool, sorted);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        WeightedValues values = bellShaped(80, seed);
        for (std::size_t i = 0; i < 10; ++i)
            values.add(values.values[i], 1); // equal ones as well
        if (sorted)
            std::sort(values.values.begin(), values.values.end());
        QVERIFY(areNear(autoCloudCentres(values, {threshold}), centresByDefinition(values, threshold), 1e-12));
    }
}

void TestCodebookAutoCloud::secondValueIsRootOf2SigmasAway_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::newRow("near") << 1.0 << 1.0000001;
    QTest::newRow("far") << 1.0 << 1e6;
    QTest::newRow("on the other side of 0") << -3.0 << 5.0;
    QTest::newRow("below") << 2.0 << -7.0;
}

void TestCodebookAutoCloud::secondValueIsRootOf2SigmasAway()
{
    QFETCH(double, first);
    QFETCH(double, second);
    const PlainCloud two = PlainCloud{{0}, first, 0}.with(1, second);
    const double sigmas = std::abs(second - two.mean) / std::sqrt(two.variance);
    QVERIFY(std::abs(sigmas - rootOf2) < 1e-9);
    QCOMPARE(found({first, second}, justBelowRootOf2), (Centres{std::min(first, second), std::max(first, second)}));
    QVERIFY(areNear(found({first, second}, rootOf2), {(first + second) / 2}, 1e-9));
}

void TestCodebookAutoCloud::belowRootOf2NothingIsGrouped()
{
    const WeightedValues values = bellShaped(60);
    for (const double threshold : {0.1, 1.0, 1.3, 1.41, justBelowRootOf2}) {
        // The definition itself, which takes no short cut: every cloud holds one value.
        for (const PlainCloud& cloud : cloudsByDefinition(values, threshold))
            QCOMPARE(cloud.members.size(), std::size_t{1});
        QCOMPARE(autoCloudCentres(values, {threshold}), ascendingDistinct(values).values);
    }
}

void TestCodebookAutoCloud::fromRootOf2OnNoEarlierValueStaysAlone()
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const WeightedValues values = bellShaped(60, seed);
        for (const double threshold : {rootOf2, 1.42, 1.5, 1.7, 2.0}) {
            for (const PlainCloud& cloud : cloudsByDefinition(values, threshold))
                QVERIFY(cloud.members.size() > 1 || cloud.members.front() == values.size() - 1);
        }
    }
}

void TestCodebookAutoCloud::thePhaseChangeIsAtRootOf2()
{
    const WeightedValues values = bellShaped(2000);
    QCOMPARE(autoCloudCentres(values, {justBelowRootOf2}).size(), values.size());
    QVERIFY(autoCloudCentres(values, {rootOf2}).size() < 20);
}

void TestCodebookAutoCloud::fromRootOf3OnShuffledValuesAreOneCloud()
{
    const WeightedValues values = bellShaped(2000);
    QVERIFY(autoCloudCentres(values, {1.5}).size() > 2);
    QCOMPARE(autoCloudCentres(values, {2}).size(), std::size_t{1});
}

void TestCodebookAutoCloud::groupsThatComeOneAfterAnotherAreFound_data()
{
    QTest::addColumn<double>("threshold");
    QTest::newRow("m = 1.5") << 1.5;
    QTest::newRow("m = 2") << 2.0;
}

void TestCodebookAutoCloud::groupsThatComeOneAfterAnotherAreFound()
{
    QFETCH(double, threshold);
    // Evenly to and fro, so that every group is one cloud for either threshold.
    const Centres planted{-4, 1, 3, 9};
    WeightedValues values;
    for (const double centre : planted) {
        for (int i = 0; i < 40; ++i)
            values.add(centre + (i % 2 == 0 ? 0.01 : -0.01), 1);
    }
    QVERIFY(areNear(autoCloudCentres(values, {threshold}), planted, 1e-12));
}

void TestCodebookAutoCloud::workedExampleOfThePage_data()
{
    // docs/codebooks.md
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<Centres>("centres");
    const std::vector<double> pairByPair{0, 1, 10, 11}, mixed{0, 10, 1, 11};
    QTest::newRow("m = 1.41") << pairByPair << 1.41 << Centres{0, 1, 10, 11};
    QTest::newRow("m = 1.42") << pairByPair << 1.42 << Centres{0.5, 10.5};
    QTest::newRow("m = 1.5") << pairByPair << 1.5 << Centres{0.5, 10.5};
    QTest::newRow("m = 2") << pairByPair << 2.0 << Centres{5.5};
    QTest::newRow("m = 1.5, in another order") << mixed << 1.5 << Centres{5.5};
}

void TestCodebookAutoCloud::workedExampleOfThePage()
{
    QFETCH(std::vector<double>, values);
    QFETCH(double, threshold);
    QFETCH(Centres, centres);
    QVERIFY(areNear(found(values, threshold), centres, 1e-12));
}

void TestCodebookAutoCloud::valueInTwoRangesJoinsBothClouds()
{
    // The last value is within reach of {0, 2} and of {6, 8}; then both hold three and share one: they stay two.
    const double threshold = 1.6;
    const std::vector<double> values{0, 2, 6, 8, 4};
    const std::vector<PlainCloud> clouds = cloudsByDefinition(equallyWeighted(values), threshold);
    std::size_t holders = 0;
    for (const PlainCloud& cloud : clouds)
        holders += cloud.holds(4) ? 1 : 0;
    QCOMPARE(holders, std::size_t{2});
    QVERIFY(areNear(found(values, threshold), {2, 6}, 1e-12));
}

void TestCodebookAutoCloud::weightsCountInTheMeansAlone()
{
    QVERIFY(areNear(autoCloudCentres({{0, 4}, {3, 1}}, {rootOf2}), {1}, 1e-15));
}

void TestCodebookAutoCloud::equalValuesAreOneCloud()
{
    QCOMPARE(found(std::vector<double>(5000, 0.25), 1.5), Centres{0.25});
    QCOMPARE(found(std::vector<double>(5000, 0.25), 1.2), Centres{0.25});
    QCOMPARE(found({}, 1.5), Centres{});
}

void TestCodebookAutoCloud::stoppedItGivesTheCloudsSoFar()
{
    RunControl* toStop = nullptr;
    RunControl control([&](const Progress& progress) {
        if (progress.done > 0)
            toStop->cancel();
    });
    toStop = &control;
    WeightedValues values = equallyWeighted(std::vector<double>(1100, 1.0));
    for (int i = 0; i < 5000; ++i)
        values.add(2, 1);
    QCOMPARE(autoCloudCentres(values, {}, control), Centres{1});
}

QTEST_APPLESS_MAIN(TestCodebookAutoCloud)
#include "tst_codebook_auto_cloud.moc"
