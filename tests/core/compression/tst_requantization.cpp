#include "common/random.h"
#include "compression/requantization.h"

#include <QTest>

#include <cmath>

using namespace broto;

class TestRequantization : public QObject {
    Q_OBJECT
private slots:
    void shiftIsTheLargestWhoseMultiplierFits();
    void factorsThatNoShiftSuitsTakeTheNearest();
    void multiplierIsRoundedIntoItsRange();
};

namespace {

/// By trying one after the other.
int shiftByTrying(double factor)
{
    int shift = leastShift;
    while (shift < largestShift && std::round(std::ldexp(factor, shift + 1)) <= largestMultiplier)
        ++shift;
    return shift;
}

}

void TestRequantization::shiftIsTheLargestWhoseMultiplierFits()
{
    Random random(3);
    for (int i = 0; i < 100000; ++i) {
        const double factor = std::exp2(double{random.uniform(-16, 4)});
        QCOMPARE(largestShiftFor(factor), shiftByTrying(factor));
    }
    for (int power = -30; power < 10; ++power)
        for (const double fraction : {1.0, 32766.5 / 32768, 32767 / 32768.0, 32767.4999 / 32768, 32767.5 / 32768})
            QCOMPARE(largestShiftFor(std::ldexp(fraction, power)), shiftByTrying(std::ldexp(fraction, power)));
}

void TestRequantization::factorsThatNoShiftSuitsTakeTheNearest()
{
    QCOMPARE(largestShiftFor(0), largestShift);
    QCOMPARE(largestShiftFor(1e-300), largestShift);
    QCOMPARE(largestShiftFor(1e300), leastShift);
    QCOMPARE(largestShiftFor(HUGE_VAL), leastShift);
}

void TestRequantization::multiplierIsRoundedIntoItsRange()
{
    QCOMPARE(multiplierOf(0), 1);
    QCOMPARE(multiplierOf(1.5), 2);
    QCOMPARE(multiplierOf(32767.49), 32767);
    QCOMPARE(multiplierOf(1e9), 32767);
}

QTEST_APPLESS_MAIN(TestRequantization)
#include "tst_requantization.moc"
