#include "data/correlation.h"

#include "table_text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace broto;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Column numbers(std::vector<double> values)
{
    Column column;
    column.values = Column::Values::Numbers;
    column.numbers = std::move(values);
    return column;
}

Column texts(std::vector<std::int32_t> codes)
{
    Column column;
    column.categories = {"a", "b", "c"};
    column.codes = std::move(codes);
    return column;
}

}

class TestCorrelation : public QObject {
    Q_OBJECT

private slots:
    void aPairGoesTogether_data()
    {
        QTest::addColumn<Column>("first");
        QTest::addColumn<Column>("second");
        QTest::addColumn<double>("expected");
        QTest::newRow("a line up") << numbers({1, 2, 3}) << numbers({10, 20, 30}) << 1.0;
        QTest::newRow("a line down") << numbers({1, 2, 3}) << numbers({5, 3, 1}) << -1.0;
        QTest::newRow("nothing in common") << numbers({1, 2, 1, 2}) << numbers({1, 1, 2, 2}) << 0.0;
        // Deviations -1.5 -0.5 0.5 1.5 and -1 -1 1 1: 4 / sqrt(5 * 4)
        QTest::newRow("a step") << numbers({1, 2, 3, 4}) << numbers({1, 1, 3, 3}) << 4 / std::sqrt(20.0);
        QTest::newRow("missing ones do not count")
            << numbers({1, missing, 2, 3, 9}) << numbers({1, 7, 2, 3, missing}) << 1.0;
        QTest::newRow("far from zero") << numbers({1e9, 1e9 + 1, 1e9 + 2}) << numbers({0, 1, 2}) << 1.0;
        QTest::newRow("a constant") << numbers({2, 2, 2}) << numbers({1, 2, 3}) << missing;
        QTest::newRow("nothing to compare") << numbers({missing, 1}) << numbers({1, missing}) << missing;
        QTest::newRow("a category that tells the number") << texts({0, 0, 1, 1}) << numbers({1, 1, 5, 5}) << 1.0;
        QTest::newRow("a category that tells nothing") << texts({0, 1, 0, 1}) << numbers({1, 1, 5, 5}) << 0.0;
        // Mean 3, means 2 and 4: 4 of 20 lie between the categories
        QTest::newRow("a category that tells a part")
            << numbers({0, 4, 2, 6}) << texts({0, 0, 1, 1}) << std::sqrt(4.0 / 20);
        QTest::newRow("one category") << texts({0, 0}) << numbers({1, 2}) << missing;
        QTest::newRow("the same categories") << texts({0, 1, 2, 0}) << texts({1, 2, 0, 1}) << 1.0;
        QTest::newRow("unrelated categories") << texts({0, 0, 1, 1}) << texts({0, 1, 0, 1}) << 0.0;
        // Cells 2 1 / 0 1 with sums 3 1 / 2 2: 4/6 + 1/6 + 1/2 - 1 = 1/3
        QTest::newRow("related categories") << texts({0, 0, 0, 1}) << texts({0, 0, 1, 1}) << std::sqrt(1.0 / 3);
        QTest::newRow("missing categories do not count") << texts({0, 1, -1, 0}) << texts({0, 1, 2, -1}) << 1.0;
    }

    void aPairGoesTogether()
    {
        QFETCH(Column, first);
        QFETCH(Column, second);
        QFETCH(double, expected);
        for (const double found : {correlationOf(first, second), correlationOf(second, first)}) {
            if (std::isnan(expected))
                QVERIFY(std::isnan(found));
            else
                QVERIFY2(std::fabs(found - expected) < 1e-9, qPrintable(QString::number(found, 'g', 12)));
        }
    }

    void theTargetComesFirst()
    {
        const Table table = readable("a,b,c\n1,2,x\n2,1,y\n3,5,x\n4,3,y\n");
        DataChoices choices = proposeChoices(table);
        QVERIFY(chooseTarget(choices, table, "b"));
        const Correlations found = *correlationsOf(table, choices, 10);
        QCOMPARE(found.columns, (std::vector<std::size_t>{1, 0, 2}));
        QCOMPARE(found.at(0, 0), 1.0);
        QCOMPARE(found.at(0, 1), found.at(1, 0));
        QCOMPARE(found.at(0, 1), correlationOf(table.columns[1], table.columns[0]));
        QCOMPARE(found.leftOut, std::size_t(0));
    }

    void columnsBeyondTheLimitAreCounted()
    {
        const Table table = readable("a,b,c,d\n1,2,4,2\n2,1,3,9\n3,5,9,7\n");
        const Correlations found = *correlationsOf(table, proposeChoices(table), 2);
        QCOMPARE(found.columns.size(), std::size_t(2));
        QCOMPARE(found.leftOut, std::size_t(2));
        QCOMPARE(found.values.size(), std::size_t(4));
    }

    void constantsHaveNoPlace()
    {
        const Table table = readable("a,b,c\n1,7,4\n2,7,3\n3,7,9\n");
        QCOMPARE(correlationsOf(table, proposeChoices(table), 9)->columns.size(), std::size_t(2));
    }

    void aCancelledTableGivesNothing()
    {
        RunControl control;
        control.cancel();
        const Table table = readable("a,b\n1,2\n2,1\n3,5\n");
        QVERIFY(!correlationsOf(table, proposeChoices(table), 9, control));
    }
};

QTEST_APPLESS_MAIN(TestCorrelation)
#include "tst_correlation.moc"
