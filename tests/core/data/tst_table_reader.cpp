#include "table_text.h"

#include "common/random.h"

#include <QTest>

using namespace broto;

namespace {

template<std::size_t size>
std::string bytes(const char (&literal)[size])
{
    return std::string(literal, size - 1); // NUL bytes within included
}

std::string utf16(std::string_view ascii, bool bigEndian)
{
    std::string text = bigEndian ? "\xfe\xff" : "\xff\xfe";
    for (const char c : ascii) {
        text += bigEndian ? '\0' : c;
        text += bigEndian ? c : '\0';
    }
    return text;
}

}

class TestTableReader : public QObject {
    Q_OBJECT

private slots:
    void rowsThatBeginLikeCommentsAreTold();
    void readsCells_data();
    void readsCells();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void tellsWhatItFoundOut_data();
    void tellsWhatItFoundOut();
    void optionsOverrideWhatWouldBeFoundOut();
    void firstRaggedLineIsNamedByItsPhysicalNumber();
    void openQuoteIsNamedByTheLineItBeganIn();
    void infiniteAndHugeNumbersCountAsMissing();
    void statisticsLeaveMissingValuesOut();
    void exactNumbersSurvive();
    void cancelEndsReading();
    void progressNeverRunsBackwards();
    void oneHundredThousandColumnsAreRead();
    void moreColumnsAreRefused();
    void everyPrefixOfAHostileTextIsReadOrRefused();
    void randomTextsAreReadOrRefused();
    void blanksBehindValuesAreNoPartOfThemWhereverTheyStand();
    void utf16WithoutAMarkIsRead_data();
    void utf16WithoutAMarkIsRead();
    void fewDamagedBytesAreReplaced();
    void chosenEncodingIsTaken();
    void previewIsTheBeginOfTheWhole();
    void previewEndsWithinQuotesWithoutComplaint();
    void whatDoesNotFitIntoMemoryIsRefused();
    void whatOutgrowsMemoryIsGivenUp();
    void cancelEndsReadingAtAnyMoment();
    void wholeAndPreviewReadAlikeInAnyEncoding();
    void sameBytesGiveTheSameFingerprint();
    void fingerprintCoversEveryByte();
};

