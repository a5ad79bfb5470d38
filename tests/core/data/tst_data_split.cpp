#include "common/random.h"
#include "data/data_split.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace broto;

namespace {

std::vector<std::int32_t> labelsOf(const std::vector<int>& classSizes)
{
    std::vector<std::int32_t> labels;
    for (std::size_t label = 0; label < classSizes.size(); ++label)
        labels.insert(labels.end(), static_cast<std::size_t>(classSizes[label]), static_cast<std::int32_t>(label));
    Random(9).shuffle(std::span(labels));
    return labels;
}

std::array<int, 3> sizesOf(const SplitRows& parts)
{
    return {static_cast<int>(parts[0].size()), static_cast<int>(parts[1].size()), static_cast<int>(parts[2].size())};
}

/// Rows of a class in a part.
int countOf(const std::vector<std::int32_t>& labels, const std::vector<std::size_t>& part, std::int32_t label)
{
    return static_cast<int>(
        std::count_if(part.begin(), part.end(), [&](std::size_t row) { return labels[row] == label; }));
}

bool everyRowOnce(const SplitRows& parts, std::size_t rows)
{
    std::vector<std::size_t> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end());
    std::vector<std::size_t> expected(rows);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    return all == expected;
}

}

class TestDataSplit : public QObject {
    Q_OBJECT

private slots:
    void sizesAreProportional_data();
    void sizesAreProportional();
    void senselessPercentagesAreRefused_data();
    void senselessPercentagesAreRefused();
    void tooFewRowsAreRefused();
    void everyRowIsInOnePart();
    void sameSeedSameRowsAndAnotherSeedOthers();
    void classesKeepTheirProportions();
    void totalsAndClassesAreExactForManyShapes();
    void classOfThreeIsEverywhere();
    void everyClassIsInTheTrainingPart();
    void onePartForAllLeavesTheOthersEmpty();
    void classesTooSmallToShareAreRefused();
};

void TestDataSplit::sizesAreProportional_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<Split>("split");
    QTest::addColumn<std::vector<int>>("sizes");
    QTest::newRow("exact") << 100 << Split{70, 15, 15} << std::vector{70, 15, 15};
    QTest::newRow("remainder to the first of equals") << 150 << Split{70, 15, 15} << std::vector{105, 23, 22};
    QTest::newRow("proportions only") << 100 << Split{14, 3, 3} << std::vector{70, 15, 15};
    QTest::newRow("thirds") << 10 << Split{1, 1, 1} << std::vector{4, 3, 3};
    QTest::newRow("no validation") << 150 << Split{80, 0, 20} << std::vector{120, 0, 30};
    QTest::newRow("training alone") << 7 << Split{100, 0, 0} << std::vector{7, 0, 0};
    QTest::newRow("large") << 1'000'000'007 << Split{70, 15, 15} << std::vector{700'000'005, 150'000'001, 150'000'001};
    QTest::newRow("no part with a share is empty") << 4 << Split{98, 1, 1} << std::vector{2, 1, 1};
    QTest::newRow("tiny shares") << 100 << Split{99.9, 0.05, 0.05} << std::vector{98, 1, 1};
}

void TestDataSplit::sizesAreProportional()
{
    QFETCH(int, rows);
    QFETCH(Split, split);
    QFETCH(std::vector<int>, sizes);
    const auto found = partSizes(static_cast<std::size_t>(rows), split);
    QVERIFY(found.ok());
    QCOMPARE(std::vector<int>(found->begin(), found->end()), sizes);
}

void TestDataSplit::senselessPercentagesAreRefused_data()
{
    QTest::addColumn<Split>("split");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("no training") << Split{0, 50, 50};
    QTest::newRow("negative") << Split{80, -10, 30};
    QTest::newRow("not a number") << Split{80, nan, 20};
    QTest::newRow("infinite") << Split{infinity, 1, 1};
    QTest::newRow("sum overflows") << Split{1e308, 1e308, 1e308};
}

void TestDataSplit::senselessPercentagesAreRefused()
{
    QFETCH(Split, split);
    const auto sizes = partSizes(100, split);
    QVERIFY(!sizes);
    QCOMPARE(std::string(sizes.error().id), std::string("data.split"));
}

void TestDataSplit::tooFewRowsAreRefused()
{
    QCOMPARE(std::string(partSizes(3, {70, 15, 15}).error().id), std::string("data.too-few-rows"));
    QVERIFY(partSizes(4, {70, 15, 15}).ok());
    QVERIFY(!partSizes(1, {100, 0, 0}));
    QVERIFY(partSizes(2, {100, 0, 0}).ok());
    QVERIFY(!partSizes(0, {70, 15, 15}));
}

void TestDataSplit::everyRowIsInOnePart()
{
    for (const std::size_t rows : {4, 5, 17, 100, 1001}) {
        QVERIFY(everyRowOnce(*randomSplit(rows, {70, 15, 15, 3}), rows));
        const std::vector<std::int32_t> labels = labelsOf({static_cast<int>(rows), 9});
        QVERIFY(everyRowOnce(*stratifiedSplit(labels, 2, {70, 15, 15, 3}), rows + 9));
    }
}

