#include "compression/compress.h"
#include "export/cost_estimate.h"
#include "support/avr_measurement.h"
#include "support/model_fixtures.h"
#include "support/window_fixtures.h"

#include <QTest>

#include <cmath>

using namespace broto;

namespace {

Board boardNamed(std::string_view id)
{
    return *findBoard(id);
}

DeployableModel modelOf(Task task, Arithmetic arithmetic, const NetworkDesign& design)
{
    const Dataset data = fixtureDataset(task, 1);
    const TrainedNetwork trained = fixtureTraining(data, design, 1);
    return arithmetic == Arithmetic::Int8 ? *quantize(trained, data, {}, "1.0") : floatModel(trained, data, "1.0");
}

bool isWithin(double estimate, double measured, double share)
{
    return std::abs(estimate - measured) <= share * measured;
}

}

class TestCostEstimate : public QObject {
    Q_OBJECT

private slots:
    void estimateIsNearTheMeasurementOnAvr_data();
    void estimateIsNearTheMeasurementOnAvr();
    void storagesAreNearTheMeasurementOnAvr_data();
    void storagesAreNearTheMeasurementOnAvr();
    void windowsAreNearTheMeasurementOnAvr_data();
    void windowsAreNearTheMeasurementOnAvr();
    void designCostsWhatItsModelCosts_data();
    void designCostsWhatItsModelCosts();
    void parametersAreCountedToTheByte();
    void buffersAreThoseOfTheHeader();
    void timeAndEnergyFollowFromTheBoard();
    void everyBoardHasAnEstimate();
    void tooLargeDoesNotFit();
    void largeModelsNeedFarFlash();
    void noNetworkCostsNothing();
};

void TestCostEstimate::estimateIsNearTheMeasurementOnAvr_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Arithmetic>("arithmetic");
    QTest::addColumn<NetworkDesign>("design");
    const NetworkDesign smooth{{{16, Activation::Tanh}, {8}}};
    QTest::newRow("int8, classification") << Task::Classification << Arithmetic::Int8 << NetworkDesign{};
    QTest::newRow("int8, regression") << Task::Regression << Arithmetic::Int8 << NetworkDesign{};
    QTest::newRow("int8, no hidden layer") << Task::Classification << Arithmetic::Int8 << NetworkDesign{{}};
    QTest::newRow("int8, wide") << Task::Classification << Arithmetic::Int8 << NetworkDesign{{{48}, {24}}};
    QTest::newRow("int8, table") << Task::Regression << Arithmetic::Int8 << smooth;
    QTest::newRow("float, classification") << Task::Classification << Arithmetic::Float32 << NetworkDesign{};
    QTest::newRow("float, smooth") << Task::Regression << Arithmetic::Float32 << smooth;
    for (const Activation activation : allActivations) {
        const NetworkDesign design{{{16, activation}, {8, activation}}};
        const std::string name(activationName(activation));
        QTest::addRow("int8, %s", name.c_str()) << Task::Regression << Arithmetic::Int8 << design;
        QTest::addRow("float, %s", name.c_str()) << Task::Regression << Arithmetic::Float32 << design;
    }
}

void TestCostEstimate::estimateIsNearTheMeasurementOnAvr()
{
    if (!canMeasureOnAvr())
        QSKIP("avr-g++ is not installed");
    QFETCH(Task, task);
    QFETCH(Arithmetic, arithmetic);
    QFETCH(NetworkDesign, design);
    const DeployableModel model = modelOf(task, arithmetic, design);
    const Result<AvrMeasurement> measured = measureOnAvr(model, {21.5f, 100300, 0.0113f, 1});
    QVERIFY2(measured.ok(), measured ? "" : inEnglish(measured.error()).c_str());
    const CostEstimate estimate = estimateCost(model, boardNamed("uno"));
    const auto text = [&](double estimated, double real) {
        return qPrintable(QStringLiteral("%1 estimated, %2 measured").arg(estimated).arg(real));
    };
    QVERIFY2(isWithin(estimate.cycles, measured->cycles, 0.1), text(estimate.cycles, measured->cycles));
    QVERIFY2(isWithin(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes), 0.1),
             text(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes)));
    QCOMPARE(estimate.ramBytes, measured->ramBytes);
}

