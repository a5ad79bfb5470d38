#include "data/category_numbers.h"
#include "data/compact_dates.h"

#include "table_text.h"

#include <QTest>

using namespace broto;

class TestCategoryNumbers : public QObject {
    Q_OBJECT

private slots:
    void otherDecimalSignNeedsProof_data();
    void otherDecimalSignNeedsProof();
    void digitsAreDatesUnderTheirNameAlone_data();
    void digitsAreDatesUnderTheirNameAlone();
};

namespace {

/// Every category stands in one row.
Column textsOf(const std::vector<std::string>& texts)
{
    Column column;
    column.categories = texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        column.codes.push_back(static_cast<std::int32_t>(i));
    column.distinct = texts.size();
    return column;
}

}

void TestCategoryNumbers::otherDecimalSignNeedsProof_data()
{
    QTest::addColumn<std::vector<std::string>>("texts");
    QTest::addColumn<int>("found");
    using Texts = std::vector<std::string>;
    const auto row = [](const char* name, const Texts& texts, OtherDecimal found) {
        QTest::newRow(name) << texts << static_cast<int>(found);
    };
    row("all prove it", {"0.25", "0.5"}, OtherDecimal::Taken);
    row("most prove it, one is whole", {"0.25", "0.5", "7"}, OtherDecimal::Taken);
    row("one proves it", {"0.25", "6", "7"}, OtherDecimal::Unsure);
    row("none proves it", {"1.234", "2.345"}, OtherDecimal::None);
    row("one may set thousands apart", {"0.25", "0.5", "1.234"}, OtherDecimal::Unsure);
    row("both signs", {"0.25", "0.5", "0,5"}, OtherDecimal::Unsure);
    row("a word", {"0.25", "0.5", "x"}, OtherDecimal::None);
    row("nothing", {}, OtherDecimal::None);
}

void TestCategoryNumbers::otherDecimalSignNeedsProof()
{
    QFETCH(std::vector<std::string>, texts);
    Column column = textsOf(texts);
    const OtherDecimal found = takeOtherDecimal(column, {','});
    QTEST(static_cast<int>(found), "found");
    QCOMPARE(column.numeric(), found == OtherDecimal::Taken);
    if (column.numeric())
        QCOMPARE(column.min, 0.25);
    Column grouped = textsOf({"0.25", "0.5"});
    QCOMPARE(takeOtherDecimal(grouped, {',', '.'}), OtherDecimal::Unsure);
}

void TestCategoryNumbers::digitsAreDatesUnderTheirNameAlone_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const char* csv, const char* expected) {
        QTest::newRow(name) << std::string(csv) << std::string(expected);
    };
    row("days", "Data,v\n20240305,1\n,2\n20240306,3\n", "Data|v / 2024-03-05|1 / ~|2 / 2024-03-06|3");
    row("seconds", "timestamp,v\n20240305140000,1\n20240305235959,2\n",
        "timestamp|v / 2024-03-05 14:00:00|1 / 2024-03-05 23:59:59|2");
    row("another name", "code,v\n20240305,1\n20240306,2\n", "code|v / 20240305|1 / 20240306|2");
    row("a month that is none", "data,v\n20241305,1\n20240306,2\n", "data|v / 20241305|1 / 20240306|2");
    row("an hour that is none", "data,v\n20240305240000,1\n20240305140000,2\n",
        "data|v / 20240305240000|1 / 20240305140000|2");
    row("fractions", "data,v\n20240305.5,1\n20240306,2\n", "data|v / 20240305.5|1 / 20240306|2");
    row("small numbers", "data,v\n1,1\n2,2\n", "data|v / 1|1 / 2|2");
    row("one too large", "data,v\n20240305,1\n1e30,2\n", "data|v / 20240305|1 / 1e+30|2");
}

void TestCategoryNumbers::digitsAreDatesUnderTheirNameAlone()
{
    QFETCH(std::string, csv);
    QTEST(tableText(readable(csv)), "expected");
}

QTEST_APPLESS_MAIN(TestCategoryNumbers)
#include "tst_category_numbers.moc"
