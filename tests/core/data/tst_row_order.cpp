#include "data/row_order.h"

#include "common/random.h"

#include <QMetaType>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace broto;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Column numbers(std::vector<double> values)
{
    Column column;
    column.values = Column::Values::Numbers;
    column.numbers = std::move(values);
    return column;
}

Column texts(std::vector<std::string> categories, std::vector<std::int32_t> codes)
{
    Column column;
    column.categories = std::move(categories);
    column.codes = std::move(codes);
    return column;
}

}

class TestRowOrder : public QObject {
    Q_OBJECT

private slots:
    void rowsAreSorted_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<RowNumbers>("expected");
        QTest::newRow("numbers up") << numbers({3, -1, 2, -20}) << false << RowNumbers{3, 1, 2, 0};
        QTest::newRow("numbers down") << numbers({3, -1, 2, -20}) << true << RowNumbers{0, 2, 1, 3};
        QTest::newRow("equal ones stay in order, up") << numbers({1, 0, 1, 0}) << false << RowNumbers{1, 3, 0, 2};
        QTest::newRow("equal ones stay in order, down") << numbers({1, 0, 1, 0}) << true << RowNumbers{0, 2, 1, 3};
        QTest::newRow("missing last, up") << numbers({missing, 2, missing, 1}) << false << RowNumbers{3, 1, 0, 2};
        QTest::newRow("missing last, down") << numbers({missing, 2, missing, 1}) << true << RowNumbers{1, 3, 0, 2};
        QTest::newRow("both zeros are equal") << numbers({0.0, -0.0, 0.0}) << false << RowNumbers{0, 1, 2};
        QTest::newRow("infinities") << numbers({infinity, 0, -infinity, missing}) << true << RowNumbers{0, 1, 2, 3};
        QTest::newRow("very small ones") << numbers({1e-300, -1e-300, 5e-324}) << false << RowNumbers{1, 2, 0};
        QTest::newRow("texts up") << texts({"a", "b"}, {1, -1, 0}) << false << RowNumbers{2, 0, 1};
        QTest::newRow("texts down") << texts({"a", "b"}, {1, -1, 0}) << true << RowNumbers{0, 2, 1};
        QTest::newRow("nothing") << numbers({}) << false << RowNumbers{};
    }

    void rowsAreSorted()
    {
        QFETCH(Column, column);
        QFETCH(bool, descending);
        QFETCH(RowNumbers, expected);
        const std::size_t rows = column.texts() ? column.codes.size() : column.numbers.size();
        const auto direction = descending ? SortDirection::Descending : SortDirection::Ascending;
        QCOMPARE(*sortedRows(column, direction, allRows(rows)), expected);
    }

    void onlyTheGivenRowsAreSorted()
    {
        QCOMPARE(*sortedRows(numbers({5, 4, 3, 2}), SortDirection::Ascending, {0, 2, 3}), (RowNumbers{3, 2, 0}));
    }

    void manyRowsAreSortedAsAStableSortDoes()
    {
        Random random(1);
        std::vector<double> values;
        for (int row = 0; row < 300'000; ++row)
            values.push_back(random.below(10) == 0 ? missing : static_cast<double>(random.below(5000)) - 2500);
        RowNumbers expected = allRows(values.size());
        std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (std::isnan(values[a]) || std::isnan(values[b]))
                return !std::isnan(values[a]) && std::isnan(values[b]);
            return values[a] > values[b];
        });
        const Column column = numbers(values);
        QVERIFY(*sortedRows(column, SortDirection::Descending, allRows(values.size())) == expected);
    }

    void aCancelledSortGivesNothing()
    {
        RunControl control;
        control.cancel();
        const auto sorted = sortedRows(numbers({2, 1}), SortDirection::Ascending, allRows(2), control);
        QVERIFY(!sorted);
        QCOMPARE(QByteArray(sorted.error().id.data()), QByteArray("common.cancelled"));
    }
};

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_row_order.moc"
