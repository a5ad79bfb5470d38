#include "compression/compress.h"
#include "export/byte_parts.h"
#include "export/cost_estimate.h"
#include "export/step_costs.h"
#include "support/model_fixtures.h"
#include "support/window_fixtures.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace broto;

namespace {

std::int64_t sumOf(const std::vector<BytePart>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const BytePart& part) { return sum + part.bytes; });
}

int bytesFor(const std::vector<BytePart>& parts, ByteUse use, int layer = 0)
{
    std::int64_t sum = 0;
    for (const BytePart& part : parts)
        sum += part.use == use && part.layer == layer ? part.bytes : 0;
    return static_cast<int>(sum);
}

/// Inputs: three numbers and a category of three values.
constexpr int inputs = 6, features = 4, classes = 3;

}

class TestByteParts : public QObject {
    Q_OBJECT

private slots:
    void partsAddUpToTheEstimate_data();
    void partsAddUpToTheEstimate();
    void integersAreCountedToTheByte();
    void onlyCodeIsCountedAsCode();
    void floatsAreCountedToTheByte();
    void codebooksAreAPartOfTheirOwn();
    void streamsHaveReadingsAndAPlaceForTheirSpectrum();
};

void TestByteParts::partsAddUpToTheEstimate_data()
{
    QTest::addColumn<DeployableModel>("model");
    for (const Task task : {Task::Classification, Task::Regression}) {
        const char* name = task == Task::Classification ? "classification" : "regression";
        const Dataset data = fixtureDataset(task, 1);
        const TrainedNetwork trained = fixtureTraining(data, NetworkDesign{{{16, Activation::Tanh}, {8}}}, 1);
        QTest::addRow("float, %s", name) << floatModel(trained, data, "1.0");
        QTest::addRow("int8, %s", name) << *quantize(trained, data, {}, "1.0");
        for (const Storage storage : allStorages)
            QTest::addRow("wild %s, %s", std::string(storageName(storage)).c_str(), name)
                << wildIntegerModel(task, 7, storage);
    }
}

void TestByteParts::partsAddUpToTheEstimate()
{
    QFETCH(DeployableModel, model);
    for (const Board& board : boards()) {
        const ByteParts parts = byteParts(model, board);
        const CostEstimate cost = estimateCost(model, board);
        QCOMPARE(sumOf(parts.flash), cost.flashBytes);
        QCOMPARE(sumOf(parts.ram), cost.ramBytes);
        for (const auto& part : parts.flash)
            QVERIFY(part.bytes > 0 && (part.layer > 0) == (part.use == ByteUse::Weights));
        QVERIFY(bytesFor(parts.flash, ByteUse::Code) > 0);
        QVERIFY(bytesFor(parts.ram, ByteUse::Activations) > 0);
    }
}

void TestByteParts::integersAreCountedToTheByte()
{
    const Dataset data = fixtureDataset(Task::Classification, 1);
    const TrainedNetwork trained = fixtureTraining(data, NetworkDesign{{{16, Activation::Tanh}, {8}}}, 1);
    const ByteParts parts = byteParts(*quantize(trained, data, {}, "1.0"), *findBoard("uno"));
    QCOMPARE(bytesFor(parts.flash, ByteUse::Weights, 1), inputs * 16);
    QCOMPARE(bytesFor(parts.flash, ByteUse::Weights, 2), 16 * 8);
    QCOMPARE(bytesFor(parts.flash, ByteUse::Weights, 3), 8 * 4 + (3 + 2)); // of three neurons, and a fourth
    QCOMPARE(bytesFor(parts.flash, ByteUse::Biases), (16 + 8 + classes) * (3 + 2));
    QCOMPARE(bytesFor(parts.flash, ByteUse::Tables), 256); // of the tanh
    QCOMPARE(bytesFor(parts.flash, ByteUse::Codebooks), 0);
    QCOMPARE(bytesFor(parts.ram, ByteUse::Row), features * 4);
    QVERIFY2(bytesFor(parts.ram, ByteUse::Activations) == 16 + 8,
             qPrintable(QString::number(
                 bytesFor(parts.ram, ByteUse::Activations)))); // inputs and the second layer share a buffer
}

/// Neither what fills up groups, nor what biases take less or more than elsewhere.
void TestByteParts::onlyCodeIsCountedAsCode()
{
    for (const Task task : {Task::Classification, Task::Regression})
        for (const Storage storage : allStorages) {
            const DeployableModel model = wildIntegerModel(task, 7, storage);
            for (const Board& board : boards())
                QCOMPARE(bytesFor(byteParts(model, board).flash, ByteUse::Code),
                         static_cast<int>(codeBytes(planOf(model), board.processor)));
        }
}

void TestByteParts::floatsAreCountedToTheByte()
{
    const Dataset data = fixtureDataset(Task::Regression, 1);
    const TrainedNetwork trained = fixtureTraining(data, NetworkDesign{{{16}}}, 1);
    const ByteParts parts = byteParts(floatModel(trained, data, "1.0"), *findBoard("uno"));
    QCOMPARE(bytesFor(parts.flash, ByteUse::Weights, 1), 4 * inputs * 16);
    QCOMPARE(bytesFor(parts.flash, ByteUse::Weights, 2), 4 * 16);
    QCOMPARE(bytesFor(parts.flash, ByteUse::Biases), 4 * (16 + 1));
    QCOMPARE(bytesFor(parts.flash, ByteUse::Tables), 0);
}

void TestByteParts::codebooksAreAPartOfTheirOwn()
{
    const DeployableModel model = wildIntegerModel(Task::Classification, 3, Storage::Codebook);
    std::vector<std::vector<std::int8_t>> different;
    for (const ModelLayer& layer : model.layers)
        if (const auto& codebook = std::get<IntegerLayer>(layer).codebook;
            std::find(different.begin(), different.end(), codebook) == different.end())
            different.push_back(codebook);
    int bytes = 0;
    for (const auto& codebook : different)
        bytes += static_cast<int>(codebook.size());
    QVERIFY(bytes > 0);
    QCOMPARE(bytesFor(byteParts(model, *findBoard("uno")).flash, ByteUse::Codebooks), bytes);
}

void TestByteParts::streamsHaveReadingsAndAPlaceForTheirSpectrum()
{
    const Dataset data = windowDataset();
    const DeployableModel model = *quantize(fixtureTraining(data, {}, 1), data, {}, "1.0");
    const Stream& stream = *model.preprocessing.stream;
    const ByteParts parts = byteParts(model, *findBoard("uno"));
    QCOMPARE(sumOf(parts.ram), estimateCost(model, *findBoard("uno")).ramBytes);
    QCOMPARE(sumOf(parts.flash), estimateCost(model, *findBoard("uno")).flashBytes);
    QVERIFY(bytesFor(parts.ram, ByteUse::Readings) >= 4 * stream.length * static_cast<int>(stream.channels.size()));
    QCOMPARE(bytesFor(parts.ram, ByteUse::Spectrum), hasBandPowers(stream) ? 4 * stream.length : 0);
    QVERIFY(bytesFor(parts.flash, ByteUse::Windows) > 0);
}

QTEST_APPLESS_MAIN(TestByteParts)
#include "tst_byte_parts.moc"
