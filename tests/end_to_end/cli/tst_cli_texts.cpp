#include "option_text.h"
#include "pin_options.h"
#include "significant_digits.h"
#include "text_table.h"

#include <QtTest>

using namespace broto;

/// The small parts of the command line: options with several values, tables for people.
class TestCliTexts : public QObject {
    Q_OBJECT

private slots:
    void namesAreReadWithQuotes();
    void layersAreRead();
    void splitsAreRead();
    void waysToSplitAreRead();
    void missingValuesAreRead();
    void learningRatesAreRead();
    void seedsAreRead();
    void pinsAreRead();
    void tablesAreAligned();
    void digitsAreGrouped();
    void digitsAreAsManyAsTellSomething();
    void sentencesEndWithOnePoint();
};

void TestCliTexts::namesAreReadWithQuotes()
{
    using Names = std::vector<std::string>;
    QCOMPARE(parseNames("a").value(), Names({"a"}));
    QCOMPARE(parseNames("a,b c").value(), Names({"a", "b c"}));
    QCOMPARE(parseNames("\"a, b\",c").value(), Names({"a, b", "c"}));
    QCOMPARE(parseNames("\"say \"\"hi\"\"\",c").value(), Names({"say \"hi\"", "c"}));
    QCOMPARE(parseNames(" a , \"b, c\" ").value(), Names({"a", "b, c"}));
    QCOMPARE(parseNames("5\" pipe").value(), Names({"5\" pipe"}));
    for (const char* text : {"", ",", "a,", ",a", "a,,b", "a, ,b", "\"a", "\"\"", "\"a,b"})
        QVERIFY2(!parseNames(text), text);
}

void TestCliTexts::layersAreRead()
{
    QCOMPARE(parseLayers("16,8").value(), std::vector<int>({16, 8}));
    QCOMPARE(parseLayers("1024").value(), std::vector<int>({1024}));
    QVERIFY(parseLayers("none").value().empty());
    QVERIFY(parseLayers("0").value().empty());
    for (const char* text : {"", "16,", "16;8", "-1", "1.5", "1025", "16,0", "1e9", "nan", "1,1,1,1,1,1,1,1,1"})
        QVERIFY2(!parseLayers(text), text);
}

void TestCliTexts::splitsAreRead()
{
    const Split split = parseSplit("60,20.5,0").value();
    QCOMPARE(split.training, 60.0);
    QCOMPARE(split.validation, 20.5);
    QCOMPARE(split.test, 0.0);
    for (const char* text : {"", "70,30", "70,15,15,0", "0,50,50", "70,-1,31", "inf,1,1", "1e300,1,1", "a,b,c"})
        QVERIFY2(!parseSplit(text), text);
}

void TestCliTexts::waysToSplitAreRead()
{
    QVERIFY(parseSplitBy("stratified")->method == SplitMethod::Stratified);
    QVERIFY(parseSplitBy("time")->column.empty());
    QCOMPARE(parseSplitBy("time:when").value().column, std::string("when"));
    QVERIFY(parseSplitBy("group: a:b ")->method == SplitMethod::Group);
    QCOMPARE(parseSplitBy("group: a:b ").value().column, std::string("a:b"));
    QVERIFY(parseSplitBy("column:part")->method == SplitMethod::Column);
    for (const char* text : {"", "group", "group:", "column", "column: ", "random:a", "stratified:a", "file", "file:a",
                             "folds", "folds:5", "dice", "Time", ":a"})
        QVERIFY2(!parseSplitBy(text), text);
}

void TestCliTexts::missingValuesAreRead()
{
    QCOMPARE(parseMissingValue("-200").value().mark, std::string("-200"));
    QVERIFY(parseMissingValue("-200")->column.empty());
    QCOMPARE(parseMissingValue("CO (mg/m3)= -200 ").value().column, std::string("CO (mg/m3)"));
    QCOMPARE(parseMissingValue("CO (mg/m3)= -200 ").value().mark, std::string("-200"));
    QCOMPARE(parseMissingValue("a=b=c").value().column, std::string("a=b"));
    for (const char* text : {"", " ", "=", "=5", "a=", "a= "})
        QVERIFY2(!parseMissingValue(text), text);
}

