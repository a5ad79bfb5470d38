#include "runtime/requantize.h"
#include "support/draws.h"
#include "training/integer_pass.h"
#include "training/parameters.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace broto;

namespace {

constexpr std::int32_t largestSum = (1 << 23) - 1;

std::vector<InstructionSet> instructionSets()
{
    if (available(InstructionSet::Avx2))
        return {InstructionSet::Baseline, InstructionSet::Avx2};
    return {InstructionSet::Baseline};
}

std::size_t placeOf(int row, int width, int column)
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
}

/// Ends, sums of every size by chance, and those whose results lie half-way between two whole numbers.
std::vector<std::int32_t> hostileSums(std::int32_t multiplier, int shift)
{
    std::vector<std::int32_t> sums = {0, 1, 2, 65535, 65536, 65537, 32767, 32768, 1 << 22, largestSum - 1, largestSum};
    Random random(1);
    for (int i = 0; i < 80; ++i)
        sums.push_back(static_cast<std::int32_t>(random.below(1u << (1 + i % 23))));
    const std::int64_t half = (std::int64_t{1} << (shift - 1)) / std::gcd(std::int64_t{1} << (shift - 1), multiplier);
    for (std::int64_t odd = 1; odd * half <= largestSum && odd < 1024; odd += 2)
        sums.push_back(static_cast<std::int32_t>(odd * half));
    for (std::size_t i = 0, count = sums.size(); i < count; ++i)
        sums.push_back(-sums[i]);
    sums.resize((sums.size() + 7) / 8 * 8);
    return sums;
}

/// Learned weights on a grid, with the last columns of the rows padded.
struct GridCase {
    int inputs;
    int width;
    int outputs;
    float step;
    float levels;
    AlignedFloats values, levelsPerUnit, scales, whole, slopes;

    GridCase(std::uint64_t seed, int inputCount, int outputCount, int bits)
        : inputs(inputCount),
          width(padded(outputCount)),
          outputs(outputCount),
          step(static_cast<float>(1 << (8 - bits))),
          levels(static_cast<float>((1 << (bits - 1)) - 1)),
          values(placeOf(inputs, width, 0)),
          levelsPerUnit(static_cast<std::size_t>(width)),
          scales(levelsPerUnit.size()),
          whole(values.size()),
          slopes(values.size())
    {
        Random random(seed);
        for (int o = 0; o < outputs; ++o) {
            const auto column = static_cast<std::size_t>(o);
            scales[column] = 0.01f * static_cast<float>(std::exp(random.normal()));
            levelsPerUnit[column] = 1 / (scales[column] * step);
            for (int i = 0; i < inputs; ++i) {
                values[placeOf(i, width, o)] =
                    static_cast<float>(0.7 * random.normal()) * scales[column] * step * levels;
                slopes[placeOf(i, width, o)] = static_cast<float>(random.normal());
            }
        }
    }

    GridWeights grid()
    {
        return {values.data(), inputs, width, levelsPerUnit.data(), scales.data(), step, levels, whole.data()};
    }
    double level(int input, int neuron) const
    {
        return double{values[placeOf(input, width, neuron)]} * levelsPerUnit[static_cast<std::size_t>(neuron)];
    }
    bool isAtTheEnd(int input, int neuron) const // where the last bit decides
    {
        return std::abs(std::abs(level(input, neuron)) - levels - 0.5) < 1e-4;
    }
    bool isCutOff(int input, int neuron) const { return std::abs(level(input, neuron)) >= levels + 0.5; }
};

void everyGrid()
{
    QTest::addColumn<int>("bits");
    for (int bits = 2; bits <= 8; ++bits)
        QTest::addRow("%d bits", bits) << bits;
}

/// Integers by chance that are what is learned: slopes come back as they are.
class DrawnForm : public IntegerForm {
public:
    DrawnForm(const Parameters& parameters, bool scores, std::uint64_t seed)
    {
        Random random(seed);
        for (std::size_t l = 0; l < parameters.layers.size(); ++l) {
            const bool last = l + 1 == parameters.layers.size();
            m_layers.push_back(drawnLayer(random, parameters.layers[l], !last || scores, last));
        }
    }
    void shape(const Parameters&) override { ++shaped; }
    void pullBack(const Parameters&, AlignedFloats&) override { ++pulledBack; }

