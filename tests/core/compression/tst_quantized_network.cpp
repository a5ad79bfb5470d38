#include "compression/codebook_training.h"
#include "compression/model_frame.h"
#include "compression/predictor.h"
#include "compression/quantization_aware_training.h"
#include "compression/requantization.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;

namespace {

DenseLayer randomLayer(Random& random, int inputs, int outputs, double weightSize, double biasSize)
{
    DenseLayer layer{Matrix(outputs, inputs), Vector(outputs), Activation::Relu};
    for (float& weight : layer.weights.reshaped())
        weight = static_cast<float>(weightSize * random.normal());
    for (float& bias : layer.bias)
        bias = static_cast<float>(biasSize * random.normal());
    return layer;
}

/// Numbers alone, already scaled.
Dataset numbers(Task task, int features, int rows)
{
    Random random(21);
    Dataset data = fixtureDataset(task, 21, rows * 10 / 7);
    data.preprocessing = {};
    for (int f = 0; f < features; ++f)
        data.preprocessing.features.push_back({"x" + std::to_string(f), "", {}, -4, 4});
    for (DataPart* part : {&data.training, &data.validation, &data.test}) {
        part->raw.resize(static_cast<Eigen::Index>(part->rows()), features);
        for (float& value : part->raw.reshaped())
            value = static_cast<float>(random.normal());
        part->inputs = encoded(data.preprocessing, part->raw);
    }
    return data;
}

/// Its column 0 never changes.
Dataset withConstant(Task task, float value)
{
    Dataset data = fixtureDataset(task, 21);
    data.preprocessing.features[0].lowest = data.preprocessing.features[0].highest = value;
    auto& scale = std::get<Scale>(data.preprocessing.steps.back());
    scale.centre[0] = value;
    scale.factor[0] = 1;
    for (DataPart* part : {&data.training, &data.validation, &data.test}) {
        part->raw.col(0).setConstant(value);
        part->inputs = encoded(data.preprocessing, part->raw);
    }
    return data;
}

/// What may upset arithmetic.
enum class Trouble { None, Zero, ZeroWeights, ZeroNeurons, Tiny, Huge, HugeBias, OneHugeBias, OneHugeWeight, Equal };

struct NamedTrouble {
    Trouble trouble;
    const char* name;
};
constexpr NamedTrouble allTroubles[] = {{Trouble::None, "as drawn"},
                                        {Trouble::Zero, "all zero"},
                                        {Trouble::ZeroWeights, "no weights"},
                                        {Trouble::ZeroNeurons, "neurons without weights"},
                                        {Trouble::Tiny, "tiny"},
                                        {Trouble::Huge, "huge"},
                                        {Trouble::HugeBias, "huge biases"},
                                        {Trouble::OneHugeBias, "one huge bias"},
                                        {Trouble::OneHugeWeight, "one huge weight"},
                                        {Trouble::Equal, "equal weights"}};

void upset(DenseLayer& layer, Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::Zero:
        layer.bias.setZero();
        [[fallthrough]];
    case Trouble::ZeroWeights:
        layer.weights.setZero();
        break;
    case Trouble::ZeroNeurons:
        for (Eigen::Index o = 0; o < layer.weights.rows(); o += 2)
            layer.weights.row(o).setZero();
        break;
    case Trouble::Tiny:
        layer.weights *= 1e-20f;
        layer.bias *= 1e-20f;
        break;
    case Trouble::Huge:
        layer.weights *= 1e6f;
        break;
    case Trouble::HugeBias:
        layer.bias *= 1e7f;
        break;
    case Trouble::OneHugeBias:
        layer.bias(0) = 1e7f;
        break;
    case Trouble::OneHugeWeight:
        layer.weights(0, 0) = -1e5f;
        break;
    case Trouble::Equal:
        layer.weights.setConstant(1);
        break;
    }
}

TrainedNetwork upsetTraining(const Dataset& data, const NetworkDesign& design, Trouble trouble)
{
    TrainedNetwork trained = fixtureTraining(data, design, 21);
    for (DenseLayer& layer : trained.network.layers)
        upset(layer, trouble);
    return trained;
}

bool everySumFits(const QuantizedNetwork& network)
{
    for (const QuantizedLayer& quantized : network.layers)
        for (std::size_t o = 0; o < quantized.layer.bias.size(); ++o)
            if (!sumFits24Bits(quantized.layer, o, quantized.layer.bias[o]))
                return false;
    return true;
}

