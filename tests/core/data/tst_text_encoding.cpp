#include "data/text_encoding.h"

#include <QTest>

using namespace broto;

class TestTextEncoding : public QObject {
    Q_OBJECT

private slots:
    void utf8IsCheckedStrictly_data();
    void utf8IsCheckedStrictly();
    void allOfWindows1252BecomesUtf8();
    void surrogatePairsBecomeOneCharacter();
    void brokenUtf16IsReplaced();
    void zerosBehindATextAreCounted();
    void aTextEndsBeforeItsTail();
};

void TestTextEncoding::utf8IsCheckedStrictly_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, const char* bytes, bool valid) {
        // A long run of ASCII on both sides: it is checked eight bytes at a time.
        QTest::newRow(name) << "0123456789" + std::string(bytes) << valid;
        QTest::addRow("%s before more", name) << std::string(bytes) + "0123456789" << valid;
    };
    row("ASCII", "abc", true);
    row("two bytes", "\xc3\xa9", true);
    row("three bytes", "\xe2\x82\xac", true);
    row("four bytes", "\xf0\x9f\x8c\xb1", true);
    row("last character", "\xf4\x8f\xbf\xbf", true);
    row("stray continuation", "\x80", false);
    row("cut off after one", "\xc3", false);
    row("cut off after two", "\xe2\x82", false);
    row("cut off after three", "\xf0\x9f\x8c", false);
    row("overlong two", "\xc0\xaf", false);
    row("overlong three", "\xe0\x80\xaf", false);
    row("overlong four", "\xf0\x80\x80\xaf", false);
    row("surrogate", "\xed\xa0\x80", false);
    row("beyond the last character", "\xf4\x90\x80\x80", false);
    row("no lead byte", "\xf8\x88\x80\x80\x80", false);
}

void TestTextEncoding::utf8IsCheckedStrictly()
{
    QFETCH(std::string, bytes);
    QTEST(isUtf8(bytes), "valid");
}

void TestTextEncoding::allOfWindows1252BecomesUtf8()
{
    std::string all;
    for (int byte = 1; byte < 256; ++byte)
        all += static_cast<char>(byte);
    const std::string text = utf8FromWindows1252(all);
    QVERIFY(isUtf8(text));
    QCOMPARE(QString::fromStdString(text).size(), qsizetype(255));
    QCOMPARE(utf8FromWindows1252("\x80 caf\xe9 25 \xb0"
                                 "C"),
             std::string("€ café 25 °C"));
}

void TestTextEncoding::surrogatePairsBecomeOneCharacter()
{
    QCOMPARE(utf8FromUtf16("\x3c\xd8\x31\xdf", false), std::string("\xf0\x9f\x8c\xb1"));
    QCOMPARE(utf8FromUtf16("\xd8\x3c\xdf\x31", true), std::string("\xf0\x9f\x8c\xb1"));
}

void TestTextEncoding::brokenUtf16IsReplaced()
{
    const std::string replacement = "\xef\xbf\xbd";
    QCOMPARE(utf8FromUtf16("\x3d\xd8", false), replacement);
    QCOMPARE(utf8FromUtf16("\x31\xdf\x41", false), replacement); // the odd byte at the end is nothing
    QCOMPARE(utf8FromUtf16("\xd8\x3d\x41\x42", true), replacement + "\xe4\x85\x82");
}

void TestTextEncoding::zerosBehindATextAreCounted()
{
    using namespace std::string_view_literals;
    QCOMPARE(zerosBehindText("a,b\n1,2\n\0\0\0"sv), std::size_t(3));
    QCOMPARE(zerosBehindText("a,b\n1,2\n"sv), std::size_t(0));
    QCOMPARE(zerosBehindText("a\0b"sv), std::size_t(0));
    QCOMPARE(zerosBehindText("\xff\xfe\x61\0\x0a\0"sv), std::size_t(0));
    QCOMPARE(zerosBehindText("\0\0"sv), std::size_t(0));
}

void TestTextEncoding::aTextEndsBeforeItsTail()
{
    using namespace std::string_view_literals;
    QVERIFY(withoutTail("a,b\n1,2\n") == "a,b\n1,2\n");
    QVERIFY(withoutTail("a,b\n1,2\n\0\0\0"sv) == "a,b\n1,2\n");
    QVERIFY(withoutTail("a,b\n1,2\n\x1a") == "a,b\n1,2\n");
    QVERIFY(withoutTail("a,b\n1,2\n\x1a\0\0"sv) == "a,b\n1,2\n");
    QVERIFY(withoutTail("").empty());
    const auto marked = "\xfe\xff\0a\0\x1a"sv;
    QVERIFY(withoutTail(marked) == marked);
}

QTEST_APPLESS_MAIN(TestTextEncoding)
#include "tst_text_encoding.moc"
