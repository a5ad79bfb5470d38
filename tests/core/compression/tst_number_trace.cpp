#include "compression/number_trace.h"
#include "compression/predictor.h"
#include "support/arithmetic_example.h"
#include "support/model_fixtures.h"
#include "support/reference_model.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;
using test::exampleData;
using test::exampleRow;
using test::exampleTraining;
using test::valueOf;

namespace {

const float missing = std::numeric_limits<float>::quiet_NaN();

NumberTrace exampleTrace(Task task, std::size_t layer, std::size_t neuron, const std::vector<float>& row = exampleRow)
{
    const TrainedNetwork trained = exampleTraining(task);
    const DeployableModel model = valueOf(quantize(trained, exampleData(task), {}, "1.0"));
    return valueOf(traceNumber(model, &trained.network, row, layer, neuron));
}

const TracedError* errorOf(const NumberTrace& trace, TraceStep step)
{
    const auto found = std::find_if(trace.errors.begin(), trace.errors.end(),
                                    [step](const TracedError& error) { return error.step == step; });
    return found == trace.errors.end() ? nullptr : &*found;
}

bool isNear(double value, double expected, double tolerance = 1e-5)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// A float network of random weights with the shapes of a model.
Network networkFor(const DeployableModel& model, std::uint64_t seed)
{
    Random random(seed);
    Network network;
    for (const LayerShape& shape : shapeOf(model)) {
        DenseLayer layer{Matrix(shape.outputs, shape.inputs), Vector(shape.outputs), shape.activation};
        for (float& weight : layer.weights.reshaped())
            weight = static_cast<float>(random.normal());
        for (float& bias : layer.bias)
            bias = static_cast<float>(random.normal());
        network.layers.push_back(layer);
    }
    return network;
}

/// Empty, or which promise about errors a trace breaks.
QString brokenSum(const NumberTrace& trace)
{
    double value = *trace.exact, size = std::abs(value);
    for (const TracedError& error : trace.errors) {
        if (!isNear(value + error.error, error.value, 1e-6))
            return QStringLiteral("a step does not begin where the one before it has ended");
        value += error.error;
        size = std::max(size, std::abs(error.value));
    }
    if (trace.errors.back().value != trace.value)
        return QStringLiteral("the last step is not the value");
    return std::abs(value - trace.value) <= 1e-6 * size ? QString() : QStringLiteral("errors do not add up");
}

/// Empty, or what of a trace is not what the reference computes.
QString differenceFromReference(const DeployableModel& model, const NumberTrace& trace,
                                const reference::Answer& expected, std::size_t layer, std::size_t neuron)
{
    const reference::Model judge = referenceModel(model);
    if (trace.result != expected.layers[layer][neuron])
        return QStringLiteral("result");
    reference::Integers x;
    for (const TracedProduct& product : trace.products)
        x.push_back(product.input);
    const reference::Layer& weights = judge.layers[layer];
    const reference::Integer sum =
        reference::neuronSum(weights.weights.data() + neuron * x.size(), weights.bias[neuron], x);
    if (trace.sum != sum || (!trace.products.empty() && trace.products.back().sum != sum))
        return QStringLiteral("sum");
    if (!trace.requantization)
        return weights.multiplier.empty() ? QString() : QStringLiteral("requantization");
    const RequantizationSteps& steps = *trace.requantization;
    if (steps.shifted != reference::requantized(sum, steps.multiplier, steps.shift) ||
        (steps.product + steps.addend) >> steps.shift != steps.shifted)
        return QStringLiteral("shift");
    if (steps.clamped && *steps.clamped != std::clamp<reference::Integer>(steps.shifted, weights.lowest, 127))
        return QStringLiteral("clamp");
    return {};
}

}

class TestNumberTrace : public QObject {
    Q_OBJECT

private slots:
    void integersAreTheBoards_data();
    void integersAreTheBoards();
    void errorsAddUp_data();
    void errorsAddUp();
    void errorsOfWildModelsAddUp_data();
    void errorsOfWildModelsAddUp();
    void hiddenNeuronOfThePage();
    void neuronBelowZeroOfThePage();
    void regressionOfThePage();
    void classificationOfThePage();
    void whatIsCutOffIsAnErrorOfTheClamp();
    void tableIsAStepOfItsOwn();
    void exactWeightsHaveNoError();
    void featureWithoutAValueIsNamed();
    void withoutANetworkErrorsBeginAfterTheSum_data();
    void withoutANetworkErrorsBeginAfterTheSum();
    void networkOfOtherShapesCountsAsNone();
};