void TestTableReader::readsCells_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("expected");
    QTest::addColumn<std::string>("warnings");
    const auto row = [](const char* name, const std::string& csv, const char* expected, const char* warnings = "") {
        QTest::newRow(name) << csv << std::string(expected) << std::string(warnings);
    };
    const char* plain = "a|b / 1|2 / 3|4";
    row("comma", "a,b\n1,2\n3,4\n", plain);
    row("semicolon", "a;b\n1;2\n3;4\n", plain);
    row("tab", "a\tb\n1\t2\n3\t4\n", plain);
    row("vertical bar", "a|b\n1|2\n3|4\n", plain);
    row("CRLF", "a,b\r\n1,2\r\n3,4\r\n", plain);
    row("CR alone", "a,b\r1,2\r3,4\r", plain);
    row("mixed line ends", "a,b\r1,2\r\n3,4\n", plain);
    row("no line end at the end", "a,b\n1,2\n3,4", plain);
    row("blank lines", "\n\na,b\n\n1,2\r\n   \n3,4\n\n", plain);
    row("blanks around values", " a , b \n 1 ,\t2\n3  , 4 \n", plain);
    row("UTF-8 byte order mark",
        "\xef\xbb\xbf"
        "a,b\n1,2\n3,4\n",
        plain);
    row("UTF-16 little-endian", utf16("a,b\n1,2\n3,4\n", false), plain);
    row("UTF-16 big-endian", utf16("a,b\r\n1,2\r\n3,4", true), plain);
    row("quoted numbers", "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n", plain);
    row("separator line of spreadsheets", "sep=;\r\na;b\r\n1;2\r\n3;4\r\n", plain);
    row("decimal comma", "a;b\n1,5;2\n-0,25;4e1\n", "a|b / 1.5|2 / -0.25|40");
    row(
        "decimal comma after whole numbers only",
        [] {
            std::string csv = "a;b\n";
            for (int i = 0; i < 3; ++i)
                csv += "1;2\n";
            return csv + "1,5;2\n";
        }(),
        "a|b / 1|2 / 1|2 / 1|2 / 1.5|2");
    row("decimal comma in quotes", "a,b\n\"1,5\",2\n\"2,25\",4\n", "a|b / 1.5|2 / 2.25|4");
    row("thousands in quotes are no decimals", "a,b\n\"1,234\",2\n\"5,678\",4\n", "a|b / 1234|2 / 5678|4");
    row("thousands between tabs are no decimals", "a\tb\n1,234\t2\n-12,345,678\t4\n", "a|b / 1234|2 / -12345678|4");
    row("three decimals between tabs", "a\tb\n1,234\t2\n0,125\t4\n", "a|b / 1.234|2 / 0.125|4");
    row("three decimals between semicolons", "a;b\n1,234;2\n5,678;4\n", "a|b / 1.234|2 / 5.678|4");
    row("decimal comma, one column", "a\n1,5\n2,5\n3,5\n", "a / 1.5 / 2.5 / 3.5");
    row("number forms", "a\n+1\n-.5\n2.\n1e3\n1E-2\n007\n", "a / 1 / -0.5 / 2 / 1000 / 0.01 / 7");
    row("not numbers", "a\n1\n0x1F\n1_000\n--1\n", "a / 1 / 0x1F / 1_000 / --1");
    row("quotes: separator inside", "a,b\n\"x, y\",1\nz,2\n", "a|b / x, y|1 / z|2");
    row("quotes: doubled", "a,b\n\"say \"\"hi\"\"\",1\n\"\"\"\",2\n", "a|b / say \"hi\"|1 / \"|2");
    row("quotes: line breaks inside", "a,b\n\"one\ntwo\",1\n\"three\r\nfour\",2\n",
        "a|b / one\ntwo|1 / three\r\nfour|2");
    row("quotes: after blanks", "a, b\n\"x\", \"y, z\"\n\"u\" ,\"v\"\n", "a|b / x|y, z / u|v");
    row("quotes: within a plain value", "a,b\n5\" pipe,1\n6\" pipe,2\n", "a|b / 5\" pipe|1 / 6\" pipe|2");
    row("quotes: text after the closing one", "a,b\n\"x\"y,1\nz,2\n", "a|b / xy|1 / z|2");
    row("quotes: empty", "a,b\n\"\",1\nx,2\n", "a|b / ~|1 / x|2");
    row("quotes: header with separator", "\"a,1\",b\n1,2\n", "a,1|b / 1|2");
    row("quotes: header with line break", "\"a\nb\",c\n1,2\n", "a b|c / 1|2");
    row("missing markers", "a,b\n,1\nNA,2\nN/A,3\nNaN,4\nnan,5\nnull,6\nNULL,7\nNone,8\n?,9\n-,10\n7,11\n",
        "a|b / ~|1 / ~|2 / ~|3 / ~|4 / ~|5 / ~|6 / ~|7 / ~|8 / ~|9 / ~|10 / 7|11");
    row("sodium is not missing", "element,b\nNa,1\nNb,2\n", "element|b / Na|1 / Nb|2");
    row("text after numbers keeps every text as written", "a,b\n01,1\n1.50,2\nx,3\n01,4\n",
        "a|b / 01|1 / 1.50|2 / x|3 / 01|4", "data.odd-cell");
    row("text after infinity", "a,b\ninf,1\nx,2\n", "a|b / inf|1 / x|2");
    row("no header: numbers", "1,2\n3,4\n", "column 1|column 2 / 1|2 / 3|4");
    row("no header: numbers and classes", "5.1,3.5,setosa\n4.9,3.0,virginica\n",
        "column 1|column 2|column 3 / 5.1|3.5|setosa / 4.9|3|virginica");
    row("no header: dates", "2020-01-01,x\n2020-01-02,y\n", "column 1|column 2 / 2020-01-01|x / 2020-01-02|y");
    row("no header: first value missing", ",2\n3,4\n5,6\n", "column 1|column 2 / ~|2 / 3|4 / 5|6");
    row("no header: one line", "1,2,3\n", "column 1|column 2|column 3 / 1|2|3");
    row("header over texts alone", "name,colour\nAna,red\nBo,blue\n", "name|colour / Ana|red / Bo|blue");
    row("header with an empty name", ",x\n5,1\n7,2\n", "column 1|x / 5|1 / 7|2");
    row("header with repeated names", "a,a,b,a\n1,2,3,4\n", "a|a_2|b|a_3 / 1|2|3|4", "data.repeated-names");
    row("header with a name that a repeated one would get", "a,a_2,a\n1,2,3\n", "a|a_2|a_3 / 1|2|3",
        "data.repeated-names");
    row("trailing separators", "a,b,\n1,2,\n3,4,\n", plain, "data.empty-column");
    row("trailing separators on the rows only", "a,b\n1,2,\n3,4,\n", plain, "data.empty-column");
    row("trailing separators on the header only", "a,b,\n1,2\n3,4\n", plain);
    row("several trailing separators", "a;b;;;\n1;2;;;\n3;4;;;\n", plain, "data.empty-column");
    row("named empty column stays", "a,b,c\n1,2,\n3,4,\n", "a|b|c / 1|2|~ / 3|4|~");
    row("ragged: too few", "a,b\n1,2\n9\n3,4\n", plain, "data.ragged-rows");
    row("ragged: too many", "a,b\n1,2\n9,9,9\n3,4\n", plain, "data.ragged-rows");
    row("ragged: a total at the end", "a,b\n1,2\n3,4\ntotal: 2 rows\n", plain, "data.ragged-rows");
    row("Windows-1252", "caf\xe9,\x80\n1,2\n", "café|€ / 1|2");
    row("UTF-8", "Temperatura (°C),situação\n1,não\n2,sim\n", "Temperatura (°C)|situação / 1|não / 2|sim");
    row("commas in a text of a semicolon table", "a;b\nx, y;1\nu, v;2\n", "a|b / x, y|1 / u, v|2");
    row("times are no separators", "t;v\n2015-02-04 17:51:00;1\n2015-02-04 17:52:00;2\n",
        "t|v / 2015-02-04 17:51:00|1 / 2015-02-04 17:52:00|2");
    row("one column", "a\n1\n2\n", "a / 1 / 2");
    row("separators only", "a,b\n,\n1,2\n", "a|b / ~|~ / 1|2");
    row("DOS's mark of the end", "a,b\n1,2\n3,4\n\x1a", plain);
    row("control-Z within", "a,b\n1,\x1a\n3,4\n", "a|b / 1|\x1a / 3|4");
}

