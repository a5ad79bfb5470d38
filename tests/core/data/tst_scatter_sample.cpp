#include "data/scatter_sample.h"

#include "table_text.h"

#include <QTest>

using namespace broto;

class TestScatterSample : public QObject {
    Q_OBJECT

private slots:
    void rowsWithBothValuesBecomePoints()
    {
        const Table table = readable("x,kind\n1.5,b\n2.5,a\n,a\n4.5,\n5.5,b\n");
        RowGroups groups;
        groups.count = 2;
        groups.ofRow = {0, 1, 0, 1, -1};
        const ScatterSample sample = *scatterSample(table.columns[0], table.columns[1], groups, 100);
        QCOMPARE(sample.rows, (std::vector<std::uint32_t>{0, 1, 4}));
        QCOMPARE(sample.x, (std::vector<double>{1.5, 2.5, 5.5}));
        QCOMPARE(sample.y, (std::vector<double>{1, 0, 1}));
        QCOMPARE(sample.groups, (std::vector<std::int16_t>{0, 1, -1}));
        QCOMPARE(sample.complete, std::size_t(3));
    }

    void manyRowsAreSampledEvenly()
    {
        Column column;
        column.values = Column::Values::Numbers;
        for (int row = 0; row < 1000; ++row)
            column.numbers.push_back(row);
        const ScatterSample sample = *scatterSample(column, column, {}, 4);
        QCOMPARE(sample.rows, (std::vector<std::uint32_t>{0, 250, 500, 750}));
        QCOMPARE(sample.complete, std::size_t(1000));
    }

    void aCancelledSampleGivesNothing()
    {
        RunControl control;
        control.cancel();
        const Table table = readable("x,y\n1,2\n2,3\n");
        QVERIFY(!scatterSample(table.columns[0], table.columns[1], {}, 4, control));
    }
};

QTEST_APPLESS_MAIN(TestScatterSample)
#include "tst_scatter_sample.moc"