void TestCostEstimate::storagesAreNearTheMeasurementOnAvr_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<NetworkDesign>("design");
    const auto row = [](const char* name, CompressionStep step, int epochs) {
        std::visit(
            [epochs](auto& options) {
                if constexpr (requires { options.extra; })
                    options.extra = {epochs, 0.001};
            },
            step);
        for (const NetworkDesign& design : {NetworkDesign{}, NetworkDesign{{{48}, {24}}}})
            QTest::addRow("%s, %d neurons", name, design.hidden[0].units) << Recipe{{step}} << design;
    };
    row("int4", usualOptions(4), 0);
    row("ternary", usualOptions(2), 0);
    CodebookOptions codebook;
    for (const std::size_t size : codebookSizes) {
        codebook.size = size;
        row(qPrintable(QStringLiteral("codebook of %1").arg(size)), codebook, 1);
    }
    PruningOptions pruning;
    pruning.stages = 1;
    for (const double share : {0.6, 0.9}) {
        pruning.share = share;
        row(qPrintable(QStringLiteral("pruned by %1").arg(share)), pruning, 1);
    }
}

void TestCostEstimate::storagesAreNearTheMeasurementOnAvr()
{
    if (!canMeasureOnAvr())
        QSKIP("avr-g++ is not installed");
    QFETCH(Recipe, recipe);
    QFETCH(NetworkDesign, design);
    const Dataset data = fixtureDataset(Task::Classification, 1);
    const Compressed compressed = *compress(fixtureTraining(data, design, 1), data, recipe, "1.0");
    const Result<AvrMeasurement> measured = measureOnAvr(compressed.model, {21.5f, 100300, 0.0113f, 1});
    QVERIFY2(measured.ok(), measured ? "" : inEnglish(measured.error()).c_str());
    const CostEstimate estimate = estimateCost(compressed.model, boardNamed("uno"));
    const auto text = [&](double estimated, double real) {
        return qPrintable(QStringLiteral("%1 estimated, %2 measured").arg(estimated).arg(real));
    };
    QVERIFY2(isWithin(estimate.cycles, measured->cycles, 0.1), text(estimate.cycles, measured->cycles));
    QVERIFY2(isWithin(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes), 0.1),
             text(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes)));
    QCOMPARE(estimate.ramBytes, measured->ramBytes);
}

void TestCostEstimate::windowsAreNearTheMeasurementOnAvr_data()
{
    QTest::addColumn<std::vector<int>>("kinds");
    QTest::addColumn<int>("length");
    QTest::newRow("the default features")
        << std::vector<int>{runtime::meanFeature, runtime::deviationFeature, runtime::minFeature, runtime::maxFeature,
                            runtime::zeroCrossingsFeature}
        << 64;
    QTest::newRow("powers and moments") << std::vector<int>{runtime::skewnessFeature, runtime::kurtosisFeature,
                                                            runtime::bandPowerFeature}
                                        << 32;
    QTest::newRow("slope, peaks and sizes")
        << std::vector<int>{runtime::rangeFeature, runtime::rmsFeature, runtime::energyFeature, runtime::slopeFeature,
                            runtime::peaksFeature}
        << 50;
}

void TestCostEstimate::windowsAreNearTheMeasurementOnAvr()
{
    if (!canMeasureOnAvr())
        QSKIP("avr-g++ is not installed");
    QFETCH(std::vector<int>, kinds);
    QFETCH(int, length);
    WindowChoices windows;
    windows.length = {static_cast<double>(length)};
    windows.stride = {1};
    windows.features.clear();
    for (const int kind : kinds)
        setFeature(windows, static_cast<WindowFeatureKind>(kind), true);
    const Dataset data = windowDataset(windows);
    const DeployableModel model = *quantize(fixtureTraining(data, {}, 1), data, {}, "1.0");
    const Result<AvrMeasurement> measured = measureOnAvr(model);
    QVERIFY2(measured.ok(), measured ? "" : inEnglish(measured.error()).c_str());
    const CostEstimate estimate = estimateCost(model, boardNamed("uno"));
    const auto text = [&](double estimated, double real) {
        return qPrintable(QStringLiteral("%1 estimated, %2 measured").arg(estimated).arg(real));
    };
    QVERIFY2(isWithin(estimate.cycles, measured->cycles, 0.1), text(estimate.cycles, measured->cycles));
    QVERIFY2(isWithin(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes), 0.2),
             text(static_cast<double>(estimate.flashBytes), static_cast<double>(measured->flashBytes)));
    QCOMPARE(estimate.ramBytes, measured->ramBytes);
}