void TestTableReader::readsCells()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, expected);
    QFETCH(std::string, warnings);
    const Result<Table> table = readTable(csv);
    QVERIFY2(table.ok(), table ? "" : inEnglish(table.error()).c_str());
    QCOMPARE(tableText(*table), expected);
    QCOMPARE(warningIds(table->warnings), warnings);
}

void TestTableReader::refusesWithAReason_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("id");
    QTest::newRow("empty") << std::string() << std::string("data.empty");
    QTest::newRow("blanks") << std::string(" \n\t\r\n") << std::string("data.empty");
    QTest::newRow("byte order mark alone") << std::string("\xef\xbb\xbf") << std::string("data.empty");
    QTest::newRow("UTF-16 mark alone") << std::string("\xff\xfe") << std::string("data.empty");
    QTest::newRow("NUL byte") << bytes("a,b\n1,\0\n") << std::string("data.binary");
    QTest::newRow("picture") << bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR") << std::string("data.binary");
    QTest::newRow("UTF-32") << bytes("\xff\xfe\0\0a\0\0\0") << std::string("data.binary");
    QTest::newRow("compressed without NUL")
        << std::string("\x1f\x8b\x08\x01\xff,\x02\n1,2\n") << std::string("data.binary");
    QTest::newRow("header alone") << std::string("a,b,c\n") << std::string("data.no-rows");
    QTest::newRow("separator line alone") << std::string("sep=;\n") << std::string("data.no-rows");
    QTest::newRow("open quote in the first line") << std::string("\"a,b\n1,2\n") << std::string("data.open-quote");
    QTest::newRow("no line as wide as the header")
        << std::string("a,b,c\n1,2\n3,4\n") << std::string("data.no-whole-rows");
}

void TestTableReader::refusesWithAReason()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, id);
    const Result<Table> table = readTable(csv);
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), id);
}

