// What a reading finds out of a text, and the reasons it gives.

#include "table_text.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace broto;

namespace {

using About = ReadingGuess::About;

std::string reasonFor(const Table& table, About about)
{
    const auto guess = std::find_if(table.guesses.begin(), table.guesses.end(),
                                    [about](const ReadingGuess& g) { return g.about == about; });
    return guess == table.guesses.end() ? "" : (guess->chosen ? "! " : "") + inEnglish(guess->reason);
}

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

}

class TestReadingGuesses : public QObject {
    Q_OBJECT

private slots:
    void tableIsReadAsAPersonWould_data();
    void tableIsReadAsAPersonWould();
    void everyGuessHasAReason_data();
    void everyGuessHasAReason();
    void whatIsChosenIsSaidToBe();
    void chosenGroupingIsNoDecimalMark();
    void datesOfAllColumnsAreReadAlike_data();
    void datesOfAllColumnsAreReadAlike();
    void laterLinesCorrectTheFirst_data();
    void laterLinesCorrectTheFirst();
    void optionsThatContradictAreRefused_data();
    void optionsThatContradictAreRefused();
    void readingAgainByWhatWasFoundIsTheSame_data();
    void readingAgainByWhatWasFoundIsTheSame();
};

void TestReadingGuesses::tableIsReadAsAPersonWould_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("expected");
    QTest::addColumn<std::string>("warnings");
    const auto row = [](const char* name, const std::string& csv, const char* expected, const char* warnings = "") {
        QTest::newRow(name) << csv << std::string(expected) << std::string(warnings);
    };
    row("white space, aligned", "  t   v\n  1  2.5\n 10 -3.5\n", "t|v / 1|2.5 / 10|-3.5");
    row("white space, decimal comma", "t v\n1 2,5\n10 -3,5\n", "t|v / 1|2.5 / 10|-3.5");
    row("white space, no header", "1 2\n3 4\n", "column 1|column 2 / 1|2 / 3|4");
    row("times alone are one column", "2015-02-04 17:51:00\n2015-02-04 17:52:00\n",
        "column 1 / 2015-02-04 17:51:00 / 2015-02-04 17:52:00");
    row("sentences are one column", "remark\nall went well\nnothing to say\nbroken\n",
        "remark / all went well / nothing to say / broken");
    row("lines without a sign, and blanks in dates",
        "Logger v2.1\nSerial: 00123\nStart: 2024-03-04; 12:00\n\nwhen,x,label\n2024-03-04 12:00:00,0.5,on\n"
        "2024-03-04 12:00:01,0.6,off\n2024-03-04 12:00:02,0.7,on\n2024-03-04 12:00:03,0.8,off\n",
        "when|x|label / 2024-03-04 12:00:00|0.5|on / 2024-03-04 12:00:01|0.6|off / 2024-03-04 12:00:02|0.7|on / "
        "2024-03-04 12:00:03|0.8|off",
        "data.title-lines");
    row("blanks behind commas", "a, b\n1, 2\n3, 4\n", "a|b / 1|2 / 3|4");
    row("one text column of four, and decimal commas", "x;20,5;y;z\ny;21,5;x;z\n",
        "column 1|column 2|column 3|column 4 / x|20.5|y|z / y|21.5|x|z");
    row("commas that separate whole numbers", "1,2\n3,4\n", "column 1|column 2 / 1|2 / 3|4");
    row("points set thousands apart", "a;b\n1.234;2,5\n12.345.678;3,5\n", "a|b / 1234|2.5 / 12345678|3.5");
    row("commas set thousands apart", "a;b\n\"1,234\";2.5\n999;3.5\n", "a|b / 1234|2.5 / 999|3.5");
    row("apostrophes set thousands apart", "a;b\n1'234;2.5\n999;3.5\n", "a|b / 1234|2.5 / 999|3.5");
    row("spaces set thousands apart", "a;b\n1 234;2,5\n999;3,5\n", "a|b / 1234|2.5 / 999|3.5");
    row("no-break spaces set thousands apart",
        "a;b\n1\xc2\xa0"
        "234;2,5\n999;3,5\n",
        "a|b / 1234|2.5 / 999|3.5");
    row("addresses are no numbers", "a;b\n192.168.0.1;1\n192.168.0.2;2\n", "a|b / 192.168.0.1|1 / 192.168.0.2|2");
    row("versions are no numbers", "a,b\n1.2.3,1\n1.2.4,2\n", "a|b / 1.2.3|1 / 1.2.4|2");
    row("comments above", "# logger 7\n# 2015, Natal\na,b\n1,2\n3,4\n", "a|b / 1|2 / 3|4");
    row("comments within", "a,b\n1,2\n# pause\n3,4\n", "a|b / 1|2 / 3|4");
    row("comments with percent signs", "% one\na,b\n1,2\n3,4\n", "a|b / 1|2 / 3|4");
    row("comments with slashes", "// one\na,b\n1,2\n3,4\n", "a|b / 1|2 / 3|4");
    row("names in a comment", "# made by numpy\n# t v\n1 2\n3 4\n", "t|v / 1|2 / 3|4");
    row("names behind one hash", "#id,v\n7,1\n3,2\n", "id|v / 7|1 / 3|2");
    row("colours are no comments", "#ff0000,1\n#00ff00,2\n#0000ff,3\n",
        "column 1|column 2 / #ff0000|1 / #00ff00|2 / #0000ff|3");
    row("a missing value is no comment", "a,b\n#N/A,1\n2,3\n4,5\n", "a|b / ~|1 / 2|3 / 4|5");
    row("title above", "Room 12\n\na,b\n1,2\n3,4\n", "a|b / 1|2 / 3|4", "data.title-lines");
    row("titles with empty values", "Room 12;;\nwinter;;\na;b;c\n1;2;3\n3;4;5\n", "a|b|c / 1|2|3 / 3|4|5",
        "data.title-lines");
    row("a lonely first value is no title", "5,\n1,2\n3,4\n", "column 1|column 2 / 5|~ / 1|2 / 3|4");
    row("empty values too many", "a,b\n1,2,,\n3,4\n", "a|b / 1|2 / 3|4");
    row("dates, day first by a later line", "d\n04/02/2015\n05/02/2015\n13/02/2015\n",
        "d / 2015-02-04 / 2015-02-05 / 2015-02-13");
    row("dates, month first by a later line", "d\n02/04/2015\n02/05/2015\n02/13/2015\n",
        "d / 2015-02-04 / 2015-02-05 / 2015-02-13");
    row("one column of dates tells about the other", "a,b\n04/02/2015,13/02/2015\n05/02/2015,14/02/2015\n",
        "a|b / 2015-02-04|2015-02-13 / 2015-02-05|2015-02-14");
    row("dates in the order of time", "d\n30/01/2015 10:00\n01/02/2015 10:00\n02/02/2015 10:00\n",
        "d / 2015-01-30 10:00:00 / 2015-02-01 10:00:00 / 2015-02-02 10:00:00");
    row("dates of which none tells", "d\n01/02/2015\n02/02/2015\n01/03/2015\n",
        "d / 2015-02-01 / 2015-02-02 / 2015-03-01");
    row("days first with decimal commas", "d;v\n01/02/2015;1,5\n01/02/2015;2,5\n",
        "d|v / 2015-02-01|1.5 / 2015-02-01|2.5");
    row("a name in English leaves it open", "database\n01/02/2015\n", "database / 2015-01-02");
    row("zeros of a date", "date\n2015-02-04\n0000-00-00\n", "date / 2015-02-04 / ~");
    row("digits of a date and a time", "datahora,v\n20240305140000,1\n20240305140001,2\n",
        "datahora|v / 2024-03-05 14:00:00|1 / 2024-03-05 14:00:01|2", "data.compact-dates");
    row("digits that are no date", "data\n20241305\n20241306\n", "data / 20241305 / 20241306");
    row("dates that contradict each other", "d\n13/02/2015\n02/14/2015\n", "d / 13/02/2015 / 02/14/2015");
    row("times of day", "t\n17:51\n7:05:30\n", "t / 17:51:00 / 07:05:30");
    row("times of day and dates are texts", "t\n17:51\n2015-02-04\n", "t / 17:51 / 2015-02-04");
    row("two forms of a time", "t\n2015-02-04 17:51\n2015-02-04T17:52:30\n",
        "t / 2015-02-04 17:51:00 / 2015-02-04 17:52:30");
    row("times of one zone stay as written", "t\n2015-02-04T17:51:00-03:00\n2015-02-04T17:52:00-03:00\n",
        "t / 2015-02-04 17:51:00 / 2015-02-04 17:52:00");
    row("times of several zones", "t\n2015-10-25T02:30:00+02:00\n2015-10-25T02:10:00+01:00\n",
        "t / 2015-10-25 00:30:00 / 2015-10-25 01:10:00", "data.several-zones");
    row("times with gaps", "t,v\n,1\n2015-02-04,2\nNA,3\n2015-02-05,4\n",
        "t|v / ~|1 / 2015-02-04|2 / ~|3 / 2015-02-05|4");
    row("zeros in front are kept", "id,v\n00123,1\n00124,2\n10125,3\n", "id|v / 00123|1 / 00124|2 / 10125|3",
        "data.kept-as-text");
    row("zeros in front of measured values", "v\n00.5\n001\n-02\n", "v / 0.5 / 1 / -2");
    row("months with a zero in front", "m\n01\n02\n12\n", "m / 1 / 2 / 12");
    row("largest whole number of a double", "v\n9007199254740992\n-9007199254740992\n",
        "v / 9007199254740992 / -9007199254740992");
    row("one more is kept as text", "v\n9007199254740993\n12\n", "v / 9007199254740993 / 12", "data.kept-as-text");
    row("twenty digits", "v\n12345678901234567890\n12345678901234567891\n",
        "v / 12345678901234567890 / 12345678901234567891", "data.kept-as-text");
    row("telephone numbers", "v\n+5584987654321\n+5584987654322\n", "v / +5584987654321 / +5584987654322",
        "data.kept-as-text");
    row("a mark and an odd text", "v\n1\nna\n2\n3\nerror\n5\n", "v / 1 / na / 2 / 3 / error / 5", "data.odd-cell");
    row("a mark among numbers", "v\n1\nna\n2\n", "v / 1 / ~ / 2", "data.missing-mark");
    row("a mark before texts", "v\nna\nx\ny\n", "v / na / x / y");
    row("a mark before times", "t\nn/d\n10:00\n", "t / ~ / 10:00:00");
    row("marks alone", "v,w\nna,1\nna,2\n", "v|w / na|1 / na|2");
    row("an odd text among numbers", "v\n1\n2\n3\nerror\n5\n", "v / 1 / 2 / 3 / error / 5", "data.odd-cell");
    row("an odd text among times", "t\n10:00\n11:00\n12:00\nlate\n", "t / 10:00 / 11:00 / 12:00 / late",
        "data.odd-cell");
    row("what spreadsheets write for errors", "v,w\n1,#DIV/0!\n#VALUE!,2\n", "v|w / 1|~ / ~|2");
}