void TestCliTexts::learningRatesAreRead()
{
    QCOMPARE(parseLearningRate("1e-3").value(), 0.001);
    for (const char* text : {"", "0", "-1", "nan", "inf", "1001", "0,1", "fast"})
        QVERIFY2(!parseLearningRate(text), text);
}

void TestCliTexts::seedsAreRead()
{
    QCOMPARE(parseSeed("0").value(), std::uint64_t(0));
    QCOMPARE(parseSeed("18446744073709551615").value(), std::numeric_limits<std::uint64_t>::max());
    for (const char* text : {"", "-1", "+1", "1.0", " 1", "1 ", "18446744073709551616", "0x1"})
        QVERIFY2(!parseSeed(text), text);
}

void TestCliTexts::pinsAreRead()
{
    const auto is = [](const char* text, const char* feature, const char* pin, float factor, float offset) {
        const std::optional<SensorPin> read = parsePin(text);
        return read && *read == SensorPin{feature, pin, factor, offset};
    };
    QVERIFY(is("t=A0", "t", "A0", 1, 0));
    QVERIFY(is("temp ratio=34*0.5", "temp ratio", "34", 0.5f, 0));
    QVERIFY(is("t=A0*0.48828+-50", "t", "A0", 0.48828f, -50));
    QVERIFY(is("t=A0*0.48828-50", "t", "A0", 0.48828f, -50));
    QVERIFY(is("t=A0*-2e-3+1.5E+2", "t", "A0", -2e-3f, 150));
    QVERIFY(is("t=A0+273.15", "t", "A0", 1, 273.15f));
    QVERIFY(is("a=b=A1-1", "a=b", "A1", 1, -1));
    for (const char* text : {"", "t", "=A0", "t=", "t=*2", "t=A0*", "t=A0*x", "t=A0+", "t=A0*2+x", "t=A0*1e99",
                             "t=A0*2*3", "t=A0*nan", "t=-5"})
        QVERIFY2(!parsePin(text), text);
}

void TestCliTexts::tablesAreAligned()
{
    TextTable table({{"name"}, {"B", TextTable::Align::Right}, {"unit"}});
    table.addRow({"ação", "7", ""});
    table.addRow({"x", "12 345", "g/s"});
    QCOMPARE(QByteArray::fromStdString(table.text()), QByteArray("name       B  unit\n"
                                                                 "ação       7\n"
                                                                 "x     12 345  g/s\n"));
}

void TestCliTexts::digitsAreGrouped()
{
    QCOMPARE(grouped(0), std::string("0"));
    QCOMPARE(grouped(999), std::string("999"));
    QCOMPARE(grouped(1000), std::string("1 000"));
    QCOMPARE(grouped(-1234567), std::string("-1 234 567"));
    QCOMPARE(grouped(-999), std::string("-999"));
}

void TestCliTexts::digitsAreAsManyAsTellSomething()
{
    QCOMPARE(significantDigits(1235159, 6), std::string("1235159"));
    QCOMPARE(significantDigits(5e-4, 6), std::string("0.0005"));
    QCOMPARE(significantDigits(0.0105, 6), std::string("0.0105"));
    QCOMPARE(significantDigits(1.23456789e-10, 4), std::string("1.235e-10"));
    QCOMPARE(significantDigits(123.456, 4), std::string("123.5"));
    QCOMPARE(significantDigits(-0.0, 4), std::string("0"));
    QCOMPARE(significantDigits(1e20, 4), std::string("1e+20"));
    QCOMPARE(significantDigits(std::numeric_limits<double>::quiet_NaN(), 4), std::string("–"));
}

void TestCliTexts::sentencesEndWithOnePoint()
{
    QCOMPARE(inEnglish(message("", "Ignored: %1.", "Nr.")), std::string("Ignored: Nr."));
    QCOMPARE(inEnglish(message("", "Ignored: %1.", "id")), std::string("Ignored: id."));
    QCOMPARE(inEnglish(message("", "%1. Then more.", "Nr.")), std::string("Nr.. Then more."));
}

QTEST_APPLESS_MAIN(TestCliTexts)
#include "tst_cli_texts.moc"