void TestTableReader::tellsWhatItFoundOut_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<char>("separator");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<std::string>("encoding");
    QTest::addColumn<bool>("header");
    QTest::newRow("plain") << std::string("a,b\n1.5,2\n") << ',' << '.' << std::string("utf-8") << true;
    QTest::newRow("continental") << std::string("a;b\n1,5;2\n") << ';' << ',' << std::string("utf-8") << true;
    QTest::newRow("tab, no header") << std::string("1.5\t2\n3\t4\n") << '\t' << '.' << std::string("utf-8") << false;
    QTest::newRow("Windows") << std::string("\xe9;b\n1;2\n") << ';' << '.' << std::string("windows-1252") << true;
    QTest::newRow("UTF-16") << utf16("a,b\n1,2\n", false) << ',' << '.' << std::string("utf-16") << true;
    QTest::newRow("one column") << std::string("a\n1\n") << ',' << '.' << std::string("utf-8") << true;
}

void TestTableReader::tellsWhatItFoundOut()
{
    QFETCH(std::string, csv);
    const Table table = readable(csv);
    QTEST(table.separator, "separator");
    QTEST(table.decimal, "decimal");
    QTEST(std::string(encodingName(table.encoding)), "encoding");
    QTEST(table.header, "header");
}

void TestTableReader::optionsOverrideWhatWouldBeFoundOut()
{
    QCOMPARE(tableText(*readTable("1,2\n3,4\n", {.header = true})), std::string("1|2 / 3|4"));
    QCOMPARE(tableText(*readTable("a,b\nc,d\n", {.header = false})), std::string("column 1|column 2 / a|b / c|d"));
    QCOMPARE(tableText(*readTable("a;b\n1;2\n", {.separator = ','})), std::string("a;b / 1;2"));
    QCOMPARE(tableText(*readTable("a;b\n1,5;2\n", {.decimal = '.'})), std::string("a|b / 1,5|2"));
    QCOMPARE(std::string(readTable("a\n1\n", {.separator = '"'}).error().id), std::string("data.separator"));
    QCOMPARE(std::string(readTable("a\n1\n", {.separator = '\0'}).error().id), std::string("data.separator"));
    QCOMPARE(std::string(readTable("a\n1\n", {.decimal = ';'}).error().id), std::string("data.decimal"));
}

void TestTableReader::firstRaggedLineIsNamedByItsPhysicalNumber()
{
    const Table table = readable("a,b\n\n\"x\r\ny\nz\",1\r\nu,2\nv,2,3\nw\n");
    QCOMPARE(table.rows, std::size_t(2));
    QCOMPARE(table.raggedRows, std::size_t(2));
    QCOMPARE(inEnglish(table.warnings.at(0)),
             std::string("Lines left out because they do not have 2 values: 2. The first is line 7, with 3."));
}

void TestTableReader::openQuoteIsNamedByTheLineItBeganIn()
{
    std::string csv = "a,b\n1,2\n";
    for (int i = 0; i < 5000; ++i)
        csv += "1,2\n";
    csv += "3,\"4\n5,6\n";
    const Result<Table> table = readTable(csv);
    QVERIFY(!table);
    QCOMPARE(inEnglish(table.error()),
             std::string("The quotation mark opened in line 5003 is never closed. Close it or remove it."));
}

void TestTableReader::infiniteAndHugeNumbersCountAsMissing()
{
    const Table table = readable("a,b\n1,2\ninf,3\n-Infinity,4\n1e400,5\n-1e38,6\n1e-400,7\n");
    QCOMPARE(tableText(table), std::string("a|b / 1|2 / ~|3 / ~|4 / ~|5 / ~|6 / 0|7"));
    QCOMPARE(table.columns[0].missing, std::size_t(4));
    QCOMPARE(table.columns[0].max, 1.0);
    QCOMPARE(warningIds(table.warnings), std::string("data.too-large-numbers"));
    QVERIFY(inEnglish(table.warnings[0]).find("missing: 4") != std::string::npos);
}