void TestReadingGuesses::tableIsReadAsAPersonWould()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, expected);
    QFETCH(std::string, warnings);
    const Table table = readable(csv);
    QCOMPARE(tableText(table), expected);
    QCOMPARE(warningIds(table.warnings), warnings);
}

void TestReadingGuesses::everyGuessHasAReason_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<int>("about");
    QTest::addColumn<std::string>("reason");
    const auto row = [](const char* name, const std::string& csv, About about, const char* reason) {
        QTest::newRow(name) << csv << static_cast<int>(about) << std::string(reason);
    };
    row("plain letters", "a,b\n1,2\n", About::Encoding,
        "There is no letter with an accent, so that most encodings are alike.");
    row("accents", "a,é\n1,2\n", About::Encoding, "All letters with accents and signs are written so.");
    row("byte order mark",
        "\xef\xbb\xbf"
        "a,b\n1,2\n",
        About::Encoding, "The first bytes of the file say so.");
    row("Windows", "a,\xe9\n1,2\n", About::Encoding,
        "Byte 3 cannot be UTF-8; old programs for Windows write like that. If letters look wrong, save the file as "
        "UTF-8 in the program that made it.");
    row("semicolons", "a;b\n1;2\n3;4\n5;6;7\n", About::Separator,
        "Semicolons: they divide 2 of 3 lines looked at into 2 values.");
    row("semicolons over commas", "20,5;x\n21,5;y\n22,5;x\n", About::Separator,
        "Semicolons: they divide all lines looked at into 2 values. Commas stand between digits alone and are taken "
        "for "
        "decimal signs.");
    row("tabs over commas", "x\t20,5\ny\t21,5\n", About::Separator,
        "Tabs: they divide all lines looked at into 2 values. Commas stand between digits alone and are taken for "
        "decimal signs.");
    row("one column", "a\n1\n2\n", About::Separator, "One column: nothing divides the lines looked at alike.");
    row("named separator", "sep=|\na|b\n1|2\n", About::Separator, "The first line of the file names it.");
    row("decimal comma", "a;b\n1,5;2\n", About::Decimal, "Comma: there are numbers such as 1,5.");
    row("decimal point", "a;b\n1.5;2\n", About::Decimal, "Point: there are numbers such as 1.5.");
    row("whole numbers", "a;b\n1;2\n", About::Decimal, "Point: no number looked at has a fraction.");
    row("uncertain point", "a;b\n1.234;2\n", About::Decimal,
        "Point: 1.234 is taken as a fraction. It could also be a whole number with its thousands set apart; choose so "
        "if "
        "it is.");
    row("uncertain comma", "a;b\n1,234;2\n", About::Decimal,
        "Comma: 1,234 is taken as a fraction. It could also be a whole number with its thousands set apart; choose so "
        "if "
        "it is.");
    row("grouping", "a;b\n1.234;2,5\n", About::Grouping, "Thousands are set apart, as in 1.234.");
    row("no grouping", "a;b\n1;2,5\n", About::Grouping, "No number looked at has its thousands set apart.");
    row("names", "a,b\n1,2\n", About::Header, "The first line holds names: there are numbers or dates below them.");
    row("no names", "1,2\n3,4\n", About::Header, "No names: the first line holds values like those below it.");
    row("texts alone", "a,b\nc,d\n", About::Header,
        "The first line is taken for names, for it holds no number and no date.");
    row("names in a comment", "# t v\n1 2\n3 4\n", About::Header,
        "The last comment before the table holds as many names as there are columns.");
    row("comments", "#x\na,b\n1,2\n", About::Comments, "1 of the first 3 lines begin with # and are no rows.");
    row("no comments", "a,b\n1,2\n", About::Comments, "No line looked at is a comment.");
    row("day first", "d\n01/02/2015\n13/02/2015\n", About::DateOrder,
        "Day first: 13/02/2015 in line 3 cannot be read otherwise.");
    row("month first", "d\n01/02/2015\n02/13/2015\n", About::DateOrder,
        "Month first: 02/13/2015 in line 3 cannot be read otherwise.");
    row("by the order", "d\n01/02/2015\n02/02/2015\n01/03/2015\n", About::DateOrder,
        "Day first: no date tells, but read so more rows stand in the order of time. 01/02/2015 could also be read "
        "otherwise.");
    row("assumed", "d\n01/02/2015\n01/03/2015\n", About::DateOrder,
        "Month first is assumed: no date tells. 01/02/2015 could also be read otherwise; choose so if it is.");
    row("assumed with decimal commas", "d;v\n01/02/2015;1,5\n02/03/2015;1,5\n", About::DateOrder,
        "Day first is assumed: no date tells. 01/02/2015 could also be read otherwise; choose so if it is.");
    row("by small steps", "d\n01/02/2015\n02/02/2015\n03/02/2015\n", About::DateOrder,
        "Day first: no date tells, but read so the rows follow each other in much smaller steps. 01/02/2015 could also "
        "be read otherwise.");
    row("by the name", "Data/hora\n01/02/2015\n", About::DateOrder,
        "Day first: no date tells, but where a column is called \"Data/hora\" days come first. 01/02/2015 could also "
        "be "
        "read otherwise; choose so if it is.");
    row("year first", "d\n24-03-05\n99-03-05\n", About::DateOrder,
        "Year first: 99-03-05 in line 3 cannot be read otherwise.");
    row("year first by the order", "d\n24-03-05\n24-12-01\n25-01-02\n", About::DateOrder,
        "Year first: no date tells, but read so more rows stand in the order of time. 24-03-05 could also be read "
        "otherwise.");
    row("year first by small steps", "d\n24-03-05\n24-03-06\n", About::DateOrder,
        "Year first: no date tells, but read so the rows follow each other in much smaller steps. 24-03-05 could also "
        "be "
        "read otherwise.");
    row("year first assumed", "d\n24-03-05\n24-03-05\n", About::DateOrder,
        "Year first is assumed, for the years are recent then: no date tells. 24-03-05 could also be read otherwise; "
        "choose so if it is.");
    row("year last by small steps", "d\n21-03-24\n22-03-24\n23-03-24\n", About::DateOrder,
        "Day first: no date tells, but read so the rows follow each other in much smaller steps. 21-03-24 could also "
        "be "
        "read otherwise.");
    row("no dates", "a,b\n1,2\n", About::DateOrder, "");
    row("dates that leave nothing open", "d\n2015-02-01\n", About::DateOrder, "");
}

