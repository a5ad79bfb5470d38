#include "common/random.h"
#include "compression/magnitude_range.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;

namespace {

using Magnitudes = std::vector<double>;

MagnitudeHistogram histogramOf(const Magnitudes& magnitudes)
{
    MagnitudeHistogram histogram(magnitudes.empty() ? 0 : *std::max_element(magnitudes.begin(), magnitudes.end()));
    for (const double magnitude : magnitudes)
        histogram.add(magnitude);
    return histogram;
}

Magnitudes spreadOver(double low, double high, int count)
{
    Magnitudes magnitudes;
    for (int i = 0; i < count; ++i)
        magnitudes.push_back(low + (high - low) * (i + 0.5) / count);
    return magnitudes;
}

/// Most lie below 1, and a few up to `tail`.
Magnitudes withTail(double tail)
{
    Magnitudes magnitudes = spreadOver(0, 1, 50000);
    const Magnitudes few = spreadOver(1, tail, 20);
    magnitudes.insert(magnitudes.end(), few.begin(), few.end());
    return magnitudes;
}

double errorOf(std::span<const float> weights, std::span<const double> importance, double scale, int step, int levels)
{
    double error = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double level = std::clamp<double>(std::round(weights[i] / (scale * step)), -levels, levels);
        error += importance[i] * std::pow(weights[i] - level * step * scale, 2);
    }
    return error;
}

/// Of scales from nearly 0 to what the largest weight needs.
double leastErrorByTrying(std::span<const float> weights, std::span<const double> importance, int step, int levels)
{
    double largest = 0;
    for (const float weight : weights)
        largest = std::max(largest, std::abs(double{weight}));
    double least = errorOf(weights, importance, largest / (step * levels), step, levels);
    for (int i = 1; i <= 500; ++i)
        least = std::min(least, errorOf(weights, importance, largest / (step * levels) * i / 500, step, levels));
    return least;
}

std::vector<float> normalWeights(std::uint64_t seed, std::size_t count)
{
    Random random(seed);
    std::vector<float> weights(count);
    for (float& weight : weights)
        weight = static_cast<float>(0.3 * random.normal());
    return weights;
}

void everyMethod()
{
    QTest::addColumn<RangeMethod>("method");
    for (const RangeMethod method : allRangeMethods)
        QTest::newRow(std::string(rangeMethodName(method)).c_str()) << method;
}

}

class TestMagnitudeRange : public QObject {
    Q_OBJECT

private slots:
    void everySizeFallsIntoABin();
    void nothingHasARangeOfZero_data();
    void nothingHasARangeOfZero();
    void equalSizesAreTheRange_data();
    void equalSizesAreTheRange();
    void rangeFollowsTheUnit_data();
    void rangeFollowsTheUnit();
    void noRangeIsBeyondTheLargest_data();
    void noRangeIsBeyondTheLargest();
    void loneOutlierIsCutOff_data();
    void loneOutlierIsCutOff();
    void fewerThanOneInAThousandLieBeyondThePercentile();
    void evenSizesAreNotCutByTheirSquares();
    void squaredErrorIsTheLeastOfAllRanges();
    void scaleOfWeightsHasTheLeastError_data();
    void scaleOfWeightsHasTheLeastError();
    void importantWeightsDecideTheScale();
    void scaleOfNothingIsZero();
    void oneWeightIsExact_data();
    void oneWeightIsExact();
};

void TestMagnitudeRange::everySizeFallsIntoABin()
{
    MagnitudeHistogram histogram(4);
    for (const double magnitude : {0.0, 1e-300, 2.0, 4.0})
        histogram.add(magnitude);
    QCOMPARE(histogram.counts().size(), std::size_t{2048});
    QCOMPARE(histogram.counts()[0], std::uint64_t{2});
    QCOMPARE(histogram.counts()[1024], std::uint64_t{1});
    QCOMPARE(histogram.counts()[2047], std::uint64_t{1});
    QCOMPARE(histogram.upperEdge(2047), 4.0);
    QCOMPARE(histogram.middle(1023), 4 * 1023.5 / 2048);
}

void TestMagnitudeRange::nothingHasARangeOfZero_data()
{
    everyMethod();
}