void TestNumberTrace::integersAreTheBoards_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestNumberTrace::integersAreTheBoards()
{
    QFETCH(Task, task);
    int followed = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        const DeployableModel model = wildIntegerModel(task, seed);
        Predictor predictor(model);
        Random random(seed);
        for (int i = 0; i < 4; ++i) {
            const std::vector<float> row = hostileRow(model, random);
            const reference::Answer expected = reference::answer(referenceModel(model), row);
            const Prediction prediction = predictor.predict(row);
            QCOMPARE(traceNumber(model, nullptr, row, 0, 0).ok(), !expected.refused);
            for (std::size_t l = 0; !expected.refused && l < model.layers.size(); ++l) {
                const bool last = l + 1 == model.layers.size();
                const auto activations =
                    last ? std::vector<std::int8_t>{} : predictor.hiddenActivations(row, static_cast<int>(l));
                for (std::size_t n = 0; n < expected.layers[l].size(); ++n, ++followed) {
                    const NumberTrace trace = valueOf(traceNumber(model, nullptr, row, l, n));
                    QCOMPARE(trace.result, last ? prediction.raw[n] : std::int32_t{activations[n]});
                    const QString what = differenceFromReference(model, trace, expected, l, n);
                    QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("model %1: %2").arg(seed).arg(what)));
                    if (trace.answer)
                        QCOMPARE(trace.answer->value, prediction.value);
                }
            }
        }
    }
    QVERIFY(followed > 3000);
}

void TestNumberTrace::errorsAddUp_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<int>("bits");
    for (const Activation activation : allActivations)
        for (const int bits : {8, 4, 2}) {
            const std::string name(activationName(activation));
            QTest::addRow("%s, %d bits, classification", name.c_str(), bits)
                << Task::Classification << activation << bits;
            QTest::addRow("%s, %d bits, regression", name.c_str(), bits) << Task::Regression << activation << bits;
        }
}

void TestNumberTrace::errorsAddUp()
{
    QFETCH(Task, task);
    QFETCH(Activation, activation);
    QFETCH(int, bits);
    const Dataset data = fixtureDataset(task, 7, 60);
    const TrainedNetwork trained = fixtureTraining(data, {{{6, activation}, {4, activation}}}, 7);
    const DeployableModel model = valueOf(quantize(trained, data, usualOptions(bits), "1.0"));
    const std::vector<Matrix> exact = forwardLayers(trained.network, data.test.inputs);
    for (Eigen::Index row = 0; row < data.test.raw.rows(); ++row)
        for (std::size_t l = 0; l < model.layers.size(); ++l)
            for (Eigen::Index n = 0; n < exact[l].cols(); ++n) {
                const NumberTrace trace = valueOf(traceNumber(
                    model, &trained.network, {data.test.raw.row(row).data(), 4}, l, static_cast<std::size_t>(n)));
                const QString broken = brokenSum(trace);
                QVERIFY2(broken.isEmpty(), qPrintable(broken));
                const bool answer = task == Task::Regression && l + 1 == model.layers.size();
                const double says = exact[l](row, n);
                QVERIFY(isNear(*trace.exact, answer ? 26 * says + 250 : says));
            }
}

void TestNumberTrace::errorsOfWildModelsAddUp_data()
{
    integersAreTheBoards_data();
}

/// Models whose scales mean nothing, beside networks that have nothing to do with them: errors are huge.
void TestNumberTrace::errorsOfWildModelsAddUp()
{
    QFETCH(Task, task);
    int followed = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const DeployableModel model = wildIntegerModel(task, seed);
        const Network network = networkFor(model, seed);
        Random random(seed);
        std::vector<float> row(model.integerInputs.size());
        for (float& value : row)
            value = random.uniform(-3, 3);
        for (std::size_t l = 0; l < model.layers.size(); ++l)
            for (Eigen::Index n = 0; n < network.layers[l].weights.rows(); ++n, ++followed) {
                const NumberTrace trace = valueOf(traceNumber(model, &network, row, l, static_cast<std::size_t>(n)));
                const QString broken = brokenSum(trace);
                QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("model %1: %2").arg(seed).arg(broken)));
            }
    }
    QVERIFY(followed > 1000);
}

