#include "data/cell_units.h"

#include "table_text.h"

#include <QTest>

using namespace broto;

class TestCellUnits : public QObject {
    Q_OBJECT

private slots:
    void unitIsTakenFromACell_data();
    void unitIsTakenFromACell();
    void labelIsTakenFromACell_data();
    void labelIsTakenFromACell();
    void columnBecomesNumbersOnlyAsAWhole_data();
    void columnBecomesNumbersOnlyAsAWhole();
    void unitOfTheHeaderMustAgree();
    void statisticsAreThoseOfTheNumbers();
};

void TestCellUnits::unitIsTakenFromACell_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("number"); // empty: it is no number with a unit
    QTest::addColumn<std::string>("unit");
    const auto row = [](const char* cell, const char* number = "", const char* unit = "") {
        QTest::newRow(cell) << std::string(cell) << std::string(number) << std::string(unit);
    };
    row("23.5 °C", "23.5", "°C");
    row("-1,25°C", "-1,25", "°C");
    row("95%", "95", "%");
    row("12cm", "12", "cm");
    row("5 A", "5", "A");
    row("R$ 1.234,56", "1.234,56", "R$");
    row("10 €", "10", "€");
    row("-R$ 1.234,50", "-1.234,50", "R$");
    row("R$ -5", "-5", "R$");
    row("(R$ 5,25)", "5,25", "R$");
    row("R$ -", "0", "R$");
    row("-$5.00", "-5.00", "$");
    row("(12,5%)", "12,5", "%");
    row("\u22123,5 %", "-3,5", "%");
    row("+3 %", "+3", "%");
    row("220.5 V AC", "220.5", "V AC");
    row("- %");
    row("R$");
    row("R$ 5 %");
    row("5A");
    row("3d");
    row("12");
    row("12 apples");
    row("room 12");
    row("kg 12");
    row("1 kg 2 g", "1 kg 2", "g"); // which readNumber refuses
    row("");
    row("°C");
}

void TestCellUnits::unitIsTakenFromACell()
{
    QFETCH(std::string, cell);
    const std::optional<NumberWithUnit> found = numberWithUnit(cell);
    QTEST(std::string(found ? found->number : std::string_view()), "number");
    QTEST(std::string(found ? found->unit : std::string_view()), "unit");
}

void TestCellUnits::labelIsTakenFromACell_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("label"); // empty: there is none
    QTest::addColumn<std::string>("number");
    const auto row = [](const char* cell, const char* label = "", const char* number = "") {
        QTest::newRow(cell) << std::string(cell) << std::string(label) << std::string(number);
    };
    row("temp:23.5", "temp", "23.5");
    row("hum : -4", "hum", "-4");
    row("t=0", "t", "0");
    row("Temp: 20.0\u00b0C", "Temp", "20.0");
    row("Aula 1:5");
    row("seg 08:00");
    row("I (312) DHT: 5");
    row("{\"t\": 5");
    row("17:51");
    row("temp:");
    row("temp:high");
    row(":5");
}

void TestCellUnits::labelIsTakenFromACell()
{
    QFETCH(std::string, cell);
    const std::optional<NumberWithLabel> found = numberWithLabel(cell);
    QTEST(std::string(found ? found->label : std::string_view()), "label");
    QTEST(std::string(found ? found->number : std::string_view()), "number");
}

void TestCellUnits::columnBecomesNumbersOnlyAsAWhole_data()
{
    QTest::addColumn<std::string>("cells");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const char* cells, const char* expected) {
        QTest::newRow(name) << std::string(cells) << std::string(expected);
    };
    row("one unit", "a,b\n10 kg,1\n12 kg,2\n", "a|b / 10|1 / 12|2");
    row("with gaps", "a,b\n10 kg,1\n,2\n12 kg,3\n", "a|b / 10|1 / ~|2 / 12|3");
    row("two units", "a,b\n10 kg,1\n12 g,2\n", "a|b / 10 kg|1 / 12 g|2");
    row("one cell without", "a,b\n10 kg,1\n12,2\n13 kg,3\n", "a|b / 10 kg|1 / 12|2 / 13 kg|3");
    row("classes of a school", "a,b\n1A,1\n2A,2\n3A,3\n", "a|b / 1A|1 / 2A|2 / 3A|3");
    row("labels", "t:1.5,u:1\nt:2.5,u:2\n", "t|u / 1.5|1 / 2.5|2");
    row("labels below names", "a,b\nt:1.5,u:1\nt:2.5,u:2\n", "a|b / t:1.5|u:1 / t:2.5|u:2");
    row("one column without a label", "t:1.5,x\nt:2.5,y\n", "column 1|column 2 / t:1.5|x / t:2.5|y");
    row("labels behind times", "10:00,t:1.5\n11:00,t:2.5\n", "column 1|t / 10:00:00|1.5 / 11:00:00|2.5");
    row("labels and units", "t: 1.5 V,u=1 %\nt: 2.5 V,u=2 %\n", "t|u / 1.5|1 / 2.5|2");
    row("parentheses around some", "a,b\n(10 kg),1\n12 kg,2\n", "a|b / -10|1 / 12|2");
    row("parentheses around all", "a,b\n(10 kg),1\n(12 kg),2\n", "a|b / 10|1 / 12|2");
    row("names of channels in volts", "5V,12V\n1,2\n3,4\n", "5V|12V / 1|2 / 3|4");
    row("labels that differ", "a,b\nt:1.5,1\nu:2.5,2\n", "a|b / t:1.5|1 / u:2.5|2");
}

void TestCellUnits::columnBecomesNumbersOnlyAsAWhole()
{
    QFETCH(std::string, cells);
    QTEST(tableText(readable(cells)), "expected");
}

void TestCellUnits::unitOfTheHeaderMustAgree()
{
    QCOMPARE(readable("a (kg),b\n10 kg,1\n12 kg,2\n").columns[0].unit, std::string("kg"));
    QVERIFY(readable("a (kg),b\n10 kg,1\n12 kg,2\n").columns[0].numeric());
    QVERIFY(!readable("a (g),b\n10 kg,1\n12 kg,2\n").columns[0].numeric());
}

void TestCellUnits::statisticsAreThoseOfTheNumbers()
{
    const Table table = readable("a,b\n10 kg,1\n,2\n12 kg,3\n1e40 kg,4\n");
    const Column& column = table.columns[0];
    QCOMPARE(column.type, ColumnType::Integer);
    QCOMPARE(column.missing, std::size_t(2));
    QCOMPARE(column.distinct, std::size_t(2));
    QCOMPARE(column.min, 10.0);
    QCOMPARE(column.max, 12.0);
    QCOMPARE(column.mean, 11.0);
    QCOMPARE(column.deviation, 1.0);
}

QTEST_APPLESS_MAIN(TestCellUnits)
#include "tst_cell_units.moc"
