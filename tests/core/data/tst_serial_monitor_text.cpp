#include "data/serial_monitor_text.h"

#include <QTest>

using namespace broto;

class TestSerialMonitorText : public QObject {
    Q_OBJECT

private slots:
    void arrowsBecomeSeparators_data();
    void arrowsBecomeSeparators();
    void otherTextsAreLeftAlone_data();
    void otherTextsAreLeftAlone();
    void chosenSeparatorIsTaken();
};

void TestSerialMonitorText::arrowsBecomeSeparators_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << std::string(text) << std::string(expected);
    };
    row("commas", "17:51:02.123 -> 1,2\n17:51:03.123 -> 3,4\n", "17:51:02.123,1,2\n17:51:03.123,3,4\n");
    row("semicolons and decimal commas", "17:51:02 -> 1,5;2\n17:51:03 -> 3,5;4\n", "17:51:02;1,5;2\n17:51:03;3,5;4\n");
    row("line ends stay", "17:51:02 -> 1,2\r\n\r\n17:51:03 -> 3,4", "17:51:02,1,2\r\n\r\n17:51:03,3,4");
    row("names", "17:51:02 -> a,b\n17:51:03 -> 1,2\n", "time,a,b\n17:51:03,1,2\n");
    row("first line is cut", "2.123 -> 1,2\n17:51:03 -> 3,4\n17:51:04 -> 5,6\n",
        "2.123 -> 1,2\n17:51:03,3,4\n17:51:04,5,6\n");
}

void TestSerialMonitorText::arrowsBecomeSeparators()
{
    QFETCH(std::string, text);
    const std::optional<TextWithoutArrows> result = withoutArrows(text, {});
    QVERIFY(result.has_value());
    QTEST(result->text, "expected");
}

void TestSerialMonitorText::otherTextsAreLeftAlone_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("no arrow") << std::string("a,b\n17:51:02,1\n");
    QTest::newRow("arrows between words") << std::string("a -> b,1\nc -> d,2\n");
    QTest::newRow("one line in the middle") << std::string("a,b\n17:51:02 -> 1,2\n3,4\n");
    QTest::newRow("nothing") << std::string();
}

void TestSerialMonitorText::otherTextsAreLeftAlone()
{
    QFETCH(std::string, text);
    QVERIFY(!withoutArrows(text, {}));
}

void TestSerialMonitorText::chosenSeparatorIsTaken()
{
    QCOMPARE(withoutArrows("17:51:02 -> 1,5\n17:51:03 -> 2,5\n", ';')->text,
             std::string("17:51:02;1,5\n17:51:03;2,5\n"));
}

QTEST_APPLESS_MAIN(TestSerialMonitorText)
#include "tst_serial_monitor_text.moc"