    int shaped = 0;
    int pulledBack = 0;

private:
    static IntegerLayerForm drawnLayer(Random& random, const LayerPlace& place, bool requantized, bool last)
    {
        IntegerLayerForm layer;
        const auto width = static_cast<std::size_t>(place.width);
        layer.weights.resize(place.weightCount());
        layer.bias.resize(width);
        layer.scales.resize(width);
        layer.multipliers.resize(requantized ? width : 0);
        for (int o = 0; o < place.outputs; ++o) {
            const auto neuron = static_cast<std::size_t>(o);
            for (int i = 0; i < place.inputs; ++i)
                layer.weights[placeOf(i, place.width, o)] = static_cast<float>(between(random, -127, 127));
            layer.bias[neuron] = static_cast<float>(between(random, -40000, 40000));
            layer.scales[neuron] = random.uniform(0.001f, 0.01f);
            if (requantized)
                layer.multipliers[neuron] = between(random, 12000, 32767);
        }
        layer.shift = last ? 16 : 23;
        layer.lowest = place.activation == Activation::Relu ? 0 : -127;
        if (place.activation != Activation::Relu && place.activation != Activation::Linear)
            for (int i = -128; i < 128; ++i)
                layer.table.push_back(std::round(127 * std::tanh(static_cast<float>(std::max(i, -127)) / 50)));
        layer.resultScale = 1.0f / 50;
        layer.inputScale = 1.0f / 127;
        layer.outputScale = last ? 1e-5f : 1.0f / 127;
        return layer;
    }
};

/// Every layer's outputs for one row, in the plainest way.
struct Walk {
    std::vector<std::vector<std::int32_t>> requantized; ///< before a table
    std::vector<std::vector<std::int32_t>> outputs;
};

Walk walked(const Parameters& parameters, const DrawnForm& form, const std::vector<std::int32_t>& inputs)
{
    Walk walk;
    std::vector<std::int32_t> x = inputs;
    for (std::size_t l = 0; l < parameters.layers.size(); ++l) {
        const LayerPlace& place = parameters.layers[l];
        const IntegerLayerForm& layer = form.layers()[l];
        std::vector<std::int32_t> before, y;
        for (int o = 0; o < place.outputs; ++o) {
            const auto neuron = static_cast<std::size_t>(o);
            auto sum = static_cast<std::int32_t>(layer.bias[neuron]);
            for (int i = 0; i < place.inputs; ++i)
                sum += static_cast<std::int32_t>(layer.weights[placeOf(i, place.width, o)]) *
                       x[static_cast<std::size_t>(i)];
            std::int32_t result = sum;
            if (!layer.multipliers.empty())
                result = runtime::requantize(sum, static_cast<std::int16_t>(layer.multipliers[neuron]),
                                             static_cast<std::uint8_t>(layer.shift));
            if (l + 1 < parameters.layers.size())
                result = std::clamp(result, static_cast<std::int32_t>(layer.lowest), 127);
            before.push_back(result);
            y.push_back(layer.table.empty()
                            ? result
                            : static_cast<std::int32_t>(layer.table[static_cast<std::size_t>(result + 128)]));
        }
        walk.requantized.push_back(before);
        walk.outputs.push_back(y);
        x = y;
    }
    return walk;
}

/// A network of drawn integers, and rows for it.
struct DrawnNetwork {
    NetworkDesign design;
    Parameters parameters;
    DrawnForm form;
    Matrix inputs;
    Truth truth;
    static constexpr int rows = 13, inputCount = 7;

    DrawnNetwork(Activation activation, Task task)
        : design{{{11, activation}, {9, activation}}},
          parameters(design, emptyNetwork(task)),
          form(parameters, task == Task::Classification, 3),
          inputs(rows, inputCount)
    {
        Random random(4);
        for (float& input : inputs.reshaped())
            input = static_cast<float>(between(random, -127, 127));
        for (int row = 0; row < rows; ++row) {
            truth.labels.push_back(row % 3);
            truth.values.push_back(random.uniform(-1, 1));
        }
    }

