#include "data/number_cells.h"

#include "common/number_text.h"
#include "common/random.h"
#include "data/record_reader.h"

#include <QTest>

#include <cmath>

using namespace broto;

namespace {

/// The cells of a text with one in every line, as a reading gives them.
class CellsOf {
public:
    explicit CellsOf(const std::string& text) : m_text(text), m_reader(m_text, ';')
    {
        while (m_reader.next(m_fields) == RecordReader::Outcome::Record)
            m_lines.push_back(m_reader.line());
    }
    Cells cells() const { return {m_fields.data(), 1, m_fields.size(), m_lines.data()}; }

private:
    std::string m_text;
    RecordReader m_reader;
    RecordReader::Fields m_fields;
    std::vector<std::size_t> m_lines;
};

}

class TestNumberCells : public QObject {
    Q_OBJECT

private slots:
    void cellsAreTakenWhileTheyAreNumbers_data();
    void cellsAreTakenWhileTheyAreNumbers();
    void whatNumbersWouldChangeIsTold_data();
    void whatNumbersWouldChangeIsTold();
    void marksStandForMissingValues();
    void parenthesesAreNegativeAmongOthersOnly();
    void statisticsAreThoseOfAllNumbersAtOnce();
    void differentValuesAreCountedUpToALimit();
};

void TestNumberCells::cellsAreTakenWhileTheyAreNumbers_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("missing");
    QTest::addColumn<int>("tooLarge");
    QTest::newRow("all") << std::string("1\n-2.5\n3e2\n") << 3 << 0 << 0;
    QTest::newRow("missing ones") << std::string("NA\n1\n?\n#N/A\n") << 4 << 3 << 0;
    QTest::newRow("too large ones") << std::string("inf\n1e300\n-inf\n1\n") << 4 << 0 << 3;
    QTest::newRow("a text") << std::string("1\n2\nx\n3\n") << 2 << 0 << 0;
    QTest::newRow("a date") << std::string("1\n2015-02-04\n") << 1 << 0 << 0;
    QTest::newRow("another format") << std::string("1\n1,5\n") << 1 << 0 << 0;
}

void TestNumberCells::cellsAreTakenWhileTheyAreNumbers()
{
    QFETCH(std::string, text);
    const CellsOf cells(text);
    NumberCells numbers;
    QTEST(static_cast<int>(numbers.add(cells.cells(), {})), "taken");
    QTEST(static_cast<int>(numbers.missing()), "missing");
    QTEST(static_cast<int>(numbers.tooLarge()), "tooLarge");
}

void TestNumberCells::whatNumbersWouldChangeIsTold_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* text, const char* cell, int line) {
        QTest::newRow(name) << std::string(text) << std::string(cell) << line;
    };
    row("padded", "123\n00124\n", "00124", 2);
    row("padded, among missing ones", "\"\"\n00124\n?\n", "00124", 2);
    row("padded, but one has a sign", "123\n00124\n-5\n", "", 0);
    row("padded, but one has a fraction", "123\n00124\n5.5\n", "", 0);
    row("two digits", "01\n12\n", "", 0);
    row("sixteen digits that fit", "1234567890123456\n1\n", "", 0);
    row("more digits than fit", "1\n-12345678901234567\n", "-12345678901234567", 2);
    row("more digits than fit, among fractions", "1.5\n12345678901234567\n", "", 0);
    row("a million million million fits", "1000000000000000000\n2\n", "", 0);
    row("forty digits", "1234567890123456789012345678901234567890\n", "1234567890123456789012345678901234567890", 1);
    row("telephone", "+5584999998888\n", "+5584999998888", 1);
    row("codes like exponents", "10E10\n11E11\n", "10E10", 1);
    row("powers of ten that come again", "10E10\n10E10\n", "", 0);
    row("powers of ten with a sign", "1E+10\n1E+11\n", "", 0);
    row("powers of ten among numbers", "10E10\n11E11\n5\n", "", 0);
    row("short with a sign", "+558\n", "", 0);
}

void TestNumberCells::whatNumbersWouldChangeIsTold()
{
    QFETCH(std::string, text);
    const CellsOf cells(text);
    NumberCells numbers;
    numbers.add(cells.cells(), {});
    const TellingCell told = numbers.changedByNumbers().value_or(TellingCell{});
    QTEST(told.text, "cell");
    QTEST(static_cast<int>(told.line), "line");
}

void TestNumberCells::marksStandForMissingValues()
{
    const CellsOf cells("1.5\nn/d\n\"\"\nOL\n");
    NumberCells numbers;
    QCOMPARE(numbers.add(cells.cells(), {}), std::size_t(4));
    QCOMPARE(numbers.missing(), std::size_t(3));
    QCOMPARE(numbers.missingMark()->text, std::string("n/d"));
    QCOMPARE(numbers.missingMark()->line, std::size_t(2));
}

void TestNumberCells::parenthesesAreNegativeAmongOthersOnly()
{
    const auto given = [](const char* text, bool negative) {
        const CellsOf cells(text);
        NumberCells numbers;
        numbers.add(cells.cells(), {});
        const std::optional<Parentheses> parentheses = numbers.settleParentheses();
        Column column;
        numbers.describe(column);
        return parentheses && parentheses->negative == negative && parentheses->example == "(2)" ? column.min : 0;
    };
    QCOMPARE(given("(2)\n3\n", true), -2.0);
    QCOMPARE(given("(2)\n\"\"\n(3)\n", false), 2.0);
    QCOMPARE(given("2\n3\n", false), 0.0);
}

void TestNumberCells::statisticsAreThoseOfAllNumbersAtOnce()
{
    Random random(1);
    std::string text;
    std::vector<double> values;
    for (int i = 0; i < 3000; ++i) {
        values.push_back(1000 * random.normal());
        text += shortest(values.back()) + '\n';
    }
    const CellsOf cells(text);
    NumberCells numbers;
    for (std::size_t done = 0; done < values.size();) { // in blocks of any size
        Cells some = cells.cells().from(done);
        some.count = std::min<std::size_t>(some.count, 1 + random.below(700));
        done += numbers.add(some, {});
    }
    Column column;
    numbers.describe(column);
    QCOMPARE(column.numbers, values);
    const Statistics expected = statisticsOf(values);
    QVERIFY(column.mean == expected.mean && column.deviation == expected.deviation);
    QVERIFY(column.min == expected.min && column.max == expected.max);
}

void TestNumberCells::differentValuesAreCountedUpToALimit()
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i % 2000) + '\n';
    const CellsOf cells(text);
    NumberCells numbers;
    numbers.add(cells.cells(), {});
    Column column;
    numbers.describe(column);
    QCOMPARE(column.distinct, Column::mostCounted + 1);
}

QTEST_APPLESS_MAIN(TestNumberCells)
#include "tst_number_cells.moc"