void TestReadingGuesses::everyGuessHasAReason()
{
    QFETCH(std::string, csv);
    QFETCH(int, about);
    QTEST(reasonFor(readable(csv), static_cast<About>(about)), "reason");
}

void TestReadingGuesses::whatIsChosenIsSaidToBe()
{
    const ReadOptions all{Encoding::Utf8, ',', '.', 0, true, 0, true};
    const Table table = *readTable("d,v\n01/02/2015,1\n", all);
    QCOMPARE(table.guesses.size(), std::size_t(7));
    for (const ReadingGuess& guess : table.guesses) {
        QVERIFY(guess.chosen);
        QCOMPARE(inEnglish(guess.reason), std::string("Chosen by you."));
    }
    QCOMPARE(tableText(table), std::string("d|v / 2015-02-01|1"));
}

void TestReadingGuesses::chosenGroupingIsNoDecimalMark()
{
    const ReadOptions options = {.grouping = ','};
    const Result<Table> table = readTable("a;b\n1,5;2\n2,5;3\n", options);
    QVERIFY(table.ok());
    QCOMPARE(table->decimal, '.');
    QCOMPARE(tableText(*table), std::string("a|b / 1,5|2 / 2,5|3"));
    QCOMPARE(reasonFor(*table, About::Decimal), std::string("The other mark was chosen to set thousands apart."));
    QVERIFY(readTable("a;b\n1,5;2\n2,5;3\n", readingOf(*table)).ok());
}

