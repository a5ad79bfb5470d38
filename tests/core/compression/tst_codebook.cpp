#include "compression/codebook/codebook.h"
#include "compression/codebook/optimal_kmeans.h"
#include "planted_values.h"

#include <QTest>

#include <limits>
#include <set>

using namespace broto;

namespace {

using Centres = std::vector<double>;

constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

void addMethodRows()
{
    QTest::addColumn<CentreMethod>("method");
    for (const CentreMethod method : allCentreMethods)
        QTest::newRow(std::string(centreMethodName(method)).c_str()) << method;
}

WeightedValues times(WeightedValues values, double factor, double weightFactor)
{
    for (double& value : values.values)
        value *= factor;
    for (double& weight : values.weights)
        weight *= weightFactor;
    return values;
}

}

class TestCodebook : public QObject {
    Q_OBJECT

private slots:
    void everyMethodHasANameOfItsOwn();
    void sizesArePadded_data();
    void sizesArePadded();
    void nearestCentreIsFound_data();
    void nearestCentreIsFound();
    void unusualValuesHaveCentres_data();
    void unusualValuesHaveCentres();
    void noMoreThanMost_data();
    void noMoreThanMost();
    void tooManyAreJoinedByWhatTheyStandFor();
    void plantedGroupsAreFoundByEveryMethod_data();
    void plantedGroupsAreFoundByEveryMethod();
    void powersOfTwoChangeNothing_data();
    void powersOfTwoChangeNothing();
    void sameInputGivesTheSameBits_data();
    void sameInputGivesTheSameBits();
    void cancelledAtOnceThereIsStillACentre_data();
    void cancelledAtOnceThereIsStillACentre();
    void noMethodLosesLessThanKMeans();
};

void TestCodebook::everyMethodHasANameOfItsOwn()
{
    std::set<std::string_view> names;
    for (const CentreMethod method : allCentreMethods)
        names.insert(centreMethodName(method));
    QCOMPARE(names.size(), std::size(allCentreMethods));
    QCOMPARE(centreMethodName(CentreMethod::AffinityPropagation), std::string_view("affinity-propagation"));
}

void TestCodebook::sizesArePadded_data()
{
    QTest::addColumn<std::size_t>("centres");
    QTest::addColumn<std::size_t>("size");
    for (const auto& [centres, size] : {std::pair{0, 4}, {1, 4}, {4, 4}, {5, 16}, {16, 16}, {17, 256}, {256, 256}})
        QTest::addRow("%d", centres) << static_cast<std::size_t>(centres) << static_cast<std::size_t>(size);
}

void TestCodebook::sizesArePadded()
{
    QFETCH(std::size_t, centres);
    QFETCH(std::size_t, size);
    QCOMPARE(paddedCount(centres), size);
}

void TestCodebook::nearestCentreIsFound_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<std::size_t>("place");
    QTest::newRow("below all") << -100.0 << std::size_t{0};
    QTest::newRow("a centre itself") << 2.0 << std::size_t{1};
    QTest::newRow("nearer to the lower") << 2.9 << std::size_t{1};
    QTest::newRow("half-way goes to the lower") << 3.0 << std::size_t{1};
    QTest::newRow("nearer to the upper") << 3.1 << std::size_t{2};
    QTest::newRow("above all") << 1e300 << std::size_t{3};
}

void TestCodebook::nearestCentreIsFound()
{
    QFETCH(double, value);
    QFETCH(std::size_t, place);
    const Centres centres{0, 2, 4, 9};
    QCOMPARE(indexOfNearest(centres, value), place);
    QCOMPARE(indexOfNearest(Centres{5}, value), std::size_t{0});
    QCOMPARE(indexOfNearest(Centres{-largest, largest}, largest), std::size_t{1});
}

void TestCodebook::unusualValuesHaveCentres_data()
{
    QTest::addColumn<CentreMethod>("method");
    QTest::addColumn<WeightedValues>("values");
    WeightedValues zeros = bellShaped(300);
    for (int i = 0; i < 5000; ++i)
        zeros.add(0, 1);
    const std::vector<std::pair<const char*, WeightedValues>> cases = {
        {"none", {}},
        {"one", equallyWeighted({-3})},
        {"zero alone", equallyWeighted({0, 0, -0.0})},
        {"all equal", equallyWeighted(std::vector<double>(3000, 0.1))},
        {"two", equallyWeighted({1, 2})},
        {"two a bit apart", equallyWeighted({1, std::nextafter(1.0, 2.0)})},
        {"the largest there are", equallyWeighted({largest, -largest, largest / 2, 0})},
        {"the smallest there are", equallyWeighted({smallest, -smallest, 2 * smallest, 0, 9 * smallest})},
        {"both", equallyWeighted({largest, smallest, -smallest, 1, -1e-160})},
        {"weights of every size", {{1, 2, 3, 4}, {largest, smallest, 1, 1e-100}}},
        {"thousands of zeros", zeros},
        {"one far outside", [] {
             WeightedValues values = bellShaped(200);
             values.add(1e9, 1);
             return values;
         }()}};
    for (const CentreMethod method : allCentreMethods) {
        for (const auto& [name, values] : cases)
            QTest::addRow("%s: %s", std::string(centreMethodName(method)).c_str(), name) << method << values;
    }
}