/// A model of it that keeps all promises, or the error that there is none.
bool isModelOrError(const Result<QuantizedNetwork>& network, const TrainedNetwork& trained, const Dataset& data,
                    QByteArray& why)
{
    const auto known = [&](const Message& error) {
        why = QByteArray::fromStdString(inEnglish(error));
        return error.id == "compression.not-finite" || error.id == "compression.sums-too-large";
    };
    if (!network)
        return known(network.error());
    const Result<DeployableModel> model =
        modelOf(*network, modelFrame("any", Arithmetic::Int8, trained, data, ""), data);
    if (!model)
        return known(model.error());
    if (const std::optional<Message> problem = problemWith(*model)) {
        why = QByteArray::fromStdString(inEnglish(*problem));
        return false;
    }
    return everySumFits(*network);
}

LearningStart startOf(const TrainedNetwork& trained)
{
    return {trained.network, trained.design, trained.settings};
}

}

class TestQuantizedNetwork : public QObject {
    Q_OBJECT

private slots:
    void weightsAreWithinHalfAStep_data();
    void weightsAreWithinHalfAStep();
    void oneScaleIsForTheWholeLayer();
    void smallestScaleIsKeptWhereRoundingGrowsTheLargest();
    void grownNeuronsAreCountedOnce();
    void biasesWithoutWeightsHaveRoomToLearn();
    void noSumLeaves24Bits_data();
    void noSumLeaves24Bits();
    void moreInputsThan24BitsHold_data();
    void moreInputsThan24BitsHold();
    void constantFeaturesSayNothing_data();
    void constantFeaturesSayNothing();
    void bitsCanDifferLayerByLayer();
    void wrongBitsAreRefused_data();
    void wrongBitsAreRefused();
    void learningGivesAModelOrSaysWhyNot_data();
    void learningGivesAModelOrSaysWhyNot();
    void learningWithManyInputsGivesAModelOrSaysWhyNot();
    void scaleThatHasShrunkBelowTheOffsetIsAnError();
};

void TestQuantizedNetwork::weightsAreWithinHalfAStep_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<RangeMethod>("range");
    for (int bits = leastWeightBits; bits <= mostWeightBits; ++bits)
        for (const Granularity granularity : allGranularities)
            for (const RangeMethod range : {RangeMethod::MinMax, RangeMethod::MeanSquare})
                QTest::addRow("%d bits, a scale a %s, %s", bits, granularityName(granularity).data(),
                              rangeMethodName(range).data())
                    << bits << granularity << range;
}

void TestQuantizedNetwork::weightsAreWithinHalfAStep()
{
    QFETCH(int, bits);
    QFETCH(Granularity, granularity);
    QFETCH(RangeMethod, range);
    const WeightGrid grid = gridOf(bits);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Random random(seed);
        const DenseLayer layer = randomLayer(random, 1 + static_cast<int>(random.below(40)),
                                             1 + static_cast<int>(random.below(9)), std::exp(random.normal()), 0.3);
        const QuantizedLayer quantized =
            quantizeWeights(layer, 0.02, {grid, storageOf(bits), granularity, range, nullptr});
        QVERIFY(quantized.layer.storage == storageOf(bits));
        for (std::size_t i = 0; i < quantized.layer.weights.size(); ++i) {
            const std::size_t neuron = i / static_cast<std::size_t>(quantized.layer.inputs);
            const double scale = quantized.sumScale[neuron] / 0.02;
            const double weight = layer.weights.data()[i], end = scale * grid.largest();
            const int rounded = quantized.layer.weights[i];
            QVERIFY(rounded % grid.step == 0 && std::abs(rounded) <= grid.largest());
            QVERIFY(range != RangeMethod::MinMax || std::abs(weight) <= end * (1 + 1e-6));
            QVERIFY(std::abs(std::clamp(weight, -end, end) - rounded * scale) <= 0.5001 * grid.step * scale);
        }
    }
}

void TestQuantizedNetwork::oneScaleIsForTheWholeLayer()
{
    Random random(2);
    const DenseLayer layer = randomLayer(random, 9, 5, 0.5, 0.5);
    LayerRounding rounding;
    const QuantizedLayer own = quantizeWeights(layer, 0.02, rounding);
    rounding.granularity = Granularity::Layer;
    const QuantizedLayer common = quantizeWeights(layer, 0.02, rounding);
    const double largest = *std::max_element(own.sumScale.begin(), own.sumScale.end());
    QCOMPARE(common.sumScale, std::vector<double>(5, largest));
    QVERIFY(own.sumScale != common.sumScale);
}

