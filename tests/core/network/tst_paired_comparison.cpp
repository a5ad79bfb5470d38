#include "network/paired_comparison.h"

#include "network/metrics.h"
#include "network/row_resampling.h"

#include <QtTest>

#include <cmath>

using namespace broto;

using Count = std::size_t;
using Floats = std::vector<float>;
using Labels = std::vector<std::int32_t>;
using RowNumbers = std::vector<std::size_t>;

class TestPairedComparison : public QObject {
    Q_OBJECT

private slots:
    void probabilitiesAreThoseOfTheBinomialDistribution_data();
    void probabilitiesAreThoseOfTheBinomialDistribution();
    void everyRowOfAClassificationIsCountedOnce();
    void changesOfAccuracyAreTheMetrics();
    void classificationsAtTheEdge_data();
    void classificationsAtTheEdge();
    void swappedClassifiersSwapGainsAndLosses();
    void noRowsToClassifyGiveNoComparison();
    void regressionsAreWhatAHandComputes();
    void changesOfExplainedShareAreTheMetrics();
    void agreementIsMeasuredByTheSpreadOfTheTruth_data();
    void agreementIsMeasuredByTheSpreadOfTheTruth();
    void aConstantTruthAgreesOnEqualAnswersAlone();
    void equalRegressionsDoNotDiffer();
    void swappedRegressionsNegateTheChange();
    void oneRowOfARegressionIsTooLittle();
    void noRowsOfARegressionGiveNoComparison();
};

void TestPairedComparison::probabilitiesAreThoseOfTheBinomialDistribution_data()
{
    // scipy 1.10.1, m = min(gained, lost), n = gained + lost: 2 * binom.cdf(m - 1, n, 0.5) + binom.pmf(m, n, 0.5)
    QTest::addColumn<Count>("gained");
    QTest::addColumn<Count>("lost");
    QTest::addColumn<double>("probability");
    QTest::newRow("none") << Count{0} << Count{0} << 1.0;
    QTest::newRow("one") << Count{1} << Count{0} << 0.5;
    QTest::newRow("four to none") << Count{4} << Count{0} << 0.0625;
    QTest::newRow("five to none") << Count{5} << Count{0} << 0.03125;
    QTest::newRow("none to six") << Count{0} << Count{6} << 0.015625;
    QTest::newRow("one to seven") << Count{1} << Count{7} << 0.0390625;
    QTest::newRow("as many either way") << Count{8} << Count{8} << 1.0;
    QTest::newRow("twelve to two") << Count{12} << Count{2} << 0.00738525390625;
    QTest::newRow("forty-one to twenty") << Count{41} << Count{20} << 0.007148733833163063;
    QTest::newRow("a thousand") << Count{1000} << Count{1100} << 0.029110633685908677;
    QTest::newRow("ten thousand") << Count{5000} << Count{5300} << 0.0031162736886752814;
    QTest::newRow("a million") << Count{500000} << Count{501000} << 0.31755259943172004;
    QTest::newRow("a hundred to none") << Count{0} << Count{100} << 7.888609052210118e-31;
    QTest::newRow("beyond the range of a double") << Count{100} << Count{900000} << 0.0;
}

void TestPairedComparison::probabilitiesAreThoseOfTheBinomialDistribution()
{
    QFETCH(Count, gained);
    QFETCH(Count, lost);
    QFETCH(double, probability);
    // scipy computes with logarithms of factorials, which leave ten digits of a million.
    QVERIFY(std::abs(mcNemarProbability(gained, lost) - probability) <= 1e-9 * probability);
    QCOMPARE(mcNemarProbability(lost, gained), mcNemarProbability(gained, lost));
}

