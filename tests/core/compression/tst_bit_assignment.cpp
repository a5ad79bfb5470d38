#include "compression/bit_assignment.h"
#include "compression/compress.h"
#include "support/draws.h"
#include "support/model_fixtures.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

using namespace broto;
using test::valueOf;

namespace {

using Bits = std::vector<int>;

/// Layers that lose so much with 4 and with 2 bits.
Sensitivity losing(const std::vector<std::pair<double, double>>& losses)
{
    Sensitivity sensitivity;
    for (const auto& [four, two] : losses)
        sensitivity.layers.push_back({{8, {}, 0, 0}, {4, {}, 0, four}, {2, {}, 0, two}});
    return sensitivity;
}

double sumOfBits(const Bits& bits)
{
    return std::accumulate(bits.begin(), bits.end(), 0.0);
}

/// Bits times weights, as if none were lost between bytes.
BitCost bitsOfLayers(const std::vector<double>& weights)
{
    return [weights](const Bits& bits) { return std::inner_product(bits.begin(), bits.end(), weights.begin(), 0.0); };
}

/// The least loss within a budget, by trying all ways with loops of its own.
double leastLoss(const Sensitivity& sensitivity, const BitCost& cost, double budget, Bits bits = {})
{
    const std::size_t layer = bits.size();
    if (layer == sensitivity.layers.size())
        return cost(bits) <= budget ? 0 : std::numeric_limits<double>::infinity();
    double least = std::numeric_limits<double>::infinity();
    bits.push_back(0);
    for (const BitScore& choice : sensitivity.layers[layer]) {
        bits.back() = choice.bits;
        least = std::min(least, std::max(0.0, choice.lossChange) + leastLoss(sensitivity, cost, budget, bits));
    }
    return least;
}

}

class TestBitAssignment : public QObject {
    Q_OBJECT

private slots:
    void bitsGoWhereTheyAreNeeded_data();
    void bitsGoWhereTheyAreNeeded();
    void ofEqualLossesTheCheaperWins();
    void ofAllEqualEarlierLayersKeepMore();
    void nothingIsCheapEnough();
    void nothingBeatsAllWays();
    void mostLayersThatThereAre();
    void assignmentMakesAModelWithinTheBudget();
};

void TestBitAssignment::bitsGoWhereTheyAreNeeded_data()
{
    QTest::addColumn<double>("budget");
    QTest::addColumn<Bits>("expected");
    QTest::addColumn<double>("lossChange");
    // The first layer loses 0.1 and 5, the second 1 and 2, the third 3 and 4.
    QTest::newRow("room for all") << 24.0 << Bits{8, 8, 8} << 0.0;
    QTest::newRow("unlimited") << std::numeric_limits<double>::infinity() << Bits{8, 8, 8} << 0.0;
    QTest::newRow("one must give") << 23.0 << Bits{4, 8, 8} << 0.1;
    QTest::newRow("just enough") << 20.0 << Bits{4, 8, 8} << 0.1;
    QTest::newRow("two must give") << 16.0 << Bits{4, 4, 8} << 1.1;
    QTest::newRow("a ternary one is better than three of 4") << 14.0 << Bits{4, 2, 8} << 2.1;
    QTest::newRow("three of 4 bits") << 12.0 << Bits{4, 4, 4} << 4.1;
    QTest::newRow("the least") << 6.0 << Bits{2, 2, 2} << 11.0;
}

void TestBitAssignment::bitsGoWhereTheyAreNeeded()
{
    QFETCH(double, budget);
    QFETCH(Bits, expected);
    QFETCH(double, lossChange);
    const BitAssignment found = assignedBits(losing({{0.1, 5}, {1, 2}, {3, 4}}), sumOfBits, budget);
    QCOMPARE(found.layerBits, expected);
    QCOMPARE(found.cost, sumOfBits(expected));
    QCOMPARE(found.lossChange, lossChange);
    QVERIFY(found.withinBudget);
}

void TestBitAssignment::ofEqualLossesTheCheaperWins()
{
    const BitAssignment found = assignedBits(losing({{0, 0}, {0, 1}}), sumOfBits, 100);
    QCOMPARE(found.layerBits, (Bits{2, 4}));
    QCOMPARE(found.lossChange, 0.0);
}