/// Rounding to three levels adds so much to the first neuron that its scale has to grow after the others have been
/// measured by it.
void TestQuantizedNetwork::smallestScaleIsKeptWhereRoundingGrowsTheLargest()
{
    DenseLayer layer{Matrix::Constant(2, 1100, 0.52f), Vector::Zero(2), Activation::Relu};
    layer.weights(0, 0) = 1;
    layer.weights.row(1).setConstant(1e-4f);
    const QuantizedLayer quantized = quantizeWeights(layer, 0.02, {gridOf(2), Storage::Ternary});
    QCOMPARE(quantized.sumScale[1], quantized.sumScale[0] / 256);
}

void TestQuantizedNetwork::grownNeuronsAreCountedOnce()
{
    DenseLayer layer{Matrix::Constant(4, 1100, 0.9f), Vector::Zero(4), Activation::Relu};
    layer.weights.row(2).setConstant(0);
    layer.weights(2, 7) = 1; // few weights, so that nothing has to grow
    layer.weights.row(3).setZero();
    layer.bias(3) = 1; // no weights, so that nothing is lost
    QCOMPARE(quantizeWeights(layer, 0.02, {gridOf(2), Storage::Ternary}).grownScales, 2);
    QCOMPARE(quantizeWeights(layer, 0.02, {gridOf(8)}).grownScales, 2);
    layer.weights *= 0.1f;
    layer.weights = layer.weights.leftCols(100).eval();
    QCOMPARE(quantizeWeights(layer, 0.02, {gridOf(2), Storage::Ternary}).grownScales, 0);
}

/// As in an output layer that pruning has taken all weights from: its bias goes on learning.
void TestQuantizedNetwork::biasesWithoutWeightsHaveRoomToLearn()
{
    DenseLayer layer{Matrix::Constant(2, 3, 0.3f), Vector::Constant(2, 1), Activation::Linear};
    layer.weights.row(1).setZero();
    const QuantizedLayer quantized = quantizeWeights(layer, 0.02);
    QCOMPARE(quantized.sumScale[1], quantized.sumScale[0]);
    layer.weights.setZero();
    const QuantizedLayer biases = quantizeWeights(layer, 0.02);
    QVERIFY(std::abs(biases.layer.bias[0] * biases.sumScale[0] - 1) < 1e-5);
    QVERIFY(10 * biases.layer.bias[0] < accumulatorLimit);

    const Dataset data = fixtureDataset(Task::Regression, 21, 100);
    TrainedNetwork trained = fixtureTraining(data, {}, 21);
    trained.network.layers.back().weights.setZero();
    QatOptions options;
    options.extra = {10, 0.05};
    QVERIFY(trainAsIntegers(startOf(trained), data, options).ok());
}

void TestQuantizedNetwork::noSumLeaves24Bits_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<int>("bits");
    for (const NamedTrouble& each : allTroubles)
        for (const int bits : {2, 3, 4, 8})
            QTest::addRow("%s, %d bits", each.name, bits) << each.trouble << bits;
}

void TestQuantizedNetwork::noSumLeaves24Bits()
{
    QFETCH(Trouble, trouble);
    QFETCH(int, bits);
    const NetworkDesign usual{{{12}, {9, Activation::Tanh}}}, one{{{1}}};
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 21, 100);
        for (const NetworkDesign& design : {usual, one, NetworkDesign{{}}})
            for (const Rounding rounding : allRoundings)
                for (const Granularity granularity : allGranularities) {
                    const TrainedNetwork trained = upsetTraining(data, design, trouble);
                    QuantizationOptions options;
                    options.bits = bits;
                    options.granularity = granularity;
                    options.rounding = rounding;
                    options.correctBias = rounding == Rounding::Compensated;
                    options.weightRange = rounding == Rounding::Nearest ? RangeMethod::MinMax : RangeMethod::MeanSquare;
                    const Result<QuantizedNetwork> network = quantizedNetwork(trained.network, data, options);
                    QVERIFY(network.ok());
                    QByteArray why;
                    QVERIFY2(isModelOrError(network, trained, data, why), why);
                    if (trouble == Trouble::HugeBias && !design.hidden.empty())
                        QVERIFY(network->layers[0].grownScales > 0);
                    if (trouble == Trouble::None)
                        QCOMPARE(network->layers[0].grownScales, 0);
                }
    }
}

