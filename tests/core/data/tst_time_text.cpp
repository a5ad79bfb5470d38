#include "data/time_text.h"

#include <QTest>

#include <limits>

using namespace broto;

class TestTimeText : public QObject {
    Q_OBJECT

private slots:
    void dateAndTime_data();
    void dateAndTime();
    void timesOfDayHaveNoDate();
    void datesAloneHaveNoTimeOfDay();
    void missingIsEmpty();
    void absurdTimesAreWritten();
};

void TestTimeText::dateAndTime_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<std::string>("text");
    const auto row = [](double seconds, const char* text) { QTest::newRow(text) << seconds << std::string(text); };
    row(0, "1970-01-01 00:00:00");
    row(86399, "1970-01-01 23:59:59");
    row(-1, "1969-12-31 23:59:59");
    row(951782400, "2000-02-29 00:00:00");
    row(951868800, "2000-03-01 00:00:00");
    row(1423072260, "2015-02-04 17:51:00");
    row(4107542400, "2100-03-01 00:00:00");
    row(-2208988800, "1900-01-01 00:00:00");
    row(-62135596800, "0001-01-01 00:00:00");
    row(253402300799, "9999-12-31 23:59:59");
    row(1423072260.5, "2015-02-04 17:51:00.5");
    row(1423072260.123, "2015-02-04 17:51:00.123");
    row(1423072259.9999999, "2015-02-04 17:51:00");
}

void TestTimeText::dateAndTime()
{
    QFETCH(double, seconds);
    QFETCH(std::string, text);
    QCOMPARE(dateTimeText(seconds), text);
}

void TestTimeText::timesOfDayHaveNoDate()
{
    QCOMPARE(timeOfDayText(64260), std::string("17:51:00"));
    QCOMPARE(timeOfDayText(0.25), std::string("00:00:00.25"));
    Column column;
    column.values = Column::Values::Times;
    column.min = 0;
    column.max = 86399;
    QVERIFY(holdsTimesOfDay(column));
    QCOMPARE(timeText(column, 64260), std::string("17:51:00"));
    column.max = 86400;
    QVERIFY(!holdsTimesOfDay(column));
}

void TestTimeText::datesAloneHaveNoTimeOfDay()
{
    Column column;
    column.values = Column::Values::Times;
    column.min = 86400;
    column.max = 951782400;
    column.wholeDays = true;
    QCOMPARE(timeText(column, 951782400), std::string("2000-02-29"));
    QCOMPARE(timeText(column, std::numeric_limits<double>::quiet_NaN()), std::string());
    column.wholeDays = false;
    QCOMPARE(timeText(column, 951782400), std::string("2000-02-29 00:00:00"));
}

void TestTimeText::missingIsEmpty()
{
    QCOMPARE(dateTimeText(std::numeric_limits<double>::quiet_NaN()), std::string());
    QCOMPARE(timeOfDayText(std::numeric_limits<double>::quiet_NaN()), std::string());
}

void TestTimeText::absurdTimesAreWritten()
{
    QVERIFY(!dateTimeText(1e300).empty());
    QVERIFY(!dateTimeText(-std::numeric_limits<double>::infinity()).empty());
}

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
