#include "common/random.h"
#include "runtime/answer.h"
#include "runtime/dense_int8.h"
#include "runtime/input_counts.h"
#include "support/draws.h"
#include "support/integer_reference.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace broto;

namespace {

constexpr std::int32_t sumLimit = 1 << 23;

struct Neuron {
    std::vector<std::int8_t> weights;
    std::vector<std::int8_t> inputs;
    std::int32_t bias = 0;
    std::int16_t multiplier = 1;
    std::uint8_t shift = 17;

    std::int32_t dot() const
    {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * inputs[i];
        return sum;
    }
    std::int32_t roomForBias() const
    {
        std::int32_t room = sumLimit - 1;
        for (const std::int8_t weight : weights)
            room -= 127 * std::abs(weight);
        return room;
    }
};

std::int8_t inputValue(Random& random, std::uint32_t kind, std::int8_t weight)
{
    switch (kind) {
    case 0: // the largest sum there is
        return weight < 0 ? -127 : 127;
    case 1: // the smallest
        return weight < 0 ? 127 : -127;
    case 2:
        return 0;
    default:
        return static_cast<std::int8_t>(between(random, -127, 127));
    }
}

/// Moves the sum next to a value where rounding turns over, or onto it.
void aimAtTie(Neuron& neuron, Random& random)
{
    const int power = between(random, 0, 14);
    neuron.multiplier = static_cast<std::int16_t>(1 << power);
    const std::int32_t odd = 2 * between(random, -130, 130) + 1;
    const std::int64_t sum =
        static_cast<std::int64_t>(odd) * (std::int64_t{1} << (neuron.shift - 1)) / neuron.multiplier;
    const std::int64_t bias = sum + between(random, -1, 1) - neuron.dot();
    if (std::abs(bias) <= neuron.roomForBias())
        neuron.bias = static_cast<std::int32_t>(bias);
}

Neuron randomNeuron(Random& random)
{
    Neuron neuron;
    const std::int32_t largestWeight = random.below(3) == 0 ? between(random, 0, 2) : 127;
    const std::uint32_t inputKind = random.below(6);
    for (std::int32_t left = between(random, 1, 500); left > 0; --left) {
        const auto weight = static_cast<std::int8_t>(between(random, -largestWeight, largestWeight));
        neuron.weights.push_back(weight);
        neuron.inputs.push_back(inputValue(random, inputKind, weight));
    }
    const std::int32_t room = neuron.roomForBias();
    const std::uint32_t biasKind = random.below(4);
    neuron.bias = biasKind == 0 ? room : biasKind == 1 ? -room : between(random, -room, room);
    const std::uint32_t multiplierKind = random.below(4);
    const std::int32_t multiplier = multiplierKind == 0 ? 1 : multiplierKind == 1 ? 32767 : between(random, 1, 32767);
    neuron.multiplier = static_cast<std::int16_t>(multiplier);
    neuron.shift = static_cast<std::uint8_t>(between(random, 16, 24));
    if (random.below(4) == 0)
        aimAtTie(neuron, random);
    return neuron;
}

std::int32_t expectedSum(const Neuron& neuron)
{
    const reference::Integers weights(neuron.weights.begin(), neuron.weights.end());
    const reference::Integers inputs(neuron.inputs.begin(), neuron.inputs.end());
    return static_cast<std::int32_t>(reference::neuronSum(weights.data(), neuron.bias, inputs));
}

/// Groups of `outputs` neurons, of which the one at `place` is the neuron and the others have a bias alone.
std::vector<std::uint8_t> groupBytes(const Neuron& neuron, int place, int outputs)
{
    std::vector<std::uint8_t> bytes;
    const auto add = [&bytes](std::int32_t value, int size) {
        for (int i = 0; i < size; ++i)
            bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
    };
    for (int first = 0; first < outputs; first += 4) {
        for (int n = first; n < first + 4; ++n)
            add(n == place ? neuron.bias : n < outputs ? 1000 * n : 1 - sumLimit, 3);
        for (const std::int8_t weight : neuron.weights)
            for (int n = first; n < first + 4; ++n)
                add(n == place ? weight : 0, 1);
        for (int n = first; n < first + 4; ++n)
            add(n == place ? neuron.multiplier : 32767, 2);
    }
    return bytes;
}

std::int8_t hiddenOutput(const Neuron& neuron, std::int8_t lowest)
{
    std::int8_t output = 0;
    runtime::denseHidden(runtime::Int8Weights{neuron.weights.data()}, &neuron.bias, &neuron.multiplier, neuron.shift,
                         lowest, static_cast<std::uint16_t>(neuron.weights.size()), 1, neuron.inputs.data(), &output);
    return output;
}

std::int32_t scoreOutput(const Neuron& neuron)
{
    std::int32_t score = 0;
    runtime::denseScores(runtime::Int8Weights{neuron.weights.data()}, &neuron.bias, &neuron.multiplier,
                         static_cast<std::uint16_t>(neuron.weights.size()), 1, neuron.inputs.data(), &score);
    return score;
}

std::int32_t sumOutput(const Neuron& neuron)
{
    std::int32_t sum = 0;
    runtime::denseSums(runtime::Int8Weights{neuron.weights.data()}, &neuron.bias,
                       static_cast<std::uint16_t>(neuron.weights.size()), 1, neuron.inputs.data(), &sum);
    return sum;
}

}