void TestQuantizedNetwork::moreInputsThan24BitsHold_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QuantizationOptions>("options");
    const auto row = [](const char* name, int inputs, int bits, Rounding rounding) {
        QuantizationOptions options;
        options.bits = bits;
        options.rounding = rounding;
        options.correctBias = true;
        QTest::newRow(name) << inputs << options;
    };
    row("2000 inputs, ternary", 2000, 2, Rounding::Nearest);
    row("2000 inputs, 8 bits", 2000, 8, Rounding::Nearest);
    row("700 inputs, ternary, compensated", 700, 2, Rounding::Compensated);
    row("700 inputs, 4 bits, compensated", 700, 4, Rounding::Compensated);
}

void TestQuantizedNetwork::moreInputsThan24BitsHold()
{
    QFETCH(int, inputs);
    QFETCH(QuantizationOptions, options);
    const Dataset data = numbers(Task::Classification, inputs, 30);
    for (const Trouble trouble : {Trouble::None, Trouble::Equal, Trouble::HugeBias}) {
        const TrainedNetwork trained = upsetTraining(data, {{{3}}}, trouble);
        const Result<QuantizedNetwork> network = quantizedNetwork(trained.network, data, options);
        QVERIFY(network.ok());
        QByteArray why;
        QVERIFY2(isModelOrError(network, trained, data, why), why);
        QVERIFY(trouble != Trouble::Equal || inputs < 2000 || network->layers[0].grownScales == 3);
        QVERIFY(trouble != Trouble::HugeBias || network->layers[0].grownScales == 3);
    }
}

void TestQuantizedNetwork::constantFeaturesSayNothing_data()
{
    QTest::addColumn<float>("value");
    QTest::newRow("zero") << 0.0f;
    QTest::newRow("small") << 1e-30f;
    QTest::newRow("usual") << 20.0f;
    QTest::newRow("huge") << -3e30f;
}

void TestQuantizedNetwork::constantFeaturesSayNothing()
{
    QFETCH(float, value);
    for (const Task task : {Task::Classification, Task::Regression})
        for (const int bits : {2, 4, 8}) {
            const Dataset data = withConstant(task, value);
            const TrainedNetwork trained = fixtureTraining(data, {}, 21);
            const Result<QuantizedNetwork> network = quantizedNetwork(trained.network, data, usualOptions(bits));
            QVERIFY(network.ok());
            QCOMPARE(int{network->inputs.features[0].factor}, 0);
            QByteArray why;
            QVERIFY2(isModelOrError(network, trained, data, why), why);
            const DeployableModel model =
                *modelOf(*network, modelFrame("any", Arithmetic::Int8, trained, data, ""), data);
            std::vector<float> row(data.training.raw.row(0).data(), data.training.raw.row(0).data() + 4);
            const std::vector<std::int32_t> answer = Predictor(model).predict(row).raw;
            row[0] = 12345;
            QCOMPARE(Predictor(model).predict(row).raw, answer);
        }
}

void TestQuantizedNetwork::bitsCanDifferLayerByLayer()
{
    const Dataset data = fixtureDataset(Task::Classification, 21);
    QuantizationOptions options = usualOptions(4);
    options.layerBits = {8, 2, 5};
    const QuantizedNetwork network = *quantizedNetwork(fixtureTraining(data, {}, 21).network, data, options);
    for (std::size_t l = 0; l < 3; ++l) {
        const WeightGrid grid = gridOf(options.layerBits[l]);
        int largest = 0;
        for (const int weight : network.layers[l].layer.weights) {
            QCOMPARE(weight % grid.step, 0);
            largest = std::max(largest, std::abs(weight));
        }
        QCOMPARE(largest, grid.largest());
        QVERIFY(network.layers[l].layer.storage == storageOf(options.layerBits[l]));
    }
}

void TestQuantizedNetwork::wrongBitsAreRefused_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<std::vector<int>>("layerBits");
    QTest::newRow("1 bit") << 1 << std::vector<int>{};
    QTest::newRow("9 bits") << 9 << std::vector<int>{};
    QTest::newRow("one layer too few") << 8 << std::vector<int>{8, 8};
    QTest::newRow("one layer too many") << 8 << std::vector<int>{8, 8, 8, 8};
    QTest::newRow("a layer of 0 bits") << 8 << std::vector<int>{8, 0, 8};
}