void TestNumberTrace::hiddenNeuronOfThePage()
{
    const NumberTrace trace = exampleTrace(Task::Regression, 0, 0);
    const FixedPointSteps& temperature = *trace.features[0].steps;
    QCOMPARE(temperature.exponent, 10);
    QCOMPARE(temperature.value, 23552);
    QCOMPARE(temperature.centre, 20480);
    QCOMPARE(temperature.distance, 3072);
    QCOMPARE(temperature.bounded, 3072);
    QCOMPARE(temperature.factor, 16256);
    QCOMPARE(temperature.product, 3072 * 16256);
    QCOMPARE(temperature.shifted, 48);
    QVERIFY(!temperature.cut);
    const TracedInput& first = trace.features[0].inputs[0];
    QCOMPARE(int{first.integer}, 48);
    QVERIFY(isNear(first.value, 48 * 2.0 / 127));
    QCOMPARE(first.exact, 0.75);
    QVERIFY(isNear(first.error(), 48 * 2.0 / 127 - 0.75));
    QCOMPARE(int{trace.features[1].inputs[0].integer}, -19);

    QCOMPARE(trace.bias, 806);
    QCOMPARE(trace.products[0].product, 127 * 48);
    QCOMPARE(trace.products[0].sum, 806 + 127 * 48);
    QCOMPARE(trace.products[1].product, 64 * 19);
    QCOMPARE(trace.products[1].sum, 8118);
    QCOMPARE(*trace.products[1].exactWeight, -0.5);
    QVERIFY(isNear(trace.products[1].weightValue, -64.0 / 127));
    QVERIFY(isNear(*trace.products[1].exactInput, -0.3));
    QCOMPARE(trace.sum, 8118);
    QVERIFY(isNear(trace.sumValue, 8118 * 2.0 / 127 / 127));
    const RequantizationSteps& steps = *trace.requantization;
    QCOMPARE(int{steps.multiplier}, 20591);
    QCOMPARE(steps.product, 167157738);
    QCOMPARE(steps.addend, 1 << 20);
    QCOMPARE(steps.shift, 21);
    QCOMPARE(steps.shifted, 80);
    QCOMPARE(int{*steps.clamped}, 80);
    QVERIFY(!steps.cut && !steps.entry && !trace.answer);
    QCOMPARE(trace.result, 80);
    QVERIFY(isNear(trace.value, 80 * 0.0126294));
    QCOMPARE(*trace.exact, 1.0);

    // 1 * (96/127 - 0.75) - 0.5 * (-38/127 + 0.3), then (-64/127 + 0.5) * -38/127, then 806 steps for 0.1.
    QVERIFY(isNear(errorOf(trace, TraceStep::Inputs)->error, 96 / 127.0 - 0.75 - 0.5 * (-38 / 127.0 + 0.3), 1e-6));
    QVERIFY(isNear(errorOf(trace, TraceStep::Weights)->error, (-64 / 127.0 + 0.5) * -38 / 127, 1e-6));
    QVERIFY(isNear(errorOf(trace, TraceStep::Bias)->error, 806 * 2.0 / 127 / 127 - 0.1, 1e-6));
    QVERIFY(isNear(errorOf(trace, TraceStep::Rounding)->value, trace.value));
    QCOMPARE(errorOf(trace, TraceStep::Clamp)->error, 0.0);
    QVERIFY(!errorOf(trace, TraceStep::Table));
    QVERIFY(!errorOf(trace, TraceStep::Answer));
}

void TestNumberTrace::neuronBelowZeroOfThePage()
{
    const NumberTrace trace = exampleTrace(Task::Regression, 0, 1);
    QCOMPARE(trace.sum, -1453);
    QCOMPARE(trace.requantization->product, -14958635);
    QCOMPARE(trace.requantization->shifted, -7);
    QCOMPARE(int{*trace.requantization->clamped}, 0);
    QVERIFY(trace.requantization->cut);
    QCOMPARE(trace.value, 0.0);
    for (const TracedError& error : trace.errors) // a neuron that sleeps either way makes no error
        QCOMPARE(error.error, 0.0);
}

