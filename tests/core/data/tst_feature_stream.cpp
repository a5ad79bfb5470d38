#include "data/feature_stream.h"

#include "common/random.h"

#include <QtTest>

#include <cmath>
#include <complex>
#include <numbers>

using namespace broto;

namespace {

using Readings = std::vector<float>;

/// Every feature of one channel by its definition, in double precision.
class Reference {
public:
    explicit Reference(const Readings& readings) : m_readings(readings.begin(), readings.end())
    {
        for (const double x : m_readings)
            m_mean += x / count();
        for (const double x : m_readings)
            m_deviation += (x - m_mean) * (x - m_mean) / count();
        m_deviation = std::sqrt(m_deviation);
    }

    double mean() const { return m_mean; }
    double deviation() const { return m_deviation; }
    double min() const { return *std::min_element(m_readings.begin(), m_readings.end()); }
    double max() const { return *std::max_element(m_readings.begin(), m_readings.end()); }

    double squares() const
    {
        double sum = 0;
        for (const double x : m_readings)
            sum += x * x;
        return sum;
    }

    double moment(int power) const
    {
        double sum = 0;
        for (const double x : m_readings)
            sum += std::pow((x - m_mean) / m_deviation, power) / count();
        return sum;
    }

    double slope(double readingsPerSecond) const
    {
        double above = 0, below = 0;
        for (std::size_t i = 0; i < m_readings.size(); ++i) {
            const double t = (double(i) - (count() - 1) / 2) / readingsPerSecond;
            above += t * (m_readings[i] - m_mean);
            below += t * t;
        }
        return above / below;
    }

    double bandPower(int first, int last) const
    {
        const double turn = 2 * std::numbers::pi / count();
        double sum = 0;
        for (int k = first; k <= last; ++k) {
            std::complex<double> place = 0;
            for (std::size_t i = 0; i < m_readings.size(); ++i)
                place += (m_readings[i] - m_mean) * (0.5 - 0.5 * std::cos(turn * double(i))) *
                         std::polar(1.0, -turn * k * double(i));
            sum += std::norm(place) * (2 * k == int(m_readings.size()) ? 0.5 : 1);
        }
        return sum * 16 / (3 * count() * count());
    }

private:
    double count() const { return static_cast<double>(m_readings.size()); }

    std::vector<double> m_readings;
    double m_mean = 0, m_deviation = 0;
};

Stream streamOf(int length, std::vector<WindowFeature> features)
{
    Stream stream;
    stream.channels = {{"x", "g"}};
    stream.length = length;
    stream.stride = length;
    stream.readingsPerSecond = 50;
    stream.features = std::move(features);
    return stream;
}

std::vector<WindowFeature> everyFeature(int length)
{
    std::vector<WindowFeature> features;
    for (const WindowFeatureKind kind : allWindowFeatures())
        if (kind != runtime::bandPowerFeature)
            features.push_back({kind, 0, 0, 0});
    if (isSpectrumLength(length)) {
        features.push_back({runtime::bandPowerFeature, 0, 1, length / 8});
        features.push_back({runtime::bandPowerFeature, 0, length / 8 + 1, length / 2});
    }
    return features;
}

std::vector<float> rowOf(const Stream& stream, const Readings& readings)
{
    FeatureStream features(stream);
    for (const float reading : readings)
        features.push({&reading, 1});
    return features.row();
}

float valueOf(WindowFeatureKind kind, const Readings& readings)
{
    return rowOf(streamOf(static_cast<int>(readings.size()), {{kind, 0, 0, 0}}), readings).front();
}

Readings sine(int length, double turns, double amplitude, double offset = 0)
{
    Readings readings;
    for (int i = 0; i < length; ++i)
        readings.push_back(
            static_cast<float>(offset + amplitude * std::sin(2 * std::numbers::pi * (turns * i / length) + 0.3)));
    return readings;
}

}

