#include "network/metrics.h"

#include <QtTest>

#include <cmath>

using namespace broto;

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void headlinesHaveTheirNames();
    void confusionAndAccuracyAreWhatAHandComputes();
    void aClassThatNobodyAnswersKeepsItsRowAndColumn();
    void regressionMetricsAreWhatAHandComputes();
    void answeringTheMeanExplainsNothing();
    void aConstantTruthIsExplainedOnlyByExactAnswers();
    void largeValuesKeepTheirPrecision();
    void noRowsGiveNoMetrics();
};

void TestMetrics::headlinesHaveTheirNames()
{
    QCOMPARE(headlineName(Task::Classification), "accuracy");
    QCOMPARE(headlineName(Task::Regression), "R2");
}

void TestMetrics::confusionAndAccuracyAreWhatAHandComputes()
{
    const std::vector<std::int32_t> truth{0, 0, 1, 1, 1, 2};
    const std::vector<std::int32_t> answers{0, 1, 1, 1, 2, 2};
    const Metrics metrics = classificationMetrics(truth, answers, 3);
    const std::vector<std::vector<int>> expected{{1, 1, 0}, {0, 2, 1}, {0, 0, 1}};
    QCOMPARE(metrics.confusion, expected);
    QCOMPARE(metrics.headline, 4.0 / 6);
}

void TestMetrics::aClassThatNobodyAnswersKeepsItsRowAndColumn()
{
    const std::vector<std::int32_t> truth{0}, answers{0};
    const std::vector<std::vector<int>> expected{{1, 0}, {0, 0}};
    QCOMPARE(classificationMetrics(truth, answers, 2).confusion, expected);
}

void TestMetrics::regressionMetricsAreWhatAHandComputes()
{
    // Mean 3, squared distances 4 + 1 + 0 + 9 = 14; errors 1, 0, -1, 2: absolute 4, squared 6.
    const std::vector<float> truth{1, 2, 3, 6}, answers{2, 2, 2, 8};
    const Metrics metrics = regressionMetrics(truth, answers);
    QCOMPARE(metrics.meanAbsoluteError, 1.0);
    QCOMPARE(metrics.rootMeanSquareError, std::sqrt(1.5));
    QCOMPARE(metrics.headline, 1 - 6.0 / 14);
}

void TestMetrics::answeringTheMeanExplainsNothing()
{
    const std::vector<float> truth{1, 2, 3}, answers{2, 2, 2};
    QCOMPARE(regressionMetrics(truth, answers).headline, 0.0);
}

void TestMetrics::aConstantTruthIsExplainedOnlyByExactAnswers()
{
    const std::vector<float> truth{5, 5}, near{5, 5.5f};
    QCOMPARE(regressionMetrics(truth, truth).headline, 1.0);
    QCOMPARE(regressionMetrics(truth, near).headline, 0.0);
    QCOMPARE(regressionMetrics(truth, near).meanAbsoluteError, 0.25);
}

void TestMetrics::largeValuesKeepTheirPrecision()
{
    // Squares summed first and subtracted afterwards would leave nothing of distances this small.
    const std::vector<float> truth{16000001, 16000002, 16000003}, answers{16000001, 16000002, 16000004};
    QCOMPARE(regressionMetrics(truth, answers).headline, 0.5);
}

void TestMetrics::noRowsGiveNoMetrics()
{
    const Metrics metrics = regressionMetrics({}, {});
    QVERIFY(std::isnan(metrics.headline));
    QVERIFY(std::isnan(metrics.loss));
    QVERIFY(std::isnan(metrics.rootMeanSquareError));
    QVERIFY(std::isnan(classificationMetrics({}, {}, 2).headline));
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