class TestIntegerArithmetic : public QObject {
    Q_OBJECT

private slots:
    void hundredThousandRandomNeuronsEqualTheReference();
    void groupsOfFourEqualTheReference();
    void requantizationEqualsTheReferenceAtItsExtremes();
    void fixedPointEqualsTheReferenceForAnyFloat();
    void fixedPoint_data();
    void fixedPoint();
    void countsGiveTheBitsOfTheirFloats();
    void scaledInputEqualsTheReference();
    void scaledInputStaysWithinItsBounds();
    void answersEqualTheReference();
    void firstOfEqualScoresWins();
};

void TestIntegerArithmetic::hundredThousandRandomNeuronsEqualTheReference()
{
    Random random(2024);
    int ties = 0, atTheLimit = 0, scores = 0;
    for (int i = 0; i < 100000; ++i) {
        const Neuron neuron = randomNeuron(random);
        const std::int32_t sum = expectedSum(neuron);
        QVERIFY(std::abs(sum) < sumLimit);
        QCOMPARE(sumOutput(neuron), sum);
        const std::int64_t requantized = reference::requantized(sum, neuron.multiplier, neuron.shift);
        if (neuron.shift == 16) {
            QCOMPARE(scoreOutput(neuron), static_cast<std::int32_t>(requantized));
            ++scores;
        } else {
            QCOMPARE(hiddenOutput(neuron, 0), static_cast<std::int8_t>(std::clamp<std::int64_t>(requantized, 0, 127)));
            QCOMPARE(hiddenOutput(neuron, -127),
                     static_cast<std::int8_t>(std::clamp<std::int64_t>(requantized, -127, 127)));
        }
        const std::int64_t product = static_cast<std::int64_t>(sum) * neuron.multiplier;
        QVERIFY(std::abs(product) < std::int64_t{1} << 38);
        ties += (product & ((std::int64_t{1} << neuron.shift) - 1)) == std::int64_t{1} << (neuron.shift - 1);
        atTheLimit += std::abs(sum) == sumLimit - 1;
    }
    // The draw must have met what is hard.
    QVERIFY(ties > 1000);
    QVERIFY(atTheLimit > 1000);
    QVERIFY(scores > 1000);
}