class TestFeatureStream : public QObject {
    Q_OBJECT
private slots:
    void featuresAreWhatTheirDefinitionsSay_data();
    void featuresAreWhatTheirDefinitionsSay();
    void countsFollowTheSignal_data();
    void countsFollowTheSignal();
    void nothingVariesInAConstantWindow();
    void aSmallChangeOfALargeValueIsNotLost();
    void aSineHasItsPowerInItsBand();
    void allBandsTogetherHoldTheVarianceOfNoise();
    void channelsAreToldApart();
};

void TestFeatureStream::featuresAreWhatTheirDefinitionsSay_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<double>("offset");
    QTest::addColumn<double>("size");
    for (const int length : {2, 8, 25, 64, 100, 256, 1024, 4096})
        for (const auto& [name, offset, size] :
             {std::tuple("acceleration", 9.81, 2.0), std::tuple("pressure", 101325.0, 12.0),
              std::tuple("tiny", 0.0, 1e-6), std::tuple("huge", -1e6, 1e6)})
            QTest::addRow("%d readings, %s", length, name) << length << offset << size;
}

void TestFeatureStream::featuresAreWhatTheirDefinitionsSay()
{
    QFETCH(int, length);
    QFETCH(double, offset);
    QFETCH(double, size);
    Random random(static_cast<std::uint64_t>(length));
    Readings readings;
    for (int i = 0; i < length; ++i)
        readings.push_back(static_cast<float>(offset + size * (random.normal() + std::sin(0.4 * i) + 0.01 * i)));
    const Reference reference(readings);
    const std::vector<float> row = rowOf(streamOf(length, everyFeature(length)), readings);

    // Single precision loses up to the last digit of a reading or of a sum in each step.
    const double error = 1e-6 * (3 + length / 500.0);
    const auto close = [&](int at, double expected, double of) {
        const double difference = std::abs(static_cast<double>(row[static_cast<std::size_t>(at)]) - expected);
        return difference <= error * std::max(std::abs(expected), of);
    };
    const double deviation = reference.deviation();
    QVERIFY(close(runtime::meanFeature, reference.mean(), deviation));
    QVERIFY(close(runtime::deviationFeature, deviation, deviation));
    QCOMPARE(static_cast<double>(row[runtime::minFeature]), reference.min());
    QCOMPARE(static_cast<double>(row[runtime::maxFeature]), reference.max());
    QVERIFY(close(runtime::rangeFeature, reference.max() - reference.min(), deviation));
    QVERIFY(close(runtime::rmsFeature, std::sqrt(reference.squares() / length), 0));
    QVERIFY(close(runtime::energyFeature, reference.squares(), 0));
    QVERIFY(close(runtime::slopeFeature, reference.slope(50), 50 * deviation / length));
    QVERIFY(close(runtime::skewnessFeature, reference.moment(3), 1));
    QVERIFY(close(runtime::kurtosisFeature, reference.moment(4) - 3, 3));
    if (!isSpectrumLength(length))
        return;
    QVERIFY(close(12, reference.bandPower(1, length / 8), deviation * deviation));
    QVERIFY(close(13, reference.bandPower(length / 8 + 1, length / 2), deviation * deviation));
}

void TestFeatureStream::countsFollowTheSignal_data()
{
    QTest::addColumn<QList<float>>("readings");
    QTest::addColumn<float>("crossings");
    QTest::addColumn<float>("peaks");
    QTest::newRow("constant") << QList<float>{5, 5, 5, 5} << 0.0f << 0.0f;
    QTest::newRow("up and down") << QList<float>{1, -1, 1, -1} << 3.0f << 0.0f;
    QTest::newRow("one step") << QList<float>{0, 0, 0, 9, 9, 9} << 1.0f << 0.0f;
    QTest::newRow("mean in between") << QList<float>{-1, 0, 1, 0, -1, 0, 1, 0} << 3.0f << 2.0f;
    QTest::newRow("touches its mean") << QList<float>{1, 0, 1, -1, 0, -1} << 1.0f << 1.0f;
    QTest::newRow("three far peaks") << QList<float>{0, 0, 9, 0, 0, 9, 0, 0, 9, 0} << 6.0f << 3.0f;
    QTest::newRow("a ragged peak is one") << QList<float>{0, 0, 0, 9, 8, 9, 0, 0, 0, 0} << 2.0f << 1.0f;
    QTest::newRow("begins on a peak") << QList<float>{9, 0, 0, 0, 0, 0} << 1.0f << 1.0f;
}