    Network emptyNetwork(Task task) const
    {
        Network network;
        for (const LayerShape& shape : shapeOf(design, inputCount, task == Task::Classification ? 3 : 1))
            network.layers.push_back(
                {Matrix::Ones(shape.outputs, shape.inputs), Vector::Zero(shape.outputs), shape.activation});
        return network;
    }
    LossRules rules(Task task) const
    {
        return {task == Task::Classification ? Loss::CrossEntropy : Loss::SquaredError};
    }
    std::vector<std::int32_t> row(Eigen::Index number) const
    {
        std::vector<std::int32_t> values;
        for (const float input : inputs.row(number))
            values.push_back(static_cast<std::int32_t>(input));
        return values;
    }
};

std::vector<std::uint32_t> mixedRows()
{
    std::vector<std::uint32_t> rows(DrawnNetwork::rows);
    std::iota(rows.begin(), rows.end(), 0u);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

void everyPass()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<Task>("task");
    for (const auto& [activation, name] : {std::pair(Activation::Relu, "ReLU"), std::pair(Activation::Linear, "linear"),
                                           std::pair(Activation::Tanh, "tanh by a table")}) {
        QTest::addRow("%s, classification", name) << activation << Task::Classification;
        QTest::addRow("%s, regression", name) << activation << Task::Regression;
    }
}

}

class TestIntegerPass : public QObject {
    Q_OBJECT

private slots:
    void requantizationIsTheBoards_data();
    void requantizationIsTheBoards();
    void everyColumnIsLookedAtForHalves();
    void requantizedProductIsAProductThatIsRequantized();
    void productBehindAClampIsZeroAtItsEnds();
    void weightsAreRoundedToTheirGrid_data();
    void weightsAreRoundedToTheirGrid();
    void productsAreRoundedToTheNearest();
    void slopesPassWhereWeightsAreNotCutOff_data();
    void slopesPassWhereWeightsAreNotCutOff();
    void scalesLearnWhatRoundingLeaves_data();
    void scalesLearnWhatRoundingLeaves();
    void scalesGrowByTheExponential();
    void nothingHasNoReciprocal();
    void multipliersAreWholeFromOneToTheLargest();
    void outputsAreTheBoards_data();
    void outputsAreTheBoards();
    void slopesGoStraightThrough_data();
    void slopesGoStraightThrough();
    void formIsShapedAnewForEveryPass();
};

void TestIntegerPass::requantizationIsTheBoards_data()
{
    QTest::addColumn<int>("shift");
    for (int shift = 16; shift <= 24; ++shift)
        QTest::addRow("shift %d", shift) << shift;
}

void TestIntegerPass::requantizationIsTheBoards()
{
    QFETCH(int, shift);
    const std::vector<std::int32_t> multipliers = {1,    2,     3,     127,   128,   255,   256,   257,   8191,
                                                   8192, 16320, 16383, 16384, 16448, 20591, 32640, 32766, 32767};
    const float ends[][2] = {{-127, 127}, {0, 127}};
    for (const InstructionSet set : instructionSets())
        for (const std::int32_t multiplier : multipliers)
            for (const auto& [lowest, highest] : ends) {
                const std::vector<std::int32_t> sums = hostileSums(multiplier, shift);
                AlignedFloats values(sums.begin(), sums.end()), results(sums.size());
                const std::vector<std::int32_t> factors(sums.size(), multiplier);
                const float* noInputs = nullptr;
                const Product sumsAlone{&noInputs,     1, 0, nullptr, static_cast<int>(sums.size()), values.data(),
                                        results.data()};
                if (shift == 16)
                    kernelsFor(set).productScored(sumsAlone, factors.data(), 0.5f);
                else
                    kernelsFor(set).productRequantized(sumsAlone, {factors.data(), shift, lowest, highest});
                for (std::size_t i = 0; i < sums.size(); ++i) {
                    const std::int64_t half = std::int64_t{1} << (shift - 1);
                    const std::int64_t exact = (std::int64_t{sums[i]} * multiplier + half) >> shift;
                    QCOMPARE(std::int64_t{runtime::requantize(sums[i], static_cast<std::int16_t>(multiplier),
                                                              static_cast<std::uint8_t>(shift))},
                             exact);
                    const auto whole = static_cast<float>(exact);
                    QCOMPARE(results[i], shift == 16 ? 0.5f * whole : std::clamp(whole, lowest, highest));
                }
            }
}

