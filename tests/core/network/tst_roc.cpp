#include "network/roc.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace broto;

using Floats = std::vector<float>;
using Labels = std::vector<std::int32_t>;
using Rates = std::vector<double>;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();

bool near(const Rates& a, const Rates& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double left, double right) { return std::abs(left - right) < 1e-8; });
}

}

class TestRoc : public QObject {
    Q_OBJECT

private slots:
    void curvesAreThoseOfScikitLearn_data();
    void curvesAreThoseOfScikitLearn();
    void theAreaCountsPairs();
    void aClassWithoutRowsOrWithAllOfThemHasNoCurve();
    void theMeanAreaIsThatOfScikitLearn();
    void classesWithoutRowsDoNotCountInTheMean();
    void probabilitiesAddUpToOne();
    void probabilitiesOfLargeOutputsAreNumbers();
};

void TestRoc::curvesAreThoseOfScikitLearn_data()
{
    // roc_curve and roc_auc_score of scikit-learn 1.2.1, which begins with the highest score + 1 instead of infinity
    QTest::addColumn<Floats>("scores");
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<Rates>("falsePositiveRates");
    QTest::addColumn<Rates>("truePositiveRates");
    QTest::addColumn<Floats>("thresholds");
    QTest::addColumn<double>("area");
    QTest::newRow("different scores") << Floats{0.1f, 0.4f, 0.35f, 0.8f} << Labels{0, 0, 1, 1}
                                      << Rates{0, 0, 0.5, 0.5, 1} << Rates{0, 0.5, 0.5, 1, 1}
                                      << Floats{infinite, 0.8f, 0.4f, 0.35f, 0.1f} << 0.75;
    QTest::newRow("equal scores, and points on a line")
        << Floats{0.9f, 0.8f, 0.8f, 0.7f, 0.6f, 0.5f, 0.5f, 0.5f, 0.2f, 0.1f} << Labels{1, 1, 0, 1, 0, 0, 1, 0, 0, 0}
        << Rates{0, 0, 1.0 / 6, 1.0 / 6, 2.0 / 6, 4.0 / 6, 1} << Rates{0, 0.25, 0.5, 0.75, 0.75, 1, 1}
        << Floats{infinite, 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.1f} << 0.8125;
    QTest::newRow("all scores equal") << Floats{0.5f, 0.5f, 0.5f} << Labels{1, 0, 1} << Rates{0, 1} << Rates{0, 1}
                                      << Floats{infinite, 0.5f} << 0.5;
    QTest::newRow("parted without an error") << Floats{-3, -2, 7, 8} << Labels{0, 0, 1, 1} << Rates{0, 0, 1}
                                             << Rates{0, 1, 1} << Floats{infinite, 7, -3} << 1.0;
    QTest::newRow("the wrong way round") << Floats{7, 8, -3} << Labels{0, 0, 1} << Rates{0, 1, 1} << Rates{0, 0, 1}
                                         << Floats{infinite, 7, -3} << 0.0;
}

void TestRoc::curvesAreThoseOfScikitLearn()
{
    QFETCH(Floats, scores);
    QFETCH(Labels, labels);
    QFETCH(Rates, falsePositiveRates);
    QFETCH(Rates, truePositiveRates);
    QFETCH(Floats, thresholds);
    QFETCH(double, area);
    const RocCurve curve = rocCurve(scores, labels, 1);
    QVERIFY(near(curve.falsePositiveRates, falsePositiveRates));
    QVERIFY(near(curve.truePositiveRates, truePositiveRates));
    QCOMPARE(curve.thresholds, thresholds);
    QCOMPARE(curve.area, area);
    // One minus the other class's scores are the same curve, seen from the other side.
    Floats reversed = scores;
    for (float& score : reversed)
        score = -score;
    QCOMPARE(rocCurve(reversed, labels, 0).area, area);
}

void TestRoc::theAreaCountsPairs()
{
    Floats scores;
    Labels labels;
    for (int i = 0; i < 60; ++i) {
        scores.push_back(static_cast<float>(i * 37 % 23) / 8);
        labels.push_back(i * 11 % 7 < 3);
    }
    double won = 0;
    int pairs = 0;
    for (std::size_t a = 0; a < scores.size(); ++a)
        for (std::size_t b = 0; b < scores.size(); ++b)
            if (labels[a] == 1 && labels[b] == 0) {
                won += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
                ++pairs;
            }
    QCOMPARE(rocCurve(scores, labels, 1).area, won / pairs);
}

void TestRoc::aClassWithoutRowsOrWithAllOfThemHasNoCurve()
{
    const Floats scores{1, 2};
    for (const Labels& labels : {Labels{0, 0}, Labels{1, 1}}) {
        const RocCurve curve = rocCurve(scores, labels, 1);
        QVERIFY(std::isnan(curve.area));
        QVERIFY(curve.thresholds.empty() && curve.truePositiveRates.empty());
    }
    QVERIFY(std::isnan(rocCurve({}, {}, 0).area));
}

void TestRoc::theMeanAreaIsThatOfScikitLearn()
{
    // roc_auc_score(multi_class="ovr", average="macro"): areas 0.5333, 0.7667 and 1
    Matrix scores(8, 3);
    scores << 0.7f, 0.2f, 0.1f, 0.3f, 0.5f, 0.2f, 0.2f, 0.2f, 0.6f, 0.5f, 0.3f, 0.2f, 0.25f, 0.5f, 0.25f, 0.4f, 0.1f,
        0.5f, 0.1f, 0.6f, 0.3f, 0.35f, 0.3f, 0.35f;
    const Labels labels{0, 1, 2, 1, 1, 2, 0, 0};
    QVERIFY(std::abs(meanRocArea(scores, labels) - 0.7666666666666666) < 1e-12);
}

void TestRoc::classesWithoutRowsDoNotCountInTheMean()
{
    Matrix scores(3, 3);
    scores << 0.6f, 0.3f, 0.1f, 0.3f, 0.5f, 0.2f, 0.1f, 0.8f, 0.1f;
    QCOMPARE(meanRocArea(scores, Labels{0, 1, 1}), 1.0);
    QVERIFY(std::isnan(meanRocArea(scores, Labels{1, 1, 1})));
}

void TestRoc::probabilitiesAddUpToOne()
{
    Matrix outputs(2, 3);
    outputs << 0, std::log(2.0f), std::log(5.0f), -1, -1, -1;
    const Matrix probabilities = classProbabilities(outputs);
    const float expected[] = {0.125f, 0.25f, 0.625f};
    for (int i = 0; i < 3; ++i) {
        QVERIFY(std::abs(probabilities(0, i) - expected[i]) < 1e-6f);
        QVERIFY(std::abs(probabilities(1, i) - 1.0f / 3) < 1e-6f);
    }
}

void TestRoc::probabilitiesOfLargeOutputsAreNumbers()
{
    Matrix outputs(1, 2);
    outputs << 4000, -4000;
    const Matrix probabilities = classProbabilities(outputs);
    QCOMPARE(probabilities(0, 0), 1.0f);
    QVERIFY(probabilities(0, 1) < 1e-30f);
}

QTEST_APPLESS_MAIN(TestRoc)
#include "tst_roc.moc"
