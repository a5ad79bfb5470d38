#include "data/chosen_column.h"
#include "data/row_filter.h"

#include "table_text.h"

#include <QTest>

using namespace broto;

namespace {

/// Rows are numbered from 0 in the tests.
const Table& trip()
{
    static const Table table = readable("speed (km/h),gear,driver,a<b,when\n"
                                        "0,,Ana,1,2015-02-04 10:00:00\n"
                                        "12.5,first,ANA,2,2015-02-04 11:00:00\n"
                                        "-3,second,Bruno,3,2015-02-05 10:00:00\n"
                                        ",first,Carla & Ana,4,2015-03-01 00:00:00\n"
                                        "125,second,\"missing, or so\",5,2016-01-01 00:00:00\n");
    return table;
}

std::string rowsText(const RowNumbers& rows)
{
    std::string text;
    for (const std::uint32_t row : rows)
        text += std::to_string(row);
    return text;
}

}

class TestRowFilter : public QObject {
    Q_OBJECT

private slots:
    void aFilterLeavesRows_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("empty") << QByteArray("") << QByteArray("01234");
        QTest::newRow("blanks") << QByteArray("  & ") << QByteArray("01234");
        QTest::newRow("a text in any case") << QByteArray("ana") << QByteArray("013");
        QTest::newRow("a text in quotes") << QByteArray("\"Carla & Ana\"") << QByteArray("3");
        QTest::newRow("digits within a number") << QByteArray("12") << QByteArray("14");
        QTest::newRow("a decimal comma within a number") << QByteArray("12,5") << QByteArray("1");
        QTest::newRow("no such text") << QByteArray("dora") << QByteArray("");
        QTest::newRow("missing") << QByteArray("missing") << QByteArray("03");
        QTest::newRow("missing as a text") << QByteArray("\"missing\"") << QByteArray("4");
        QTest::newRow("less") << QByteArray("speed < 12.5") << QByteArray("02");
        QTest::newRow("at most") << QByteArray("speed <= 12,5") << QByteArray("012");
        QTest::newRow("greater, without blanks") << QByteArray("speed>0") << QByteArray("14");
        QTest::newRow("at least") << QByteArray("speed >= 0") << QByteArray("014");
        QTest::newRow("equal") << QByteArray("speed = 0.0") << QByteArray("0");
        QTest::newRow("different, missing ones apart") << QByteArray("speed != 0") << QByteArray("124");
        QTest::newRow("by the header") << QByteArray("speed (km/h) > 100") << QByteArray("4");
        QTest::newRow("one column missing") << QByteArray("gear = missing") << QByteArray("0");
        QTest::newRow("one column there") << QByteArray("speed != Missing") << QByteArray("0124");
        QTest::newRow("a category in any case") << QByteArray("gear = FIRST") << QByteArray("13");
        QTest::newRow("another category") << QByteArray("gear != first") << QByteArray("24");
        QTest::newRow("texts after another") << QByteArray("driver > b") << QByteArray("234");
        QTest::newRow("both conditions") << QByteArray("gear = second & speed < 0") << QByteArray("2");
        QTest::newRow("a condition and a text") << QByteArray("ana & speed >= 0") << QByteArray("01");
        QTest::newRow("a header with a sign in it") << QByteArray("a<b > 3") << QByteArray("34");
    }

    void aFilterLeavesRows()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, rows);
        const auto parsed = parseRowFilter(filter.toStdString(), trip());
        QVERIFY2(parsed.ok(), parsed ? "" : inEnglish(parsed.error()).c_str());
        QCOMPARE(QByteArray::fromStdString(rowsText(*filteredRows(trip(), *parsed))), rows);
    }

    void timesAreComparedAsFarAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("a day") << QByteArray("when = 2015-02-04") << QByteArray("01");
        QTest::newRow("from a day on") << QByteArray("when >= 2015-02-05") << QByteArray("234");
        QTest::newRow("until the end of a month") << QByteArray("when <= 2015-02") << QByteArray("012");
        QTest::newRow("before a time") << QByteArray("when < 2015-02-04 10:30") << QByteArray("0");
        QTest::newRow("not in a year") << QByteArray("when != 2015") << QByteArray("4");
        QTest::newRow("a text of it") << QByteArray("02-04") << QByteArray("01");
    }

    void timesAreComparedAsFarAsTheyAreWritten()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, rows);
        Table table = trip();
        Column& when = table.columns.back();
        when.values = Column::Values::Times;
        when.codes.clear();
        when.categories.clear();
        when.numbers = {1423044000, 1423047600, 1423130400, 1425168000, 1451606400};
        when.min = when.numbers.front();
        when.max = when.numbers.back();
        const auto parsed = parseRowFilter(filter.toStdString(), table);
        QVERIFY(parsed.ok());
        QCOMPARE(QByteArray::fromStdString(rowsText(*filteredRows(table, *parsed))), rows);
    }

    void aFilterThatMakesNoSenseSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("no such column") << QByteArray("sped < 5") << QByteArray("data.no-such-column");
        QTest::newRow("a word among numbers") << QByteArray("speed < fast") << QByteArray("data.filter-not-a-number");
        QTest::newRow("nothing to compare with") << QByteArray("speed <") << QByteArray("data.filter-no-value");
        QTest::newRow("the second condition")
            << QByteArray("ana & speed = x") << QByteArray("data.filter-not-a-number");
    }

    void aFilterThatMakesNoSenseSaysWhy()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, id);
        const auto parsed = parseRowFilter(filter.toStdString(), trip());
        QVERIFY(!parsed);
        QCOMPARE(QByteArray(parsed.error().id.data()), id);
    }

    void columnsAreFilteredAsTheyWereChosen()
    {
        const auto table = std::make_shared<const Table>(readable("co,room\n-200,a\n3.5,b\nn/d,c\n7.5,d\n"));
        DataChoices choices = proposeChoices(*table);
        choices.columns[0].missingMarks = {"-200", "n/d"};
        std::vector<std::shared_ptr<const Column>> columns;
        for (const auto& column : chosenColumns(table, choices))
            columns.push_back(*column);
        const auto rows = [&](const char* text) {
            const auto filter = parseRowFilter(text, *table, columns);
            return filter ? rowsText(*filteredRows(*table, *filter, {}, columns)) : std::string("no filter");
        };
        QCOMPARE(rows("missing"), std::string("02"));
        QCOMPARE(rows("co < 5"), std::string("1")); // the words that stood among the numbers are gone
        QCOMPARE(rows("200"), std::string());
    }

    void aCancelledFilterGivesNothing()
    {
        RunControl control;
        control.cancel();
        QVERIFY(!filteredRows(trip(), {}, control));
    }
};

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_row_filter.moc"