/// One column whose halves are rounded up must not be forgotten beside others that have none.
void TestIntegerPass::everyColumnIsLookedAtForHalves()
{
    for (const InstructionSet set : instructionSets())
        for (std::size_t column = 0; column < 16; ++column) {
            AlignedFloats values(16, 12.0f), results(16);
            std::vector<std::int32_t> multipliers(16, 20591);
            multipliers[column] = 16384; // 12 * 2^14 / 2^17 = 1.5, and -12 -1.5
            values[column] = -12;
            const float* noInputs = nullptr;
            kernelsFor(set).productRequantized({&noInputs, 1, 0, nullptr, 16, values.data(), results.data()},
                                               {multipliers.data(), 17, -127, 127});
            for (std::size_t i = 0; i < 16; ++i)
                QCOMPARE(results[i], i == column ? -1.0f : 2.0f);
        }
}

void TestIntegerPass::requantizedProductIsAProductThatIsRequantized()
{
    Random random(6);
    for (const InstructionSet set : instructionSets())
        for (const int width : {8, 16, 24})
            for (int rows = 1; rows <= 13; ++rows) {
                const int depth = 1 + static_cast<int>(random.below(20));
                AlignedFloats values(placeOf(rows, depth, 0)), factors(placeOf(depth, width, 0)),
                    start(static_cast<std::size_t>(width)), sums(placeOf(rows, width, 0)), results(sums.size());
                std::vector<std::int32_t> multipliers(start.size());
                for (float& value : values)
                    value = static_cast<float>(between(random, -127, 127));
                for (float& factor : factors)
                    factor = static_cast<float>(between(random, -127, 127));
                for (float& bias : start)
                    bias = static_cast<float>(between(random, -8000000, 8000000));
                for (std::int32_t& multiplier : multipliers)
                    multiplier = between(random, 1, 32767);
                std::vector<const float*> rowPlaces;
                for (int row = 0; row < rows; ++row)
                    rowPlaces.push_back(values.data() + placeOf(row, depth, 0));
                Product product{rowPlaces.data(), rows, depth, factors.data(), width, start.data(), sums.data()};
                kernelsFor(set).product(product);
                product.result = results.data();
                kernelsFor(set).productRequantized(product, {multipliers.data(), 20, -127, 127});
                for (std::size_t i = 0; i < sums.size(); ++i) {
                    const std::int32_t whole = runtime::requantize(
                        static_cast<std::int32_t>(sums[i]),
                        static_cast<std::int16_t>(multipliers[i % static_cast<std::size_t>(width)]), 20);
                    QCOMPARE(results[i], static_cast<float>(std::clamp(whole, -127, 127)));
                }
            }
}

void TestIntegerPass::productBehindAClampIsZeroAtItsEnds()
{
    Random random(7);
    constexpr int rows = 9, depth = 5, width = 16;
    AlignedFloats values(rows * depth), factors(depth * width), outputs(rows * width), plain(outputs.size()),
        clamped(outputs.size());
    for (AlignedFloats* drawn : {&values, &factors})
        for (float& value : *drawn)
            value = random.uniform(-1, 1);
    for (float& output : outputs)
        output = static_cast<float>(std::clamp(between(random, -200, 200), -127, 127));
    std::vector<const float*> rowPlaces;
    for (int row = 0; row < rows; ++row)
        rowPlaces.push_back(values.data() + row * depth);
    for (const InstructionSet set : instructionSets()) {
        Product product{rowPlaces.data(), rows, depth, factors.data(), width, nullptr, plain.data()};
        kernelsFor(set).product(product);
        product.result = clamped.data();
        for (const float lowest : {-127.0f, 0.0f}) {
            kernelsFor(set).productBehindClamp(product, outputs.data(), lowest, 127);
            for (std::size_t i = 0; i < outputs.size(); ++i)
                QCOMPARE(clamped[i], outputs[i] > lowest && outputs[i] < 127 ? plain[i] : 0.0f);
        }
    }
}

void TestIntegerPass::weightsAreRoundedToTheirGrid_data()
{
    everyGrid();
}

