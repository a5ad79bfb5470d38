#include "network/loss.h"
#include "network/losses/absolute_error.h"
#include "network/losses/binary_cross_entropy.h"
#include "network/losses/huber.h"
#include "network/losses/squared_error.h"

#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

Matrix matrix(Eigen::Index rows, Eigen::Index columns, std::initializer_list<float> values)
{
    Matrix made(rows, columns);
    std::copy(values.begin(), values.end(), made.data());
    return made;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

}

class TestLoss : public QObject {
    Q_OBJECT

private slots:
    void theTaskDecidesTheLoss();
    void crossEntropyIsWhatAHandComputes();
    void crossEntropyDoesNotChangeWhenAllOutputsGrowAlike();
    void crossEntropyOfHugeOutputsIsTheirDistance();
    void squaredErrorIsWhatAHandComputes();
    void formulasAreWhatAHandComputes_data();
    void formulasAreWhatAHandComputes();
    void truthOfARegressionIsScaled();
    void theFirstOfEqualOutputsIsTheLargest();
};

void TestLoss::theTaskDecidesTheLoss()
{
    QVERIFY(lossFor(Task::Classification) == Loss::CrossEntropy);
    QVERIFY(lossFor(Task::Regression) == Loss::SquaredError);
}

void TestLoss::crossEntropyIsWhatAHandComputes()
{
    // Row 1: softmax of (0, ln 3) is (1/4, 3/4), label 0. Row 2: softmax of equal outputs is (1/2, 1/2), label 1.
    const Matrix outputs = matrix(2, 2, {0, std::log(3.0f), 5, 5});
    QVERIFY(near(totalLoss(Task::Classification, outputs, Truth{{0, 1}, {}}), std::log(4.0) + std::log(2.0)));
}

void TestLoss::crossEntropyDoesNotChangeWhenAllOutputsGrowAlike()
{
    const Truth truth{{2}, {}};
    const double loss = totalLoss(Task::Classification, matrix(1, 3, {1, 2, 4}), truth);
    QVERIFY(near(totalLoss(Task::Classification, matrix(1, 3, {1001, 1002, 1004}), truth), loss));
}

void TestLoss::crossEntropyOfHugeOutputsIsTheirDistance()
{
    QVERIFY(near(totalLoss(Task::Classification, matrix(1, 2, {1000, -1000}), Truth{{1}, {}}), 2000));
    QVERIFY(near(totalLoss(Task::Classification, matrix(1, 2, {1000, -1000}), Truth{{0}, {}}), 0));
}

void TestLoss::squaredErrorIsWhatAHandComputes()
{
    QCOMPARE(totalLoss(Task::Regression, matrix(2, 1, {1, 5}), Truth{{}, {3, 4.5f}}), 4.25);
}

void TestLoss::formulasAreWhatAHandComputes_data()
{
    QTest::addColumn<double>("computed");
    QTest::addColumn<double>("expected");
    QTest::newRow("squared error") << SquaredError::value(1.0, 3.0) << 4.0;
    QTest::newRow("squared error, slope") << SquaredError::slope(1.0, 3.0) << -4.0;
    QTest::newRow("absolute error") << AbsoluteError::value(1.0, 3.0) << 2.0;
    QTest::newRow("absolute error, slope below") << AbsoluteError::slope(1.0, 3.0) << -1.0;
    QTest::newRow("absolute error, slope above") << AbsoluteError::slope(5.0, 3.0) << 1.0;
    QTest::newRow("absolute error, no slope where it is right") << AbsoluteError::slope(3.0, 3.0) << 0.0;
    QTest::newRow("huber, near") << Huber::value(3.5, 3.0) << 0.125;
    QTest::newRow("huber, far") << Huber::value(1.0, 3.0) << 1.5;
    QTest::newRow("huber, slope near") << Huber::slope(3.5, 3.0) << 0.5;
    QTest::newRow("huber, slope far") << Huber::slope(-9.0, 3.0) << -1.0;
    QTest::newRow("binary, undecided") << BinaryCrossEntropy::value(0.0, 1.0) << std::log(2.0);
    QTest::newRow("binary, sure and right") << BinaryCrossEntropy::value(std::log(3.0), 1.0) << std::log(4.0 / 3);
    QTest::newRow("binary, sure and wrong") << BinaryCrossEntropy::value(std::log(3.0), 0.0) << std::log(4.0);
    QTest::newRow("binary, far off") << BinaryCrossEntropy::value(-500.0, 1.0) << 500.0;
    QTest::newRow("binary, slope") << BinaryCrossEntropy::slope(std::log(3.0), 1.0) << -0.25;
}

void TestLoss::formulasAreWhatAHandComputes()
{
    QFETCH(double, computed);
    QFETCH(double, expected);
    QVERIFY2(near(computed, expected), qPrintable(QString::number(computed)));
}

void TestLoss::truthOfARegressionIsScaled()
{
    Target target;
    target.task = Task::Regression;
    target.centre = 10;
    target.deviation = 4;
    DataPart part;
    part.tableRows = {0, 1};
    part.values.resize(2);
    part.values << 12, 2;
    const std::vector<float> expected{0.5f, -2};
    QCOMPARE(truthOf(target, part).values, expected);
}

void TestLoss::theFirstOfEqualOutputsIsTheLargest()
{
    QCOMPARE(largestOutput(matrix(2, 3, {9, 9, 9, 1, 2, 2}), 1), 1);
}

QTEST_APPLESS_MAIN(TestLoss)
#include "tst_loss.moc"