void TestTableReader::statisticsLeaveMissingValuesOut()
{
    const Table table = readable("a,b\n1,x\n,y\n2,x\n6,\n1,z\n");
    const Column& numbers = table.columns[0];
    QCOMPARE(numbers.missing, std::size_t(1));
    QCOMPARE(numbers.distinct, std::size_t(3));
    QCOMPARE(numbers.min, 1.0);
    QCOMPARE(numbers.max, 6.0);
    QCOMPARE(numbers.mean, 2.5);
    QCOMPARE(table.columns[1].missing, std::size_t(1));
    QCOMPARE(table.columns[1].distinct, std::size_t(3));
    QCOMPARE(table.columns[1].categories, (std::vector<std::string>{"x", "y", "z"}));
    QCOMPARE(table.columns[1].codes, (std::vector<std::int32_t>{0, 1, 0, -1, 2}));
}

void TestTableReader::exactNumbersSurvive()
{
    const Table table = readable("t,x\n1700000000123,0.1\n1700000000124,0.2\n");
    QCOMPARE(table.columns[0].numbers[1] - table.columns[0].numbers[0], 1.0);
    QCOMPARE(table.columns[1].numbers[0], 0.1);
}

void TestTableReader::cancelEndsReading()
{
    RunControl control;
    control.cancel();
    const Result<Table> table = readTable("a,b\n1,2\n", {}, control);
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), std::string("common.cancelled"));
}

void TestTableReader::progressNeverRunsBackwards()
{
    std::string csv = "a,b\n";
    for (int i = 0; i < 20000; ++i)
        csv += "1,2\n";
    std::vector<Progress> seen;
    const RunControl control([&](const Progress& progress) { seen.push_back(progress); });
    QVERIFY(readTable(csv, {}, control).ok());
    QVERIFY(seen.size() >= 4);
    for (std::size_t i = 1; i < seen.size(); ++i) {
        QVERIFY(seen[i].done >= seen[i - 1].done);
        QVERIFY(seen[i].done <= seen[i].total);
    }
}

void TestTableReader::oneHundredThousandColumnsAreRead()
{
    std::string header;
    std::string line;
    for (int i = 0; i < 100'000; ++i) {
        header += i ? ",x" : "x"; // all of the same name
        line += i ? ",1" : "1";
    }
    const Table table = readable(header + "\n" + line + "\n" + line + "\n");
    QCOMPARE(table.columns.size(), std::size_t(100'000));
    QCOMPARE(table.columns.back().header, std::string("x_100000"));
}

void TestTableReader::moreColumnsAreRefused()
{
    const std::string line(100'000, ',');
    const Result<Table> table = readTable(line + "\n" + line + "\n", {.separator = ','});
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), std::string("data.too-many-columns"));
}

void TestTableReader::everyPrefixOfAHostileTextIsReadOrRefused()
{
    const std::string hostile =
        bytes("\xef\xbb\xbfsep=;\r\n\"a\"\"\r\n(°C)\";b;\xe9\xff;\"\"\n1,5;\"x\"\"\";;\r\r\n\n-;1e999;?;\n"
              "\"\xf0\x9f\x8c\xb1\";+-1;.;e\n;;;\"open\n\0\xfe");
    int readTables = 0;
    for (std::size_t length = 0; length <= hostile.size(); ++length) {
        const Result<Table> table = readTable(std::string_view(hostile).substr(0, length));
        if (!table) {
            QVERIFY(!inEnglish(table.error()).empty());
            continue;
        }
        ++readTables;
        for (const Column& column : table->columns)
            QCOMPARE(column.texts() ? column.codes.size() : column.numbers.size(), table->rows);
    }
    QVERIFY(readTables > 10);
}

void TestTableReader::blanksBehindValuesAreNoPartOfThemWhereverTheyStand()
{
    // Marks are looked for 64 bytes at a time; a value and the blanks behind it may lie on both sides of such a border.
    for (std::size_t size = 1; size < 140; ++size) {
        const std::string text(size, 'x');
        const std::string csv = "a,b\n" + text + " ,1\ny \t ,2 \n" + text + ",3\n";
        QCOMPARE(tableText(readable(csv)), "a|b / " + text + "|1 / y|2 / " + text + "|3");
    }
}

void TestTableReader::randomTextsAreReadOrRefused()
{
    const std::vector<std::string> pieces = {
        "a", "b",  "1", "2.5", "1,5",  "-",     "\"",         "\"\"",  "\n",       "\r",   "\r\n", ",",
        ";", "\t", "|", " ",   "NA",   "inf",   "1e999",      "12:30", "\xc3\xa9", "\xe9", "\xff", "yes",
        "(", ")",  "0", "id",  "(cm)", "sep=;", "2020-01-01", ".",     "e5",       "+",    "?"};
    int tables = 0;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Random random(seed);
        std::string csv;
        for (std::uint32_t left = random.below(80); left > 0; --left)
            csv += pieces[random.below(random.below(4) ? 13 : static_cast<std::uint32_t>(pieces.size()))];
        const Result<Table> table = readTable(csv);
        if (!table)
            continue;
        ++tables;
        for (const Column& column : table->columns) {
            QVERIFY(!column.header.empty() && !column.name.empty());
            QCOMPARE(column.texts() ? column.codes.size() : column.numbers.size(), table->rows);
            for (const std::int32_t code : column.codes)
                QVERIFY(code >= -1 && code < static_cast<std::int32_t>(column.categories.size()));
        }
        // What was found out, given as options, must find the same.
        const Result<Table> again = readTable(csv, readingOf(*table));
        QVERIFY(again.ok());
        QCOMPARE(tableText(*again), tableText(*table));
    }
    QVERIFY(tables > 1000);
}

