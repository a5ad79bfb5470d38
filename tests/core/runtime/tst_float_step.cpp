#include "runtime/float_step.h"

#include "common/random.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace broto;
using namespace broto::runtime;

class TestFloatStep : public QObject {
    Q_OBJECT
private slots:
    void squareRootsAreCorrectlyRounded();
    void squareRootsOfTheEdges();
    void productsAndReciprocalsAreThoseOfTheProcessor();
};

/// Every mantissa of two neighbouring exponents, and a walk over all others: the digits depend on nothing else.
void TestFloatStep::squareRootsAreCorrectlyRounded()
{
    for (std::uint32_t bits = 0x3f800000u; bits < 0x40800000u; ++bits) {
        const float x = floatOf(bits);
        if (squareRoot(x) != std::sqrt(x))
            QFAIL(qPrintable(QString::number(bits, 16)));
    }
    for (std::uint32_t bits = 0x00800000u; bits < 0x7f800000u; bits += 7919) {
        const float x = floatOf(bits);
        if (squareRoot(x) != std::sqrt(x))
            QFAIL(qPrintable(QString::number(bits, 16)));
    }
}

void TestFloatStep::squareRootsOfTheEdges()
{
    QCOMPARE(squareRoot(0.0f), 0.0f);
    QCOMPARE(squareRoot(std::numeric_limits<float>::denorm_min()), 0.0f);
    QCOMPARE(squareRoot(std::numeric_limits<float>::max()), std::sqrt(std::numeric_limits<float>::max()));
    QVERIFY(std::isinf(squareRoot(std::numeric_limits<float>::infinity())));
    QVERIFY(std::isnan(squareRoot(std::numeric_limits<float>::quiet_NaN())));
}

void TestFloatStep::productsAndReciprocalsAreThoseOfTheProcessor()
{
    Random random(5);
    for (int i = 0; i < 1000; ++i) {
        const float a = random.uniform(-100, 100), b = random.uniform(0.001f, 100);
        QCOMPARE(std::bit_cast<std::uint32_t>(product(a, b)), std::bit_cast<std::uint32_t>(a * b));
        QCOMPARE(std::bit_cast<std::uint32_t>(reciprocal(b)), std::bit_cast<std::uint32_t>(1 / b));
    }
}

QTEST_APPLESS_MAIN(TestFloatStep)
#include "tst_float_step.moc"