/// The four neurons of a group in every place, its padding too, against the neuron alone.
void TestIntegerArithmetic::groupsOfFourEqualTheReference()
{
    Random random(2026);
    for (int i = 0; i < 5000; ++i) {
        Neuron neuron = randomNeuron(random);
        const bool score = random.below(2) == 0;
        neuron.shift = score ? 16 : static_cast<std::uint8_t>(between(random, 17, 24));
        const std::int64_t expected = reference::requantized(expectedSum(neuron), neuron.multiplier, neuron.shift);
        const auto inputs = static_cast<std::uint16_t>(neuron.weights.size());
        const auto place = static_cast<std::uint16_t>(random.below(7));
        const auto outputs = static_cast<std::uint16_t>(place + 1 + random.below(8 - place));
        const std::vector<std::uint8_t> group = groupBytes(neuron, place, outputs);
        if (score) {
            std::int32_t scores[8] = {};
            runtime::layerScores<runtime::Int8, runtime::DenseInputs>(group.data(), inputs, outputs,
                                                                      neuron.inputs.data(), scores);
            QCOMPARE(scores[place], static_cast<std::int32_t>(expected));
            std::int8_t work[8];
            const std::uint16_t best = runtime::layerClass<runtime::Int8, runtime::SparseInputs>(
                group.data(), inputs, outputs, neuron.inputs.data(), work);
            QCOMPARE(best, runtime::largest(scores, outputs));
        } else {
            std::int8_t y[8] = {};
            runtime::layerRelu<runtime::Int8, runtime::DenseInputs>(group.data(), neuron.shift, inputs, outputs,
                                                                    neuron.inputs.data(), y);
            QCOMPARE(y[place], static_cast<std::int8_t>(std::clamp<std::int64_t>(expected, 0, 127)));
            runtime::layerLinear<runtime::Int8, runtime::DenseInputs>(group.data(), neuron.shift, inputs, outputs,
                                                                      neuron.inputs.data(), y);
            QCOMPARE(y[place], static_cast<std::int8_t>(std::clamp<std::int64_t>(expected, -127, 127)));
        }
    }
}

void TestIntegerArithmetic::requantizationEqualsTheReferenceAtItsExtremes()
{
    const std::int32_t sums[] = {0,      1,      -1,           127,   128,   -128,   65535,   65536,        -65535,
                                 -65536, -65537, sumLimit - 1, 32767, 32768, -32768, 1 << 22, 1 - sumLimit, -(1 << 22)};
    for (const std::int32_t sum : sums)
        for (const int multiplier : {1, 2, 3, 127, 128, 255, 256, 16384, 32766, 32767})
            for (int shift = 16; shift <= 24; ++shift)
                QCOMPARE(
                    runtime::requantize(sum, static_cast<std::int16_t>(multiplier), static_cast<std::uint8_t>(shift)),
                    static_cast<std::int32_t>(reference::requantized(sum, multiplier, shift)));
}

void TestIntegerArithmetic::fixedPointEqualsTheReferenceForAnyFloat()
{
    Random random(7);
    for (int i = 0; i < 300000; ++i) {
        const std::uint32_t bits = random.next();
        if (runtime::isMissing(bits))
            continue;
        const float x = std::bit_cast<float>(bits);
        // Half of the draws aim at exponents where the result is neither 0 nor saturated.
        const int exponent =
            i % 2 ? between(random, -128, 124) : std::clamp(between(random, 0, 31) - std::ilogb(x), -128, 124);
        QCOMPARE(runtime::fixedPoint(bits, static_cast<std::int8_t>(exponent)),
                 static_cast<std::int32_t>(reference::fixedPoint(x, exponent)));
    }
}

void TestIntegerArithmetic::fixedPoint_data()
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr int limit = 1 << 30;
    QTest::addColumn<float>("x");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<int>("expected");
    QTest::newRow("zero") << 0.0f << 10 << 0;
    QTest::newRow("minus zero") << -0.0f << 10 << 0;
    QTest::newRow("tie goes away from zero") << 2.5f << 0 << 3;
    QTest::newRow("negative tie goes away from zero") << -2.5f << 0 << -3;
    QTest::newRow("half") << 0.5f << 0 << 1;
    QTest::newRow("just below half") << 0.49999997f << 0 << 0;
    QTest::newRow("negative exponent") << 101325.0f << -2 << 25331;
    QTest::newRow("largest below saturation") << 1073741760.0f << 0 << 1073741760;
    QTest::newRow("saturation begins") << 1073741824.0f << 0 << limit;
    QTest::newRow("huge") << 3e38f << 0 << limit;
    QTest::newRow("negative huge") << -3e38f << 0 << -limit;
    QTest::newRow("infinity") << infinity << 0 << limit;
    QTest::newRow("infinity with the least exponent") << infinity << -128 << limit;
    QTest::newRow("negative infinity") << -infinity << 20 << -limit;
    QTest::newRow("largest subnormal with the largest exponent") << 1.17549421e-38f << 124 << 0;
    QTest::newRow("smallest normal with the largest exponent") << 1.17549435e-38f << 124 << 0;
}