void TestFeatureStream::countsFollowTheSignal()
{
    QFETCH(QList<float>, readings);
    QFETCH(float, crossings);
    QFETCH(float, peaks);
    const Readings values(readings.begin(), readings.end());
    QCOMPARE(valueOf(runtime::zeroCrossingsFeature, values), crossings);
    QCOMPARE(valueOf(runtime::peaksFeature, values), peaks);
}

void TestFeatureStream::nothingVariesInAConstantWindow()
{
    const Readings readings(64, 0.1f);
    const std::vector<float> row = rowOf(streamOf(64, everyFeature(64)), readings);
    QCOMPARE(row[runtime::meanFeature], 0.1f);
    for (const int kind :
         {runtime::deviationFeature, runtime::rangeFeature, runtime::zeroCrossingsFeature, runtime::slopeFeature,
          runtime::peaksFeature, runtime::skewnessFeature, runtime::kurtosisFeature, runtime::bandPowerFeature})
        QCOMPARE(row[static_cast<std::size_t>(kind)], 0.0f);
}

void TestFeatureStream::aSmallChangeOfALargeValueIsNotLost()
{
    Readings readings(256, 101325.0f);
    for (std::size_t i = 0; i < readings.size(); i += 2)
        readings[i] = 101325.5f;
    QCOMPARE(valueOf(runtime::meanFeature, readings), 101325.25f);
    QCOMPARE(valueOf(runtime::deviationFeature, readings), 0.25f);
}

void TestFeatureStream::aSineHasItsPowerInItsBand()
{
    const std::vector<WindowFeature> bands = {{runtime::bandPowerFeature, 0, 1, 6},
                                              {runtime::bandPowerFeature, 0, 7, 9},
                                              {runtime::bandPowerFeature, 0, 10, 32}};
    const std::vector<float> row = rowOf(streamOf(64, bands), sine(64, 8, 3, 1000));
    QVERIFY(std::abs(row[1] - 4.5f) < 1e-3f); // half the square of the amplitude
    QVERIFY(row[0] < 1e-5f);
    QVERIFY(row[2] < 1e-5f);
}

void TestFeatureStream::allBandsTogetherHoldTheVarianceOfNoise()
{
    Random random(3);
    Readings readings;
    for (int i = 0; i < 4096; ++i)
        readings.push_back(static_cast<float>(random.normal()));
    const std::vector<float> row = rowOf(streamOf(4096, {{runtime::bandPowerFeature, 0, 1, 2048}}), readings);
    QVERIFY(std::abs(row[0] - 1) < 0.1f);
}

void TestFeatureStream::channelsAreToldApart()
{
    Stream stream = streamOf(16, {{runtime::bandPowerFeature, 1, 1, 8},
                                  {runtime::meanFeature, 0, 0, 0},
                                  {runtime::meanFeature, 1, 0, 0},
                                  {runtime::bandPowerFeature, 0, 1, 8}});
    stream.channels.push_back({"y", "g"});
    FeatureStream features(stream);
    const Readings x = sine(16, 4, 1, 5), y = sine(16, 2, 10, -7);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float reading[] = {x[i], y[i]};
        features.push(reading);
    }
    const std::vector<float>& row = features.row();
    QVERIFY(std::abs(row[0] - 50) < 1e-2f);
    QVERIFY(std::abs(row[1] - 5) < 1e-5f);
    QVERIFY(std::abs(row[2] + 7) < 1e-5f);
    QVERIFY(std::abs(row[3] - 0.5f) < 1e-4f);
}

QTEST_APPLESS_MAIN(TestFeatureStream)
#include "tst_feature_stream.moc"
