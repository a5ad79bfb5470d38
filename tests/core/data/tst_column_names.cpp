#include "table_text.h"

#include "data/column_names.h"

#include <QTest>

using namespace broto;

class TestColumnNames : public QObject {
    Q_OBJECT

private slots:
    void headerIsTakenApart_data();
    void headerIsTakenApart();
    void namesThatWouldBeEqualStayWhole();
    void nameThatIsAnotherColumnsHeaderStaysWhole();
    void unitAndQualifierKeepTheWholeHeaderAsName();
};

void TestColumnNames::headerIsTakenApart_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("unit");
    const auto row = [](const char* header, const char* name, const char* unit) {
        QTest::newRow(header) << std::string(header) << std::string(name) << std::string(unit);
    };
    row("Temperature (°C)", "Temperature", "°C");
    row("rpm [1/min]", "rpm", "1/min");
    row("sepal length (cm)", "sepal length", "cm");
    row("acceleration (m/s²)", "acceleration", "m/s²");
    row("acceleration[m/s^2]", "acceleration", "m/s^2");
    row("torque (N·m)", "torque", "N·m");
    row("speed ( km/h )", "speed", "km/h");
    row("humidity (%)", "humidity", "%");
    row("pressure (hPa)", "pressure", "hPa");
    row("energy (kWh)", "energy", "kWh");
    row("CO2 (ppm)", "CO2", "ppm");
    row("CO2 (g/s) [maf]", "CO2 [maf]", "g/s");
    row("U (V AC)", "U", "V AC");
    row("field (mT)", "field", "mT");
    row("area (m2)", "area", "m2");
    row("speed (m/s-1)", "speed", "m/s-1");
    row("Sensor (A0)", "Sensor (A0)", "");
    row("Canal (1)", "Canal (1)", "");
    row("room (m1)", "room (m1)", "");
    row("room (indoor)", "room (indoor)", "");
    row("x (first try)", "x (first try)", "");
    row("(cm)", "(cm)", "");
    row("a ()", "a ()", "");
    row("a (", "a (", "");
    row(")", ")", "");
    row("plain", "plain", "");
}

void TestColumnNames::headerIsTakenApart()
{
    QFETCH(std::string, header);
    const HeaderParts parts = headerParts(header);
    QTEST(parts.name, "name");
    QTEST(parts.unit, "unit");
}

void TestColumnNames::namesThatWouldBeEqualStayWhole()
{
    const Table table = readable("t (°C),t (°F),p (hPa)\n1,2,3\n");
    QCOMPARE(table.columns[0].name, std::string("t (°C)"));
    QCOMPARE(table.columns[0].unit, std::string("°C"));
    QCOMPARE(table.columns[1].name, std::string("t (°F)"));
    QCOMPARE(table.columns[2].name, std::string("p"));
}

void TestColumnNames::nameThatIsAnotherColumnsHeaderStaysWhole()
{
    const Table table = readable("t,t (°C)\n1,2\n");
    QCOMPARE(table.columns[0].name, std::string("t"));
    QCOMPARE(table.columns[1].name, std::string("t (°C)"));
}

void TestColumnNames::unitAndQualifierKeepTheWholeHeaderAsName()
{
    const Table table = readable("CO2 (g/s) [estimated maf],CO2 (g/s) [maf]\n1,2\n");
    QCOMPARE(table.columns[0].name, std::string("CO2 (g/s) [estimated maf]"));
    QCOMPARE(table.columns[1].name, std::string("CO2 (g/s) [maf]"));
    QCOMPARE(table.columns[1].unit, std::string("g/s"));
}

QTEST_APPLESS_MAIN(TestColumnNames)
#include "tst_column_names.moc"