void TestMagnitudeRange::nothingHasARangeOfZero()
{
    QFETCH(RangeMethod, method);
    QCOMPARE(chosenRange(MagnitudeHistogram(0), method), 0.0);
    QCOMPARE(chosenRange(MagnitudeHistogram(3), method), 0.0); // room, but none was met
}

void TestMagnitudeRange::equalSizesAreTheRange_data()
{
    everyMethod();
}

void TestMagnitudeRange::equalSizesAreTheRange()
{
    QFETCH(RangeMethod, method);
    QCOMPARE(chosenRange(histogramOf({0.75}), method), 0.75);
    QCOMPARE(chosenRange(histogramOf(Magnitudes(1000, 0.75)), method), 0.75);
    QCOMPARE(chosenRange(histogramOf({1e-40}), method), 1e-40);
    QCOMPARE(chosenRange(histogramOf({3e38}), method), 3e38);
}

void TestMagnitudeRange::rangeFollowsTheUnit_data()
{
    everyMethod();
}

void TestMagnitudeRange::rangeFollowsTheUnit()
{
    QFETCH(RangeMethod, method);
    Magnitudes magnitudes = withTail(12);
    const double range = chosenRange(histogramOf(magnitudes), method);
    for (double& magnitude : magnitudes)
        magnitude *= 1024;
    QCOMPARE(chosenRange(histogramOf(magnitudes), method), 1024 * range);
}

void TestMagnitudeRange::noRangeIsBeyondTheLargest_data()
{
    everyMethod();
}

void TestMagnitudeRange::noRangeIsBeyondTheLargest()
{
    QFETCH(RangeMethod, method);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        Magnitudes magnitudes;
        for (std::uint32_t i = 0; i <= random.below(2000); ++i)
            magnitudes.push_back(std::abs(std::pow(random.normal(), 1 + seed % 5)));
        const double range = chosenRange(histogramOf(magnitudes), method);
        QVERIFY(range > 0 && range <= *std::max_element(magnitudes.begin(), magnitudes.end()));
    }
}

void TestMagnitudeRange::loneOutlierIsCutOff_data()
{
    QTest::addColumn<RangeMethod>("method");
    QTest::addColumn<int>("others");
    QTest::addColumn<double>("outlier");
    QTest::addColumn<bool>("cut");
    for (const double outlier : {4.0, 8.0})
        for (const RangeMethod method : allRangeMethods)
            QTest::addRow("%s, %g times the others", std::string(rangeMethodName(method)).c_str(), outlier)
                << method << 200000 << outlier << (method != RangeMethod::MinMax);
    // Squares forgive no large error: where cutting it off costs more than all rounding, it is kept.
    QTest::newRow("mean-square, far from few others") << RangeMethod::MeanSquare << 5000 << 1000.0 << false;
    QTest::newRow("percentile, far from few others") << RangeMethod::Percentile << 5000 << 1000.0 << true;
}

void TestMagnitudeRange::loneOutlierIsCutOff()
{
    QFETCH(RangeMethod, method);
    QFETCH(int, others);
    QFETCH(double, outlier);
    QFETCH(bool, cut);
    Magnitudes magnitudes = spreadOver(0, 1, others);
    magnitudes.push_back(outlier);
    const double range = chosenRange(histogramOf(magnitudes), method);
    if (cut)
        QVERIFY2(range >= 0.9 && range <= outlier * 0.75, qPrintable(QString::number(range)));
    else
        QVERIFY2(range >= outlier * 0.5, qPrintable(QString::number(range)));
}

void TestMagnitudeRange::fewerThanOneInAThousandLieBeyondThePercentile()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        Magnitudes magnitudes;
        for (int i = 0; i < 5000; ++i)
            magnitudes.push_back(std::exp(random.normal()));
        const MagnitudeHistogram histogram = histogramOf(magnitudes);
        const double range = chosenRange(histogram, RangeMethod::Percentile);
        const double binWidth = histogram.largest() / MagnitudeHistogram::binCount;
        const auto beyond = [&](double limit) {
            return std::count_if(magnitudes.begin(), magnitudes.end(), [=](double size) { return size > limit; });
        };
        QVERIFY(beyond(range) <= 5);
        QVERIFY(beyond(range - 1.01 * binWidth) >= 5); // and no bin less would do
    }
}

