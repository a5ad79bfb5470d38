#include "compression/value_bars.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace broto;

namespace {

using Floats = std::vector<float>;

const double infinity = std::numeric_limits<double>::infinity();
const float tooLarge = std::numeric_limits<float>::infinity();
const float noNumber = std::numeric_limits<float>::quiet_NaN();

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

}

class TestValueBars : public QObject {
    Q_OBJECT

private slots:
    void bothAreCountedInTheSameRanges();
    void everyValueIsInTheRangeThatHoldsIt();
    void withoutANetworkThereAreItsBarsOnly();
    void withoutValuesThereIsNothing();
    void equalValuesAreInOneRange();
    void valuesThatAreNotFiniteAreInNone();
    void signalToNoiseInDecibels_data();
    void signalToNoiseInDecibels();
};

void TestValueBars::bothAreCountedInTheSameRanges()
{
    const ValueBars bars = valueBars(Floats{0, 1, 1, 4}, Floats{-4, 0.02f});
    QVERIFY(bars.edges.front() <= -4 && bars.edges.back() >= 4);
    QCOMPARE(bars.model.size() + 1, bars.edges.size());
    QCOMPARE(bars.network.size(), bars.model.size());
    QCOMPARE(total(bars.model), std::size_t{4});
    QCOMPARE(total(bars.network), std::size_t{2});
    QCOMPARE(bars.network.front(), std::size_t{1});
    QCOMPARE(bars.model.back(), std::size_t{1});
}

void TestValueBars::everyValueIsInTheRangeThatHoldsIt()
{
    for (int i = -50; i <= 50; ++i) {
        const float value = 0.01f * static_cast<float>(i);
        const ValueBars bars = valueBars(Floats{value}, Floats{-0.5f, 0.5f});
        const auto bar = std::find(bars.model.begin(), bars.model.end(), std::size_t{1}) - bars.model.begin();
        const double low = bars.edges[static_cast<std::size_t>(bar)];
        const double high = bars.edges[static_cast<std::size_t>(bar) + 1];
        QVERIFY(low - 1e-9 <= value && value <= high + 1e-9);
    }
}

void TestValueBars::withoutANetworkThereAreItsBarsOnly()
{
    const ValueBars bars = valueBars(Floats{1, 2});
    QCOMPARE(total(bars.model), std::size_t{2});
    QVERIFY(bars.network.empty());
}

void TestValueBars::withoutValuesThereIsNothing()
{
    QCOMPARE(valueBars({}), ValueBars());
    QCOMPARE(valueBars(Floats{noNumber, tooLarge}), ValueBars());
}

void TestValueBars::equalValuesAreInOneRange()
{
    for (const float value : {0.0f, -3.0f, 1e30f, 1e-30f}) {
        const ValueBars bars = valueBars(Floats{value, value, value});
        QCOMPARE(bars.model, std::vector<std::size_t>{3});
        QVERIFY(bars.edges[0] <= value && value < bars.edges[1]);
    }
}

void TestValueBars::valuesThatAreNotFiniteAreInNone()
{
    const ValueBars bars = valueBars(Floats{1, noNumber, 2, tooLarge, -tooLarge}, Floats{noNumber, 1});
    QCOMPARE(total(bars.model), std::size_t{2});
    QCOMPARE(total(bars.network), std::size_t{1});
    QVERIFY(std::isfinite(bars.edges.front()) && std::isfinite(bars.edges.back()));
}

void TestValueBars::signalToNoiseInDecibels_data()
{
    QTest::addColumn<Floats>("exact");
    QTest::addColumn<Floats>("values");
    QTest::addColumn<double>("expected");
    QTest::newRow("a tenth off") << Floats{10, 0} << Floats{9, 0} << 20.0;
    QTest::newRow("as much noise as signal") << Floats{3, 4} << Floats{0, 0} << 0.0;
    QTest::newRow("more noise than signal") << Floats{1} << Floats{11} << -20.0;
    QTest::newRow("over all values") << Floats{3, 1} << Floats{3, 0} << 10.0;
    QTest::newRow("nothing lost") << Floats{1, 2} << Floats{1, 2} << infinity;
    QTest::newRow("nothing lost of nothing") << Floats{0, 0} << Floats{0, 0} << infinity;
    QTest::newRow("noise alone") << Floats{0} << Floats{1} << -infinity;
    QTest::newRow("no values") << Floats{} << Floats{} << std::nan("");
    QTest::newRow("not finite") << Floats{1, tooLarge} << Floats{1, 2} << std::nan("");
    QTest::newRow("no number") << Floats{1} << Floats{noNumber} << std::nan("");
}

void TestValueBars::signalToNoiseInDecibels()
{
    QFETCH(Floats, exact);
    QFETCH(Floats, values);
    QFETCH(double, expected);
    const double ratio = signalToNoise(exact, values);
    if (std::isnan(expected))
        QVERIFY(std::isnan(ratio));
    else if (std::isinf(expected))
        QCOMPARE(ratio, expected);
    else
        QVERIFY2(std::abs(ratio - expected) < 1e-6, qPrintable(QString::number(ratio)));
}

QTEST_APPLESS_MAIN(TestValueBars)
#include "tst_value_bars.moc"