void TestDataSplit::sameSeedSameRowsAndAnotherSeedOthers()
{
    const std::vector<std::int32_t> labels = labelsOf({50, 50, 50});
    QCOMPARE(*stratifiedSplit(labels, 3, {70, 15, 15, 5}), *stratifiedSplit(labels, 3, {70, 15, 15, 5}));
    QVERIFY(*stratifiedSplit(labels, 3, {70, 15, 15, 5}) != *stratifiedSplit(labels, 3, {70, 15, 15, 6}));
    QCOMPARE(*randomSplit(150, {70, 15, 15, 5}), *randomSplit(150, {70, 15, 15, 5}));
    QVERIFY(*randomSplit(150, {70, 15, 15, 5}) != *randomSplit(150, {70, 15, 15, 6}));
}

void TestDataSplit::classesKeepTheirProportions()
{
    const std::vector<std::int32_t> labels = labelsOf({100, 20, 40});
    const SplitRows parts = *stratifiedSplit(labels, 3, {70, 15, 15, 1});
    QCOMPARE(sizesOf(parts), (std::array<int, 3>{112, 24, 24}));
    QCOMPARE(countOf(labels, parts[0], 0), 70);
    QCOMPARE(countOf(labels, parts[1], 0), 15);
    QCOMPARE(countOf(labels, parts[2], 1), 3);
    QCOMPARE(countOf(labels, parts[0], 2), 28);
}

void TestDataSplit::totalsAndClassesAreExactForManyShapes()
{
    Random random(4);
    for (int round = 0; round < 2000; ++round) {
        std::vector<int> sizes(2 + random.below(12));
        for (int& size : sizes)
            size = static_cast<int>(20 + random.below(100));
        const std::vector<std::int32_t> labels = labelsOf(sizes);
        const Split split = {50.0 + random.below(30), 5.0 + random.below(20), 5.0 + random.below(20), 1};
        const SplitRows parts = *stratifiedSplit(labels, sizes.size(), split);
        const auto wanted = *partSizes(labels.size(), split);
        const double sum = split.training + split.validation + split.test;
        const std::array<double, 3> shares = {split.training / sum, split.validation / sum, split.test / sum};
        for (std::size_t part = 0; part < 3; ++part) {
            QCOMPARE(parts[part].size(), wanted[part]);
            for (std::size_t label = 0; label < sizes.size(); ++label) {
                const double exact = sizes[label] * shares[part];
                const int count = countOf(labels, parts[part], static_cast<std::int32_t>(label));
                QVERIFY(std::abs(count - exact) < 2);
                QVERIFY(count > 0);
            }
        }
    }
}

void TestDataSplit::classOfThreeIsEverywhere()
{
    for (const std::vector<int>& sizes : {std::vector{100, 3}, std::vector{3, 3, 3}, std::vector{3, 200, 4, 5},
                                          std::vector{50, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3}}) {
        const std::vector<std::int32_t> labels = labelsOf(sizes);
        const SplitRows parts = *stratifiedSplit(labels, sizes.size(), {90, 5, 5, 1});
        for (std::size_t label = 0; label < sizes.size(); ++label) {
            for (const auto& part : parts)
                QVERIFY(countOf(labels, part, static_cast<std::int32_t>(label)) > 0);
        }
        QVERIFY(everyRowOnce(parts, labels.size()));
    }
    // With rows to exchange the sizes stay exact.
    const std::vector<std::int32_t> labels = labelsOf({100, 3});
    const SplitRows parts = *stratifiedSplit(labels, 2, {90, 5, 5, 1});
    QCOMPARE(sizesOf(parts), (std::array<int, 3>{93, 5, 5}));
}

void TestDataSplit::everyClassIsInTheTrainingPart()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<std::int32_t> labels = labelsOf({40, 1, 2, 1, 1});
        const SplitRows parts = *stratifiedSplit(labels, 5, {40, 30, 30, seed});
        for (std::int32_t label = 0; label < 5; ++label)
            QVERIFY(countOf(labels, parts[0], label) > 0);
    }
}

void TestDataSplit::onePartForAllLeavesTheOthersEmpty()
{
    const std::vector<std::int32_t> labels = labelsOf({10, 20});
    QCOMPARE(sizesOf(*stratifiedSplit(labels, 2, {100, 0, 0, 1})), (std::array<int, 3>{30, 0, 0}));
    QCOMPARE(sizesOf(*stratifiedSplit(labels, 2, {80, 0, 20, 1})), (std::array<int, 3>{24, 0, 6}));
}

void TestDataSplit::classesTooSmallToShareAreRefused()
{
    const std::vector<std::int32_t> labels = labelsOf({1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    const Result<SplitRows> parts = stratifiedSplit(labels, 10, {70, 15, 15, 1});
    QVERIFY(!parts);
    QCOMPARE(std::string(parts.error().id), std::string("data.too-few-rows"));
}

QTEST_APPLESS_MAIN(TestDataSplit)
#include "tst_data_split.moc"