void TestCostEstimate::designCostsWhatItsModelCosts_data()
{
    estimateIsNearTheMeasurementOnAvr_data();
}

void TestCostEstimate::designCostsWhatItsModelCosts()
{
    QFETCH(Task, task);
    QFETCH(Arithmetic, arithmetic);
    QFETCH(NetworkDesign, design);
    const DeployableModel model = modelOf(task, arithmetic, design);
    const Board uno = boardNamed("uno");
    const NetworkShape shape = shapeOf(design, 6, task == Task::Classification ? 3 : 1);
    const CostEstimate ofDesign = estimateCost(shape, 4, arithmetic, uno);
    const CostEstimate ofModel = estimateCost(model, uno);
    QCOMPARE(ofDesign.flashBytes, ofModel.flashBytes);
    QCOMPARE(ofDesign.ramBytes, ofModel.ramBytes);
    QVERIFY(isWithin(ofDesign.cycles, ofModel.cycles, 0.02)); // a layer that is trained has a scale of its own

    const Stream stream{{{"x", "g"}, {"y", "g"}}, 64, 32, 50, {{runtime::meanFeature, 0}, {runtime::rmsFeature, 1}}};
    DeployableModel ofWindows = model;
    ofWindows.preprocessing.stream = stream;
    const CostEstimate windows = estimateCost(shape, 4, arithmetic, uno, stream);
    QCOMPARE(windows.flashBytes, estimateCost(ofWindows, uno).flashBytes);
    QCOMPARE(windows.ramBytes, estimateCost(ofWindows, uno).ramBytes);
    QVERIFY(windows.ramBytes > ofDesign.ramBytes + 4 * 2 * 64);
}

void TestCostEstimate::parametersAreCountedToTheByte()
{
    // Two designs that differ in weights alone differ by their bytes: groups have 20 bytes of biases and multipliers.
    const Board uno = boardNamed("uno");
    for (const Task task : {Task::Classification, Task::Regression}) {
        const auto difference = [&](Arithmetic arithmetic) {
            return estimateCost(modelOf(task, arithmetic, {{{50}, {40}}}), uno).flashBytes -
                   estimateCost(modelOf(task, arithmetic, {{{5}, {4}}}), uno).flashBytes;
        };
        const DeployableModel small = modelOf(task, Arithmetic::Float32, {{{5}, {4}}});
        const DeployableModel large = modelOf(task, Arithmetic::Float32, {{{50}, {40}}});
        QCOMPARE(difference(Arithmetic::Float32), weightBytes(large) - weightBytes(small));
        const int inputs = 6;
        const int hidden = 13 * (20 + 4 * inputs) + 10 * (20 + 4 * 50) - 2 * (20 + 4 * inputs) - (20 + 4 * 5);
        const int output = task == Task::Classification ? 4 * (40 - 4) : 40 - 4;
        QCOMPARE(difference(Arithmetic::Int8), std::int64_t{hidden + output});
    }
}