void TestQuantizedNetwork::wrongBitsAreRefused()
{
    QFETCH(int, bits);
    QFETCH(std::vector<int>, layerBits);
    const Dataset data = fixtureDataset(Task::Classification, 21);
    QuantizationOptions options;
    options.bits = bits;
    options.layerBits = layerBits;
    const Result<QuantizedNetwork> network = quantizedNetwork(fixtureTraining(data, {}, 21).network, data, options);
    QVERIFY(!network);
    QCOMPARE(network.error().id, std::string_view("compression.bits"));
    QVERIFY(inEnglish(network.error()).find("all 3 layers") != std::string::npos);
}

void TestQuantizedNetwork::learningGivesAModelOrSaysWhyNot_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<int>("bits"); // 0: a codebook
    for (const NamedTrouble& each : allTroubles)
        for (const int bits : {0, 2, 4, 8})
            QTest::addRow("%s, %s", each.name, bits == 0 ? "codebook" : qPrintable(QStringLiteral("%1 bits").arg(bits)))
                << each.trouble << bits;
}

void TestQuantizedNetwork::learningGivesAModelOrSaysWhyNot()
{
    QFETCH(Trouble, trouble);
    QFETCH(int, bits);
    const NetworkDesign usual{{{12}, {9, Activation::Tanh}}}, one{{{1}}};
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 21, 100);
        for (const NetworkDesign& design : {usual, one, NetworkDesign{{}}})
            for (const int variant : {0, 1}) {
                const TrainedNetwork trained = upsetTraining(data, design, trouble);
                Result<QatResult> learned = [&] {
                    if (bits == 0) {
                        CodebookOptions options;
                        options.codebooks = variant ? Codebooks::OneForAll : Codebooks::ALayer;
                        options.extra = {2, 0.01};
                        return shareWeights(startOf(trained), data, options);
                    }
                    QatOptions options;
                    options.bits = bits;
                    options.scales = variant ? Scales::Learned : Scales::Calibrated;
                    options.extra = {2, 0.01};
                    return trainAsIntegers(startOf(trained), data, options);
                }();
                QByteArray why;
                if (!learned && learned.error().id == "training.diverged")
                    continue; // numbers so large that no float training survives them
                QVERIFY2(isModelOrError(learned ? Result<QuantizedNetwork>(learned->network)
                                                : Result<QuantizedNetwork>(learned.error()),
                                        trained, data, why),
                         why);
                QVERIFY(learned.ok() || trouble != Trouble::None);
            }
    }
}

void TestQuantizedNetwork::learningWithManyInputsGivesAModelOrSaysWhyNot()
{
    const Dataset data = numbers(Task::Classification, 2000, 30);
    for (const Trouble trouble : {Trouble::None, Trouble::Equal})
        for (const int bits : {2, 8}) {
            const TrainedNetwork trained = upsetTraining(data, {{{3}}}, trouble);
            QatOptions options;
            options.bits = bits;
            options.extra = {2, 0.01};
            const Result<QatResult> learned = trainAsIntegers(startOf(trained), data, options);
            QByteArray why;
            QVERIFY2(isModelOrError(learned ? Result<QuantizedNetwork>(learned->network)
                                            : Result<QuantizedNetwork>(learned.error()),
                                    trained, data, why),
                     why);
        }
}

/// A scale that is learned can become smaller than the one that the target's offset was fitted to. Then the answers
/// would all be beside the target.
void TestQuantizedNetwork::scaleThatHasShrunkBelowTheOffsetIsAnError()
{
    Dataset data = fixtureDataset(Task::Regression, 21);
    data.target.centre = -1e9f;
    data.target.deviation = 1e-3f;
    const TrainedNetwork trained = fixtureTraining(data, {}, 21);
    QuantizedNetwork network = *quantizedNetwork(trained.network, data, {});
    const DeployableModel frame = modelFrame("any", Arithmetic::Int8, trained, data, "");
    QVERIFY(modelOf(network, frame, data).ok());
    network.layers.back().sumScale[0] *= 0.9;
    const Result<DeployableModel> model = modelOf(network, frame, data);
    QVERIFY(!model);
    QCOMPARE(model.error().id, std::string_view("compression.target-too-far"));
}

QTEST_APPLESS_MAIN(TestQuantizedNetwork)
#include "tst_quantized_network.moc"