void TestReadingGuesses::datesOfAllColumnsAreReadAlike_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("cells");
    const auto row = [](const char* name, const char* csv, const char* cells) {
        QTest::newRow(name) << std::string(csv) << std::string(cells);
    };
    row("beside dates with the year first", "start,end\n25/12/2024,2024-01-05\n26/12/2024,03/04/2024\n",
        "start|end / 2024-12-25|2024-01-05 / 2024-12-26|2024-04-03");
    row("in several zones", "start,end\n25/12/2024,12/12/2024 23:00:00-03:00\n26/12/2024,03/04/2024 23:00:00-02:00\n",
        "start|end / 2024-12-25|2024-12-13 02:00:00 / 2024-12-26|2024-04-04 01:00:00");
}

void TestReadingGuesses::datesOfAllColumnsAreReadAlike()
{
    QFETCH(std::string, csv);
    const Table table = readable(csv);
    QTEST(tableText(table), "cells");
    QCOMPARE(tableText(*readTable(csv, readingOf(table))), tableText(table));
}

void TestReadingGuesses::laterLinesCorrectTheFirst_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("lastRow");
    QTest::addColumn<double>("first");
    const auto row = [](const char* name, const std::string& csv, const char* lastRow, double first) {
        QTest::newRow(name) << csv << std::string(lastRow) << first;
    };
    row("decimal comma after a thousand whole numbers", "a;b\n" + repeated("7;8\n", 1000) + "1,5;2\n", "1.5|2", 7);
    row("points were thousands", "a;b\n" + repeated("1.234;8\n", 1000) + "1.234,5;2\n", "1234.5|2", 1234);
    row("thousands after a thousand small numbers", "a;b\n" + repeated("7.5;8\n", 1000) + "\"1,234.5\";2\n", "1234.5|2",
        7.5);
    row("one odd number turns nothing", "a;b\n" + repeated("7.25;8\n", 1000) + "7;\"2,5\"\n", "7|2,5", 7.25);
}

