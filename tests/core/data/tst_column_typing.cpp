#include "table_text.h"

#include <QTest>

#include <functional>

using namespace broto;

namespace {

/// A table of a column under test beside two others.
std::string columnOf(const std::string& header, int rows, const std::function<std::string(int)>& cell)
{
    std::string csv = header + ",u,v\n";
    for (int i = 0; i < rows; ++i)
        csv += cell(i) + "," + std::to_string((i * 7) % 11) + ".5," + std::to_string(i % 2) + "\n";
    return csv;
}

}

class TestColumnTyping : public QObject {
    Q_OBJECT

private slots:
    void typeIsFound_data();
    void typeIsFound();
    void columnOfTwoThatCountsUpIsNoRowNumber();
    void columnWithoutValuesIsConstantAndNotNumeric();
};

void TestColumnTyping::typeIsFound_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("type");
    const auto row = [](const char* name, const std::string& csv, const char* type) {
        QTest::newRow(name) << csv << std::string(type);
    };
    const auto number = [](int i) { return std::to_string(i); };
    row("fractions", columnOf("a", 20, [](int i) { return std::to_string(i) + ".25"; }), "number");
    row("whole numbers", columnOf("a", 20, [](int i) { return std::to_string(i * i % 7); }), "integer");
    row("whole numbers written with a fraction", columnOf("a", 20, [](int i) { return std::to_string(i % 3) + ".0"; }),
        "integer");
    row("0 and 1", columnOf("a", 20, [](int i) { return std::to_string(i % 2); }), "integer");
    row("numbers too large to be whole", columnOf("a", 20, [](int i) { return std::to_string(i % 3 + 1) + "e20"; }),
        "number");
    row("yes and no", columnOf("a", 20, [](int i) { return i % 3 ? "yes" : "no"; }), "boolean");
    row("true and false", columnOf("a", 20, [](int i) { return i % 3 ? "True" : "False"; }), "boolean");
    row("sim and não", columnOf("a", 20, [](int i) { return i % 3 ? "sim" : "não"; }), "boolean");
    row("colours", columnOf("a", 20, [](int i) { return i % 3 ? "red" : "blue"; }), "category");
    row("32 texts", columnOf("a", 100, [](int i) { return "t" + std::to_string(i % 32); }), "category");
    row("33 texts", columnOf("a", 100, [](int i) { return "t" + std::to_string(i % 33); }), "text");
    row("40 texts that come often", columnOf("a", 200, [](int i) { return "t" + std::to_string(i % 40); }), "category");
    row("257 texts", columnOf("a", 2000, [](int i) { return "t" + std::to_string(i % 257); }), "text");
    row("numbers and a text", columnOf("a", 20, [](int i) { return i == 19 ? "x" : std::to_string(i % 4); }),
        "category");
    row("dates", columnOf("a", 20, [](int i) { return "2015-02-" + std::to_string(10 + i % 15); }), "datetime");
    row("dates with gaps", columnOf("a", 20, [](int i) { return i % 4 ? "2015-02-1" + std::to_string(i % 9) : ""; }),
        "datetime");
    row("dates and a text", columnOf("a", 20, [](int i) { return i % 2 ? "2015-02-11" : "soon"; }), "category");
    row("row numbers", columnOf("a", 20, number), "identifier");
    row("row numbers from 100", columnOf("a", 20, [](int i) { return std::to_string(100 + i); }), "identifier");
    row("row numbers without a name", columnOf("", 20, number), "identifier");
    row("three rows that count up", columnOf("a", 3, number), "integer");
    row("three rows named id", columnOf("id", 3, number), "identifier");
    row("id in steps", columnOf("PassengerId", 20, [](int i) { return std::to_string(3 * i + i % 2); }), "identifier");
    row("students' numbers", columnOf("Matrícula", 20, [](int i) { return std::to_string(20230000 + 7 * i); }),
        "identifier");
    row("id in no order", columnOf("id", 20, [](int i) { return std::to_string(i * 7 % 20 + 500); }), "identifier");
    row("nameless numbers in no order", columnOf("", 20, [](int i) { return std::to_string(i * 7 % 20); }),
        "identifier");
    row("counts in no order", columnOf("n", 20, [](int i) { return std::to_string(i * 7 % 20); }), "integer");
    row("V and F", columnOf("a", 20, [](int i) { return i % 3 ? "V" : "F"; }), "boolean");
    row("id that repeats", columnOf("id", 20, [](int i) { return std::to_string(i / 2); }), "integer");
    row("steps of two without an id's name", columnOf("a", 20, [](int i) { return std::to_string(2 * i); }), "integer");
    row("counting down", columnOf("a", 20, [](int i) { return std::to_string(-i); }), "integer");
    row("word ending in id", columnOf("humid", 20, [](int i) { return std::to_string(2 * i); }), "integer");
    row("codes", columnOf("a", 20, [](int i) { return "A" + std::to_string(1000 + i); }), "identifier");
    row("many codes", columnOf("a", 200, [](int i) { return "A" + std::to_string(1000 + i); }), "identifier");
    row("comments", columnOf("a", 200, [](int i) { return "a longer remark on the row number " + std::to_string(i); }),
        "text");
    row("one number", columnOf("a", 20, [](int) { return "7"; }), "constant");
    row("one text", columnOf("a", 20, [](int) { return "x"; }), "constant");
    row("one number and gaps", columnOf("a", 20, [](int i) { return i % 2 ? "7" : ""; }), "constant");
}

void TestColumnTyping::typeIsFound()
{
    QFETCH(std::string, csv);
    const Table table = readable(csv);
    QTEST(std::string(typeName(table.columns[0].type)), "type");
}

void TestColumnTyping::columnOfTwoThatCountsUpIsNoRowNumber()
{
    std::string csv = "x,y\n";
    for (int i = 0; i < 50; ++i)
        csv += std::to_string(i) + "," + std::to_string(2 * i + 1) + "\n";
    const Table table = readable(csv);
    QCOMPARE(table.columns[0].type, ColumnType::Integer);
}

void TestColumnTyping::columnWithoutValuesIsConstantAndNotNumeric()
{
    const Table table = readable("a,b,c\n1,,2\n2,NA,3\n");
    QCOMPARE(table.columns[1].type, ColumnType::Constant);
    QVERIFY(!table.columns[1].numeric());
    QCOMPARE(table.columns[1].missing, std::size_t(2));
    QCOMPARE(table.columns[1].distinct, std::size_t(0));
}

QTEST_APPLESS_MAIN(TestColumnTyping)
#include "tst_column_typing.moc"
