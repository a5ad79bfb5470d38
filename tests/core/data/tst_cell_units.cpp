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
