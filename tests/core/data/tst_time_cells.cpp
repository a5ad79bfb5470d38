#include "data/time_cells.h"

#include "data/time_text.h"

#include <QTest>

using namespace broto;

namespace {

/// Gives texts to a column of times as the cells of rows that follow each other from line 2 on.
std::size_t give(TimeCells& times, const std::vector<std::string_view>& texts)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
        lines.push_back(i + 2);
    return times.add({texts.data(), 1, texts.size(), lines.data()});
}

std::string described(TimeCells& times)
{
    Column column;
    column.values = Column::Values::Times;
    times.describe(column);
    std::string text;
    for (const double seconds : column.numbers)
        text += (text.empty() ? "" : " / ") + timeText(column, seconds);
    return text;
}

}

class TestTimeCells : public QObject {
    Q_OBJECT

private slots:
    void cellsAreTakenWhileTheyGoTogether_data();
    void cellsAreTakenWhileTheyGoTogether();
    void aProofTurnsWhatWasReadBefore();
    void withoutProofTheOrderCanBeSet();
    void cellsOfTheSameDayAreReadAlike();
    void orderOfTimeIsCounted();
    void aYearInFrontTurnsWhatWasReadBefore();
    void anOrderThatIsNotPossibleIsLeftAtOnce();
    void aYearOfFourDigitsIsNeverFirst();
    void countsAndExtremesAreSet();
    void datesAloneAreKnown();
};

void TestTimeCells::cellsAreTakenWhileTheyGoTogether_data()
{
    QTest::addColumn<std::vector<std::string_view>>("cells");
    QTest::addColumn<int>("taken");
    using Texts = std::vector<std::string_view>;
    QTest::newRow("dates") << Texts{"2015-02-04", "", "04/02/2015", "NA"} << 4;
    QTest::newRow("no time") << Texts{"2015-02-04", "soon"} << 1;
    QTest::newRow("time of day among dates") << Texts{"2015-02-04", "10:00"} << 1;
    QTest::newRow("date among times of day") << Texts{"10:00", "2015-02-04"} << 1;
    QTest::newRow("both orders proven") << Texts{"13/02/2015", "14/02/2015", "02/13/2015"} << 2;
    QTest::newRow("a zero date") << Texts{"2015-02-04", "0000-00-00", "0000-00-00 00:00:00"} << 3;
    QTest::newRow("a mark among times") << Texts{"2015-02-04", "n/d", "2015-02-05"} << 3;
    QTest::newRow("zone missing") << Texts{"10:00Z", "11:00"} << 1;
    QTest::newRow("other zone") << Texts{"10:00Z", "11:00+01:00"} << 2;
    QTest::newRow("hour that is none on the same day") << Texts{"2015-02-04 10:00:00", "2015-02-04 30:00:00"} << 1;
}

void TestTimeCells::cellsAreTakenWhileTheyGoTogether()
{
    QFETCH(std::vector<std::string_view>, cells);
    TimeCells times(DayFirst);
    const std::size_t taken = give(times, cells);
    QTEST(static_cast<int>(taken), "taken");
    QCOMPARE(times.rows(), taken);
}

void TestTimeCells::aProofTurnsWhatWasReadBefore()
{
    TimeCells times(DayFirst);
    QCOMPARE(give(times, {"04/02/2015 10:00:00", "04/02/2015 11:00:00", "", "04/05/2015", "02/13/2015"}),
             std::size_t(5));
    QCOMPARE(times.order(), MonthFirst);
    QVERIFY(!times.orderIsOpen());
    QCOMPARE(times.proof()->text, std::string("02/13/2015"));
    QCOMPARE(times.proof()->line, std::size_t(6));
    QCOMPARE(described(times),
             std::string("2015-04-02 10:00:00 / 2015-04-02 11:00:00 /  / 2015-04-05 00:00:00 / 2015-02-13 00:00:00"));
}

