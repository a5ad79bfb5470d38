#include "ui/widgets/folded_code.h"

#include <QtTest>

using namespace broto::ui;

namespace {

/// A list of so many lines of numbers, with a line before it and one behind.
QString listOf(int lines)
{
    QString text = QStringLiteral("before\nstatic const int8_t weights[9] BROTO_FLASH = {\n");
    for (int line = 0; line < lines; ++line)
        text += QStringLiteral("    %1, %1,\n").arg(line);
    return text + QStringLiteral("};\nbehind");
}

}

class FoldedCodeTest : public QObject {
    Q_OBJECT

private slots:
    void foldsAreFoundByWhatOpensAndClosesThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("array") << listOf(20) << 1 << 22;
        QTest::newRow("short array") << listOf(2) << 1 << 4;
        QTest::newRow("JSON") << QStringLiteral("{\n  \"weights\": [\n    1,\n    2\n  ],\n  \"x\": 1\n}") << 1 << 4;
        QTest::newRow("list in a list, the inner one") << QStringLiteral("\"rows\": [\n  [\n    1\n  ]\n]") << 1 << 3;
        QTest::newRow("function") << QStringLiteral("int f()\n{\n    return 1;\n}") << -1 << -1;
        QTest::newRow("never closed") << QStringLiteral("int a[] = {\n 1,\n 2") << -1 << -1;
        QTest::newRow("on one line") << QStringLiteral("int a[] = {1, 2};\nint b;") << -1 << -1;
        QTest::newRow("nothing") << QString() << -1 << -1;
    }

    void foldsAreFoundByWhatOpensAndClosesThem()
    {
        QFETCH(QString, text);
        QFETCH(int, first);
        QFETCH(int, last);
        const FoldedCode code(text);
        QCOMPARE(code.folds().empty(), first < 0);
        if (first < 0)
            return;
        QCOMPARE(code.folds().size(), std::size_t(1));
        QCOMPARE(code.folds()[0].first, first);
        QCOMPARE(code.folds()[0].last, last);
    }

    void onlyLongListsAreFoldedInTheBeginning()
    {
        QCOMPARE(FoldedCode(listOf(FoldedCode::mostLinesOpen - 1)).folds()[0].hidden(), 0);
        QCOMPARE(FoldedCode(listOf(FoldedCode::mostLinesOpen)).folds()[0].hidden(), FoldedCode::mostLinesOpen + 1);
    }

    void linesOfTheFileAndOnesToBeSeenBelongTogether()
    {
        FoldedCode code(listOf(20)); // lines 0 before, 1 opens, 2 to 21 numbers, 22 closes, 23 behind
        for (const int shown : {0, 5, 21}) {
            code.setShown(0, shown);
            int seen = 0;
            for (int line = 0; line < code.lineCount(); ++line) {
                const bool hidden = line > 1 + shown && line <= 22;
                QCOMPARE(code.seenLine(line), hidden ? -1 : seen);
                QCOMPARE(code.foldOver(line), hidden ? 0 : -1);
                QCOMPARE(code.foldHiddenBehind(line), line == 1 + shown && shown < 21 ? 0 : -1);
                if (!hidden) {
                    QCOMPARE(code.fileLine(seen), line);
                    ++seen;
                }
            }
        }
        QCOMPARE(code.foldFrom(1), 0);
        QCOMPARE(code.foldFrom(2), -1);
    }

    void aFoldShowsNoMoreThanItHas()
    {
        FoldedCode code(listOf(20));
        code.setShown(0, 1000);
        QCOMPARE(code.folds()[0].hidden(), 0);
        code.setShown(0, -1);
        QCOMPARE(code.folds()[0].shown, 0);
    }

    void placesAreFoundInTheirLines()
    {
        const FoldedCode code(QStringLiteral("ab\n\ncde"));
        QCOMPARE(code.lineCount(), 3);
        QCOMPARE(code.line(0).toString(), QStringLiteral("ab"));
        QVERIFY(code.line(1).isEmpty());
        QCOMPARE(code.line(2).toString(), QStringLiteral("cde"));
        const int lines[] = {0, 0, 0, 1, 2, 2, 2, 2};
        for (int position = 0; position < 8; ++position)
            QCOMPARE(code.lineAt(position), lines[position]);
    }

    void textIsToldFromOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isText");
        QTest::newRow("code") << QByteArray("int x; // é\n") << true;
        QTest::newRow("nothing") << QByteArray() << true;
        QTest::newRow("ZIP") << QByteArray("PK\x03\x04\x00\x00", 6) << false;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9 com leite") << false;
        QTest::newRow("cut UTF-8") << QByteArray("abc\xc3") << false;
    }

    void textIsToldFromOtherBytes()
    {
        QFETCH(QByteArray, bytes);
        QTEST(isTextForPeople({bytes.constData(), static_cast<std::size_t>(bytes.size())}), "isText");
    }
};

QTEST_APPLESS_MAIN(FoldedCodeTest)
#include "tst_folded_code.moc"