void TestIntegerArithmetic::fixedPoint()
{
    QFETCH(float, x);
    QFETCH(int, exponent);
    QTEST(runtime::fixedPoint(runtime::bitsOf(x), static_cast<std::int8_t>(exponent)), "expected");
    QCOMPARE(reference::fixedPoint(x, exponent),
             std::int64_t{runtime::fixedPoint(runtime::bitsOf(x), static_cast<std::int8_t>(exponent))});
}

void TestIntegerArithmetic::countsGiveTheBitsOfTheirFloats()
{
    Random random(12);
    const std::int32_t largest = 1 << 24;
    for (int i = 0; i < 200000; ++i) {
        const std::int32_t size = between(random, 0, 24);
        const std::int32_t count = i % 100 == 0 ? largest : between(random, -(1 << size), 1 << size);
        const auto exponent = static_cast<std::int8_t>(i % 3 ? between(random, -30, 32) : between(random, -128, 124));
        QCOMPARE(runtime::fixedPointOfCount(count, exponent),
                 runtime::fixedPoint(runtime::bitsOf(static_cast<float>(count)), exponent));
    }
}

void TestIntegerArithmetic::scaledInputEqualsTheReference()
{
    Random random(11);
    const std::int32_t centreLimit = (1 << 29) - 1;
    for (int i = 0; i < 200000; ++i) {
        const std::int32_t centre = between(random, -centreLimit, centreLimit);
        const std::int32_t nearby = centre + between(random, -70000, 70000);
        const std::int32_t value = i % 4 ? nearby : between(random, -(1 << 30), 1 << 30);
        const auto factor = static_cast<std::int16_t>(i % 8 == 1 ? 32767 : between(random, -32767, 32767));
        QCOMPARE(runtime::scaledInput(value, centre, factor),
                 static_cast<std::int8_t>(reference::scaledInput(value, centre, factor)));
    }
}

void TestIntegerArithmetic::scaledInputStaysWithinItsBounds()
{
    QCOMPARE(runtime::scaledInput(1 << 30, 1 - (1 << 29), 32767), std::int8_t{127});
    QCOMPARE(runtime::scaledInput(-(1 << 30), (1 << 29) - 1, 32767), std::int8_t{-127});
    QCOMPARE(runtime::scaledInput(1 << 30, 0, 0), std::int8_t{0});
}

void TestIntegerArithmetic::answersEqualTheReference()
{
    Random random(5);
    for (int i = 0; i < 50000; ++i) {
        const std::int32_t sum = between(random, 1 - sumLimit, sumLimit - 1);
        const std::int32_t offset = between(random, 1 - (1 << 30), (1 << 30) - 1);
        const float unit = std::ldexp(random.uniform(0.5f, 1), between(random, -60, 40));
        reference::Model model;
        model.layers = {{{0}, {sum}, {}, 0, false, 0, {}}};
        model.inputs = {reference::Input{}};
        model.offset = offset;
        model.unit = unit;
        QCOMPARE(std::bit_cast<std::uint32_t>(runtime::answerFromSum(sum, offset, unit)),
                 std::bit_cast<std::uint32_t>(reference::answer(model, {0}).value));
    }
}

void TestIntegerArithmetic::firstOfEqualScoresWins()
{
    const std::int32_t scores[] = {-5, 7, 7, 6};
    QCOMPARE(runtime::largest(scores, std::uint16_t{4}), std::uint16_t{1});
    const std::int32_t negative[] = {-5, -4};
    QCOMPARE(runtime::largest(negative, std::uint16_t{2}), std::uint16_t{1});
}

QTEST_APPLESS_MAIN(TestIntegerArithmetic)
#include "tst_integer_arithmetic.moc"
