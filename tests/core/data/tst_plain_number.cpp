#include "data/plain_number.h"

#include "common/random.h"
#include "data/value_text.h"

#include <QTest>

#include <string>

using namespace broto;

namespace {

/// A cell as it stands in a text: with more before it, that must not matter.
struct Placed {
    explicit Placed(const std::string& cell, const std::string& before = "98765,4.3-21;0.99 1234,5")
        : text(before + cell), view(std::string_view(text).substr(before.size()))
    {
    }
    std::string text;
    std::string_view view;
};

}

class TestPlainNumber : public QObject {
    Q_OBJECT

private slots:
    void numberIsReadOrLeftToTheCarefulOne_data();
    void numberIsReadOrLeftToTheCarefulOne();
    void agreesWithTheCarefulOneOnRandomTexts();
    void formIsTold();
};

void TestPlainNumber::numberIsReadOrLeftToTheCarefulOne_data()
{
    QTest::addColumn<bool>("read");
    QTest::addColumn<double>("number");
    const auto yes = [](const char* cell, double number) { QTest::newRow(cell) << true << number; };
    const auto no = [](const char* cell) { QTest::newRow(cell[0] ? cell : "nothing") << false << 0.0; };
    yes("0", 0);
    yes("-7", -7);
    yes("12345678", 12345678);
    yes("123456789", 123456789);
    yes("1423072260", 1423072260);
    yes("-1423072260123", -1423072260123);
    yes("9007199254740992", 9007199254740992);
    yes("0.1", 0.1);
    yes("-0.3", -0.3);
    yes(".5", 0.5);
    yes("2.", 2);
    yes("12345678.1234567", 12345678.1234567);
    yes("-99999999.9999999", -99999999.9999999);
    yes("3.1415926", 3.1415926);
    no("");
    no("-");
    no(".");
    no("-.");
    no("+1");
    no("--1");
    no("1-");
    no("1.2.3");
    no("1,5");
    no("1e5");
    no("12a");
    no("1 2");
    no("9007199254740993");
    no("99999999999999999");
    no("0.809920830252757");
    no("123456789.5");
    no("NaN");
    no("inf");
    no("1:30");
    no("1/2");
}

void TestPlainNumber::numberIsReadOrLeftToTheCarefulOne()
{
    QFETCH(bool, read);
    const std::string tag = QTest::currentDataTag();
    const Placed cell(tag == "nothing" ? "" : tag);
    PlainNumber number;
    QCOMPARE(readPlainNumber(cell.view, '.', number), read);
    if (read)
        QTEST(number.number, "number");
}

void TestPlainNumber::agreesWithTheCarefulOneOnRandomTexts()
{
    Random random(1);
    const std::string letters = "0123456789012345678901234567890123456789..--,+e ";
    int numbers = 0;
    for (int i = 0; i < 300'000; ++i) {
        std::string text;
        for (std::uint32_t left = 1 + random.below(18); left > 0; --left)
            text += letters[random.below(i % 2 ? 40 + random.below(2) : static_cast<std::uint32_t>(letters.size()))];
        if (i % 2)
            text[random.below(static_cast<std::uint32_t>(text.size()))] = '.';
        const Placed cell(text);
        PlainNumber plain;
        if (!readPlainNumber(cell.view, '.', plain))
            continue;
        ++numbers;
        const NumberReading careful = readNumber(text, '.');
        if (careful.kind != NumberKind::Finite || careful.number != plain.number)
            QFAIL(text.c_str());
    }
    QVERIFY(numbers > 50'000);
}

void TestPlainNumber::formIsTold()
{
    const auto formOf = [](const char* text, char mark = '.') {
        PlainNumber number;
        return readPlainNumber(Placed(text).view, mark, number) ? number : PlainNumber{-1, false, false, false, false};
    };
    QVERIFY(formOf("12").whole && !formOf("1.2").whole);
    QVERIFY(formOf("-12").hasSign && !formOf("12").hasSign);
    QVERIFY(formOf("007").padded && formOf("0123456789").padded);
    QVERIFY(!formOf("07").padded && !formOf("0").padded && !formOf("00.5").padded);
    QVERIFY(formOf("1.234").ambiguous && !formOf("1.23").ambiguous && !formOf("1234").ambiguous);
    QCOMPARE(formOf("1,25", ',').number, 1.25);
    QCOMPARE(formOf("1.25", ',').number, -1.0);
}

QTEST_APPLESS_MAIN(TestPlainNumber)
#include "tst_plain_number.moc"
