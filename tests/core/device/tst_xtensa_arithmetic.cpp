// The arithmetic that firmware for an Xtensa lx106 brings along, against this computer's.
#define BROTO_ROUTINE(name) own##name
#include "../../../resources/firmware/bare_metal/arithmetic_xtensa.cpp"

#include "common/random.h"

#include <QtTest>

#include <bit>
#include <cmath>

using namespace broto;

namespace {

constexpr int draws = 1'000'000;

std::uint64_t anyBits(Random& random)
{
    return static_cast<std::uint64_t>(random.next()) << 32 | random.next();
}

/// Numbers of all kinds: any bits, near each other, subnormal, with few bits, and those where formats end.
template<class Number, class Bits>
Number anyNumber(Random& random)
{
    constexpr int fractionBits = sizeof(Number) == 4 ? 23 : 52, exponentBits = sizeof(Number) == 4 ? 8 : 11;
    constexpr Bits largestExponent = (Bits(1) << exponentBits) - 1, one = Bits(1) << fractionBits;
    const Bits sign = Bits(random.below(2)) << (fractionBits + exponentBits);
    const Bits bits = static_cast<Bits>(anyBits(random));
    const Bits special[] = {0,
                            1,
                            one - 1,
                            one,
                            largestExponent * one,
                            largestExponent * one - 1,
                            largestExponent * one + one / 2,
                            (largestExponent / 2) * one};
    const Bits near = (largestExponent / 2 - 30 + random.below(60)) * one;
    switch (random.below(5)) {
    case 0:
        return std::bit_cast<Number>(static_cast<Bits>(special[random.below(8)] | sign));
    case 1:
        return std::bit_cast<Number>(static_cast<Bits>((bits & (2 * one - 1)) | sign));
    case 2:
        return std::bit_cast<Number>(static_cast<Bits>((bits & (one - 1)) | near | sign));
    case 3:
        return std::bit_cast<Number>(
            static_cast<Bits>((bits & (one - 1) & ~Bits(0) << random.below(20)) | near | sign));
    default:
        return std::bit_cast<Number>(bits);
    }
}

float anyFloat(Random& random)
{
    return anyNumber<float, std::uint32_t>(random);
}

double anyDouble(Random& random)
{
    return anyNumber<double, std::uint64_t>(random);
}

std::int32_t anyWhole(Random& random)
{
    return static_cast<std::int32_t>(random.next()) >> random.below(32);
}

template<class Number>
bool same(Number one, Number other)
{
    return (std::isnan(one) && std::isnan(other)) || (one == other && std::signbit(one) == std::signbit(other));
}

}

class TestXtensaArithmetic : public QObject {
    Q_OBJECT

private slots:
    void floatsAreRoundedLikeTheProcessors()
    {
        Random random(1);
        for (int i = 0; i < draws; ++i) {
            const float a = anyFloat(random), b = anyFloat(random);
            QVERIFY(same(own__addsf3(a, b), a + b));
            QVERIFY(same(own__subsf3(a, b), a - b));
            QVERIFY(same(own__mulsf3(a, b), a * b));
        }
    }

    void doublesToo()
    {
        Random random(2);
        for (int i = 0; i < draws; ++i) {
            const double a = anyDouble(random), b = anyDouble(random);
            QVERIFY(same(own__adddf3(a, b), a + b));
            QVERIFY(same(own__subdf3(a, b), a - b));
            QVERIFY(same(own__muldf3(a, b), a * b));
            QVERIFY(same(own__divdf3(a, b), a / b));
        }
    }

    void conversionsAreTheProcessors()
    {
        Random random(3);
        for (int i = 0; i < draws; ++i) {
            const float single = anyFloat(random);
            const double twice = anyDouble(random);
            const std::int32_t whole = anyWhole(random);
            const auto magnitude = static_cast<std::uint32_t>(whole);
            QVERIFY(same(own__extendsfdf2(single), static_cast<double>(single)));
            QVERIFY(same(own__truncdfsf2(twice), static_cast<float>(twice)));
            QVERIFY(same(own__floatsisf(whole), static_cast<float>(whole)));
            QVERIFY(same(own__floatunsisf(magnitude), static_cast<float>(magnitude)));
            QVERIFY(same(own__floatsidf(whole), static_cast<double>(whole)));
            QVERIFY(same(own__floatunsidf(magnitude), static_cast<double>(magnitude)));
            if (std::abs(twice) < 2147483647.0)
                QCOMPARE(own__fixdfsi(twice), static_cast<std::int32_t>(twice));
            if (twice >= 0 && twice < 4294967295.0)
                QCOMPARE(own__fixunsdfsi(twice), static_cast<std::uint32_t>(twice));
            if (single >= 0 && single < 4294967040.0f)
                QCOMPARE(own__fixunssfsi(single), static_cast<std::uint32_t>(single));
        }
    }

    void wholeNumbersAreMultipliedAndDivided()
    {
        Random random(4);
        for (int i = 0; i < draws; ++i) {
            const std::int32_t a = anyWhole(random), b = anyWhole(random);
            const auto c = static_cast<std::uint32_t>(a), d = static_cast<std::uint32_t>(b);
            const std::uint64_t e = anyBits(random), f = anyBits(random);
            QCOMPARE(own__umulsidi3(c, d), static_cast<std::uint64_t>(c) * d);
            QCOMPARE(
                static_cast<std::uint64_t>(own__muldi3(static_cast<std::int64_t>(e), static_cast<std::int64_t>(f))),
                e * f);
            if (b == 0)
                continue;
            QCOMPARE(own__udivsi3(c, d), c / d);
            QCOMPARE(own__umodsi3(c, d), c % d);
            QCOMPARE(static_cast<std::int64_t>(own__divsi3(a, b)),
                     static_cast<std::int64_t>(static_cast<std::int32_t>(std::int64_t{a} / b)));
        }
    }
};

QTEST_APPLESS_MAIN(TestXtensaArithmetic)
#include "tst_xtensa_arithmetic.moc"