void TestIntegerPass::weightsAreRoundedToTheirGrid()
{
    QFETCH(int, bits);
    for (const InstructionSet set : instructionSets())
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            GridCase c(seed, 1 + static_cast<int>(seed) * 3, 1 + static_cast<int>(seed) * 2, bits);
            kernelsFor(set).roundToGrid(c.grid());
            for (int i = 0; i < c.inputs; ++i)
                for (int o = 0; o < c.width; ++o) {
                    const double level = double{c.whole[placeOf(i, c.width, o)]} / c.step;
                    const double exact = o < c.outputs ? c.level(i, o) : 0;
                    QCOMPARE(level, std::round(level));
                    QVERIFY(std::abs(level - std::clamp<double>(exact, -c.levels, c.levels)) <= 0.5 + 1e-4);
                }
        }
}

void TestIntegerPass::productsAreRoundedToTheNearest()
{
    Random random(8);
    AlignedFloats values = {0.5f, -0.5f, 1.5f, -1.5f, 2.5f, -2.5f, 0, -0.0f, 8388607, -8388607, 1e30f, -1e30f},
                  factors(values.size(), 1);
    for (int i = 0; i < 1000; ++i) {
        values.push_back(static_cast<float>(random.normal()));
        factors.push_back(static_cast<float>(std::exp(4 * random.normal())));
    }
    values.resize((values.size() + 7) / 8 * 8);
    factors.resize(values.size());
    for (const InstructionSet set : instructionSets()) {
        AlignedFloats whole(values.size());
        kernelsFor(set).roundProducts(values.data(), factors.data(), values.size(), whole.data());
        const std::vector<float> first(whole.begin(), whole.begin() + 12);
        QCOMPARE(first, (std::vector<float>{1, -1, 2, -2, 3, -3, 0, 0, 8388607, -8388607, 8388608, -8388608}));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double exact = std::clamp(double{values[i]} * factors[i], -8388608.0, 8388608.0);
            QCOMPARE(whole[i], std::round(whole[i]));
            QVERIFY(std::abs(whole[i] - exact) <= 0.5 + 1e-7 * std::abs(exact) + 1e-6);
        }
    }
}

void TestIntegerPass::slopesPassWhereWeightsAreNotCutOff_data()
{
    everyGrid();
}

void TestIntegerPass::slopesPassWhereWeightsAreNotCutOff()
{
    QFETCH(int, bits);
    for (const InstructionSet set : instructionSets())
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            GridCase c(seed, 1 + static_cast<int>(seed) * 3, 1 + static_cast<int>(seed) * 2, bits);
            AlignedFloats slopes = c.slopes;
            kernelsFor(set).gridSlopes(c.grid(), 0.25f, slopes.data());
            for (int i = 0; i < c.inputs; ++i)
                for (int o = 0; o < c.outputs; ++o)
                    if (!c.isAtTheEnd(i, o))
                        QCOMPARE(slopes[placeOf(i, c.width, o)],
                                 c.isCutOff(i, o) ? 0.0f : 0.25f * c.slopes[placeOf(i, c.width, o)]);
        }
}

void TestIntegerPass::scalesLearnWhatRoundingLeaves_data()
{
    everyGrid();
}

/// A weight is its scale times a whole number. By the scale's logarithm its slope is what it stands for, less the
/// learned one where that still moves the number (Esser and others, 2020).
void TestIntegerPass::scalesLearnWhatRoundingLeaves()
{
    QFETCH(int, bits);
    for (const InstructionSet set : instructionSets())
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            GridCase c(seed, 1 + static_cast<int>(seed) * 3, 1 + static_cast<int>(seed) * 2, bits);
            AlignedFloats slopes = c.slopes, plain = c.slopes, ofScales(static_cast<std::size_t>(c.width));
            kernelsFor(set).roundToGrid(c.grid());
            kernelsFor(set).gridAndScaleSlopes(c.grid(), 0.25f, 0.5f, slopes.data(), ofScales.data());
            kernelsFor(set).gridSlopes(c.grid(), 0.25f, plain.data());
            QVERIFY(slopes == plain);
            for (int o = 0; o < c.outputs; ++o) {
                double slope = 0, size = 0;
                for (int i = 0; i < c.inputs; ++i) {
                    const std::size_t place = placeOf(i, c.width, o);
                    const double outer = 0.25 * double{c.slopes[place]};
                    const double standsFor = double{c.whole[place]} * c.scales[static_cast<std::size_t>(o)];
                    slope += outer * (standsFor - (c.isCutOff(i, o) ? 0 : double{c.values[place]}));
                    size += std::abs(outer * standsFor);
                    if (c.isAtTheEnd(i, o))
                        size = HUGE_VAL;
                }
                QVERIFY(std::abs(ofScales[static_cast<std::size_t>(o)] - 0.5 * slope) <= 1e-5 * size);
            }
            for (int o = c.outputs; o < c.width; ++o)
                QCOMPARE(ofScales[static_cast<std::size_t>(o)], 0.0f);
        }
}

