#include "data/distribution.h"

#include "data/column_bars.h"
#include "table_text.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace broto;

namespace {

using Numbers = std::vector<double>;
using Counts = std::vector<std::vector<std::size_t>>;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Column numbers(Numbers values, ColumnType type = ColumnType::Number)
{
    Column column;
    column.values = Column::Values::Numbers;
    column.type = type;
    column.numbers = std::move(values);
    column.distinct = Column::mostCounted + 1; // nobody has counted them all
    return column;
}

RowGroups twoGroups(std::vector<std::int16_t> ofRow)
{
    RowGroups groups;
    groups.by = RowGroups::By::Class;
    groups.count = 2;
    groups.classes = {"a", "b"};
    groups.ofRow = std::move(ofRow);
    return groups;
}

}

class TestDistribution : public QObject {
    Q_OBJECT

private slots:
    void rangesHaveRoundBorders_data()
    {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<Numbers>("edges");
        QTest::newRow("tenths") << 0.05 << 0.42 << false << Numbers{0, 0.1, 0.2, 0.3, 0.4, 0.5};
        QTest::newRow("twos") << -3.0 << 4.0 << false << Numbers{-4, -2, 0, 2, 4};
        QTest::newRow("a maximum on a border") << 0.0 << 8.0 << false << Numbers{0, 2, 4, 6, 8};
        QTest::newRow("whole numbers") << 1.0 << 3.0 << true << Numbers{0.5, 1.5, 2.5, 3.5};
        QTest::newRow("many whole numbers") << 0.0 << 100.0 << true << Numbers{0, 25, 50, 75, 100};
        QTest::newRow("one value") << 40.0 << 40.0 << false << Numbers{38, 42};
        QTest::newRow("one small value") << 0.0 << 0.0 << false << Numbers{-0.5, 0.5};
    }

    void rangesHaveRoundBorders()
    {
        QFETCH(double, min);
        QFETCH(double, max);
        QFETCH(Numbers, edges);
        QFETCH(bool, whole);
        const Numbers found = rangeEdges(min, max, 4, whole);
        QCOMPARE(found.size(), edges.size());
        for (std::size_t i = 0; i < edges.size(); ++i)
            QVERIFY2(std::fabs(found[i] - edges[i]) < 1e-12, qPrintable(QString::number(found[i])));
    }

    void valuesThatNoWidthDividesAreOneRange()
    {
        constexpr double least = std::numeric_limits<double>::denorm_min();
        constexpr double most = std::numeric_limits<double>::max();
        const double next = std::nextafter(1.0, 2.0);
        for (const auto& [min, max] : {std::pair(0.0, least), {1.0, next}, {-most, most}, {most, most}}) {
            const Column column = numbers({min, max}, ColumnType::Number);
            const Distribution found = *distributionOf(column, {});
            QVERIFY(found.edges.size() >= 2 && found.edges.size() < 100);
            QVERIFY(std::adjacent_find(found.edges.begin(), found.edges.end(), std::greater_equal<>()) ==
                    found.edges.end());
            std::size_t counted = 0;
            for (const auto& group : found.counts)
                counted = std::accumulate(group.begin(), group.end(), counted);
            QCOMPARE(counted, std::size_t(2));
        }
    }

    void everyValueIsCountedOnceInItsGroup()
    {
        const Column column = numbers({1, 2, 2, 3, missing, 3}, ColumnType::Integer);
        const Distribution found = *distributionOf(column, twoGroups({0, 0, 1, -1, 0, 1}));
        QCOMPARE(found.edges, (Numbers{0.5, 1.5, 2.5, 3.5}));
        QCOMPARE(found.counts, (Counts{{1, 1, 0}, {0, 1, 1}, {0, 0, 1}}));
        QCOMPARE(found.rows, std::size_t(6));
        QCOMPARE(found.missing, std::size_t(1));
        QCOMPARE(found.distinct, std::size_t(3));
    }

