#include "data/split_by_group.h"

#include <QTest>

#include <set>

using namespace broto;

namespace {

std::vector<std::int32_t> groupsOf(const std::vector<int>& sizes)
{
    std::vector<std::int32_t> groups;
    for (std::size_t group = 0; group < sizes.size(); ++group)
        groups.insert(groups.end(), static_cast<std::size_t>(sizes[group]), static_cast<std::int32_t>(group));
    Random(3).shuffle(std::span(groups));
    return groups;
}

bool noGroupIsShared(const std::vector<std::int32_t>& groups, const SplitRows& parts)
{
    std::vector<std::set<std::size_t>> partsOf(groups.size());
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const std::size_t row : parts[part])
            partsOf[static_cast<std::size_t>(groups[row])].insert(part);
    }
    return std::all_of(partsOf.begin(), partsOf.end(), [](const auto& found) { return found.size() <= 1; });
}

/// The least sum of squared differences from the wanted sizes, of all ways to share out the groups.
double bestPossible(const std::vector<std::size_t>& sizes, const std::array<std::size_t, 3>& wanted)
{
    std::size_t ways = 1;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        ways *= 3;
    double best = 1e300;
    for (std::size_t way = 0; way < ways; ++way) {
        std::array<double, 3> filled = {};
        std::array<int, 3> groups = {};
        for (std::size_t i = 0, rest = way; i < sizes.size(); ++i, rest /= 3) {
            filled[rest % 3] += static_cast<double>(sizes[i]);
            ++groups[rest % 3];
        }
        if (std::find(groups.begin(), groups.end(), 0) != groups.end())
            continue;
        double error = 0;
        for (std::size_t part = 0; part < 3; ++part)
            error += std::pow(filled[part] - static_cast<double>(wanted[part]), 2);
        best = std::min(best, error);
    }
    return best;
}

}

class TestSplitByGroup : public QObject {
    Q_OBJECT

private slots:
    void noGroupIsInTwoParts();
    void sizesAreNearToTheShares();
    void everyPartGetsAGroup();
    void sameSeedSameRowsAndAnotherSeedOthers();
    void tooFewGroupsAreRefused();
    void foldsKeepGroupsTogetherAndAreEven();
};

void TestSplitByGroup::noGroupIsInTwoParts()
{
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> sizes(4 + random.below(20));
        for (int& size : sizes)
            size = static_cast<int>(1 + random.below(30));
        const std::vector<std::int32_t> groups = groupsOf(sizes);
        const Split split = {70, 15, 15, random.next()};
        const Result<SplitRows> parts = groupSplit(groups, sizes.size(), split);
        QVERIFY(parts.ok());
        QVERIFY(noGroupIsShared(groups, *parts));
        QCOMPARE((*parts)[0].size() + (*parts)[1].size() + (*parts)[2].size(), groups.size());
        for (const auto& part : *parts) {
            QVERIFY(!part.empty());
            QVERIFY(std::is_sorted(part.begin(), part.end()));
        }
    }
}

void TestSplitByGroup::sizesAreNearToTheShares()
{
    Random random(2);
    double ours = 0, best = 0;
    for (int round = 0; round < 40; ++round) {
        std::vector<std::size_t> sizes(8);
        std::size_t rows = 0;
        for (std::size_t& size : sizes)
            rows += size = 1 + random.below(40);
        const std::array<std::size_t, 3> wanted = *partSizes(rows, {60, 20, 20});
        const std::vector<std::size_t> part = partsOfGroups(sizes, wanted, random);
        std::array<double, 3> filled = {};
        for (std::size_t group = 0; group < sizes.size(); ++group)
            filled[part[group]] += static_cast<double>(sizes[group]);
        for (std::size_t i = 0; i < 3; ++i)
            ours += std::pow(filled[i] - static_cast<double>(wanted[i]), 2);
        best += bestPossible(sizes, wanted);
    }
    // Root mean squares, in rows: the best there is needs all ways to be tried.
    const double oursAll = std::sqrt(ours / 40), bestAll = std::sqrt(best / 40);
    QVERIFY2(oursAll < bestAll + 5, qPrintable(QStringLiteral("%1 rows, best %2").arg(oursAll).arg(bestAll)));
}

void TestSplitByGroup::everyPartGetsAGroup()
{
    const std::vector<std::int32_t> groups = groupsOf({1000, 1, 1});
    const SplitRows parts = *groupSplit(groups, 3, {70, 15, 15, 1});
    QCOMPARE(parts[0].size(), std::size_t(1000));
    QCOMPARE(parts[1].size(), std::size_t(1));
    const SplitRows noValidation = *groupSplit(groups, 3, {70, 0, 30, 1});
    QVERIFY(noValidation[1].empty() && !noValidation[2].empty());
}

void TestSplitByGroup::sameSeedSameRowsAndAnotherSeedOthers()
{
    const std::vector<std::int32_t> groups = groupsOf(std::vector<int>(20, 10));
    QCOMPARE(*groupSplit(groups, 20, {70, 15, 15, 1}), *groupSplit(groups, 20, {70, 15, 15, 1}));
    QVERIFY(*groupSplit(groups, 20, {70, 15, 15, 1}) != *groupSplit(groups, 20, {70, 15, 15, 2}));
}

void TestSplitByGroup::tooFewGroupsAreRefused()
{
    const std::vector<std::int32_t> groups = groupsOf({10, 10});
    QCOMPARE(std::string(groupSplit(groups, 2, {70, 15, 15, 1}).error().id), std::string("data.too-few-groups"));
    QVERIFY(groupSplit(groups, 2, {70, 0, 30, 1}).ok());
    // Numbers that no row has are no groups.
    QVERIFY(!groupSplit(groups, 9, {70, 15, 15, 1}));
    Split folds;
    folds.folds = 3;
    QCOMPARE(std::string(foldsByGroup(groups, 2, folds).error().id), std::string("data.too-few-groups"));
}

void TestSplitByGroup::foldsKeepGroupsTogetherAndAreEven()
{
    const std::vector<std::int32_t> groups = groupsOf({9, 8, 7, 6, 5, 5, 5, 5, 4, 3, 2, 1});
    Split split;
    split.folds = 4;
    const std::vector<int> folds = *foldsByGroup(groups, 12, split);
    std::vector<int> foldOf(12, -1), sizes(4);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        int& fold = foldOf[static_cast<std::size_t>(groups[row])];
        QVERIFY(fold < 0 || fold == folds[row]);
        fold = folds[row];
        ++sizes[static_cast<std::size_t>(fold)];
    }
    QCOMPARE(sizes, (std::vector<int>{15, 15, 15, 15}));
}

QTEST_APPLESS_MAIN(TestSplitByGroup)
#include "tst_split_by_group.moc"