void TestCostEstimate::buffersAreThoseOfTheHeader()
{
    // 10 inputs and 30 neurons share the first buffer, 20 and 25 the second; integers have room for groups of four.
    const NetworkShape shape = shapeOf(NetworkDesign{{{20}, {30}, {25}}}, 10, 2);
    const std::int64_t row = 4 * 10; // raw outputs belong to the stack
    QCOMPARE(estimateCost(shape, 10, Arithmetic::Int8, boardNamed("uno")).ramBytes, std::int64_t{32 + 28} + row);
    QCOMPARE(estimateCost(shape, 10, Arithmetic::Int8, boardNamed("microbit")).ramBytes, std::int64_t{32 + 28} + row);
    QCOMPARE(estimateCost(shape, 10, Arithmetic::Float32, boardNamed("uno")).ramBytes,
             std::int64_t{4 * (30 + 25)} + row);
}

void TestCostEstimate::timeAndEnergyFollowFromTheBoard()
{
    Board board = boardNamed("uno");
    const DeployableModel model = modelOf(Task::Classification, Arithmetic::Int8, {});
    const CostEstimate estimate = estimateCost(model, board);
    QCOMPARE(estimate.microseconds, estimate.cycles / 16);
    QCOMPARE(estimate.microjoules, 5 * 10.4 * estimate.microseconds / 1000);
    QCOMPARE(estimate.multiplications, std::int64_t{6 * 16 + 16 * 8 + 8 * 3});
    QCOMPARE(estimate.stackBytes, std::int64_t{4 * 3 + 256});
    QCOMPARE(estimate.instructions, 0.0);
    QVERIFY(estimateCost(model, boardNamed("microbit")).instructions > 0);
    board.clockHz *= 2;
    QCOMPARE(estimateCost(model, board).microseconds, estimate.microseconds / 2);
}

void TestCostEstimate::everyBoardHasAnEstimate()
{
    for (const Arithmetic arithmetic : {Arithmetic::Int8, Arithmetic::Float32}) {
        const DeployableModel model = modelOf(Task::Classification, arithmetic, {});
        for (const Board& board : boards()) {
            const CostEstimate estimate = estimateCost(model, board);
            QVERIFY(estimate.fits());
            QVERIFY(estimate.flashBytes > weightBytes(model));
            QVERIFY(estimate.cycles > 0 && estimate.microseconds > 0 && estimate.microjoules > 0);
        }
    }
}

void TestCostEstimate::tooLargeDoesNotFit()
{
    const Board uno = boardNamed("uno");
    const NetworkShape flash = shapeOf(NetworkDesign{{{250}, {100}}}, 30, 3);
    QVERIFY(!estimateCost(flash, 30, Arithmetic::Int8, uno).fits());
    QVERIFY(estimateCost(flash, 30, Arithmetic::Int8, boardNamed("microbit")).fits());
    const NetworkShape ram = shapeOf(NetworkDesign{{{8}}}, 2000, 2);
    QVERIFY(estimateCost(ram, 2000, Arithmetic::Float32, uno).ramBytes > uno.ramBytes);
    QVERIFY(!estimateCost(ram, 2000, Arithmetic::Float32, uno).fits());
}

void TestCostEstimate::largeModelsNeedFarFlash()
{
    const NetworkShape large = shapeOf(NetworkDesign{{{400}, {150}}}, 100, 2); // 100 KiB of int8
    Board mega = boardNamed("mega");
    QVERIFY(estimateCost(large, 100, Arithmetic::Int8, mega).fits());
    QVERIFY(!estimateCost(large, 100, Arithmetic::Float32, mega).fits());
    // Of 64 KiB near flash the program itself needs some.
    const NetworkShape nearly = shapeOf(NetworkDesign{{{1250}, {24}}}, 20, 2); // 60.1 KiB
    QVERIFY(estimateCost(nearly, 20, Arithmetic::Int8, mega).flashBytes < 65536);
    QVERIFY(estimateCost(nearly, 20, Arithmetic::Int8, mega).fits());
    mega.flashBytes = 65536;
    QVERIFY(!estimateCost(nearly, 20, Arithmetic::Int8, mega).fits());
}

void TestCostEstimate::noNetworkCostsNothing()
{
    QCOMPARE(estimateCost(NetworkShape{}, 0, Arithmetic::Int8, boardNamed("uno")).cycles, 0.0);
}

QTEST_APPLESS_MAIN(TestCostEstimate)
#include "tst_cost_estimate.moc"