    void numbersHaveStatistics()
    {
        const Distribution found = *distributionOf(numbers({4, 2, missing, 8, 6}), {});
        QCOMPARE(*found.quartiles, (std::array<double, 5>{2, 3.5, 5, 6.5, 8}));
        QCOMPARE(found.mean, 5.0);
        QCOMPARE(found.deviation, std::sqrt(5.0));
    }

    void thousandsOfValuesAreAllCounted()
    {
        Numbers values;
        for (int i = 0; i < 10'000; ++i)
            values.push_back(std::sin(i) * 3 - 1);
        const Distribution found = *distributionOf(numbers(values), {});
        std::size_t all = 0;
        for (const std::size_t count : found.counts.front())
            all += count;
        QCOMPARE(all, values.size());
        QVERIFY(found.edges.front() <= -4 && found.edges.back() >= 2);
    }

    void categoriesComeWithTheCommonestFirst()
    {
        const Table table = readable("kind\nb\na\nb\nc\n\"\"\nb\na\n");
        const Distribution found = *distributionOf(table.columns[0], {});
        QCOMPARE(found.categories, (std::vector<std::string>{"b", "a", "c"}));
        QCOMPARE(found.counts, (Counts{{3, 2, 1}, {0, 0, 0}}));
        QVERIFY(!found.quartiles);
        QCOMPARE(found.otherCategories, std::size_t(0));
    }

    void rareCategoriesShareABar()
    {
        Column column;
        for (int i = 0; i < 30; ++i) {
            column.categories.push_back("c" + std::to_string(100 + i));
            column.codes.insert(column.codes.end(), static_cast<std::size_t>(30 - i), i);
        }
        const Distribution found = *distributionOf(column, {});
        QCOMPARE(found.bars(), Distribution::mostCategories);
        QCOMPARE(found.categories.size(), Distribution::mostCategories - 1);
        QCOMPARE(found.otherCategories, std::size_t(11));
        QCOMPARE(found.counts.front().back(), std::size_t(66)); // 11 + 10 + ... + 1
    }

    void barsThatFindNoRoomShareTheLast()
    {
        const Table table = readable("kind\nb\na\nb\nc\nd\nb\na\n");
        const Distribution all = *distributionOf(table.columns[0], {});
        const Distribution few = withFewerBars(all, 2);
        QCOMPARE(few.categories, std::vector<std::string>{"b"});
        QCOMPARE(few.otherCategories, std::size_t(3));
        QCOMPARE(few.counts, (Counts{{3, 4}, {0, 0}}));
        QCOMPARE(withFewerBars(few, 2).counts, few.counts);
        QCOMPARE(withFewerBars(all, 9).counts, all.counts);
        const Distribution ranges = *distributionOf(numbers({1, 2, 3, 4}), {});
        QCOMPARE(withFewerBars(ranges, 2).bars(), ranges.bars());
    }

    void aColumnWithoutValuesHasNoBars()
    {
        const Distribution found = *distributionOf(numbers({missing, missing}), {});
        QCOMPARE(found.bars(), std::size_t(0));
        QCOMPARE(found.missing, std::size_t(2));
        QVERIFY(!found.quartiles);
    }

    void aCancelledCountGivesNothing()
    {
        RunControl control;
        control.cancel();
        QVERIFY(!distributionOf(numbers({1, 2}), {}, control));
    }

    void smallBarsAreSharesOfTheHighest()
    {
        Column column = numbers({0, 1, 9, missing});
        column.min = 0;
        column.max = 9;
        QCOMPARE(columnBars(column, 3), (Numbers{1, 0, 0.5}));
        Column words;
        words.categories = {"a", "b"};
        words.codes = {0, 1, 1, -1};
        QCOMPARE(columnBars(words, 8), (Numbers{1, 0.5}));
        QCOMPARE(columnBars(Column{}, 8), Numbers{});
    }
};

QTEST_APPLESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
