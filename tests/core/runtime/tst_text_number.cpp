#include "runtime/text_number.h"

#include "common/random.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <limits>
#include <string>

using namespace broto;
using namespace broto::runtime;

class TestTextNumber : public QObject {
    Q_OBJECT
private slots:
    void numbersAreRead_data();
    void numbersAreRead();
    void otherTextIsNoNumber_data();
    void otherTextIsNoNumber();
    void numbersArePrinted_data();
    void numbersArePrinted();
    void integersArePrinted();
    void whatIsPrintedReadsBackToSixDigits();
};

struct TextSink {
    std::string text;
    void write(std::uint8_t byte) { text += static_cast<char>(byte); }
};

template<class Number>
static std::string printed(Number number)
{
    TextSink sink;
    printNumber(sink, number);
    return sink.text;
}

static bool parse(std::string_view text, float& number)
{
    return parseNumber(text.data(), static_cast<std::uint8_t>(text.size()), &number);
}

void TestTextNumber::numbersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<float>("number");
    QTest::newRow("integer") << "42" << 42.0f;
    QTest::newRow("negative") << "-2.5" << -2.5f;
    QTest::newRow("plus") << "+3" << 3.0f;
    QTest::newRow("no leading digit") << ".5" << 0.5f;
    QTest::newRow("no digit behind the point") << "5." << 5.0f;
    QTest::newRow("exponent") << "1e-3" << 0.001f;
    QTest::newRow("large exponent") << "2E+6" << 2e6f;
    QTest::newRow("many digits") << "101325.123456789012" << 101325.123f;
    QTest::newRow("many digits before the point") << "12345678901234" << 12345678901234.0f;
    QTest::newRow("small") << "0.000000123" << 1.23e-7f;
    QTest::newRow("zero with an exponent") << "0e50" << 0.0f;
}

void TestTextNumber::numbersAreRead()
{
    QFETCH(QString, text);
    QFETCH(float, number);
    float read = -1;
    QVERIFY(parse(text.toStdString(), read));
    QVERIFY2(std::abs(read - number) <= 1e-6f * std::abs(number), qPrintable(QString::number(read)));
}

void TestTextNumber::otherTextIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "12a", "a", "--1", "1 2", "na", "nano"})
        QTest::newRow(text) << text;
}

void TestTextNumber::otherTextIsNoNumber()
{
    QFETCH(QString, text);
    float read = 0;
    QVERIFY(!parse(text.toStdString(), read));
}

void TestTextNumber::numbersArePrinted_data()
{
    QTest::addColumn<float>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0f << "0";
    QTest::newRow("integer") << 42.0f << "42";
    QTest::newRow("negative") << -2.5f << "-2.5";
    QTest::newRow("six digits") << 3.14159265f << "3.14159";
    QTest::newRow("rounded up to the next power") << 999999.96f << "1000000";
    QTest::newRow("large") << 123456789.0f << "123457000";
    QTest::newRow("very large") << 1.5e20f << "1.5e20";
    QTest::newRow("largest") << std::numeric_limits<float>::max() << "3.40282e38";
    QTest::newRow("small") << 0.00025f << "0.00025";
    QTest::newRow("very small") << 1.25e-9f << "1.25e-9";
    QTest::newRow("missing") << std::numeric_limits<float>::quiet_NaN() << "nan";
    QTest::newRow("infinite") << -std::numeric_limits<float>::infinity() << "-inf";
}

void TestTextNumber::numbersArePrinted()
{
    QFETCH(float, number);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(printed(number)), text);
}

void TestTextNumber::integersArePrinted()
{
    QCOMPARE(printed(std::int32_t(0)), std::string("0"));
    QCOMPARE(printed(std::numeric_limits<std::int32_t>::min()), std::string("-2147483648"));
    QCOMPARE(printed(std::numeric_limits<std::int32_t>::max()), std::string("2147483647"));
}

void TestTextNumber::whatIsPrintedReadsBackToSixDigits()
{
    Random random(9);
    for (int i = 0; i < 50'000; ++i) {
        const float number = std::ldexp(random.uniform(-1.0f, 1.0f), static_cast<int>(random.below(200)) - 100);
        float read = 0;
        QVERIFY2(parse(printed(number), read), printed(number).c_str());
        QVERIFY2(std::abs(read - number) <= 1e-5f * std::abs(number), printed(number).c_str());
    }
}

QTEST_APPLESS_MAIN(TestTextNumber)
#include "tst_text_number.moc"
