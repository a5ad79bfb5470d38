#include "network/answer_points.h"

#include <QtTest>

#include <vector>

using namespace broto;

class AnswerPointsTest : public QObject {
    Q_OBJECT

private slots:
    void everyRowOfAFewIsDrawn()
    {
        const std::vector<float> truth = {1, 2, 4}, answers = {1.5f, 2, 3};
        const AnswerPoints drawn = answerPoints(truth, answers);
        QCOMPARE(drawn.points.size(), std::size_t(3));
        QCOMPARE(drawn.points[2].row, std::size_t(2));
        QCOMPARE(drawn.points[2].truth, 4.0);
        QCOMPARE(drawn.points[2].answer, 3.0);
        QCOMPARE(drawn.points[2].residual, 1.0);
        QCOMPARE(drawn.points[0].residual, -0.5);
    }

    void theRangesHoldEveryPoint()
    {
        const std::vector<float> truth = {0, 10}, answers = {-10, 12};
        const AnswerPoints drawn = answerPoints(truth, answers);
        QVERIFY(drawn.lowest < -10 && drawn.lowest > -12);
        QVERIFY(drawn.highest > 12 && drawn.highest < 14);
        QVERIFY(drawn.largestResidual > 10 && drawn.largestResidual < 11);
    }

    void manyRowsAreSpreadEvenly()
    {
        const std::vector<float> numbers(12'345, 3);
        const AnswerPoints drawn = answerPoints(numbers, numbers);
        QVERIFY(drawn.points.size() <= AnswerPoints::most);
        QVERIFY(drawn.points.size() > AnswerPoints::most / 2);
        QVERIFY(drawn.points.back().row > 12'000);
        QVERIFY(drawn.highest > drawn.lowest && drawn.largestResidual > 0); // although all are the same
    }

    void ofNoRowsNothing()
    {
        const AnswerPoints drawn = answerPoints({}, {});
        QVERIFY(drawn.points.empty());
        QVERIFY(drawn.highest > drawn.lowest);
    }
};

QTEST_GUILESS_MAIN(AnswerPointsTest)
#include "tst_answer_points.moc"