void TestMagnitudeRange::evenSizesAreNotCutByTheirSquares()
{
    const double range = chosenRange(histogramOf(spreadOver(0, 1, 100000)), RangeMethod::MeanSquare);
    QVERIFY(range > 0.98 && range <= 1);
}

/// Tried out with the sizes themselves: the histogram's ranges are 8 bins apart.
void TestMagnitudeRange::squaredErrorIsTheLeastOfAllRanges()
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Random random(seed);
        Magnitudes magnitudes;
        for (int i = 0; i < 3000; ++i)
            magnitudes.push_back(std::exp(0.9 * random.normal()));
        const auto errorAt = [&](double range) {
            double error = 0;
            for (const double magnitude : magnitudes) {
                const double level = std::min(127.0, std::round(magnitude / range * 127));
                error += std::pow(magnitude - level * range / 127, 2);
            }
            return error;
        };
        const MagnitudeHistogram histogram = histogramOf(magnitudes);
        double least = errorAt(histogram.largest());
        for (int i = 100; i < 1000; ++i)
            least = std::min(least, errorAt(histogram.largest() * i / 1000));
        QVERIFY(errorAt(chosenRange(histogram, RangeMethod::MeanSquare)) < 1.03 * least);
    }
}

void TestMagnitudeRange::scaleOfWeightsHasTheLeastError_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("levels");
    QTest::addColumn<bool>("weighted");
    for (int bits = 2; bits <= 8; ++bits)
        for (const bool weighted : {false, true})
            QTest::addRow("%d bits%s", bits, weighted ? ", some count more" : "")
                << (1 << (8 - bits)) << (1 << (bits - 1)) - 1 << weighted;
}

void TestMagnitudeRange::scaleOfWeightsHasTheLeastError()
{
    QFETCH(int, step);
    QFETCH(int, levels);
    QFETCH(bool, weighted);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const std::vector<float> weights = normalWeights(seed, 64 * seed);
        std::vector<double> importance(weights.size(), 1.0);
        Random random(seed);
        for (double& each : importance)
            each = weighted ? std::exp(random.normal()) : 1;
        const double scale = leastErrorScale(weights, importance, step, levels);
        const double error = errorOf(weights, importance, scale, step, levels);
        const double least = leastErrorByTrying(weights, importance, step, levels);
        QVERIFY2(error <= 1.2 * least, qPrintable(QStringLiteral("%1 > %2").arg(error).arg(least)));
        double largest = 0;
        for (const float weight : weights)
            largest = std::max(largest, std::abs(double{weight}));
        QVERIFY(error <= errorOf(weights, importance, largest / (step * levels), step, levels));
    }
}

void TestMagnitudeRange::importantWeightsDecideTheScale()
{
    const std::vector<float> weights = {1, 0.3f, 0.3f, -0.3f};
    const std::vector<double> equal(4, 1.0), small = {1e-6, 1, 1, 1}, large = {1e6, 1, 1, 1};
    QVERIFY(std::abs(64 * leastErrorScale(weights, small, 64, 1) - 0.3) < 0.01);
    QVERIFY(std::abs(64 * leastErrorScale(weights, large, 64, 1) - 1) < 1e-6);
}

void TestMagnitudeRange::scaleOfNothingIsZero()
{
    const std::vector<float> zeros(3);
    const std::vector<double> importance(3, 1.0);
    QCOMPARE(leastErrorScale(zeros, importance, 1, 127), 0.0);
    QCOMPARE(leastErrorScale({}, {}, 1, 127), 0.0);
}

void TestMagnitudeRange::oneWeightIsExact_data()
{
    QTest::addColumn<float>("weight");
    QTest::newRow("usual") << 0.37f;
    QTest::newRow("negative") << -2.0f;
    QTest::newRow("tiny") << 1e-38f;
    QTest::newRow("huge") << 3e38f;
}

void TestMagnitudeRange::oneWeightIsExact()
{
    QFETCH(float, weight);
    const std::vector<double> importance = {1.0};
    for (const int levels : {1, 7, 127}) {
        const int step = 128 / (levels + 1);
        const double scale = leastErrorScale(std::span(&weight, 1), importance, step, levels);
        const double level = std::round(weight / (scale * step));
        QVERIFY(std::abs(level * step * scale - weight) <= 1e-12 * std::abs(weight));
    }
}

QTEST_APPLESS_MAIN(TestMagnitudeRange)
#include "tst_magnitude_range.moc"