void TestNumberTrace::regressionOfThePage()
{
    const NumberTrace trace = exampleTrace(Task::Regression, 1, 0);
    QCOMPARE(trace.result, 12842);
    QVERIFY(!trace.requantization);
    QCOMPARE(trace.answer->offset, 128922);
    QCOMPARE(trace.answer->moved, 12842 + 128922);
    QVERIFY(isNear(trace.answer->unit, 0.00193916));
    QVERIFY(isNear(trace.answer->value, 274.904));
    QCOMPARE(trace.value, double{trace.answer->value});
    QVERIFY(isNear(*trace.exact, 274.7));
    // 0.75 of what the first hidden neuron says too much, in the target's unit.
    QVERIFY(isNear(errorOf(trace, TraceStep::Inputs)->error, 26 * 0.75 * (80 * 0.0126294 - 1), 1e-4));
    QVERIFY(isNear(errorOf(trace, TraceStep::Weights)->error, 0, 1e-4)); // 127 steps are 0.75
    QVERIFY(!errorOf(trace, TraceStep::Rounding));
    QVERIFY(std::abs(errorOf(trace, TraceStep::Answer)->error) < 0.00193916);
    QVERIFY2(brokenSum(trace).isEmpty(), qPrintable(brokenSum(trace)));
}

void TestNumberTrace::classificationOfThePage()
{
    const NumberTrace trace = exampleTrace(Task::Classification, 1, 0);
    QCOMPARE(trace.sum, -8819);
    QCOMPARE(trace.requantization->shift, 16);
    QCOMPARE(trace.requantization->shifted, -4409);
    QVERIFY(!trace.requantization->clamped);
    QCOMPARE(trace.result, -4409);
    QVERIFY(isNear(trace.value, -4409 * 0.000149171));
    QVERIFY(isNear(*trace.exact, -0.75 + 0.1));
    QVERIFY(!errorOf(trace, TraceStep::Clamp));
    QVERIFY2(brokenSum(trace).isEmpty(), qPrintable(brokenSum(trace)));
}

void TestNumberTrace::whatIsCutOffIsAnErrorOfTheClamp()
{
    // Far beyond the training rows: the input saturates at 127, and the sum is above what they reached.
    const NumberTrace trace = exampleTrace(Task::Regression, 0, 0, {60, 80});
    QVERIFY(trace.features[0].outOfRange);
    QVERIFY(trace.features[0].steps->cut);
    QCOMPARE(int{trace.features[0].inputs[0].integer}, 127);
    QCOMPARE(trace.features[0].inputs[0].exact, 10.0);
    const double lost = 127 - trace.requantization->shifted;
    QVERIFY(lost < 0);
    QVERIFY(trace.requantization->cut);
    QCOMPARE(trace.result, 127);
    QVERIFY(isNear(errorOf(trace, TraceStep::Clamp)->error, lost * 0.0126294));
    // The float network says 10 + 2 + 0.1; the inputs are 2 and -2 * 64/127 instead of 10 and -4.
    QVERIFY(errorOf(trace, TraceStep::Inputs)->error < -8);
}

void TestNumberTrace::tableIsAStepOfItsOwn()
{
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    const TrainedNetwork trained = fixtureTraining(data, {{{5, Activation::Tanh}}}, 3);
    const DeployableModel model = valueOf(quantize(trained, data, {}, "1.0"));
    const auto& layer = std::get<IntegerLayer>(model.layers[0]);
    for (Eigen::Index row = 0; row < data.test.raw.rows(); ++row) {
        const NumberTrace trace =
            valueOf(traceNumber(model, &trained.network, {data.test.raw.row(row).data(), 4}, 0, 2));
        const RequantizationSteps& steps = *trace.requantization;
        QCOMPARE(*steps.entry, layer.table[static_cast<std::size_t>(*steps.clamped + 128)]);
        QCOMPARE(trace.result, std::int32_t{*steps.entry});
        QVERIFY(std::abs(errorOf(trace, TraceStep::Table)->error) <= 0.51 / 127);
        QVERIFY(std::abs(errorOf(trace, TraceStep::Rounding)->error) <= 0.51 * 8 / 127);
        QVERIFY(std::abs(errorOf(trace, TraceStep::Multiplier)->error) < 1e-3);
    }
}

