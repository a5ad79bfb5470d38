#include "table_text.h"

#include <QTest>

using namespace broto;

class TestJoinedTimes : public QObject {
    Q_OBJECT

private slots:
    void dateTakesTheTimeOfDay();
    void aSingleDayHoldsManyTimes();
    void whatIsMissingInEitherIsMissing();
    void othersStayAsTheyAre_data();
    void othersStayAsTheyAre();
};

void TestJoinedTimes::dateTakesTheTimeOfDay()
{
    const Table table = readable("Data;Hora;temp\n31/03/2024;23:59:59;20,5\n01/04/2024;00:00:01;20,7\n");
    QCOMPARE(tableText(table), std::string("Data|Hora|temp / 2024-03-31 23:59:59|23:59:59|20.5 / "
                                           "2024-04-01 00:00:01|00:00:01|20.7"));
    QVERIFY(!table.columns[0].wholeDays);
    QCOMPARE(table.columns[0].max - table.columns[0].min, 2.0);
    QCOMPARE(table.warnings.size(), std::size_t(1));
    QCOMPARE(table.warnings[0].id, std::string_view("data.times-joined"));
}

void TestJoinedTimes::aSingleDayHoldsManyTimes()
{
    const Table table = readable("date,clock,x\n2024-03-31,10:00,1\n2024-03-31,11:00,2\n");
    QCOMPARE(table.columns[0].type, ColumnType::DateTime);
    QCOMPARE(table.columns[0].distinct, std::size_t(2));
}

void TestJoinedTimes::whatIsMissingInEitherIsMissing()
{
    const Table table = readable("clock,date,x\n10:00,2024-03-31,1\n,2024-03-31,2\n11:00,,3\n");
    QCOMPARE(table.columns[1].missing, std::size_t(2));
    QCOMPARE(table.columns[1].distinct, std::size_t(1));
}

void TestJoinedTimes::othersStayAsTheyAre_data()
{
    QTest::addColumn<std::string>("csv");
    const auto row = [](const char* name, const char* csv) { QTest::newRow(name) << std::string(csv); };
    row("dates alone", "date,x\n2024-03-31,1\n2024-04-01,2\n");
    row("a clock alone", "clock,x\n10:00,1\n11:00,2\n");
    row("two columns of dates", "from,to,clock\n2024-03-31,2024-03-31,10:00\n2024-04-01,2024-04-01,11:00\n");
    row("two clocks", "date,from,to\n2024-03-31,09:00,10:00\n2024-04-01,10:00,11:00\n");
    row("a date with its time", "when,clock\n2024-03-31 12:30,09:00\n2024-04-01 10:00,11:00\n");
}

void TestJoinedTimes::othersStayAsTheyAre()
{
    QFETCH(std::string, csv);
    const Table table = readable(csv);
    QVERIFY(table.warnings.empty());
}

QTEST_APPLESS_MAIN(TestJoinedTimes)
#include "tst_joined_times.moc"
