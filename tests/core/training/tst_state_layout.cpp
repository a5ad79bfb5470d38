#include "training/state_layout.h"

#include "learning_tasks.h"

#include <QtTest>

using namespace broto;
using namespace broto::test;

/// The state of a training without what pads it, and back.
class TestStateLayout : public QObject {
    Q_OBJECT

private slots:
    void aStateComesBackWithItsPadding_data();
    void aStateComesBackWithItsPadding();
    void countsFollowFromTheDesign();
    void binaryCrossEntropyLearnsOneOutput();
    void whatDoesNotFitIsFound();
    void negativeVariancesAreFound();
};

namespace {

TrainedNetwork trainedWith(const TrainingSettings& settings, const NetworkDesign& design, const Dataset& data)
{
    Result<TrainedNetwork> result = train(data, design, settings);
    if (!result)
        qFatal("%s", inEnglish(result.error()).c_str());
    return *std::move(result);
}

TrainingSettings settingsWith(Optimizer optimizer)
{
    TrainingSettings settings;
    settings.epochs = 3;
    settings.optimizer = optimizer;
    return settings;
}

const NetworkDesign oddDesign = {{{5, Activation::Tanh, 0, true}, {3, Activation::Relu}}};

}

void TestStateLayout::aStateComesBackWithItsPadding_data()
{
    QTest::addColumn<int>("optimizer");
    QTest::addColumn<int>("memory");
    const auto row = [](Optimizer optimizer, int memory) {
        QTest::newRow(std::string(optimizerName(optimizer)).c_str()) << static_cast<int>(optimizer) << memory;
    };
    row(Optimizer::Sgd, 0);
    row(Optimizer::Momentum, 1);
    row(Optimizer::Nesterov, 1);
    row(Optimizer::RmsProp, 1);
    row(Optimizer::Adam, 2);
    row(Optimizer::AdamW, 2);
    row(Optimizer::Adamax, 2);
}

void TestStateLayout::aStateComesBackWithItsPadding()
{
    QFETCH(int, optimizer);
    QFETCH(int, memory);
    const TrainedNetwork run =
        trainedWith(settingsWith(static_cast<Optimizer>(optimizer)), oddDesign, clouds(60, 20, 20));
    const std::optional<StateLayout> layout = StateLayout::of(run);
    QVERIFY(layout);
    QVERIFY(layout->fits(run.state.get()));
    QCOMPARE(layout->memoryCount(), static_cast<std::size_t>(memory));
    const std::vector<float> packed = layout->packedParameters(run.state->parameters);
    QCOMPARE(packed.size(), layout->parameterCount());
    QVERIFY(layout->paddedParameters(packed) == run.state->parameters);
    for (const AlignedFloats& array : run.state->memory) {
        const std::vector<float> values = layout->packedParameters(array);
        QVERIFY(layout->packedParameters(layout->paddedParameters(values)) == values);
    }
    const std::vector<float> statistics = layout->packedStatistics(run.state->statistics);
    QVERIFY(layout->packedStatistics(layout->paddedStatistics(statistics)) == statistics);
    QVERIFY(layout->possibleStatistics(statistics));
}

void TestStateLayout::countsFollowFromTheDesign()
{
    const TrainedNetwork run = trainedWith(settingsWith(Optimizer::Sgd), oddDesign, clouds(60, 20, 20));
    const std::optional<StateLayout> layout = StateLayout::of(run);
    // Weights and biases of 2-5-3-3, and a gain for each of the five normalised neurons.
    QCOMPARE(layout->parameterCount(), std::size_t(2 * 5 + 5 * 3 + 3 * 3 + 5 + 3 + 3 + 5));
    QCOMPARE(layout->statisticCount(), std::size_t(2 * 5));
    const std::vector<float> packed = layout->packedParameters(run.state->parameters);
    QCOMPARE(packed.size(), layout->parameterCount());
}

void TestStateLayout::binaryCrossEntropyLearnsOneOutput()
{
    TrainingSettings settings = settingsWith(Optimizer::Adam);
    settings.loss = Loss::BinaryCrossEntropy;
    const TrainedNetwork run = trainedWith(settings, {{{4}}}, exclusiveOr());
    QCOMPARE(shapeOf(run.network).back().outputs, 2);
    const std::optional<StateLayout> layout = StateLayout::of(run);
    QVERIFY(layout->fits(run.state.get()));
    QCOMPARE(layout->parameterCount(), std::size_t(2 * 4 + 4 + 4 + 1));
}

void TestStateLayout::whatDoesNotFitIsFound()
{
    const TrainedNetwork run = trainedWith(settingsWith(Optimizer::Adam), oddDesign, clouds(60, 20, 20));
    const std::optional<StateLayout> layout = StateLayout::of(run);
    QVERIFY(!layout->fits(nullptr));
    for (const int part : {0, 1, 2, 3}) {
        TrainingState state = *run.state;
        if (part == 0)
            state.parameters.pop_back();
        else if (part == 1)
            state.statistics.push_back(0);
        else if (part == 2)
            state.memory.pop_back();
        else
            state.memory.front().clear();
        QVERIFY2(!layout->fits(&state), qPrintable(QString::number(part)));
    }
    TrainedNetwork other = run;
    other.design.hidden[0].units = 6;
    QVERIFY(!StateLayout::of(other));
    other = run;
    other.settings.loss = Loss::BinaryCrossEntropy; // with three classes
    QVERIFY(!StateLayout::of(other));
    QVERIFY(!StateLayout::of(TrainedNetwork()));
}

void TestStateLayout::negativeVariancesAreFound()
{
    const TrainedNetwork run = trainedWith(settingsWith(Optimizer::Adam), oddDesign, clouds(60, 20, 20));
    const std::optional<StateLayout> layout = StateLayout::of(run);
    std::vector<float> statistics = layout->packedStatistics(run.state->statistics);
    statistics[0] = -1; // a mean may be
    QVERIFY(layout->possibleStatistics(statistics));
    statistics[5] = -1;
    QVERIFY(!layout->possibleStatistics(statistics));
}

QTEST_APPLESS_MAIN(TestStateLayout)
#include "tst_state_layout.moc"
