#include "data/stream.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

using namespace broto;

namespace {

Stream goodStream()
{
    Stream stream;
    stream.channels = {{"x", "g"}, {"y", "g"}};
    stream.length = 64;
    stream.stride = 32;
    stream.readingsPerSecond = 62.5;
    stream.features = {{runtime::meanFeature, 0, 0, 0}, {runtime::bandPowerFeature, 1, 1, 32}};
    return stream;
}

using Change = std::function<void(Stream&)>;

}

class TestStream : public QObject {
    Q_OBJECT
private slots:
    void everyFeatureHasAName();
    void cosinesAreThoseOfALibrary();
    void whatNoBoardCouldDoIsSaid_data();
    void whatNoBoardCouldDoIsSaid();
};

void TestStream::everyFeatureHasAName()
{
    QCOMPARE(allWindowFeatures().size(), std::size_t(runtime::streamFeatureKinds));
    for (const WindowFeatureKind kind : allWindowFeatures()) {
        QVERIFY(!windowFeatureName(kind).empty());
        QVERIFY(windowFeatureNamed(windowFeatureName(kind)) == kind);
    }
    QVERIFY(!windowFeatureNamed("median"));
}

void TestStream::cosinesAreThoseOfALibrary()
{
    for (int length = shortestSpectrum; length <= longestSpectrum; length *= 2) {
        Stream stream = goodStream();
        stream.length = length;
        stream.features = {{runtime::bandPowerFeature, 0, 1, 2}};
        const std::vector<float> cosines = streamCosines(stream);
        QCOMPARE(cosines.size(), std::size_t(length / 4 + 1));
        for (std::size_t k = 0; k < cosines.size(); ++k) {
            const double exact = std::cos(2 * std::numbers::pi * static_cast<double>(k) / length);
            QVERIFY(std::abs(static_cast<double>(cosines[k]) - exact) <= 6e-8 * std::abs(exact) + 1e-16);
        }
        QCOMPARE(cosines.front(), 1.0f);
        QCOMPARE(cosines.back(), 0.0f);
    }
    Stream without = goodStream();
    without.features.pop_back();
    QVERIFY(streamCosines(without).empty());
}

void TestStream::whatNoBoardCouldDoIsSaid_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("no channel") << Change([](Stream& s) { s.channels.clear(); });
    QTest::newRow("too many channels") << Change([](Stream& s) { s.channels.resize(mostChannels + 1); });
    QTest::newRow("no reading") << Change([](Stream& s) { s.length = 0; });
    QTest::newRow("endless windows") << Change([](Stream& s) { s.length = 65536; });
    QTest::newRow("no stride") << Change([](Stream& s) { s.stride = 0; });
    QTest::newRow("endless stride") << Change([](Stream& s) { s.stride = 65536; });
    QTest::newRow("too many values") << Change([](Stream& s) {
        s.channels.resize(mostChannels);
        s.length = 8192;
    });
    QTest::newRow("rate below zero") << Change([](Stream& s) { s.readingsPerSecond = -1; });
    QTest::newRow("rate that is no number")
        << Change([](Stream& s) { s.readingsPerSecond = std::numeric_limits<double>::quiet_NaN(); });
    QTest::newRow("no feature") << Change([](Stream& s) { s.features.clear(); });
    QTest::newRow("channel that is not there") << Change([](Stream& s) { s.features[0].channel = 2; });
    QTest::newRow("channel below zero") << Change([](Stream& s) { s.features[0].channel = -1; });
    QTest::newRow("band of a mean") << Change([](Stream& s) { s.features[0].lastBin = 3; });
    QTest::newRow("band from zero") << Change([](Stream& s) { s.features[1].firstBin = 0; });
    QTest::newRow("band backwards") << Change([](Stream& s) { s.features[1].firstBin = 33; });
    QTest::newRow("band too high") << Change([](Stream& s) { s.features[1].lastBin = 33; });
    QTest::newRow("spectrum of 60") << Change([](Stream& s) { s.length = 60; });
    QTest::newRow("spectrum of 8192") << Change([](Stream& s) { s.length = 8192; });
}

void TestStream::whatNoBoardCouldDoIsSaid()
{
    QFETCH(Change, change);
    Stream stream = goodStream();
    QVERIFY(!problemWith(stream));
    change(stream);
    QVERIFY(problemWith(stream));
}

QTEST_APPLESS_MAIN(TestStream)
#include "tst_stream.moc"
