#include "network/loss.h"

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
    void lossWithAndWithoutGradientIsTheSame();
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
    Matrix gradient;
    const double loss = totalLoss(Loss::CrossEntropy, outputs, Truth{{0, 1}, {}}, gradient);
    QVERIFY(near(loss, std::log(4.0) + std::log(2.0)));
    QVERIFY(gradient.isApprox(matrix(2, 2, {-0.375f, 0.375f, 0.25f, -0.25f}), 1e-6f));
}

void TestLoss::crossEntropyDoesNotChangeWhenAllOutputsGrowAlike()
{
    const Truth truth{{2}, {}};
    const double loss = totalLoss(Loss::CrossEntropy, matrix(1, 3, {1, 2, 4}), truth);
    QVERIFY(near(totalLoss(Loss::CrossEntropy, matrix(1, 3, {1001, 1002, 1004}), truth), loss));
}

void TestLoss::crossEntropyOfHugeOutputsIsTheirDistance()
{
    QVERIFY(near(totalLoss(Loss::CrossEntropy, matrix(1, 2, {1000, -1000}), Truth{{1}, {}}), 2000));
    QVERIFY(near(totalLoss(Loss::CrossEntropy, matrix(1, 2, {1000, -1000}), Truth{{0}, {}}), 0));
}

void TestLoss::squaredErrorIsWhatAHandComputes()
{
    Matrix gradient;
    const double loss = totalLoss(Loss::SquaredError, matrix(2, 1, {1, 5}), Truth{{}, {3, 4.5f}}, gradient);
    QCOMPARE(loss, 4.25);
    QVERIFY(gradient == matrix(2, 1, {-2, 0.5f})); // of the mean: 2 * error / 2
}

void TestLoss::lossWithAndWithoutGradientIsTheSame()
{
    Matrix gradient;
    const Matrix scores = matrix(2, 3, {0.1f, -2, 3, 1, 1.5f, 0});
    const Truth labels{{1, 0}, {}};
    QCOMPARE(totalLoss(Loss::CrossEntropy, scores, labels, gradient), totalLoss(Loss::CrossEntropy, scores, labels));
    const Matrix values = matrix(2, 1, {0.3f, -7});
    const Truth targets{{}, {0.1f, 2}};
    QCOMPARE(totalLoss(Loss::SquaredError, values, targets, gradient), totalLoss(Loss::SquaredError, values, targets));
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