void TestReadingGuesses::laterLinesCorrectTheFirst()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, lastRow);
    QFETCH(double, first);
    const Table table = readable(csv);
    QVERIFY(table.columns[0].numeric());
    QCOMPARE(table.columns[0].numbers[0], first);
    const std::string text = tableText(table);
    QCOMPARE(text.substr(text.rfind(" / ") + 3), lastRow);
}

void TestReadingGuesses::optionsThatContradictAreRefused_data()
{
    QTest::addColumn<std::string>("id");
    QTest::newRow("grouping") << std::string("data.grouping");
    QTest::newRow("grouping is decimal") << std::string("data.grouping-is-decimal");
    QTest::newRow("comment") << std::string("data.comment-mark");
    QTest::newRow("separator") << std::string("data.separator");
    QTest::newRow("decimal") << std::string("data.decimal");
}

void TestReadingGuesses::optionsThatContradictAreRefused()
{
    QFETCH(std::string, id);
    const std::map<std::string, ReadOptions> options = {{"data.grouping", {.grouping = 'x'}},
                                                        {"data.grouping-is-decimal", {.decimal = ',', .grouping = ','}},
                                                        {"data.comment-mark", {.comment = 'x'}},
                                                        {"data.separator", {.separator = '7'}},
                                                        {"data.decimal", {.decimal = ' '}}};
    const Result<Table> table = readTable("a,b\n1,2\n", options.at(id));
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), id);
}

void TestReadingGuesses::readingAgainByWhatWasFoundIsTheSame_data()
{
    tableIsReadAsAPersonWould_data();
}

void TestReadingGuesses::readingAgainByWhatWasFoundIsTheSame()
{
    QFETCH(std::string, csv);
    const Table table = readable(csv);
    const Result<Table> again = readTable(csv, readingOf(table));
    QVERIFY(again.ok());
    QCOMPARE(tableText(*again), tableText(table));
    QVERIFY(readingOf(*again) == readingOf(table));
}

QTEST_APPLESS_MAIN(TestReadingGuesses)
#include "tst_reading_guesses.moc"
