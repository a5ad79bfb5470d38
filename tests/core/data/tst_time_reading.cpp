#include "data/time_reading.h"

#include "data/time_text.h"

#include <QTest>

using namespace broto;

class TestTimeReading : public QObject {
    Q_OBJECT

private slots:
    void timeIsReadAsWritten_data();
    void timeIsReadAsWritten();
    void otherTextsAreNoTimes_data();
    void otherTextsAreNoTimes();
    void orderIsToldByTheCell_data();
    void orderIsToldByTheCell();
    void zoneIsToldAndNotTakenOff_data();
    void zoneIsToldAndNotTakenOff();
    void swappedTwiceIsTheSame();
};

void TestTimeReading::timeIsReadAsWritten_data()
{
    QTest::addColumn<bool>("dayFirst");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* cell, bool dayFirst, const char* expected) {
        QTest::addRow("%s %s", cell, dayFirst ? "(day first)" : "(month first)") << dayFirst << std::string(expected);
    };
    const auto both = [&](const char* cell, const char* expected) {
        row(cell, true, expected);
        row(cell, false, expected);
    };
    both("2015-02-04", "2015-02-04 00:00:00");
    both("2015/2/4", "2015-02-04 00:00:00");
    both("2015.02.04", "2015-02-04 00:00:00");
    both("2015-02-04 17:51", "2015-02-04 17:51:00");
    both("2015-02-04 17:51:09", "2015-02-04 17:51:09");
    both("2015-02-04  7:05", "2015-02-04 07:05:00");
    both("2015-02-04T17:51:09", "2015-02-04 17:51:09");
    both("2015-02-04t17:51:09z", "2015-02-04 17:51:09");
    both("2015-02-04T17:51:09.125Z", "2015-02-04 17:51:09.125");
    both("2015-02-04 17:51:09,5", "2015-02-04 17:51:09.5");
    both("2015-02-04 17:51:09.123456789123456789", "2015-02-04 17:51:09.123457");
    both("2015-02-04T17:51:00+01:00", "2015-02-04 17:51:00");
    both("2015-02-04 17:51:00 -0300", "2015-02-04 17:51:00");
    both("2015-02-04 24:00:00", "2015-02-05 00:00:00");
    both("2016-12-31 23:59:60", "2017-01-01 00:00:00");
    both("2016-02-29", "2016-02-29 00:00:00");
    row("04/02/2015", true, "2015-02-04 00:00:00");
    row("04/02/2015", false, "2015-04-02 00:00:00");
    row("4-2-15 5:51 PM", true, "2015-02-04 17:51:00");
    row("4/2/15 5:51:30 p.m.", false, "2015-04-02 17:51:30");
    both("31.12.2020", "2020-12-31 00:00:00");
    both("04.02.2015", "2015-02-04 00:00:00");
    both("31/12/2020", "2020-12-31 00:00:00");
    both("12/31/2020", "2020-12-31 00:00:00");
    both("12-31-2020 11:59 PM", "2020-12-31 23:59:00");
    both("12-31-2020 12:00 AM", "2020-12-31 00:00:00");
    both("12-31-2020 12:00PM", "2020-12-31 12:00:00");
    both("05.03.2024 14h30", "2024-03-05 14:30:00");
    both("2024-03-05 14h30min", "2024-03-05 14:30:00");
    both("2024-03-05 14h30m05s", "2024-03-05 14:30:05");
    both("5 de mar\u00e7o de 2024", "2024-03-05 00:00:00");
    both("5 de mar. de 2024", "2024-03-05 00:00:00");
    both("5 de mar\u00e7o de 2024 \u00e0s 14:05", "2024-03-05 14:05:00");
    both("ter\u00e7a-feira, 5 de mar\u00e7o de 2024", "2024-03-05 00:00:00");
    both("5 March 2024", "2024-03-05 00:00:00");
    both("5-mar-24", "2024-03-05 00:00:00");
    both("Mar 5, 2024", "2024-03-05 00:00:00");
    both("March 5 2024 2:05 PM", "2024-03-05 14:05:00");
    both("Tue Mar  5 14:00:12 2024", "2024-03-05 14:00:12");
    both("Tue Mar  5 14:00:12 -03 2024", "2024-03-05 14:00:12");
    both("Thu Feb 29 14:00:12 2024", "2024-02-29 14:00:12");
    both("Tue, 5 Mar 2024 14:00:12 -0300", "2024-03-05 14:00:12");
    both("ter 25/03/2024 14:00", "2024-03-25 14:00:00");
    both("2024-03-05 14:00:00 BRT", "2024-03-05 14:00:00");
    both("20240305T140000Z", "2024-03-05 14:00:00");
    both("20240305T1400", "2024-03-05 14:00:00");
    both("2024-03", "2024-03-01 00:00:00");
    both("03/2024", "2024-03-01 00:00:00");
    both("99-03-05", "1999-03-05 00:00:00");
    both("31/12/68", "2068-12-31 00:00:00");
    both("31/12/69", "1969-12-31 00:00:00");
}

