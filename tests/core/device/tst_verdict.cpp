// What is said of a board's answers, in the words that the window, the command line and the report share.

#include "device/verdict.h"

#include <QtTest>

using namespace broto;

namespace {

BoardReport reportOf(std::size_t rows, std::size_t identical)
{
    BoardReport report;
    report.rows = rows;
    report.identical = identical;
    return report;
}

BoardReport floatReport(double largestDifference)
{
    BoardReport report = reportOf(30, 0);
    report.board.floatOutputs = true;
    report.largestDifference = largestDifference;
    return report;
}

Said answered(std::int64_t raw, std::string className)
{
    return {.refusedFor = {}, .raw = raw, .className = std::move(className), .value = 0};
}

Said refused(std::string feature)
{
    return {.refusedFor = std::move(feature), .raw = 0, .className = {}, .value = 0};
}

Difference differenceOf(Said expected, Said received)
{
    Difference difference;
    difference.row = 6;
    difference.outputName = "setosa";
    difference.expected = std::move(expected);
    difference.received = std::move(received);
    return difference;
}

QString joined(const std::vector<Message>& sentences)
{
    QStringList texts;
    for (const Message& sentence : sentences)
        texts << QString::fromStdString(inEnglish(sentence));
    return texts.join(u' ');
}

QString said(const Difference& difference, int channels = 0)
{
    BoardReport report = reportOf(30, 29);
    report.board.channels = channels;
    report.firstDifference = difference;
    return joined(whereTheyPart(report));
}

}

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void everyRowIdenticalIsGoodNews()
    {
        QVERIFY(agrees(reportOf(30, 30)));
        QVERIFY(!agrees(reportOf(30, 29)));
        QCOMPARE(inEnglish(verdictOf(reportOf(30, 29))), "29 of 30 rows identical");
        BoardReport windows = reportOf(8, 8);
        windows.board.channels = 3;
        QCOMPARE(inEnglish(verdictOf(windows)), "8 of 8 windows identical");
        QVERIFY(whereTheyPart(windows).empty());
    }

    void ofFloatsMoreThanRoundingIsBadNews()
    {
        QVERIFY(agrees(floatReport(0.0005)));
        QCOMPARE(inEnglish(verdictOf(floatReport(0.0005))), "30 rows the same but for rounding (5e-04 at most)");
        QVERIFY(!agrees(floatReport(0.5)));
        QCOMPARE(inEnglish(verdictOf(floatReport(0.5))),
                 "30 rows differ by up to 0.5, which is more than rounding does");
        BoardReport refusal = floatReport(0);
        refusal.firstDifference = differenceOf(answered(0, "setosa"), refused("temp"));
        QVERIFY(!agrees(refusal));
    }

    void whoRefusesTheRowIsSaid()
    {
        QCOMPARE(said(differenceOf(answered(9, "setosa"), refused("temp"))),
                 QStringLiteral(
                     "The first difference is in row 7. The board refuses to answer, because temp is missing; the "
                     "workbench answers setosa."));
        QCOMPARE(said(differenceOf(refused("temp"), answered(9, "setosa"))),
                 QStringLiteral(
                     "The first difference is in row 7. The workbench refuses to answer, because temp is missing; "
                     "the board answers setosa."));
        QCOMPARE(
            said(differenceOf(refused("light"), refused("temp"))),
            QStringLiteral("The first difference is in row 7. The board refuses to answer because temp is missing, the "
                           "workbench because light is."));
    }

    void aNumberIsWrittenAsAFloat()
    {
        Said answer;
        answer.value = 21.53f;
        QVERIFY(said(differenceOf(answer, refused("temp"))).endsWith(QStringLiteral("answers 21.53.")));
    }

    void aDifferenceIsFollowedToItsPlace()
    {
        Difference difference = differenceOf(answered(4470, "setosa"), answered(4391, "virginica"));
        difference.layer = 0;
        difference.neuron = 2;
        QCOMPARE(said(difference),
                 QStringLiteral("The first difference is in row 7. At the output “setosa” the workbench has 4470 and "
                                "the board 4391. It begins in layer 1, neuron 3."));
        difference.layer = difference.neuron = -1;
        difference.feature = 4;
        difference.featureName = "x slope";
        QVERIFY(said(difference, 3).startsWith(QStringLiteral("The first difference is in window 7.")));
        QVERIFY(said(difference, 3).endsWith(QStringLiteral("It begins in the feature “x slope” of the window.")));
    }

    void aLiveAnswerNamesItsTestRow()
    {
        LiveAnswer answer;
        answer.same = true;
        QVERIFY(whereTheyPart(answer).empty());
        answer.same = false;
        answer.largestDifference = 0.25;
        QCOMPARE(joined(whereTheyPart(answer)),
                 QStringLiteral("The outputs differ by 0.25, which is more than rounding does."));
        answer.question.testRow = 2;
        answer.difference = differenceOf(answered(9, "setosa"), refused("temp"));
        QCOMPARE(joined(whereTheyPart(answer)),
                 QStringLiteral(
                     "The first difference is in row 3. The board refuses to answer, because temp is missing; the "
                     "workbench answers setosa."));
    }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
