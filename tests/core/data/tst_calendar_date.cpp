#include "data/calendar_date.h"

#include <QTest>

using namespace broto;

class TestCalendarDate : public QObject {
    Q_OBJECT

private slots:
    void everyDayOfTenThousandYearsFollowsTheOneBefore();
    void knownDays_data();
    void knownDays();
};

void TestCalendarDate::everyDayOfTenThousandYearsFollowsTheOneBefore()
{
    CalendarDate expected{0, 1, 1};
    const std::int64_t last = daysOf({9999, 12, 31});
    for (std::int64_t days = daysOf(expected); days <= last; ++days) {
        const CalendarDate date = dateOf(days);
        if (date.year != expected.year || date.month != expected.month || date.day != expected.day ||
            daysOf(date) != days)
            QFAIL(qPrintable(QString::number(days)));
        if (++expected.day > daysInMonth(expected.year, expected.month)) {
            expected.day = 1;
            expected.month = expected.month % 12 + 1;
            expected.year += expected.month == 1;
        }
    }
}

void TestCalendarDate::knownDays_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<qint64>("days");
    QTest::newRow("epoch") << 1970 << 1 << 1 << qint64(0);
    QTest::newRow("the day before") << 1969 << 12 << 31 << qint64(-1);
    QTest::newRow("leap day") << 2000 << 2 << 29 << qint64(11016);
    QTest::newRow("first of March") << 2000 << 3 << 1 << qint64(11017);
    QTest::newRow("no leap day in 2100") << 2100 << 3 << 1 << qint64(47541);
    QTest::newRow("year one") << 1 << 1 << 1 << qint64(-719162);
}

void TestCalendarDate::knownDays()
{
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(qint64, days);
    QCOMPARE(qint64(daysOf({year, month, day})), days);
}

QTEST_APPLESS_MAIN(TestCalendarDate)
#include "tst_calendar_date.moc"