void TestIntegerPass::scalesGrowByTheExponential()
{
    const AlignedFloats first = {1, 0.5f, 1e-3f, 2, 0, 0, 0, 0}, growth = {0, 1, -2, 0.25f, 0, 0, 0, 0};
    for (const InstructionSet set : instructionSets()) {
        AlignedFloats scales(first.size()), levels(first.size()), sums(first.size());
        const float largest = kernelsFor(set).growScales(
            {first.data(), growth.data(), first.size(), 16, 0.25f, scales.data(), levels.data(), sums.data()});
        for (std::size_t i = 0; i < first.size(); ++i) {
            const double exact = first[i] * std::exp(double{growth[i]});
            QVERIFY(std::abs(scales[i] - exact) <= 1e-6 * exact);
            QCOMPARE(levels[i], scales[i] == 0 ? 0.0f : 1 / (scales[i] * 16));
            QCOMPARE(sums[i], scales[i] == 0 ? 0.0f : 1 / (scales[i] * 0.25f));
        }
        QCOMPARE(largest, *std::max_element(scales.begin(), scales.end()));
    }
}

void TestIntegerPass::nothingHasNoReciprocal()
{
    const AlignedFloats values = {1, 0.5f, 4, 1e-20f, 3, 0, 0, 0};
    for (const InstructionSet set : instructionSets()) {
        AlignedFloats result(values.size());
        kernelsFor(set).reciprocals(values.data(), 16, values.size(), result.data());
        for (std::size_t i = 0; i < values.size(); ++i)
            QCOMPARE(result[i], values[i] == 0 ? 0.0f : 1 / (values[i] * 16));
    }
}

void TestIntegerPass::multipliersAreWholeFromOneToTheLargest()
{
    Random random(12);
    AlignedFloats values = {0, 1e-30f, 1e30f, 1, 2, 32767, 32768, 0.25f};
    for (int i = 0; i < 4096; ++i)
        values.push_back(random.uniform(0, 40000));
    const double factor = 1 + 1e-9;
    for (const InstructionSet set : instructionSets()) {
        std::vector<std::int32_t> result(values.size());
        kernelsFor(set).multipliers(values.data(), factor, values.size(), result.data());
        for (std::size_t i = 0; i < values.size(); ++i)
            QCOMPARE(result[i], values[i] == 0 ? 0
                                               : static_cast<std::int32_t>(
                                                     std::clamp(std::round(values[i] * factor), 1.0, 32767.0)));
    }
}

void TestIntegerPass::outputsAreTheBoards_data()
{
    everyPass();
}

void TestIntegerPass::outputsAreTheBoards()
{
    QFETCH(Activation, activation);
    QFETCH(Task, task);
    DrawnNetwork network(activation, task);
    for (const InstructionSet set : instructionSets()) {
        IntegerPass pass(network.parameters, network.form, network.rules(task), kernelsFor(set), network.inputs,
                         network.truth, DrawnNetwork::rows);
        const std::vector<std::uint32_t> rows = mixedRows();
        pass.judge(rows);
        const LayerPlace& last = network.parameters.layers.back();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Walk walk = walked(network.parameters, network.form, network.row(rows[i]));
            for (int o = 0; o < last.outputs; ++o)
                QCOMPARE(pass.outputs()[placeOf(static_cast<int>(i), last.width, o)],
                         static_cast<float>(walk.outputs.back()[static_cast<std::size_t>(o)]) * 1e-5f);
        }
    }
}

void TestIntegerPass::slopesGoStraightThrough_data()
{
    everyPass();
}

