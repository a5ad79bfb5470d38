#include "compression/packed_weights.h"
#include "compression/predictor.h"
#include "support/model_fixtures.h"
#include "support/reference_model.h"

#include <QTest>

using namespace broto;

namespace {

using Bytes = std::vector<std::uint8_t>;

IntegerLayer layerOf(Storage storage, int inputs, std::vector<std::int8_t> weights,
                     std::vector<std::int8_t> codebook = {})
{
    IntegerLayer layer;
    layer.storage = storage;
    layer.inputs = inputs;
    layer.outputs = static_cast<int>(weights.size()) / inputs;
    layer.weights = std::move(weights);
    layer.codebook = std::move(codebook);
    return layer;
}

std::vector<std::int8_t> codebookOf(std::size_t size, std::vector<std::int8_t> entries)
{
    entries.resize(size, 127);
    return entries;
}

}

class TestPackedWeights : public QObject {
    Q_OBJECT

private slots:
    void bytesAreLaidOutAsTheKernelsReadThem_data();
    void bytesAreLaidOutAsTheKernelsReadThem();
    void groupsAreLaidOutAsTheKernelsReadThem_data();
    void groupsAreLaidOutAsTheKernelsReadThem();
    void onlyLayersWithMultipliersLieInGroups();
    void sizeIsThatOfTheBytes_data();
    void sizeIsThatOfTheBytes();
    void weightsThatDoNotFitTheirStorageAreNoticed_data();
    void weightsThatDoNotFitTheirStorageAreNoticed();
    void answersOfEveryStorageEqualTheReference_data();
    void answersOfEveryStorageEqualTheReference();
    void layersWithTheSameCodebookShareIt();
};