void TestTimeReading::timeIsReadAsWritten()
{
    QFETCH(bool, dayFirst);
    QFETCH(std::string, expected);
    const std::string cell = QTest::currentDataTag();
    const std::optional<TimeReading> reading =
        readTime(cell.substr(0, cell.rfind(" (")), dayFirst ? DayFirst : MonthFirst);
    QVERIFY(reading);
    QVERIFY(reading->date);
    QCOMPARE(dateTimeText(reading->seconds), expected);
}

void TestTimeReading::otherTextsAreNoTimes_data()
{
    QTest::addColumn<std::string>("cell");
    for (const char* cell : {"2015",
                             "2015-13-01",
                             "2015-02-32",
                             "2015-02-30",
                             "2015-02-29",
                             "2015-00-01",
                             "2015-2",
                             "2015.02",
                             "9999-02",
                             "02/9999",
                             "Mar 5",
                             "Mar 32, 2024",
                             "5 Foo 2024",
                             "seg 08:00",
                             "14h",
                             "14h5",
                             "20240305",
                             "20241305T140000",
                             "Tue Mar  5 14:00:12",
                             "May 2024",
                             "31 de fevereiro de 2024",
                             "32/13/2015",
                             "13/13/2015",
                             "29/02/2015",
                             "4/2/015",
                             "02.13.2015",
                             "1.2.3",
                             "192.168.0.1",
                             "17:60",
                             "25:00",
                             "24:01",
                             "17:5",
                             "2015-02-04 x",
                             "2015-02-04 17:51:00 today",
                             "2015-02/04",
                             "1/2",
                             "abcd",
                             "12:",
                             "2015-02-04 ",
                             "-5:30",
                             "",
                             "13:00 PM",
                             "0:30 AM",
                             "17:51:00+25:00",
                             "17:51:00+01:60",
                             "12345678",
                             "5",
                             "1:2:3:4",
                             "00/01/2015"})
        QTest::newRow(cell) << std::string(cell);
}

void TestTimeReading::otherTextsAreNoTimes()
{
    QFETCH(std::string, cell);
    QVERIFY(!readTime(cell, DayFirst));
    QVERIFY(!readTime(cell, MonthFirst));
    QVERIFY(!isDateTime(cell));
}

void TestTimeReading::orderIsToldByTheCell_data()
{
    QTest::addColumn<int>("orders");
    QTest::addColumn<bool>("open");
    const auto row = [](const char* cell, unsigned orders, bool open) {
        QTest::newRow(cell) << static_cast<int>(orders) << open;
    };
    row("17:51", 0, false);
    row("2015-02-04", 0, false);
    row("04.02.2015", 0, false);
    row("5 March 2024", 0, false);
    row("03/03/2015", DayFirst | MonthFirst, false);
    row("13/02/2015", DayFirst, false);
    row("02/13/2015", MonthFirst, false);
    row("04/02/2015", DayFirst | MonthFirst, true);
    row("04-02-15 10:00", anyDateOrder, true);
    row("24-03-05", DayFirst | YearFirst, true);
    row("24-03-99", DayFirst, false);
    row("99-03-05", YearFirst, false);
}

void TestTimeReading::orderIsToldByTheCell()
{
    QFETCH(int, orders);
    QFETCH(bool, open);
    const std::optional<TimeReading> reading = readTime(QTest::currentDataTag(), DayFirst);
    QVERIFY(reading);
    QCOMPARE(static_cast<int>(reading->orders), orders);
    QCOMPARE(reading->open, open);
}

void TestTimeReading::zoneIsToldAndNotTakenOff_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("17:51:00Z") << 0;
    QTest::newRow("17:51:00+05:30") << 330;
    QTest::newRow("17:51:00-03") << -180;
    QTest::newRow("17:51:00 -0300") << -180;
    QTest::newRow("17:51:00 BRT") << -180;
    QTest::newRow("17:51:00 BRST") << -120;
    QTest::newRow("17:51:00") << 9999;
}

void TestTimeReading::zoneIsToldAndNotTakenOff()
{
    QFETCH(int, minutes);
    const std::optional<TimeReading> reading = readTime(QTest::currentDataTag(), DayFirst);
    QVERIFY(reading);
    QVERIFY(!reading->date);
    QCOMPARE(reading->zoneMinutes.value_or(9999), minutes);
    QCOMPARE(reading->seconds, 64260.0);
}

void TestTimeReading::swappedTwiceIsTheSame()
{
    const double time = readTime("04/02/2015 17:51:00", DayFirst)->seconds;
    const double swapped = timeInOtherOrder(time, DayFirst, MonthFirst);
    QCOMPARE(dateTimeText(swapped), std::string("2015-04-02 17:51:00"));
    QCOMPARE(timeInOtherOrder(swapped, MonthFirst, DayFirst), time);
    const double yearFirst = timeInOtherOrder(time, DayFirst, YearFirst);
    QCOMPARE(dateTimeText(yearFirst), std::string("2004-02-15 17:51:00"));
    QCOMPARE(timeInOtherOrder(yearFirst, YearFirst, MonthFirst), swapped);
}

QTEST_APPLESS_MAIN(TestTimeReading)
#include "tst_time_reading.moc"