void TestTableReader::utf16WithoutAMarkIsRead_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::newRow("little-endian") << false;
    QTest::newRow("big-endian") << true;
}

void TestTableReader::utf16WithoutAMarkIsRead()
{
    QFETCH(bool, bigEndian);
    const Table table = readable(utf16("a;b\n1,5;2\n3;4\n", bigEndian).substr(2));
    QCOMPARE(tableText(table), std::string("a|b / 1.5|2 / 3|4"));
    QCOMPARE(table.encoding, Encoding::Utf16);
}

void TestTableReader::fewDamagedBytesAreReplaced()
{
    std::string csv = "city,v\n";
    for (int i = 0; i < 20; ++i)
        csv += "São Luís,1\n";
    const Table table = readable(csv + "S\xe3o Paulo,2\n");
    QCOMPARE(table.encoding, Encoding::Utf8);
    QCOMPARE(table.columns[0].categories, (std::vector<std::string>{"São Luís", "S\xef\xbf\xbdo Paulo"}));
    QCOMPARE(warningIds(table.warnings), std::string("data.replaced-bytes"));
}

void TestTableReader::chosenEncodingIsTaken()
{
    const std::string csv = "city,v\nSão Luís,1\n";
    QCOMPARE(tableText(*readTable(csv, {.encoding = Encoding::Windows1252})),
             std::string("city|v / SÃ£o LuÃ\xc2\xads|1"));
    QCOMPARE(tableText(*readTable("city,v\nS\xe3o,1\n", {.encoding = Encoding::Utf8})),
             std::string("city|v / S\xef\xbf\xbdo|1"));
}

