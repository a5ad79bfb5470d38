#include "export/layer_parts.h"

#include "compression/packed_weights.h"
#include "export/c99_header.h"
#include "export/exported_files.h"
#include "export/flash_bytes.h"
#include "support/large_models.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace broto;

namespace {

DeployableModel modelOf(Storage storage, int codebook, int kibibytes)
{
    return largeModel({Arithmetic::Int8, storage, codebook, kibibytes});
}

/// The weights of a part as they lie in flash.
std::vector<std::uint8_t> bytesOf(const IntegerLayer& layer, const LayerPart& part)
{
    const IntegerLayer neurons = neuronsOf(layer, part.first, part.neurons);
    return liesInGroups(layer) ? packedGroups(neurons) : packedWeights(neurons);
}

/// The shortest of three times that something takes.
double milliseconds(const auto& work)
{
    double least = 1e9;
    for (int run = 0; run < 3; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        least = std::min(least, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return least;
}

}

class TestLayerParts : public QObject {
    Q_OBJECT

private slots:
    void unitsAreDividedBelowTheLimit_data();
    void unitsAreDividedBelowTheLimit();
    void partsAreTheLayerByteForByte_data();
    void partsAreTheLayerByteForByte();
    void allNeuronsTogetherAreTheLayer();
    void aSparseLayerIsDividedInOnePassOverItsWeights();
    void floatsAreDividedByNeurons();
    void smallLayersStayWhole();
    void onlyWhatIsNotNearLiesFar();
    void headersOfSmallModelsKnowNothingOfFarFlash();
    void c99HeadersPointToTheOtherWhereAvrCannotTakeThem();
};

void TestLayerParts::unitsAreDividedBelowTheLimit_data()
{
    using Bytes = QList<qint64>;
    using Counts = QList<int>;
    QTest::addColumn<Bytes>("units");
    QTest::addColumn<Counts>("counts");
    QTest::newRow("none") << Bytes{} << Counts{};
    QTest::newRow("all fit") << Bytes{4, 3, 3} << Counts{3};
    QTest::newRow("one more byte") << Bytes{4, 3, 4} << Counts{2, 1};
    QTest::newRow("of different sizes") << Bytes{1, 9, 9, 2, 8, 1} << Counts{2, 1, 2, 1};
    QTest::newRow("one too large alone") << Bytes{2, 11, 2} << Counts{1, 1, 1};
    QTest::newRow("the first too large") << Bytes{11, 5, 5} << Counts{1, 2};
}

void TestLayerParts::unitsAreDividedBelowTheLimit()
{
    QFETCH(QList<qint64>, units);
    QFETCH(QList<int>, counts);
    const std::vector<std::int64_t> bytes(units.begin(), units.end());
    QCOMPARE(divided(bytes, 10), std::vector<int>(counts.begin(), counts.end()));
}

void TestLayerParts::partsAreTheLayerByteForByte_data()
{
    QTest::addColumn<Storage>("storage");
    QTest::addColumn<int>("codebook");
    QTest::newRow("int8") << Storage::Int8 << 0;
    QTest::newRow("int4") << Storage::Int4 << 0;
    QTest::newRow("ternary") << Storage::Ternary << 0;
    QTest::newRow("codebook of 4") << Storage::Codebook << 4;
    QTest::newRow("codebook of 16") << Storage::Codebook << 16;
    QTest::newRow("codebook of 256") << Storage::Codebook << 256;
    QTest::newRow("sparse") << Storage::Sparse << 0;
}

void TestLayerParts::partsAreTheLayerByteForByte()
{
    QFETCH(Storage, storage);
    QFETCH(int, codebook);
    const DeployableModel model = modelOf(storage, codebook, 100);
    const HeaderFacts facts(model, "project");
    const IntegerLayer& layer = facts.integerLayer(1);
    const std::vector<LayerPart> parts = partsOf(facts, 1);
    QVERIFY(parts.size() > 2 && parts.size() < 7);
    std::vector<std::uint8_t> all;
    int neurons = 0;
    for (const LayerPart& part : parts) {
        const std::vector<std::uint8_t> bytes = bytesOf(layer, part);
        QCOMPARE(part.first, neurons);
        QCOMPARE(part.bytes, static_cast<std::int64_t>(bytes.size()));
        QVERIFY(part.bytes <= largestAvrArray);
        all.insert(all.end(), bytes.begin(), bytes.end());
        neurons += part.neurons;
    }
    QCOMPARE(neurons, layer.outputs);
    QCOMPARE(all, liesInGroups(layer) ? packedGroups(layer) : packedWeights(layer));
    QCOMPARE(parts[1].name, std::string(liesInGroups(layer) ? "layer2part2" : "weights2part2"));
}

void TestLayerParts::allNeuronsTogetherAreTheLayer()
{
    for (const Storage storage : {Storage::Int8, Storage::Codebook}) {
        const DeployableModel model = modelOf(storage, storage == Storage::Codebook ? 16 : 0, 20);
        for (const ModelLayer& any : model.layers) {
            const auto& layer = std::get<IntegerLayer>(any);
            QVERIFY(neuronsOf(layer, 0, layer.outputs) == layer);
        }
    }
}

/// A neuron at a time, and not the whole layer once a neuron.
void TestLayerParts::aSparseLayerIsDividedInOnePassOverItsWeights()
{
    const DeployableModel model = modelOf(Storage::Sparse, 0, 447); // some 1000 neurons of as many inputs
    const HeaderFacts facts(model, "project");
    const IntegerLayer& layer = facts.integerLayer(1);
    std::size_t parts = 0, bytes = 0;
    const double dividing = milliseconds([&] { parts = partsOf(facts, 1).size(); });
    const double packing = milliseconds([&] { bytes = packedWeights(layer).size(); });
    qInfo("%d x %d: divided in %.1f ms, packed in %.1f ms", layer.inputs, layer.outputs, dividing, packing);
    QVERIFY(parts >= bytes / static_cast<std::size_t>(largestAvrArray));
    QVERIFY(dividing < packing);
}

void TestLayerParts::floatsAreDividedByNeurons()
{
    const DeployableModel model = largeModel({Arithmetic::Float32, Storage::Int8, 0, 100});
    const HeaderFacts facts(model, "project");
    const std::vector<LayerPart> parts = partsOf(facts, 1);
    QVERIFY(parts.size() > 2);
    for (const LayerPart& part : parts)
        QVERIFY(part.bytes == std::int64_t{4} * part.neurons * facts.shape[1].inputs && part.bytes <= largestAvrArray);
    QCOMPARE(parts.back().first + parts.back().neurons, facts.shape[1].outputs);
}

void TestLayerParts::smallLayersStayWhole()
{
    const DeployableModel model = modelOf(Storage::Int8, 0, 20);
    const HeaderFacts facts(model, "project");
    for (int layer = 0; layer < 3; ++layer) {
        const std::vector<LayerPart> parts = partsOf(facts, layer);
        QCOMPARE(parts.size(), std::size_t{1});
        QCOMPARE(parts[0].name, "layer" + std::to_string(layer + 1));
        QCOMPARE(parts[0].neurons, facts.shape[static_cast<std::size_t>(layer)].outputs);
    }
}

void TestLayerParts::onlyWhatIsNotNearLiesFar()
{
    for (const int kibibytes : {40, 100}) {
        const DeployableModel model = modelOf(Storage::Int8, 0, kibibytes);
        const HeaderFacts facts(model, "project");
        const FlashBytes bytes = flashBytes(facts);
        QCOMPARE(facts.liesFar, kibibytes == 100);
        QCOMPARE(facts.liesFar, bytes.all() > nearAvrFlash);
        QVERIFY(bytes.weights > kibibytes * 900 && bytes.weights < kibibytes * 1100);
        QVERIFY(bytes.others > 256 && bytes.others < 6000); // a table, 40 features, their names, golden rows
    }
}

void TestLayerParts::headersOfSmallModelsKnowNothingOfFarFlash()
{
    const auto headerOf = [](int kibibytes) {
        return exportCppHeader(modelOf(Storage::Int8, 0, kibibytes), "project").value().front().bytes;
    };
    QVERIFY(headerOf(20).find("FAR_FLASH") == std::string::npos);
    const std::string large = headerOf(100);
    QVERIFY(large.find("] BROTO_FAR_FLASH = {") != std::string::npos);
    QVERIFY(large.find("runtime::layerRelu<runtime::FarInt8, ") != std::string::npos);
}

void TestLayerParts::c99HeadersPointToTheOtherWhereAvrCannotTakeThem()
{
    const auto errorsOf = [](int kibibytes) {
        const std::string text = exportC99Header(modelOf(Storage::Int8, 0, kibibytes), "project")->front().bytes;
        return QString::fromStdString(text).count(QStringLiteral("take the C++ header"));
    };
    QCOMPARE(errorsOf(20), 0);
    QCOMPARE(errorsOf(50), 1); // an array is too large
    QCOMPARE(errorsOf(100), 2);
}

QTEST_APPLESS_MAIN(TestLayerParts)
#include "tst_layer_parts.moc"
