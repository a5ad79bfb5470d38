#include "export/exported_files.h"
#include "export/integer_scales.h"
#include "export/model_description.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"
#include "support/model_fixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace broto;

/// What is written for other runtimes. Whether they agree is for tests/interop.
class InteropFiles : public QObject {
    Q_OBJECT

private slots:
    void eachFormatHasItsFileAndADescription();
    void theSameModelGivesTheSameBytes();
    void theDescriptionSaysWhatToFeed();
    void scalesAreMultipliersToTheLastBit();
    void eightBitsReachAsFarAsTheRowsDo();
    void oneScaleIsADenseLayerAndOneANeuronAConvolution();
    void nothingIsFilledOrScaledWhereNothingIsSaid();
};

namespace {

TrainedNetwork network(const Dataset& data)
{
    return fixtureTraining(data, {{{6, Activation::Tanh}, {5, Activation::Relu}}}, 3);
}

DeployableModel integerModel(Task task, QuantizationOptions options = {})
{
    const Dataset data = fixtureDataset(task, 5);
    return *quantize(network(data), data, options, "1.2.3");
}

bool has(const TfliteModel& graph, TfliteOp op)
{
    return std::any_of(graph.operators.begin(), graph.operators.end(),
                       [&](const TfliteOperator& each) { return each.op == op; });
}

}

void InteropFiles::eachFormatHasItsFileAndADescription()
{
    const DeployableModel model = integerModel(Task::Classification);
    const ExportedFiles tflite = *exportTflite(model, "Ação"), onnx = *exportOnnx(model, "Ação");
    QCOMPARE(tflite.size(), std::size_t(2));
    QCOMPARE(tflite[0].path, std::string("acao_ptq_int8.tflite"));
    QCOMPARE(tflite[1].path, std::string("acao_ptq_int8.tflite.json"));
    QCOMPARE(onnx[0].path, std::string("acao_ptq_int8.onnx"));
    QCOMPARE(tflite[0].bytes.substr(4, 4), std::string("TFL3"));
    QVERIFY(tflite[1].bytes == onnx[1].bytes);
    for (const ExportedFile& file : {tflite[0], onnx[0]}) // what matters of it stands inside as well
        QVERIFY(file.bytes.find(embeddedDescription(model)) != std::string::npos);
}

void InteropFiles::theSameModelGivesTheSameBytes()
{
    const DeployableModel a = integerModel(Task::Regression), b = integerModel(Task::Regression);
    QVERIFY(*exportTflite(a, "x") == *exportTflite(b, "x"));
    QVERIFY(*exportOnnx(a, "x") == *exportOnnx(b, "x"));
}

void InteropFiles::theDescriptionSaysWhatToFeed()
{
    const DeployableModel model = integerModel(Task::Classification);
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(modelDescription(model))).object();
    const QJsonArray features = json[QStringLiteral("features")].toArray();
    QCOMPARE(features.size(), 4);
    QCOMPARE(features[0].toObject()[QStringLiteral("name")].toString(), QStringLiteral("temperature"));
    QVERIFY(features[0].toObject()[QStringLiteral("highest")].toDouble() >
            features[0].toObject()[QStringLiteral("lowest")].toDouble());
    QCOMPARE(features[3].toObject()[QStringLiteral("categories")].toArray().size(), 3);
    QCOMPARE(json[QStringLiteral("target")].toObject()[QStringLiteral("classes")].toArray().size(), 3);
    const QJsonArray examples = json[QStringLiteral("examples")].toArray();
    QVERIFY(!examples.isEmpty());
    QCOMPARE(examples[0].toObject()[QStringLiteral("row")].toArray().size(), 4);
    QVERIFY(json[QStringLiteral("how")].toString().contains(QStringLiteral("the index of its category")));
}

void InteropFiles::scalesAreMultipliersToTheLastBit()
{
    const DeployableModel model = integerModel(Task::Classification);
    const IntegerScales scales = integerScales(model);
    QCOMPARE(scales.layers.size(), model.layers.size());
    for (std::size_t l = 0; l + 1 < model.layers.size(); ++l) {
        const auto& layer = std::get<IntegerLayer>(model.layers[l]);
        const LayerScales& step = scales.layers[l];
        QCOMPARE(step.weights.size(), layer.multiplier.size());
        for (std::size_t o = 0; o < layer.multiplier.size(); ++o) {
            const double factor = static_cast<double>(step.input) * step.weights[o] / step.result;
            QVERIFY(std::abs(std::ldexp(factor, layer.shift) - layer.multiplier[o]) < 0.01);
        }
    }
}

void InteropFiles::eightBitsReachAsFarAsTheRowsDo()
{
    const DeployableModel model = integerModel(Task::Regression);
    const Dataset data = fixtureDataset(Task::Regression, 5);
    const LayerScales possible = integerScales(model).layers.back();
    const LayerScales met = integerScales(model, data.training.raw).layers.back();
    QVERIFY(met.result > 0 && met.result < possible.result);
    for (const LayerScales& scales : {possible, met})
        QVERIFY(scales.resultZeroPoint >= -128 && scales.resultZeroPoint <= 127);
    QCOMPARE(integerScales(model, Matrix::Constant(3, 4, std::nanf(""))).layers.back().result, possible.result);
}

void InteropFiles::oneScaleIsADenseLayerAndOneANeuronAConvolution()
{
    QuantizationOptions oneScale;
    oneScale.granularity = Granularity::Layer;
    const TfliteModel layer = tfliteModel(integerModel(Task::Classification, oneScale));
    QVERIFY(has(layer, TfliteOp::FullyConnected) && !has(layer, TfliteOp::Conv2d));
    const TfliteModel neuron = tfliteModel(integerModel(Task::Classification));
    QVERIFY(!has(neuron, TfliteOp::FullyConnected) && has(neuron, TfliteOp::Conv2d));
}

void InteropFiles::nothingIsFilledOrScaledWhereNothingIsSaid()
{
    Dataset data = fixtureDataset(Task::Regression, 5);
    DeployableModel model = floatModel(network(data), data, "1.2.3");
    QVERIFY(has(tfliteModel(model), TfliteOp::Select) && has(tfliteModel(model), TfliteOp::Sub));
    for (Feature& feature : model.preprocessing.features)
        feature.categories.clear();
    model.preprocessing.features.resize(6, model.preprocessing.features.front());
    model.preprocessing.steps = {FillMissing{std::vector<float>(6, std::nanf(""))}};
    const TfliteModel graph = tfliteModel(model);
    QVERIFY(!has(graph, TfliteOp::Select) && !has(graph, TfliteOp::Sub));
    QCOMPARE(onnxModel(model).nodes.front().op, std::string("Gemm"));
}

QTEST_APPLESS_MAIN(InteropFiles)
#include "tst_interop_files.moc"
