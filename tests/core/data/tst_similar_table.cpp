#include "table_text.h"

#include "data/similar_table.h"

#include <QTest>

using namespace broto;

class TestSimilarTable : public QObject {
    Q_OBJECT

private slots:
    void whatIsOpenMeansWhatItMeansThere_data();
    void whatIsOpenMeansWhatItMeansThere();
    void optionsComeFirst();
    void whatCannotBeReadIsSaid();
};

void TestSimilarTable::whatIsOpenMeansWhatItMeansThere_data()
{
    QTest::addColumn<std::string>("known");
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("cells");
    const auto row = [](const char* name, const char* known, const char* csv, const char* cells) {
        QTest::newRow(name) << std::string(known) << std::string(csv) << std::string(cells);
    };
    const char* brazilian = "a;b\n1,5;2\n2,25;3\n";
    const char* american = "a,b\n1.5,2\n2.25,3\n";
    row("decimal comma before three digits", brazilian, "a\tb\n7,378\t1\n8,125\t2\n", "a|b / 7.378|1 / 8.125|2");
    row("thousands before three digits", "a;b\n1.234,5;2\n2,25;3\n", "a;b\n7.378;1\n8.125;2\n",
        "a|b / 7378|1 / 8125|2");
    row("a point is proven", brazilian, "a;b\n7.3;1\n8.12;2\n", "a|b / 7.3|1 / 8.12|2");
    row("a comma is proven", american, "a;b\n7,3;1\n8,12;2\n", "a|b / 7.3|1 / 8.12|2");
    row("the day comes first", "d,x\n13/02/2015,1\n14/02/2015,2\n", "d,x\n04/02/2015,1\n04/03/2015,2\n",
        "d|x / 2015-02-04|1 / 2015-03-04|2");
    row("the month comes first", "d,x\n02/13/2015,1\n02/14/2015,2\n", "d,x\n04/02/2015,1\n04/03/2015,2\n",
        "d|x / 2015-04-02|1 / 2015-04-03|2");
    row("the month is proven", "d,x\n13/02/2015,1\n14/02/2015,2\n", "d,x\n04/02/2015,1\n04/13/2015,2\n",
        "d|x / 2015-04-02|1 / 2015-04-13|2");
    row("written alike", american, "a,b\n7.3,1\n", "a|b / 7.3|1");
}

void TestSimilarTable::whatIsOpenMeansWhatItMeansThere()
{
    QFETCH(std::string, known);
    QFETCH(std::string, csv);
    const Result<Table> table = readSimilarTable(csv, {}, readable(known));
    QVERIFY2(table.ok(), table ? "" : inEnglish(table.error()).c_str());
    QTEST(tableText(*table), "cells");
}

void TestSimilarTable::optionsComeFirst()
{
    const ReadOptions options = {.decimal = '.', .grouping = ','};
    const Result<Table> table = readSimilarTable("a\tb\n7,378\t1\n", options, readable("a;b\n1,5;2\n2,25;3\n"));
    QVERIFY(table.ok());
    QCOMPARE(tableText(*table), std::string("a|b / 7378|1"));
}

void TestSimilarTable::whatCannotBeReadIsSaid()
{
    QCOMPARE(std::string(readSimilarTable("", {}, readable("a,b\n1,2\n")).error().id), std::string("data.empty"));
}

QTEST_APPLESS_MAIN(TestSimilarTable)
#include "tst_similar_table.moc"