void TestTimeCells::withoutProofTheOrderCanBeSet()
{
    TimeCells times(DayFirst);
    give(times, {"04/02/2015", "05/02/2015"});
    QVERIFY(times.orderIsOpen());
    QCOMPARE(times.openCell()->text, std::string("04/02/2015"));
    times.setOrder(MonthFirst);
    times.setOrder(MonthFirst);
    QCOMPARE(described(times), std::string("2015-04-02 / 2015-05-02"));
}

void TestTimeCells::cellsOfTheSameDayAreReadAlike()
{
    TimeCells times(DayFirst);
    give(times, {"04/02/2015 23:59:58", "04/02/2015 23:59:59", "05/02/2015 00:00:00", "05/02/2015T00:00:01",
                 "05/02/2015 00:00:02.5", "05/02/2015 00:00:03"});
    QCOMPARE(described(times), std::string("2015-02-04 23:59:58 / 2015-02-04 23:59:59 / 2015-02-05 00:00:00 / "
                                           "2015-02-05 00:00:01 / 2015-02-05 00:00:02.5 / 2015-02-05 00:00:03"));
}

void TestTimeCells::orderOfTimeIsCounted()
{
    TimeCells times(DayFirst);
    give(times, {"01/02/2015", "02/02/2015", "", "01/03/2015", "02/03/2015"});
    QCOMPARE(times.stepsIn(DayFirst).back, std::size_t(0));
    QCOMPARE(times.stepsIn(DayFirst).total, 29 * 86400.0);
    QCOMPARE(times.stepsIn(MonthFirst).back, std::size_t(1));
    QCOMPARE(times.firstTimeIn(MonthFirst).value_or(0), 1420156800.0);
}

void TestTimeCells::aYearInFrontTurnsWhatWasReadBefore()
{
    TimeCells times(DayFirst);
    QCOMPARE(give(times, {"24-03-05", "25-12-31 10:00:00", "99-03-05"}), std::size_t(3));
    QCOMPARE(times.order(), YearFirst);
    QCOMPARE(times.proof()->text, std::string("99-03-05"));
    QCOMPARE(described(times), std::string("2024-03-05 00:00:00 / 2025-12-31 10:00:00 / 1999-03-05 00:00:00"));
}

void TestTimeCells::anOrderThatIsNotPossibleIsLeftAtOnce()
{
    TimeCells times(YearFirst);
    QCOMPARE(give(times, {"2015-02-04", "05/02/2015", "06/02/2015"}), std::size_t(3));
    QCOMPARE(described(times), std::string("2015-02-04 / 2015-02-05 / 2015-02-06"));
}

void TestTimeCells::aYearOfFourDigitsIsNeverFirst()
{
    TimeCells times(DayFirst);
    QCOMPARE(give(times, {"03/03/2024", "24/03/05", "99/03/05"}), std::size_t(2));
    QCOMPARE(times.possibleOrders(), static_cast<unsigned>(DayFirst));
}

void TestTimeCells::countsAndExtremesAreSet()
{
    TimeCells times(DayFirst);
    times.addMissing(2);
    give(times, {"10:00", "09:00", "?", "10:00"});
    Column column;
    times.describe(column);
    QCOMPARE(column.missing, std::size_t(3));
    QCOMPARE(column.distinct, std::size_t(2));
    QCOMPARE(column.min, 32400.0);
    QCOMPARE(column.max, 36000.0);
    QCOMPARE(column.numbers.size(), std::size_t(6));
}

void TestTimeCells::datesAloneAreKnown()
{
    const auto areDates = [](const std::vector<std::string_view>& cells) {
        TimeCells times(DayFirst);
        give(times, cells);
        Column column;
        times.describe(column);
        return column.wholeDays;
    };
    QVERIFY(areDates({"04/02/2015", "?", "31/12/1969"}));
    QVERIFY(!areDates({"04/02/2015", "05/02/2015 00:00:01"}));
    QVERIFY(!areDates({"00:00", "00:00:00"}));
}

QTEST_APPLESS_MAIN(TestTimeCells)
#include "tst_time_cells.moc"