/// Backwards in doubles, from the integers of every layer: each weight stands for its scale times itself, each
/// activation for its scale, and what was cut off has no slope.
void TestIntegerPass::slopesGoStraightThrough()
{
    QFETCH(Activation, activation);
    QFETCH(Task, task);
    DrawnNetwork network(activation, task);
    const std::vector<std::uint32_t> rows = mixedRows();
    const std::vector<LayerPlace>& places = network.parameters.layers;
    std::vector<std::vector<double>> weightSlopes, biasSlopes;
    for (const LayerPlace& place : places) {
        weightSlopes.emplace_back(place.weightCount());
        biasSlopes.emplace_back(static_cast<std::size_t>(place.width));
    }
    for (const std::uint32_t row : rows) {
        const Walk walk = walked(network.parameters, network.form, network.row(row));
        std::vector<double> slopes;
        double sum = 0;
        for (const std::int32_t score : walk.outputs.back())
            sum += std::exp(1e-5 * score);
        for (std::size_t o = 0; o < walk.outputs.back().size(); ++o) {
            const double output = 1e-5 * walk.outputs.back()[o];
            const double wrong = task == Task::Classification
                                     ? std::exp(output) / sum - (network.truth.labels[row] == static_cast<int>(o))
                                     : 2 * (output - double{network.truth.values[row]});
            slopes.push_back(wrong / DrawnNetwork::rows);
        }
        for (std::size_t l = places.size(); l-- > 0;) {
            const IntegerLayerForm& layer = network.form.layers()[l];
            const std::vector<std::int32_t> below = l > 0 ? walk.outputs[l - 1] : network.row(row);
            std::vector<double> next(below.size());
            for (std::size_t o = 0; o < slopes.size(); ++o) {
                biasSlopes[l][o] += slopes[o];
                for (std::size_t i = 0; i < below.size(); ++i) {
                    const std::size_t place = i * static_cast<std::size_t>(places[l].width) + o;
                    weightSlopes[l][place] += slopes[o] * below[i];
                    next[i] += slopes[o] * double{layer.scales[o]} * layer.weights[place];
                }
            }
            for (std::size_t i = 0; l > 0 && i < next.size(); ++i) {
                const IntegerLayerForm& formBelow = network.form.layers()[l - 1];
                const double before = walk.requantized[l - 1][i];
                if (!formBelow.table.empty())
                    next[i] *= 1 - std::pow(walk.outputs[l - 1][i] * double{formBelow.outputScale}, 2);
                else if (before <= formBelow.lowest || before >= 127)
                    next[i] = 0;
            }
            slopes = next;
        }
    }
    for (const InstructionSet set : instructionSets()) {
        IntegerPass pass(network.parameters, network.form, network.rules(task), kernelsFor(set), network.inputs,
                         network.truth, DrawnNetwork::rows);
        Random random(1);
        pass.learn(rows, random);
        for (std::size_t l = 0; l < places.size(); ++l) {
            double difference = 0, size = 1e-30;
            const auto compare = [&](std::size_t begin, const std::vector<double>& expected) {
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    difference = std::max(difference, std::abs(pass.gradient()[begin + i] - expected[i]));
                    size = std::max(size, std::abs(expected[i]));
                }
            };
            compare(places[l].weights, weightSlopes[l]);
            QVERIFY2(difference <= 2e-5 * size, qPrintable(QStringLiteral("%1 of %2").arg(difference).arg(size)));
            difference = 0;
            size = 1e-30;
            compare(places[l].bias, biasSlopes[l]);
            QVERIFY2(difference <= 2e-5 * size, qPrintable(QStringLiteral("%1 of %2").arg(difference).arg(size)));
        }
    }
}

void TestIntegerPass::formIsShapedAnewForEveryPass()
{
    DrawnNetwork network(Activation::Relu, Task::Classification);
    IntegerPass pass(network.parameters, network.form, network.rules(Task::Classification),
                     kernelsFor(InstructionSet::Baseline), network.inputs, network.truth, DrawnNetwork::rows);
    Random random(1);
    pass.judge(mixedRows());
    pass.learn(mixedRows(), random);
    pass.learn(mixedRows(), random);
    QCOMPARE(network.form.shaped, 3);
    QCOMPARE(network.form.pulledBack, 2);
}

QTEST_APPLESS_MAIN(TestIntegerPass)
#include "tst_integer_pass.moc"