void TestCodebook::unusualValuesHaveCentres()
{
    QFETCH(CentreMethod, method);
    QFETCH(WeightedValues, values);
    const Centres centres = centresOf(values, method, {}, 16);
    QCOMPARE(centres.empty(), values.empty());
    QVERIFY(centres.size() <= 16);
    QVERIFY(isStrictlyAscending(centres));
    if (values.empty())
        return;
    const auto [low, high] = std::minmax_element(values.values.begin(), values.values.end());
    for (const double centre : centres)
        QVERIFY(centre >= *low && centre <= *high);
    if (*low == *high)
        QCOMPARE(centres, Centres{*low});
}

void TestCodebook::noMoreThanMost_data()
{
    addMethodRows();
}

void TestCodebook::noMoreThanMost()
{
    QFETCH(CentreMethod, method);
    CentreOptions many; // of which every method finds many
    many.autoCloud.threshold = 1;
    many.meanShift.bandwidth = 0.001;
    many.affinityPropagation.preference = 0.0001;
    many.dbStream = {.radius = 0.001, .minimumShare = 0, .intersection = 1};
    const WeightedValues values = bellShaped(400);
    QVERIFY(centresOf(values, method, many, 256).size() > 64);
    for (const std::size_t most : codebookSizes) {
        const Centres centres = centresOf(values, method, many, most);
        QVERIFY(centres.size() <= most);
        QVERIFY(isStrictlyAscending(centres));
    }
    QCOMPARE(centresOf(values, method, many, 16).size(), std::size_t{16});
}

void TestCodebook::tooManyAreJoinedByWhatTheyStandFor()
{
    // Below the phase change AutoCloud leaves every value a centre, so that joining them is k-means of the values.
    CentreOptions options;
    options.autoCloud.threshold = 1;
    const WeightedValues values = bellShaped(300);
    QCOMPARE(centresOf(values, CentreMethod::AutoCloud, options, 16),
             centresOf(values, CentreMethod::KMeans, options, 16));
    QVERIFY(areNear(centresOf(values, CentreMethod::KMeans, options, 16), optimalCentres(values, 16), 0));
}

void TestCodebook::plantedGroupsAreFoundByEveryMethod_data()
{
    addMethodRows();
}

void TestCodebook::plantedGroupsAreFoundByEveryMethod()
{
    QFETCH(CentreMethod, method);
    const Centres planted{-0.6, -0.1, 0.2, 0.9};
    WeightedValues values; // group after group, to and fro: AutoCloud is the one that needs it so
    for (const double centre : planted) {
        for (int i = 0; i < 50; ++i)
            values.add(centre + (i % 2 == 0 ? 0.001 : -0.001), 1);
    }
    QVERIFY(areNear(centresOf(values, method, {}, 4), planted, 0.002));
}

void TestCodebook::powersOfTwoChangeNothing_data()
{
    addMethodRows();
}

void TestCodebook::powersOfTwoChangeNothing()
{
    QFETCH(CentreMethod, method);
    const WeightedValues values = bellShaped(200);
    const Centres centres = centresOf(values, method, {}, 16);
    for (const double factor : {0x1p-900, 0x1p-10, 0x1p500}) {
        Centres expected = centres;
        for (double& centre : expected)
            centre *= factor;
        QCOMPARE(centresOf(times(values, factor, 0x1p-60), method, {}, 16), expected);
    }
}

void TestCodebook::sameInputGivesTheSameBits_data()
{
    addMethodRows();
}

void TestCodebook::sameInputGivesTheSameBits()
{
    QFETCH(CentreMethod, method);
    const WeightedValues values = bellShaped(400);
    QCOMPARE(centresOf(values, method, {}, 16), centresOf(values, method, {}, 16));
}

void TestCodebook::cancelledAtOnceThereIsStillACentre_data()
{
    addMethodRows();
}

void TestCodebook::cancelledAtOnceThereIsStillACentre()
{
    QFETCH(CentreMethod, method);
    RunControl control;
    control.cancel();
    const Centres centres = centresOf(bellShaped(1000), method, {}, 16, control);
    QVERIFY(!centres.empty() && centres.size() <= 16);
    QVERIFY(isStrictlyAscending(centres));
}

void TestCodebook::noMethodLosesLessThanKMeans()
{
    const WeightedValues values = bellShaped(500);
    const double least = squaresLeft(values, centresOf(values, CentreMethod::KMeans, {}, 16));
    for (const CentreMethod method : allCentreMethods)
        QVERIFY(squaresLeft(values, centresOf(values, method, {}, 16)) >= least);
}

QTEST_APPLESS_MAIN(TestCodebook)
#include "tst_codebook.moc"
