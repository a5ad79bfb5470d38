#include "network/residuals.h"

#include "network/metrics.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace broto;

class TestResiduals : public QObject {
    Q_OBJECT

private slots:
    void theyAreWhatAHandComputes();
    void theFirstOfTheFarthestIsTold();
    void meanAndDeviationMakeTheRootMeanSquareError();
    void largeValuesKeepTheirPrecision();
    void noRowsGiveNone();
};

void TestResiduals::theyAreWhatAHandComputes()
{
    // -1, 0, 1, -2: mean -0.5; distances from it -0.5, 0.5, 1.5, -1.5, squares 5 in all.
    const std::vector<float> truth{1, 2, 3, 6}, answers{2, 2, 2, 8};
    const Residuals residuals = residualsOf(truth, answers);
    QCOMPARE(residuals.mean, -0.5);
    QCOMPARE(residuals.deviation, std::sqrt(5.0 / 4));
    QCOMPARE(residuals.largest, -2.0);
    QCOMPARE(residuals.largestRow, std::size_t{3});
}

void TestResiduals::theFirstOfTheFarthestIsTold()
{
    const std::vector<float> truth{0, 5, 0, 0}, answers{1, 2, 3, -3};
    const Residuals residuals = residualsOf(truth, answers);
    QCOMPARE(residuals.largest, 3.0);
    QCOMPARE(residuals.largestRow, std::size_t{1});
    QCOMPARE(residualsOf(truth, truth).largestRow, std::size_t{0});
}

void TestResiduals::meanAndDeviationMakeTheRootMeanSquareError()
{
    std::vector<float> truth, answers;
    for (int i = 0; i < 100; ++i) {
        truth.push_back(static_cast<float>(i * 7 % 31));
        answers.push_back(static_cast<float>(i * 5 % 29) + 0.25f);
    }
    const Residuals residuals = residualsOf(truth, answers);
    const double rootMeanSquareError = regressionMetrics(truth, answers).rootMeanSquareError;
    QVERIFY(std::abs(std::hypot(residuals.mean, residuals.deviation) - rootMeanSquareError) < 1e-12);
}

void TestResiduals::largeValuesKeepTheirPrecision()
{
    const std::vector<float> truth{16000001, 16000002, 16000003}, answers{16000000, 16000001, 16000002};
    const Residuals residuals = residualsOf(truth, answers);
    QVERIFY(std::abs(residuals.mean - 1) < 1e-12);
    QVERIFY(residuals.deviation < 1e-12);
}

void TestResiduals::noRowsGiveNone()
{
    const Residuals residuals = residualsOf({}, {});
    QVERIFY(std::isnan(residuals.mean));
    QVERIFY(std::isnan(residuals.deviation));
    QVERIFY(std::isnan(residuals.largest));
}

QTEST_APPLESS_MAIN(TestResiduals)
#include "tst_residuals.moc"