namespace {

/// More than a preview looks at. Later lines tell what the first ones leave open.
std::string longTable()
{
    std::string csv = "when;value;state\n";
    for (int i = 0; i < 60'000; ++i)
        csv += (i < 5000 ? "01/02/2015;" : "13/02/2015;") + std::to_string(i) + (i < 5000 ? ";on\n" : ",5;off\n");
    return csv;
}

}

void TestTableReader::previewIsTheBeginOfTheWhole()
{
    const std::string csv = longTable();
    const Table whole = readable(csv);
    const Table preview = *previewTable(csv, {}, 50);
    QCOMPARE(preview.rows, std::size_t(50));
    QVERIFY(readingOf(preview) == readingOf(whole));
    QCOMPARE(preview.guesses.size(), whole.guesses.size());
    const std::string text = tableText(preview);
    QCOMPARE(tableText(whole).substr(0, text.size()), text);
    QCOMPARE(tableText(*previewTable("a,b\n1,2\n")), std::string("a|b / 1|2"));
    QCOMPARE(std::string(previewTable("").error().id), std::string("data.empty"));
}

void TestTableReader::previewEndsWithinQuotesWithoutComplaint()
{
    std::string csv = "a,b\n1,x\n2,\"";
    for (int i = 0; i < 200'000; ++i)
        csv += "line\n with, commas";
    csv += "\"\n";
    const Table preview = *previewTable(csv);
    QCOMPARE(tableText(preview), std::string("a|b / 1|x"));
    QCOMPARE(readable(csv).rows, std::size_t(2));
}

void TestTableReader::whatDoesNotFitIntoMemoryIsRefused()
{
    const std::string csv = longTable();
    bool begun = false;
    const RunControl control([&](const Progress&) { begun = true; });
    const Result<Table> table = readTableWithin(100'000, csv, {}, control);
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), std::string("data.too-large"));
    QVERIFY(!begun);
    QVERIFY(readTableWithin(10'000'000, csv).ok());
}

void TestTableReader::whatOutgrowsMemoryIsGivenUp()
{
    // The first megabyte has few rows, what follows has many of different texts.
    std::string csv = "a,b\n";
    for (int i = 0; i < 1200; ++i)
        csv += "1," + std::string(1000, 'x') + "\n";
    for (int i = 0; i < 200'000; ++i)
        csv += "1,t" + std::to_string(i) + "\n";
    const Result<Table> table = readTableWithin(2'000'000, csv);
    QVERIFY(!table);
    QCOMPARE(std::string(table.error().id), std::string("data.too-large"));
}

void TestTableReader::cancelEndsReadingAtAnyMoment()
{
    const std::string csv = longTable();
    int reports = 0;
    const RunControl counting([&](const Progress&) { ++reports; });
    QVERIFY(readTable(csv, {}, counting).ok());
    QVERIFY(reports > 20);
    for (int at = 1; at <= reports; ++at) {
        int seen = 0;
        RunControl* cancelled = nullptr;
        RunControl control([&](const Progress&) {
            if (++seen == at)
                cancelled->cancel();
        });
        cancelled = &control;
        const Result<Table> table = readTable(csv, {}, control);
        QVERIFY(!table);
        QCOMPARE(std::string(table.error().id), std::string("common.cancelled"));
        QVERIFY(seen <= at + 1);
    }
}

void TestTableReader::wholeAndPreviewReadAlikeInAnyEncoding()
{
    std::string text = "a;b\n";
    for (int i = 0; i < 90'000; ++i)
        text += std::to_string(i) + ",5;x\n";
    for (const bool bigEndian : {false, true}) {
        const std::string csv = utf16(text, bigEndian);
        const Table preview = *previewTable(csv, {}, 3);
        QCOMPARE(tableText(preview), std::string("a|b / 0.5|x / 1.5|x / 2.5|x"));
        QVERIFY(readingOf(preview) == readingOf(readable(csv)));
        QCOMPARE(readable(csv).rows, std::size_t(90'000));
    }
}

void TestTableReader::sameBytesGiveTheSameFingerprint()
{
    QCOMPARE(readable("a,b\n1,2\n").fingerprint, readable("a,b\n1,2\n").fingerprint);
}

void TestTableReader::fingerprintCoversEveryByte()
{
    QVERIFY(readable("a,b\n1,2\n").fingerprint != readable("a,b\n1,2\r\n").fingerprint);
    QVERIFY(readable("a,b\n1,2\n").fingerprint != readable("\xef\xbb\xbf"
                                                           "a,b\n1,2\n")
                                                      .fingerprint);
}

void TestTableReader::rowsThatBeginLikeCommentsAreTold()
{
    std::string csv = "# exported\ntag,x\n";
    for (int i = 0; i < 400; ++i)
        csv += (i < 300 ? "a" : "#5") + std::string(",") + std::to_string(i) + ".5\n";
    const Table table = readable(csv);
    QCOMPARE(table.rows, std::size_t(300));
    QCOMPARE(warningIds(table.warnings), std::string("data.comments-like-rows"));
    QVERIFY(inEnglish(table.warnings[0]).find("many values: 100. The first is line 303.") != std::string::npos);
    const Table whole = *readTable(csv.substr(csv.find('\n') + 1), {.comment = '\0'});
    QCOMPARE(whole.rows, std::size_t(400));
    QVERIFY(readable("# exported\na,b\n1,2\n# half, time, break\n3,4\n").warnings.empty());
}

QTEST_APPLESS_MAIN(TestTableReader)
#include "tst_table_reader.moc"
