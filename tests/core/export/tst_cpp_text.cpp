#include "export/cpp_text.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace broto;

class TestCppText : public QObject {
    Q_OBJECT

private slots:
    void floatLiteralIsShortestAndOfTypeFloat_data();
    void floatLiteralIsShortestAndOfTypeFloat();
    void floatLiteralReadsBackAsTheSameBits();
    void smallestIntegerIsAnExpressionThatCompilersAccept();
    void stringLiteralHoldsExactlyTheBytes_data();
    void stringLiteralHoldsExactlyTheBytes();
    void commentTextCannotEndOrHideCode_data();
    void commentTextCannotEndOrHideCode();
    void commentNeverContinuesOnTheNextLine_data();
    void commentNeverContinuesOnTheNextLine();
    void longCommentsBreakAtSpacesAndHang();
    void arraysBreakAtGroupsAndAtTheLineWidth();
};

void TestCppText::floatLiteralIsShortestAndOfTypeFloat_data()
{
    using Limits = std::numeric_limits<float>;
    QTest::addColumn<float>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole number") << 1.0f << "1.0f";
    QTest::newRow("zero") << 0.0f << "0.0f";
    QTest::newRow("minus zero") << -0.0f << "-0.0f";
    QTest::newRow("fraction") << 0.1f << "0.1f";
    QTest::newRow("small") << 1e-7f << "1e-07f";
    QTest::newRow("round and large") << 100000.0f << "100000.0f";
    QTest::newRow("small but plain") << 0.00025f << "0.00025f";
    QTest::newRow("large") << 1e20f << "1e+20f";
    QTest::newRow("largest") << Limits::max() << "3.4028235e+38f";
    QTest::newRow("subnormal") << Limits::denorm_min() << "1e-45f";
    QTest::newRow("infinity") << Limits::infinity() << "__builtin_huge_valf()";
    QTest::newRow("minus infinity") << -Limits::infinity() << "-__builtin_huge_valf()";
    QTest::newRow("not a number") << Limits::quiet_NaN() << "__builtin_nanf(\"\")";
}

void TestCppText::floatLiteralIsShortestAndOfTypeFloat()
{
    QFETCH(float, value);
    QTEST(QString::fromStdString(floatLiteral(value)), "text");
}

void TestCppText::floatLiteralReadsBackAsTheSameBits()
{
    for (std::uint32_t bits = 1; bits < 0x7f800000; bits += 0x00654321) {
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        const std::string text = floatLiteral(value);
        QCOMPARE(text.back(), 'f');
        QCOMPARE(std::strtof(text.c_str(), nullptr), value);
    }
}

void TestCppText::smallestIntegerIsAnExpressionThatCompilersAccept()
{
    QCOMPARE(integerLiteral(std::numeric_limits<std::int32_t>::min()), std::string("-2147483647 - 1"));
    QCOMPARE(integerLiteral(std::numeric_limits<std::int32_t>::max()), std::string("2147483647"));
    QCOMPARE(integerLiteral(-128), std::string("-128"));
}

void TestCppText::stringLiteralHoldsExactlyTheBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("empty") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("plain") << QByteArray("rpm") << QByteArray(R"("rpm")");
    QTest::newRow("quote and backslash") << QByteArray(R"(a"\b)") << QByteArray(R"("a\"\\b")");
    QTest::newRow("accent before a digit") << QByteArray("\xc3\xa9"
                                                         "1")
                                           << QByteArray(R"("\303\2511")");
    QTest::newRow("line break and tab") << QByteArray("a\n\tb") << QByteArray(R"("a\012\011b")");
    QTest::newRow("trigraph") << QByteArray("?\?/") << QByteArray("\"?\\?/\"");
    QTest::newRow("many question marks") << QByteArray("?\?\?\?") << QByteArray("\"?\\?\\?\\?\"");
}

void TestCppText::stringLiteralHoldsExactlyTheBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, literal);
    QCOMPARE(QByteArray::fromStdString(stringLiteral(bytes.toStdString())), literal);
}

void TestCppText::commentTextCannotEndOrHideCode_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Unicode stays") << QByteArray("ação 温度 °C") << QByteArray("ação 温度 °C");
    QTest::newRow("line break") << QByteArray("a\r\nint b;") << QByteArray("a  int b;");
    QTest::newRow("control") << QByteArray("a\x1b[0m\x7f") << QByteArray("a [0m ");
    QTest::newRow("line separator") << QByteArray("a\u2028b") << QByteArray("a b");
    QTest::newRow("right to left override") << QByteArray("a\u202e}b") << QByteArray("a }b");
    QTest::newRow("not UTF-8") << QByteArray("a\xff\xc3") << QByteArray("a\ufffd\ufffd");
    QTest::newRow("end of a block comment") << QByteArray("a*/b") << QByteArray("a*/b");
}

void TestCppText::commentTextCannotEndOrHideCode()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(commentText(name.toStdString())), text);
}

void TestCppText::commentNeverContinuesOnTheNextLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray() << QByteArray("//\n");
    QTest::newRow("plain") << QByteArray("rpm") << QByteArray("// rpm\n");
    QTest::newRow("backslash") << QByteArray("path\\") << QByteArray("// path\\ .\n");
    QTest::newRow("backslash and spaces") << QByteArray("path\\  ") << QByteArray("// path\\ .\n");
    QTest::newRow("trigraph") << QByteArray("what?\?/") << QByteArray("// what?\?/ .\n");
}

void TestCppText::commentNeverContinuesOnTheNextLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(commentLine(text.toStdString())), line);
}

void TestCppText::longCommentsBreakAtSpacesAndHang()
{
    std::string text = "  Label ";
    for (int i = 0; i < 60; ++i)
        text += " w\u00f6rd" + std::to_string(i);
    const QString comment = QString::fromStdString(wrappedComment(text, 8));
    const QStringList lines = comment.trimmed().split(u'\n');
    QVERIFY(lines.size() > 3);
    QVERIFY(lines.first().startsWith(u"//   Label  wörd0 wörd1"));
    QString joined;
    for (const QString& line : lines) {
        QVERIFY2(line.size() <= 100, qPrintable(line));
        QVERIFY(line == lines.first() || line.startsWith(u"//         wörd"));
        joined += line.mid(2).trimmed() + u' ';
    }
    QCOMPARE(joined.simplified(), QString::fromStdString(text).simplified());
}

void TestCppText::arraysBreakAtGroupsAndAtTheLineWidth()
{
    const std::vector<std::string> values = {"1", "2", "3", "4"};
    QCOMPARE(arrayLines(values), std::string("    1, 2, 3, 4,\n"));
    QCOMPARE(arrayLines(values, {2, {"first", "second\\"}}),
             std::string("    1, 2, // first\n    3, 4, // second\\ .\n"));
    QCOMPARE(arrayLines({}), std::string());
    const std::vector<std::string> uneven = {"1", "-127", "100", "5"};
    QCOMPARE(arrayLines(uneven, {2, {"first", "second"}}),
             std::string("    1, -127, // first\n    100, 5,  // second\n"));
    const std::vector<std::string> many(100, "-127");
    const QString text = QString::fromStdString(arrayLines(many, {100, {}}));
    QCOMPARE(text.count(u"-127"), 100);
    for (const QString& line : text.split(u'\n'))
        QVERIFY(line.size() <= 100);
}

QTEST_APPLESS_MAIN(TestCppText)
#include "tst_cpp_text.moc"
