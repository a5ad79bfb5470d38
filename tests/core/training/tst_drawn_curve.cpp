#include "training/drawn_curve.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace broto;

namespace {

DrawnCurve curveOf(int epochs, double (*value)(int), double smoothing = 0, std::size_t most = DrawnCurve::mostPoints)
{
    DrawnCurve curve(smoothing, most);
    for (int epoch = 1; epoch <= epochs; ++epoch)
        curve.add(epoch, value(epoch));
    return curve;
}

double falling(int epoch)
{
    return 1.0 / epoch;
}

/// Trembles, and has one peak and one trough.
double trembling(int epoch)
{
    if (epoch == 12'345)
        return 9;
    if (epoch == 54'321)
        return -9;
    return epoch % 2 ? 1 : -1;
}

}

class DrawnCurveTest : public QObject {
    Q_OBJECT

private slots:
    void aShortCurveIsDrawnAsItIs()
    {
        const std::vector<CurvePoint> points = curveOf(500, falling).points();
        QCOMPARE(points.size(), std::size_t(500));
        for (int epoch = 1; epoch <= 500; ++epoch)
            QCOMPARE(points[static_cast<std::size_t>(epoch) - 1], (CurvePoint{double(epoch), falling(epoch)}));
    }

    void anEmptyCurveHasNoPoints() { QVERIFY(DrawnCurve().points().empty()); }

    void neverMorePointsThanWanted_data()
    {
        QTest::addColumn<int>("epochs");
        QTest::addColumn<int>("most");
        for (const int epochs : {1, 2, 7, 8, 9, 10, 11, 100, 1999, 2000, 2001, 3000, 4096, 123'457})
            for (const int most : {8, 101, 2000})
                QTest::addRow("%d epochs in %d points", epochs, most) << epochs << most;
    }
    void neverMorePointsThanWanted()
    {
        QFETCH(const int, epochs);
        QFETCH(const int, most);
        const auto points = curveOf(epochs, falling, 0, static_cast<std::size_t>(most)).points();
        QVERIFY(points.size() <= static_cast<std::size_t>(most));
        QVERIFY(points.size() >= static_cast<std::size_t>(std::min(epochs, most / 4)));
        QCOMPARE(points.front(), (CurvePoint{1, 1}));
        QCOMPARE(points.back(), (CurvePoint{double(epochs), falling(epochs)}));
        QVERIFY(std::ranges::is_sorted(points, {}, &CurvePoint::epoch));
        QVERIFY(std::ranges::adjacent_find(points, {}, &CurvePoint::epoch) == points.end());
    }

    void peaksStay()
    {
        const auto points = curveOf(100'000, trembling).points();
        QVERIFY(std::ranges::find(points, CurvePoint{12'345, 9}) != points.end());
        QVERIFY(std::ranges::find(points, CurvePoint{54'321, -9}) != points.end());
    }

    void smoothingLeavesAConstantAsItIs()
    {
        for (const CurvePoint& point : curveOf(
                                           300, [](int) { return 0.7; }, 0.97)
                                           .points())
            QVERIFY(std::abs(point.value - 0.7) < 1e-12);
    }

    void smoothingIsTheWeightedMeanOfWhatWasSoFar()
    {
        CurveSmoothing smoothing(0.5);
        QCOMPARE(smoothing.next(4), 4.0);
        QCOMPARE(smoothing.next(1), (4 * 0.5 + 1) / 1.5);
        QCOMPARE(smoothing.next(2), (4 * 0.25 + 1 * 0.5 + 2) / 1.75);
    }

    void strongerSmoothingTremblesLess()
    {
        double before = 1;
        for (const double strength : {0.5, 0.9, 0.99}) {
            const double last = curveOf(
                                    2001, [](int epoch) { return epoch % 2 ? 1.0 : -1.0; }, strength)
                                    .points()
                                    .back()
                                    .value;
            QVERIFY(std::abs(last) < before);
            before = std::abs(last);
        }
    }

    void theCurvesOfARunAreThoseOfItsRecords()
    {
        RunCurves curves;
        const EpochRecord records[] = {{1, 0.5f, 0.75f, 0.25f, 0.125f}, {2, 0.25f, 0.5f, 0.75f, 0.625f}};
        curves.add(records);
        QCOMPARE(curves.trainingLoss.points(), (std::vector<CurvePoint>{{1, 0.5}, {2, 0.25}}));
        QCOMPARE(curves.validationLoss.points(), (std::vector<CurvePoint>{{1, 0.75}, {2, 0.5}}));
        QCOMPARE(curves.trainingMetric.points(), (std::vector<CurvePoint>{{1, 0.25}, {2, 0.75}}));
        QCOMPARE(curves.validationMetric.points(), (std::vector<CurvePoint>{{1, 0.125}, {2, 0.625}}));
    }
};

QTEST_GUILESS_MAIN(DrawnCurveTest)
#include "tst_drawn_curve.moc"
