#include "export/flatbuffer_writer.h"
#include "import/model_files.h"

#include <QTest>

using namespace broto;

/// What is written is read again, and nothing else is.
class ModelFiles : public QObject {
    Q_OBJECT

private slots:
    void aTfliteFileComesBack();
    void anOnnxFileComesBack();
    void aTfliteFileCutShortIsTurnedAway();
    void anOnnxFileCutShortIsTurnedAway();
    void noByteOfATfliteFileCanUpsetTheReader();
    void noByteOfAnOnnxFileCanUpsetTheReader();
    void aSizeThatTheFileDoesNotHaveIsDamage();
    void tensorsOfOneBufferCannotMakeASmallFileLarge();
    void numbersOfAnOnnxTensorMayStandInTheirOwnFields_data();
    void numbersOfAnOnnxTensorMayStandInTheirOwnFields();
    void halfADoubleIsDamage();
    void weightsInAnotherFileAreNamed();
};

namespace {

TfliteModel tflite()
{
    TfliteModel model;
    model.tensors = {{"x", TfliteType::Float32, {1, 2}, {}, {}, {}, 0},
                     {"w", TfliteType::Int8, {3, 2}, "abcdef", {0.5f, 0.25f, 2}, {0, 1, -1}, 0},
                     {"b", TfliteType::Int32, {3}, std::string("\1\0\0\0\2\0\0\0\3\0\0\0", 12), {}, {}, 0},
                     {"y", TfliteType::Float32, {1, 3}, {}, {}, {}, 0},
                     {"z", TfliteType::Float32, {1, 3}, {}, {}, {}, 0}};
    model.operators = {{TfliteOp::FullyConnected, {0, 1, 2}, {3}, TfliteFused::Relu, 0, 0},
                       {TfliteOp::LeakyRelu, {3}, {4}, TfliteFused::None, 0.125f, 0}};
    model.inputs = {0};
    model.outputs = {4};
    model.description = "two layers";
    model.metadata = {{"about", "this"}};
    return model;
}

OnnxModel onnx()
{
    OnnxModel model;
    model.constants = {{"w", OnnxType::Float32, {1, 2}, std::string(8, '\0')}};
    model.nodes = {{"Gemm", "first", {"x", "w"}, {"y"}, {{"transB", std::int64_t(1)}, {"alpha", 0.5f}}, {}},
                   {"Odd", "", {"y", ""}, {"z"}, {{"axes", std::vector<std::int64_t>{1, -1}}}, "some.domain"}};
    model.inputs = {{"x", OnnxType::Float32, {-1, 2}}};
    model.outputs = {{"z", OnnxType::Float32, {-1, 1}}};
    model.producer = "a test";
    model.description = "two nodes";
    model.metadata = {{"about", "this"}};
    return model;
}

/// What of a file with one constant, whose fields these are, is read.
Result<OnnxModel> withConstant(const std::string& tensor)
{
    const std::string graph = "\x2a" + std::string(1, static_cast<char>(tensor.size())) + tensor;
    return parseOnnx("\x08\x08\x3a" + std::string(1, static_cast<char>(graph.size())) + graph);
}

}

void ModelFiles::aTfliteFileComesBack()
{
    const TfliteModel model = tflite();
    const Result<TfliteModel> back = parseTflite(tfliteBytes(model));
    QVERIFY(back.ok());
    QCOMPARE(back->tensors.size(), model.tensors.size());
    for (std::size_t i = 0; i < model.tensors.size(); ++i) {
        const TfliteTensor &a = model.tensors[i], &b = back->tensors[i];
        QVERIFY(a.name == b.name && a.type == b.type && a.shape == b.shape && a.data == b.data && a.scale == b.scale &&
                a.zeroPoint == b.zeroPoint);
    }
    QCOMPARE(back->operators.size(), std::size_t(2));
    QVERIFY(back->operators[0].op == TfliteOp::FullyConnected && back->operators[0].fused == TfliteFused::Relu);
    QVERIFY(back->operators[0].inputs == model.operators[0].inputs);
    QVERIFY(back->operators[1].op == TfliteOp::LeakyRelu && back->operators[1].parameter == 0.125f);
    QVERIFY(back->inputs == model.inputs && back->outputs == model.outputs);
    QVERIFY(back->description == model.description && back->metadata == model.metadata);
    QVERIFY(tfliteBytes(*back) == tfliteBytes(model));
}

void ModelFiles::anOnnxFileComesBack()
{
    const OnnxModel model = onnx();
    const Result<OnnxModel> back = parseOnnx(onnxBytes(model));
    QVERIFY(back.ok());
    QVERIFY(onnxBytes(*back) == onnxBytes(model));
    QCOMPARE(back->nodes[1].domain, std::string("some.domain"));
    QVERIFY(std::get<std::vector<std::int64_t>>(back->nodes[1].attributes[0].value) ==
            (std::vector<std::int64_t>{1, -1}));
    QVERIFY(back->inputs[0].shape == (std::vector<std::int64_t>{-1, 2}));
}

void ModelFiles::aTfliteFileCutShortIsTurnedAway()
{
    const std::string bytes = tfliteBytes(tflite());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY2(!parseTflite(bytes.substr(0, size)) || size + 64 > bytes.size(), qPrintable(QString::number(size)));
}