void TestPackedWeights::bytesAreLaidOutAsTheKernelsReadThem_data()
{
    QTest::addColumn<IntegerLayer>("layer");
    QTest::addColumn<Bytes>("bytes");
    QTest::newRow("int8") << layerOf(Storage::Int8, 2, {1, -1, 127, -127}) << Bytes{1, 255, 127, 129};
    QTest::newRow("int4, two neurons to a byte")
        << layerOf(Storage::Int4, 2, {16, -16, 112, -112}) << Bytes{0x71, 0x9f};
    QTest::newRow("int4, an odd neuron") << layerOf(Storage::Int4, 1, {16, 32, -32}) << Bytes{0x21, 0x0e};
    QTest::newRow("ternary, four neurons to a byte")
        << layerOf(Storage::Ternary, 1, {64, -64, 0, 64}) << Bytes{0b01'00'11'01};
    QTest::newRow("ternary, five neurons") << layerOf(Storage::Ternary, 1, {64, 0, 0, 0, -64}) << Bytes{1, 3};
    QTest::newRow("codebook of 4") << layerOf(Storage::Codebook, 1, {-9, 5, 7, -9}, {-9, 0, 5, 7})
                                   << Bytes{0b00'11'10'00};
    QTest::newRow("codebook of 16") << layerOf(Storage::Codebook, 2, {-9, 5, 7, 0}, codebookOf(16, {-9, 0, 5, 7}))
                                    << Bytes{0x30, 0x12};
    QTest::newRow("codebook of 256") << layerOf(Storage::Codebook, 2, {5, -9}, codebookOf(256, {-9, 0, 5}))
                                     << Bytes{2, 0};
    QTest::newRow("codebook with an entry twice")
        << layerOf(Storage::Codebook, 1, {7, 7}, {-9, 7, 7, 7}) << Bytes{0b0101};
    QTest::newRow("sparse") << layerOf(Storage::Sparse, 3, {0, 5, 0, -1, 0, 2}) << Bytes{2, 5, 5, 255, 2};
    QTest::newRow("sparse, nine inputs") << layerOf(Storage::Sparse, 9, {1, 0, 0, 0, 0, 0, 0, 2, 3})
                                         << Bytes{0x81, 1, 2, 1, 3};
    QTest::newRow("sparse, all zero") << layerOf(Storage::Sparse, 9, std::vector<std::int8_t>(9)) << Bytes{0, 0};
}

void TestPackedWeights::bytesAreLaidOutAsTheKernelsReadThem()
{
    QFETCH(IntegerLayer, layer);
    QFETCH(Bytes, bytes);
    QVERIFY(fitsStorage(layer));
    QCOMPARE(packedWeights(layer), bytes);
}

void TestPackedWeights::groupsAreLaidOutAsTheKernelsReadThem_data()
{
    QTest::addColumn<IntegerLayer>("layer");
    QTest::addColumn<int>("shift");
    QTest::addColumn<Bytes>("bytes");
    const Bytes biases = {1, 0, 0, 254, 255, 255, 64, 226, 1, 0, 0, 128}; // 1, -2, 123456 and the least sum
    const Bytes multipliers = {1, 0, 2, 1, 255, 127, 255, 127};           // 1, 258, 32767 and that of a padding
    const Bytes hiddenBiases = {1, 0, 0, 254, 255, 255, 64, 226, 1, 0, 0, 0};
    const Bytes hiddenMultipliers = {1, 0, 2, 1, 255, 127, 1, 0};
    const auto joined = [](Bytes first, const Bytes& second, const Bytes& third) {
        first.insert(first.end(), second.begin(), second.end());
        first.insert(first.end(), third.begin(), third.end());
        return first;
    };
    Bytes least = biases;
    least[9] = 1; // 1 - 2^23
    QTest::newRow("int8, hidden") << layerOf(Storage::Int8, 2, {1, -1, 127, -127, 3, 4}) << 20
                                  << joined(hiddenBiases, {1, 127, 3, 0, 255, 129, 4, 0}, hiddenMultipliers);
    QTest::newRow("int8, output") << layerOf(Storage::Int8, 1, {1, -1, 127}) << 16
                                  << joined(least, {1, 255, 127, 0}, multipliers);
    QTest::newRow("int4, hidden") << layerOf(Storage::Int4, 2, {16, -16, 112, -112, 32, 0}) << 20
                                  << joined(hiddenBiases, {0x71, 0x02, 0x9f, 0x00}, hiddenMultipliers);
}

void TestPackedWeights::groupsAreLaidOutAsTheKernelsReadThem()
{
    QFETCH(IntegerLayer, layer);
    QFETCH(int, shift);
    layer.shift = shift;
    layer.bias = {1, -2, 123456};
    layer.multiplier = {1, 258, 32767};
    QVERIFY(liesInGroups(layer));
    QTEST(packedGroups(layer), "bytes");

    // A fifth neuron begins a second group.
    const std::size_t first = packedGroups(layer).size();
    for (int neuron = 3; neuron < 5; ++neuron) {
        layer.weights.insert(layer.weights.end(), static_cast<std::size_t>(layer.inputs), 16);
        layer.bias.push_back(neuron);
        layer.multiplier.push_back(5);
    }
    layer.outputs = 5;
    QCOMPARE(packedGroups(layer).size(), 2 * first);
    QCOMPARE(packedGroups(layer)[first], std::uint8_t{4});
}

void TestPackedWeights::onlyLayersWithMultipliersLieInGroups()
{
    for (const Storage storage : allStorages) {
        IntegerLayer layer;
        layer.storage = storage;
        QVERIFY(!liesInGroups(layer)); // a regression's output
        layer.multiplier = {1};
        QCOMPARE(liesInGroups(layer), storage == Storage::Int8 || storage == Storage::Int4);
    }
}

void TestPackedWeights::sizeIsThatOfTheBytes_data()
{
    QTest::addColumn<Storage>("storage");
    for (const Storage storage : allStorages)
        QTest::newRow(std::string(storageName(storage)).c_str()) << storage;
}

void TestPackedWeights::sizeIsThatOfTheBytes()
{
    QFETCH(Storage, storage);
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const DeployableModel model = wildIntegerModel(Task::Classification, seed, storage);
        for (const ModelLayer& any : model.layers) {
            const auto& layer = std::get<IntegerLayer>(any);
            QVERIFY(layer.storage == storage && fitsStorage(layer));
            QCOMPARE(packedWeights(layer).size(), packedSize(layer));
        }
    }
}

void TestPackedWeights::weightsThatDoNotFitTheirStorageAreNoticed_data()
{
    QTest::addColumn<IntegerLayer>("layer");
    QTest::newRow("int4, no multiple of 16") << layerOf(Storage::Int4, 1, {17});
    QTest::newRow("int4, -128") << layerOf(Storage::Int4, 1, {-128});
    QTest::newRow("int4 with a codebook") << layerOf(Storage::Int4, 1, {16}, {0, 0, 0, 16});
    QTest::newRow("ternary, 32") << layerOf(Storage::Ternary, 1, {32});
    QTest::newRow("ternary, -128") << layerOf(Storage::Ternary, 1, {-128});
    QTest::newRow("int8 with a codebook") << layerOf(Storage::Int8, 1, {1}, {0, 0, 0, 1});
    QTest::newRow("no codebook") << layerOf(Storage::Codebook, 1, {1});
    QTest::newRow("codebook of 5") << layerOf(Storage::Codebook, 1, {1}, {0, 1, 2, 3, 4});
    QTest::newRow("not in the codebook") << layerOf(Storage::Codebook, 1, {3}, {0, 1, 2, 4});
    QTest::newRow("codebook not in order") << layerOf(Storage::Codebook, 1, {1}, {0, 2, 1, 3});
    QTest::newRow("codebook with -128") << layerOf(Storage::Codebook, 1, {1}, {-128, 0, 1, 3});
}

void TestPackedWeights::weightsThatDoNotFitTheirStorageAreNoticed()
{
    QFETCH(IntegerLayer, layer);
    QVERIFY(!fitsStorage(layer));
}

void TestPackedWeights::answersOfEveryStorageEqualTheReference_data()
{
    sizeIsThatOfTheBytes_data();
}

void TestPackedWeights::answersOfEveryStorageEqualTheReference()
{
    QFETCH(Storage, storage);
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Task task = seed % 2 ? Task::Classification : Task::Regression;
        const DeployableModel model = wildIntegerModel(task, seed, storage);
        QVERIFY(!problemWith(model));
        const reference::Model reference = referenceModel(model);
        Predictor predictor(model);
        Random random(seed);
        for (int i = 0; i < 20; ++i) {
            const std::vector<float> row = hostileRow(model, random);
            const reference::Answer expected = reference::answer(reference, row);
            const Prediction prediction = predictor.predict(row);
            QCOMPARE(prediction.refused, expected.refused);
            if (!expected.refused)
                QCOMPARE(reference::Integers(prediction.raw.begin(), prediction.raw.end()), expected.layers.back());
        }
    }
}

void TestPackedWeights::layersWithTheSameCodebookShareIt()
{
    DeployableModel model;
    model.layers = {layerOf(Storage::Codebook, 2, {0, 1}, {0, 1, 2, 3}),
                    layerOf(Storage::Codebook, 1, {3}, {0, 1, 2, 3})};
    QCOMPARE(weightBytes(model), std::int64_t{2 + 1 + 4});
    std::get<IntegerLayer>(model.layers[1]).codebook = {0, 1, 3, 3};
    QCOMPARE(weightBytes(model), std::int64_t{2 + 1 + 4 + 4});
}

QTEST_APPLESS_MAIN(TestPackedWeights)
#include "tst_packed_weights.moc"