/// Weights, inputs and biases that are whole steps: only what follows the sum can err.
void TestNumberTrace::exactWeightsHaveNoError()
{
    DeployableModel model;
    model.arithmetic = Arithmetic::Int8;
    model.preprocessing.features = {{"a", "", {}, -1, 1}};
    model.integerInputs = {{0, -100, 100, 8192, runtime::refuseMissing, 7, 0}}; // x * 2^7, times 2^-7
    model.decoding.target.classes = {"no", "yes"};
    model.decoding.scoreScale = 0.5f;
    model.layers = {IntegerLayer{
        1, 2, Activation::Linear, Storage::Int8, {4, -2}, {}, {8, 1}, {32767, 1}, 16, {}, 1, {0.25f, 0.5f}, 0.5f}};
    const Network network{{{Matrix{{1}, {-1}}, Vector{{2, 0.5f}}, Activation::Linear}}};
    const NumberTrace trace = valueOf(traceNumber(model, &network, std::vector<float>{5}, 0, 0));
    QCOMPARE(int{trace.products[0].input}, 5);
    QCOMPARE(trace.sum, 28);
    QCOMPARE(*trace.exact, 7.0);
    for (const TraceStep step : {TraceStep::Inputs, TraceStep::Weights, TraceStep::Bias})
        QCOMPARE(errorOf(trace, step)->error, 0.0);
    QCOMPARE(errorOf(trace, TraceStep::Multiplier)->error, 28 * 32767 / 65536.0 * 0.5 - 7); // m / 2^16 is not quite 1/2
    QCOMPARE(trace.result, 14);
    QCOMPARE(trace.value, 7.0);
}

void TestNumberTrace::featureWithoutAValueIsNamed()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const DeployableModel model = valueOf(quantize(fixtureTraining(data, {}, 3), data, {}, "1.0"));
    const Result<NumberTrace> trace = traceNumber(model, nullptr, std::vector<float>{20, 1e5f, 0.01f, missing}, 0, 0);
    QVERIFY(!trace.ok());
    QCOMPARE(std::string(trace.error().id), std::string("compression.row-refused"));
    QCOMPARE(inEnglish(trace.error()),
             std::string("The row has no answer: \"place\" is missing and nothing stands for it. Give it a value."));
}

void TestNumberTrace::withoutANetworkErrorsBeginAfterTheSum_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<std::size_t>("layer");
    QTest::addColumn<int>("first");
    QTest::newRow("hidden layer") << Task::Regression << std::size_t{0} << static_cast<int>(TraceStep::Multiplier);
    QTest::newRow("scores") << Task::Classification << std::size_t{1} << static_cast<int>(TraceStep::Multiplier);
    QTest::newRow("regression") << Task::Regression << std::size_t{1} << static_cast<int>(TraceStep::Answer);
}

void TestNumberTrace::withoutANetworkErrorsBeginAfterTheSum()
{
    QFETCH(Task, task);
    QFETCH(std::size_t, layer);
    QFETCH(int, first);
    const TrainedNetwork trained = exampleTraining(task);
    const DeployableModel model = valueOf(quantize(trained, exampleData(task), {}, "1.0"));
    const NumberTrace alone = valueOf(traceNumber(model, nullptr, exampleRow, layer, 0));
    const NumberTrace compared = valueOf(traceNumber(model, &trained.network, exampleRow, layer, 0));
    QVERIFY(!alone.exact && !alone.exactBias && !alone.products[0].exactInput && !alone.products[0].exactWeight);
    QCOMPARE(static_cast<int>(alone.errors.front().step), first);
    QCOMPARE(alone.errors.size() + 3, compared.errors.size());
    for (std::size_t i = 0; i < alone.errors.size(); ++i)
        QCOMPARE(alone.errors[i].error, compared.errors[i + 3].error);
    QCOMPARE(alone.value, compared.value);
}

void TestNumberTrace::networkOfOtherShapesCountsAsNone()
{
    const Dataset data = fixtureDataset(Task::Regression, 3);
    const TrainedNetwork large = fixtureTraining(data, {{{8}, {4}}}, 3);
    const TrainedNetwork small = fixtureTraining(data, {{{7}, {4}}}, 3);
    const DeployableModel model = valueOf(quantize(small, data, {}, "1.0"));
    const NumberTrace trace = valueOf(traceNumber(model, &large.network, std::vector<float>{20, 1e5f, 0.01f, 1}, 1, 3));
    QVERIFY(!trace.exact);
    QCOMPARE(trace.products.size(), std::size_t{7});
}

QTEST_APPLESS_MAIN(TestNumberTrace)
#include "tst_number_trace.moc"