void TestPairedComparison::everyRowOfAClassificationIsCountedOnce()
{
    const Labels truth{0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
    const Labels first{0, 1, 2, 1, 0, 0, 1, 1, 2, 2};
    const Labels second{0, 1, 0, 0, 2, 0, 1, 0, 1, 0};
    const PairedComparison comparison = classificationComparison(truth, first, second);
    QCOMPARE(comparison.task, Task::Classification);
    QCOMPARE(comparison.rows, Count{10});
    QCOMPARE(comparison.bothRight, Count{2});
    QCOMPARE(comparison.becameWrong, (RowNumbers{2, 7, 8}));
    QCOMPARE(comparison.becameRight, (RowNumbers{3, 9}));
    QCOMPARE(comparison.bothWrong, Count{3});
    QCOMPARE(comparison.wrongInAnotherWay, (RowNumbers{4}));
    QCOMPARE(comparison.agreement, 0.4);
    QCOMPARE(comparison.change, -0.1);
    QCOMPARE(comparison.changeInterval, shareChangeInterval(2, 3, 10));
    QCOMPARE(comparison.probability, 1 - 10.0 / 32); // 2 (1 + 5) / 32 + 10 / 32
}

void TestPairedComparison::changesOfAccuracyAreTheMetrics()
{
    Labels truth, first, second;
    for (int i = 0; i < 500; ++i) {
        truth.push_back(i * 7 % 4);
        first.push_back(i % 11 == 0 ? 0 : truth.back());
        second.push_back(i % 9 == 0 ? 1 : truth.back());
    }
    const PairedComparison comparison = classificationComparison(truth, first, second);
    const double before = classificationMetrics(truth, first, 4).headline;
    const double after = classificationMetrics(truth, second, 4).headline;
    QVERIFY(std::abs(comparison.change - (after - before)) < 1e-15);
    QCOMPARE(comparison.bothRight + comparison.bothWrong + comparison.becameRight.size() +
                 comparison.becameWrong.size(),
             comparison.rows);
}

void TestPairedComparison::classificationsAtTheEdge_data()
{
    QTest::addColumn<Labels>("truth");
    QTest::addColumn<Labels>("first");
    QTest::addColumn<Labels>("second");
    QTest::addColumn<double>("change");
    QTest::addColumn<double>("agreement");
    QTest::addColumn<double>("probability");
    QTest::addColumn<ChangeVerdict>("verdict");
    const auto row = [](const char* name, const Labels& truth, const Labels& first, const Labels& second, double change,
                        double agreement, double probability, ChangeVerdict verdict) {
        QTest::newRow(name) << truth << first << second << change << agreement << probability << verdict;
    };
    const Labels many(1000, 1), others(1000, 0);
    row("one row, both right", {1}, {1}, {1}, 0, 1, 1, ChangeVerdict::Undecided);
    row("one row, lost", {1}, {1}, {0}, -1, 0, 0.5, ChangeVerdict::Undecided);
    row("one row, both wrong in another way", {1}, {0}, {2}, 0, 0, 1, ChangeVerdict::Undecided);
    row("identical answers to few rows", {0, 1, 1}, {0, 1, 0}, {0, 1, 0}, 0, 1, 1, ChangeVerdict::Undecided);
    row("identical answers to many rows", many, many, many, 0, 1, 1, ChangeVerdict::Same);
    row("all wrong", many, others, others, 0, 1, 1, ChangeVerdict::Same);
    row("all lost", many, many, others, -1, 0, std::ldexp(1, -1000), ChangeVerdict::Worse);
    row("all gained", many, others, many, 1, 0, std::ldexp(1, -1000), ChangeVerdict::Better);
}

void TestPairedComparison::classificationsAtTheEdge()
{
    QFETCH(Labels, truth);
    QFETCH(Labels, first);
    QFETCH(Labels, second);
    QFETCH(double, change);
    QFETCH(double, agreement);
    QFETCH(double, probability);
    QFETCH(ChangeVerdict, verdict);
    const PairedComparison comparison = classificationComparison(truth, first, second);
    QCOMPARE(comparison.change, change);
    QCOMPARE(comparison.agreement, agreement);
    QVERIFY(comparison.probability == probability);
    QCOMPARE(changeVerdict(comparison.changeInterval, 0.01), verdict);
}

void TestPairedComparison::swappedClassifiersSwapGainsAndLosses()
{
    const Labels truth{0, 1, 2, 0, 1, 2, 0}, first{0, 1, 2, 1, 0, 0, 1}, second{0, 2, 0, 0, 2, 0, 1};
    const PairedComparison one = classificationComparison(truth, first, second);
    const PairedComparison other = classificationComparison(truth, second, first);
    QCOMPARE(other.change, -one.change);
    QCOMPARE(other.changeInterval, (Interval{-one.changeInterval.high, -one.changeInterval.low}));
    QCOMPARE(other.probability, one.probability);
    QCOMPARE(other.agreement, one.agreement);
    QCOMPARE(other.becameRight, one.becameWrong);
    QCOMPARE(other.becameWrong, one.becameRight);
    QCOMPARE(other.wrongInAnotherWay, one.wrongInAnotherWay);
}

void TestPairedComparison::noRowsToClassifyGiveNoComparison()
{
    const PairedComparison comparison = classificationComparison({}, {}, {});
    QCOMPARE(comparison.rows, Count{0});
    QVERIFY(std::isnan(comparison.change));
    QVERIFY(std::isnan(comparison.changeInterval.low) && std::isnan(comparison.changeInterval.high));
    QVERIFY(std::isnan(comparison.agreement));
    QCOMPARE(comparison.probability, 1.0);
}

void TestPairedComparison::regressionsAreWhatAHandComputes()
{
    // Mean 5, squared distances 16 + 4 + 0 + 4 + 16 = 40; squared errors 1 + 1 = 2 before, 4 + 1 + 1 = 6 after.
    const Floats truth{1, 3, 5, 7, 9}, first{2, 3, 5, 7, 8}, second{3, 3, 4, 7, 10};
    const PairedComparison comparison = regressionComparison(truth, first, second);
    QCOMPARE(comparison.task, Task::Regression);
    QCOMPARE(comparison.rows, Count{5});
    QVERIFY(std::abs(comparison.change + 4.0 / 40) < 1e-15);
    QCOMPARE(comparison.agreement, 0.4);
    QCOMPARE(comparison.meanDifference, 0.8);
    QCOMPARE(comparison.largestDifference, 2.0);
    QCOMPARE(comparison.differentRows, (RowNumbers{4, 0, 2})); // by 2, 1 and 1
}

void TestPairedComparison::changesOfExplainedShareAreTheMetrics()
{
    Floats truth, first, second;
    for (int i = 0; i < 300; ++i) {
        truth.push_back(static_cast<float>(i * 37 % 101) / 4);
        first.push_back(truth.back() + static_cast<float>(i * 53 % 29 - 14) / 16);
        second.push_back(truth.back() + static_cast<float>(i * 71 % 31 - 15) / 4);
    }
    const PairedComparison comparison = regressionComparison(truth, first, second);
    const double before = regressionMetrics(truth, first).headline, after = regressionMetrics(truth, second).headline;
    QCOMPARE(comparison.change, after - before);
    QCOMPARE(comparison.changeInterval, explainedShareChangeInterval(truth, first, second));
    QCOMPARE(comparison.probability, signFlipProbability(truth, first, second));
    QVERIFY(comparison.changeInterval.low < comparison.change && comparison.change < comparison.changeInterval.high);
    QCOMPARE(changeVerdict(comparison.changeInterval, 0.01), ChangeVerdict::Worse);
    QCOMPARE(comparison.probability, 1.0 / 2001);
}

void TestPairedComparison::agreementIsMeasuredByTheSpreadOfTheTruth_data()
{
    QTest::addColumn<double>("agreeingShare");
    QTest::addColumn<double>("agreement");
    // The truth's deviation is 2, the answers are 0, 0.02, 0.1 and 1 apart.
    QTest::newRow("equal answers alone") << 0.0 << 0.25;
    QTest::newRow("within a hundredth of it, just") << 0.0101 << 0.5;
    QTest::newRow("within a tenth of it") << 0.1 << 0.75;
    QTest::newRow("as far as the limit") << 0.5 << 1.0;
}

void TestPairedComparison::agreementIsMeasuredByTheSpreadOfTheTruth()
{
    QFETCH(double, agreeingShare);
    QFETCH(double, agreement);
    const Floats truth{-2, 2, -2, 2}, first{0, 0, 0, 0}, second{0, 0.02f, -0.1f, 1};
    QCOMPARE(regressionComparison(truth, first, second, agreeingShare).agreement, agreement);
}

void TestPairedComparison::aConstantTruthAgreesOnEqualAnswersAlone()
{
    const Floats truth(6, 4.0f), first(6, 4.0f), second{4, 4, 4, 4.001f, 4, 5};
    const PairedComparison comparison = regressionComparison(truth, first, second);
    QCOMPARE(comparison.agreement, 4.0 / 6);
    QCOMPARE(comparison.change, -1.0); // explained exactly before, not at all after
    QCOMPARE(comparison.differentRows, (RowNumbers{5, 3}));
}

void TestPairedComparison::equalRegressionsDoNotDiffer()
{
    const Floats truth{1, 2, 3, 4, 5, 6}, answers{6, 5, 4, 3, 2, 1};
    const PairedComparison comparison = regressionComparison(truth, answers, answers);
    QCOMPARE(comparison.change, 0.0);
    QCOMPARE(comparison.changeInterval, (Interval{0, 0}));
    QCOMPARE(comparison.probability, 1.0);
    QCOMPARE(comparison.agreement, 1.0);
    QCOMPARE(comparison.meanDifference, 0.0);
    QCOMPARE(comparison.largestDifference, 0.0);
    QVERIFY(comparison.differentRows.empty());
    QCOMPARE(changeVerdict(comparison.changeInterval, 0), ChangeVerdict::Same);
}

void TestPairedComparison::swappedRegressionsNegateTheChange()
{
    const Floats truth{1, 3, 5, 7, 9, 4, 2}, first{2, 3, 5, 7, 8, 4, 3}, second{3, 3, 4, 7, 10, 1, 2};
    const PairedComparison one = regressionComparison(truth, first, second);
    const PairedComparison other = regressionComparison(truth, second, first);
    QCOMPARE(other.change, -one.change);
    QCOMPARE(other.changeInterval, (Interval{-one.changeInterval.high, -one.changeInterval.low}));
    QCOMPARE(other.probability, one.probability);
    QCOMPARE(other.agreement, one.agreement);
    QCOMPARE(other.differentRows, one.differentRows);
}

void TestPairedComparison::oneRowOfARegressionIsTooLittle()
{
    const PairedComparison comparison = regressionComparison(Floats{3}, Floats{3}, Floats{4.5f});
    QCOMPARE(comparison.change, -1.0);
    QCOMPARE(comparison.probability, 1.0);
    QCOMPARE(comparison.largestDifference, 1.5);
    QCOMPARE(changeVerdict(comparison.changeInterval, 0.01), ChangeVerdict::Undecided);
}

void TestPairedComparison::noRowsOfARegressionGiveNoComparison()
{
    const PairedComparison comparison = regressionComparison({}, {}, {});
    for (const double value : {comparison.change, comparison.changeInterval.low, comparison.changeInterval.high,
                               comparison.agreement, comparison.meanDifference, comparison.largestDifference})
        QVERIFY(std::isnan(value));
    QCOMPARE(comparison.probability, 1.0);
    QVERIFY(comparison.differentRows.empty());
}

QTEST_APPLESS_MAIN(TestPairedComparison)
#include "tst_paired_comparison.moc"