void TestBitAssignment::ofAllEqualEarlierLayersKeepMore()
{
    QCOMPARE(assignedBits(losing({{1, 9}, {1, 9}}), sumOfBits, 12).layerBits, (Bits{8, 4}));
    const BitCost nothing = [](const Bits&) { return 0.0; };
    QCOMPARE(assignedBits(losing({{0, 0}, {0, 0}}), nothing, 0).layerBits, (Bits{8, 8}));
}

void TestBitAssignment::nothingIsCheapEnough()
{
    const BitAssignment found = assignedBits(losing({{1, 2}, {3, 4}}), bitsOfLayers({10, 1}), 21);
    QVERIFY(!found.withinBudget);
    QCOMPARE(found.layerBits, (Bits{2, 2}));
    QCOMPARE(found.cost, 22.0);
    QCOMPARE(found.lossChange, 6.0);
    // Fewer bits need not be cheaper: kernels of their own take flash.
    const BitCost kernels = [](const Bits& bits) { return bits == Bits{8, 8} ? 30.0 : 40.0; };
    QCOMPARE(assignedBits(losing({{-1, -1}, {-1, -1}}), kernels, 10).layerBits, (Bits{8, 8}));
}

void TestBitAssignment::nothingBeatsAllWays()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Random random(seed);
        std::vector<std::pair<double, double>> losses;
        std::vector<double> weights;
        for (std::int32_t layers = between(random, 1, 5); layers > 0; --layers) {
            losses.push_back({random.uniform(-0.1f, 1), random.uniform(-0.1f, 2)});
            weights.push_back(between(random, 1, 50));
        }
        const Sensitivity sensitivity = losing(losses);
        const BitCost cost = bitsOfLayers(weights);
        const double budget = 5 * std::accumulate(weights.begin(), weights.end(), 0.0);
        const BitAssignment found = assignedBits(sensitivity, cost, budget);
        QVERIFY(found.withinBudget && found.cost <= budget && found.cost == cost(found.layerBits));
        QVERIFY(std::abs(found.lossChange - leastLoss(sensitivity, cost, budget)) < 1e-12);
    }
}

void TestBitAssignment::mostLayersThatThereAre()
{
    const std::vector<std::pair<double, double>> losses(mostLayers + 1, {1, 4});
    int asked = 0;
    const BitAssignment found = assignedBits(
        losing(losses),
        [&asked](const Bits& bits) {
            ++asked;
            return sumOfBits(bits);
        },
        4 * 9);
    QCOMPARE(asked, 19683);
    QCOMPARE(found.layerBits, Bits(9, 4));
    QCOMPARE(found.lossChange, 9.0);
}

void TestBitAssignment::assignmentMakesAModelWithinTheBudget()
{
    const Dataset data = fixtureDataset(Task::Classification, 5);
    const TrainedNetwork trained = fixtureTraining(data, {{{16}, {8}}}, 5);
    const Sensitivity sensitivity = valueOf(layerSensitivity(trained.network, data));
    const std::int64_t most = weightBytes(valueOf(quantize(trained, data, usualOptions(8), "1.0")));
    const std::int64_t least = weightBytes(valueOf(quantize(trained, data, usualOptions(2), "1.0")));
    const auto bytes = [&](const Bits& bits) {
        return static_cast<double>(weightBytes(valueOf(quantize(trained, data, mixedOptions(bits), "1.0"))));
    };
    for (const double share : {0.0, 0.3, 0.6, 1.0}) {
        const double budget = static_cast<double>(least) + share * static_cast<double>(most - least);
        const BitAssignment found = assignedBits(sensitivity, bytes, budget);
        QVERIFY(found.withinBudget && bytes(found.layerBits) <= budget);
    }
    QVERIFY(!assignedBits(sensitivity, bytes, static_cast<double>(least - 1)).withinBudget);
}

QTEST_APPLESS_MAIN(TestBitAssignment)
#include "tst_bit_assignment.moc"
