#include "data/value_text.h"

#include <QTest>

using namespace broto;

class TestValueText : public QObject {
    Q_OBJECT

private slots:
    void numberIsReadWholeOrNotAtAll_data();
    void numberIsReadWholeOrNotAtAll();
    void booleanPairsMayComeInEitherOrderAndCase();
};

void TestValueText::numberIsReadWholeOrNotAtAll_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("number");
    const auto row = [](const char* text, char decimal, NumberKind kind, double number = 0) {
        QTest::addRow("%s with %c", text, decimal) << std::string(text) << decimal << static_cast<int>(kind) << number;
    };
    row("0", '.', NumberKind::Finite, 0);
    row("-12.5e-1", '.', NumberKind::Finite, -1.25);
    row("+3", '.', NumberKind::Finite, 3);
    row("1,25", ',', NumberKind::Finite, 1.25);
    row(",5", ',', NumberKind::Finite, 0.5);
    row("12", ',', NumberKind::Finite, 12);
    row("1e37", '.', NumberKind::Finite, 1e37);
    row("1e-999", '.', NumberKind::Finite, 0);
    row("inf", '.', NumberKind::TooLarge);
    row("1e999", '.', NumberKind::TooLarge);
    row("1,25", '.', NumberKind::NotANumber);
    row("1.25", ',', NumberKind::NotANumber);
    row("1,234,567", ',', NumberKind::NotANumber);
    row("", '.', NumberKind::NotANumber);
    row("+", '.', NumberKind::NotANumber);
    row("-", '.', NumberKind::NotANumber);
    row("+-1", '.', NumberKind::NotANumber);
    row("++1", '.', NumberKind::NotANumber);
    row(".", '.', NumberKind::NotANumber);
    row("1 2", '.', NumberKind::NotANumber);
    row("12abc", '.', NumberKind::NotANumber);
    row("0x10", '.', NumberKind::NotANumber);
    row("nan", '.', NumberKind::NotANumber);
    row("infant", '.', NumberKind::NotANumber);
    QTest::newRow("400 zeros and a one") << "0." + std::string(400, '0') + "1" << '.'
                                         << static_cast<int>(NumberKind::Finite) << 0.0;
    QTest::newRow("400 digits") << std::string(400, '9') << '.' << static_cast<int>(NumberKind::TooLarge) << 0.0;
    QTest::newRow("100 digits with a comma")
        << "0," + std::string(100, '5') << ',' << static_cast<int>(NumberKind::Finite) << 5.0 / 9;
}

void TestValueText::numberIsReadWholeOrNotAtAll()
{
    QFETCH(std::string, text);
    QFETCH(char, decimal);
    const NumberReading reading = readNumber(text, decimal);
    QTEST(static_cast<int>(reading.kind), "kind");
    if (reading.kind == NumberKind::Finite)
        QTEST(reading.number, "number");
}

void TestValueText::booleanPairsMayComeInEitherOrderAndCase()
{
    QVERIFY(isBooleanPair("no", "yes"));
    QVERIFY(isBooleanPair("TRUE", "False"));
    QVERIFY(isBooleanPair("Não", "Sim"));
    QVERIFY(isBooleanPair("NÃO", "SIM"));
    QCOMPARE(booleanMeaning("SIM"), std::optional(true));
    QCOMPARE(booleanMeaning("não"), std::optional(false));
    QCOMPARE(booleanMeaning("0"), std::optional(false));
    QCOMPARE(booleanMeaning("maybe"), std::optional<bool>());
    QVERIFY(!isBooleanPair("yes", "false"));
    QVERIFY(!isBooleanPair("red", "blue"));
}

QTEST_APPLESS_MAIN(TestValueText)
#include "tst_value_text.moc"