void ModelFiles::anOnnxFileCutShortIsTurnedAway()
{
    const std::string bytes = onnxBytes(onnx());
    int whole = 0; // between two fields a message can end
    for (std::size_t size = 0; size < bytes.size(); ++size)
        whole += parseOnnx(bytes.substr(0, size)).ok();
    QVERIFY2(whole <= 2, qPrintable(QString::number(whole)));
}

void ModelFiles::noByteOfATfliteFileCanUpsetTheReader()
{
    const std::string bytes = tfliteBytes(tflite());
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        for (const int value : {0, 1, 127, 128, 255}) {
            std::string wrong = bytes;
            wrong[place] = static_cast<char>(value);
            const Result<TfliteModel> read = parseTflite(wrong);
            QVERIFY(read.ok() || !read.error().text.empty());
        }
    }
}

void ModelFiles::noByteOfAnOnnxFileCanUpsetTheReader()
{
    const std::string bytes = onnxBytes(onnx());
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        for (const int value : {0, 1, 127, 128, 255}) {
            std::string wrong = bytes;
            wrong[place] = static_cast<char>(value);
            const Result<OnnxModel> read = parseOnnx(wrong);
            QVERIFY(read.ok() || !read.error().text.empty());
        }
    }
}

void ModelFiles::aSizeThatTheFileDoesNotHaveIsDamage()
{
    TfliteModel model = tflite();
    model.tensors[1].shape = {1 << 30, 1 << 30};
    const Result<TfliteModel> read = parseTflite(tfliteBytes(model));
    QVERIFY(!read.ok());
    QCOMPARE(std::string(read.error().id), std::string("import.damaged"));

    OnnxModel other = onnx();
    other.constants[0].shape = {std::int64_t(1) << 40, std::int64_t(1) << 40};
    QVERIFY(!parseOnnx(onnxBytes(other)).ok());
}

void ModelFiles::tensorsOfOneBufferCannotMakeASmallFileLarge()
{
    // A hundred tensors of one buffer of 100,000 bytes: the reader would copy ten million.
    FlatBufferWriter file;
    const std::string data(100000, 'x');
    const auto bytes = file.numbers(std::span<const char>(data));
    file.beginTable();
    file.place(0, bytes);
    const auto buffer = file.endTable();
    const auto buffers = file.places(std::vector{buffer, buffer});
    std::vector<FlatBufferWriter::Place> tensors;
    const std::int32_t length = 100000;
    for (int i = 0; i < 100; ++i) {
        const auto shape = file.numbers(std::span(&length, 1));
        file.beginTable();
        file.place(0, shape);
        file.number(2, std::uint32_t(1));
        file.number(1, static_cast<std::int8_t>(TfliteType::Int8));
        tensors.push_back(file.endTable());
    }
    const auto allTensors = file.places(tensors);
    file.beginTable();
    file.place(0, allTensors);
    const auto graphs = file.places(std::vector{file.endTable()});
    file.beginTable();
    file.place(2, graphs);
    file.place(4, buffers);
    const Result<TfliteModel> read = parseTflite(file.finish(file.endTable(), "TFL3"));
    QVERIFY(!read.ok());
    QCOMPARE(std::string(read.error().id), std::string("import.damaged"));
}

void ModelFiles::numbersOfAnOnnxTensorMayStandInTheirOwnFields_data()
{
    QTest::addColumn<std::string>("tensor");
    QTest::addColumn<std::string>("data");
    const std::string floats("\x00\x00\x80\x3f\x00\x00\x00\x40", 8);
    const std::string one("\0\0\0\0\0\0\xf0\x3f", 8), two("\0\0\0\0\0\0\0\x40", 8);
    // dims: 2  data_type: 1  float_data: [1, 2]  name: "w"
    QTest::newRow("float_data") << "\x08\x02\x10\x01\x22\x08" + floats + "\x42\x01w" << floats;
    // dims: 2  data_type: 11  double_data: [1, 2]  name: "w"
    QTest::newRow("double_data") << "\x08\x02\x10\x0b\x52\x10" + one + two + "\x42\x01w" << one + two;
    QTest::newRow("double_data, one by one") << "\x08\x02\x10\x0b\x51" + one + "\x51" + two + "\x42\x01w" << one + two;
}

void ModelFiles::numbersOfAnOnnxTensorMayStandInTheirOwnFields()
{
    QFETCH(std::string, tensor);
    QFETCH(std::string, data);
    const Result<OnnxModel> read = withConstant(tensor);
    QVERIFY(read.ok());
    QCOMPARE(read->constants.size(), std::size_t(1));
    QCOMPARE(read->constants[0].data, data);
}

void ModelFiles::halfADoubleIsDamage()
{
    const Result<OnnxModel> read = withConstant(std::string("\x08\x01\x10\x0b\x52\x04\0\0\0\0\x42\x01w", 13));
    QVERIFY(!read.ok());
    QCOMPARE(std::string(read.error().id), std::string("import.damaged"));
}

void ModelFiles::weightsInAnotherFileAreNamed()
{
    // graph { initializer { dims: 2  data_type: 1  name: "w"  data_location: 1 } }
    const std::string tensor = std::string("\x08\x02\x10\x01\x42\x01w\x70\x01", 9);
    const Result<OnnxModel> read = withConstant(tensor);
    QVERIFY(!read.ok());
    QCOMPARE(std::string(read.error().id), std::string("import.external-data"));
}

QTEST_APPLESS_MAIN(ModelFiles)
#include "tst_model_files.moc"
