#include "compression/predictor.h"
#include "graph_writer.h"
#include "import/import_model.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace broto;

/// Graphs that say by scales, zero points, constants and axes what they compute give what they say, or a reason.
class ForeignArithmetic : public QObject {
    Q_OBJECT

private slots:
    void answersAreThoseOfTheFilesOwnArithmetic_data();
    void answersAreThoseOfTheFilesOwnArithmetic();
    void biasesAreThoseOfTheirOwnScale_data();
    void biasesAreThoseOfTheirOwnScale();
    void tfliteRangesThatBeginAtZeroAreReluAndOthersAreNot_data();
    void tfliteRangesThatBeginAtZeroAreReluAndOthersAreNot();
    void whatCannotBeComputedIsNamed_data();
    void whatCannotBeComputedIsNamed();
};

namespace {

const Steps inputs{4.0f / 255, 0, OnnxType::Int8};
const Steps offInputs{4.0f / 255, 100, OnnxType::UInt8}; // from -1.57 to 2.43
const Steps wide{8.0f / 255, 0, OnnxType::Int8};

double identity(double sum)
{
    return sum;
}

double relu(double sum)
{
    return std::max(sum, 0.0);
}

struct Case {
    const char* name;
    std::string bytes;
    std::function<double(double, double)> expected;
    double tolerance = 0.06; ///< a step of an input is 0.016, of a hidden value 0.032 to 0.063
};

Case hiddenRange(const char* name, const Steps& steps, double (*activation)(double))
{
    return {name, GraphWriter().pass(inputs).hidden().pass(steps).output().bytes(), [=](double x, double y) {
                return graphAnswer(x, y, [&](double sum) { return steps.of(activation(sum)); });
            }};
}

Case behindHidden(const char* name, const std::function<void(GraphWriter&)>& write,
                  const std::function<double(double)>& activation, double tolerance = 0.06)
{
    GraphWriter graph;
    graph.pass(inputs).hidden();
    write(graph);
    return {name, graph.output().bytes(), [=](double x, double y) { return graphAnswer(x, y, activation); }, tolerance};
}

std::vector<Case> cases()
{
    const Steps unsignedRelu{4.0f / 255, 0, OnnxType::UInt8}, signedRelu{4.0f / 255, -128, OnnxType::Int8};
    const Steps small{0.5f / 127, 0, OnnxType::Int8};
    const Steps twice{16.0f / 255, 0, OnnxType::Int8}, moved{8.0f / 255, 30, OnnxType::Int8};
    std::vector<Case> all = {
        hiddenRange("a ReLU that only uint8 says", unsignedRelu, identity),
        hiddenRange("a ReLU that only int8 says", signedRelu, identity),
        hiddenRange("a range to both sides", wide, identity),
        hiddenRange("a range that is not in the middle", {8.0f / 255, -30, OnnxType::Int8}, identity),
        behindHidden(
            "a range to both sides that output_dtype says",
            [&](GraphWriter& g) { g.passByOutputKind(wide.scale, static_cast<std::int64_t>(OnnxType::Int8)); },
            [=](double sum) { return wide.of(sum); }),
        behindHidden(
            "a ReLU where output_dtype says nothing",
            [&](GraphWriter& g) { g.passByOutputKind(unsignedRelu.scale, 0); },
            [=](double sum) { return unsignedRelu.of(sum); }),
        behindHidden(
            "a leaky ReLU that is cut off", [&](GraphWriter& g) { g.node("LeakyRelu").pass(unsignedRelu); }, relu),
        behindHidden(
            "a ReLU after a range of its own", [&](GraphWriter& g) { g.pass(wide).node("Relu").pass(wide); }, relu),
        behindHidden(
            "a ReLU twice", [&](GraphWriter& g) { g.pass(unsignedRelu).node("Relu"); }, relu),
        behindHidden(
            "a ReLU by Clip", [&](GraphWriter& g) { g.node("Clip", {g.floats({0})}).pass(wide); }, relu),
        behindHidden(
            "the narrower of two ranges first", [&](GraphWriter& g) { g.pass(small).pass(wide); },
            [=](double sum) { return small.of(sum); }),
        behindHidden(
            "the narrower of two ranges last", [&](GraphWriter& g) { g.pass(wide).pass(small); },
            [=](double sum) { return small.of(sum); }),
        behindHidden(
            "dequantized by twice the scale", [&](GraphWriter& g) { g.quantize(wide).dequantize(twice); },
            [=](double sum) { return 2 * wide.of(sum); }, 0.12),
        behindHidden(
            "dequantized by another zero point", [&](GraphWriter& g) { g.quantize(wide).dequantize(moved); },
            [=](double sum) { return wide.of(sum) - 30 * wide.scale; }),
        behindHidden(
            "multiplied between two ranges",
            [&](GraphWriter& g) { g.pass(wide).node("Mul", {g.floats({0.5f})}).pass(wide); },
            [=](double sum) { return 0.5 * wide.of(sum); }),
        behindHidden(
            "normalised behind a ReLU",
            [&](GraphWriter& g) {
                g.pass(unsignedRelu).node("Mul", {g.floats({2, -1, 0.5f})}).pass(wide);
            },
            [](double) { return 0.0; }),
    };
    all.back().expected = [=](double x, double y) {
        const double factors[] = {2, -1, 0.5};
        int next = 0;
        return graphAnswer(x, y, [&](double sum) { return factors[next++] * unsignedRelu.of(sum); });
    };
    all.push_back({"inputs off the middle", GraphWriter().pass(offInputs).hidden().pass(wide).output().bytes(),
                   [](double x, double y) { return graphAnswer(offInputs.of(x), offInputs.of(y), identity); }});
    all.push_back({"inputs quantized twice",
                   GraphWriter().pass(inputs).pass(small).hidden().pass(wide).output().bytes(),
                   [=](double x, double y) { return graphAnswer(small.of(x), small.of(y), identity); }});
    all.push_back({"inputs dequantized by half the scale",
                   GraphWriter()
                       .quantize(inputs)
                       .dequantize({2.0f / 255, 0, OnnxType::Int8})
                       .hidden()
                       .pass(wide)
                       .output()
                       .bytes(),
                   [](double x, double y) { return graphAnswer(x / 2, y / 2, identity); }});
    all.push_back({"weights that output_dtype makes int8",
                   GraphWriter().pass(inputs).hiddenByOutputKind().pass(wide).output().bytes(),
                   [](double x, double y) { return graphAnswer(inputs.of(x), inputs.of(y), identity); }});
    GraphWriter constant;
    constant.node("Mul", {constant.floats({1, 0})}).node("Add", {constant.floats({0, 0.7f})});
    all.push_back({"a feature scaled to a constant", constant.floatHidden().node("Relu").output().bytes(),
                   [](double x, double) { return graphAnswer(x, 0.7f, relu); }, 0.02});
    GraphWriter quantized;
    quantized.node("Mul", {quantized.floats({1, 0})}).node("Add", {quantized.floats({0, 0.7f})});
    all.push_back({"a quantized feature scaled to a constant",
                   quantized.pass(offInputs).hidden().pass(wide).output().bytes(),
                   [](double x, double) { return graphAnswer(offInputs.of(x), 0.7f, identity); }});
    GraphWriter zero;
    zero.node("Sub", {zero.floats({0, 5})}).node("Mul", {zero.floats({1, 0})});
    all.push_back({"a feature of factor 0 off the middle", zero.pass(offInputs).hidden().pass(wide).output().bytes(),
                   [](double x, double) { return graphAnswer(offInputs.of(x), 0, identity); }});
    all.push_back({"a ReLU at the end", GraphWriter().floatHidden().node("Relu").output().node("Relu").bytes(),
                   [](double x, double y) { return relu(graphAnswer(x, y, relu)); }, 0.02});
    all.push_back({"integers at the end that begin at 0",
                   GraphWriter().pass(inputs).hidden().pass(wide).output().pass(unsignedRelu).bytes(),
                   [](double x, double y) { return relu(graphAnswer(x, y, identity)); }});
    GraphWriter shaped;
    const std::string shape = shaped.integers(OnnxType::Int64, {2}, std::vector<std::int64_t>{-1, 3});
    all.push_back({"axes from the end",
                   shaped.node("Flatten", {}, {{"axis", std::int64_t(-1)}})
                       .floatHidden()
                       .node("Relu")
                       .node("Reshape", {shape})
                       .output()
                       .bytes(),
                   [](double x, double y) { return graphAnswer(x, y, relu); }, 0.02});
    return all;
}

constexpr double points[][2] = {{0, 0},       {1, 1},      {-1, 0.5},   {0.3, -1.2}, {1.5, 1.4},
                                {-1.4, -1.5}, {0.02, 1.1}, {-1.3, 1.2}, {1.2, -1.4}};

}

Q_DECLARE_METATYPE(Case)

void ForeignArithmetic::answersAreThoseOfTheFilesOwnArithmetic_data()
{
    QTest::addColumn<Case>("item");
    for (const Case& item : cases())
        QTest::newRow(item.name) << item;
}

void ForeignArithmetic::answersAreThoseOfTheFilesOwnArithmetic()
{
    QFETCH(Case, item);
    const Result<DeployableModel> model = importModel(item.bytes);
    QVERIFY2(model.ok(), model ? "" : inEnglish(model.error()).c_str());
    Predictor predictor(*model);
    for (const auto& [x, y] : points) {
        const double answer = predictor.predict(std::vector{static_cast<float>(x), static_cast<float>(y)}).value;
        const double expected = item.expected(x, y);
        QVERIFY2(std::abs(answer - expected) < item.tolerance,
                 qPrintable(QStringLiteral("%1 %2: %3 instead of %4").arg(x).arg(y).arg(answer).arg(expected)));
    }
}

void ForeignArithmetic::biasesAreThoseOfTheirOwnScale_data()
{
    QTest::addColumn<std::vector<float>>("scale"); // of the biases
    QTest::addColumn<int>("zero");
    const float step = 4.0f / 255 / 127; // of an input times of a weight
    QTest::newRow("input times weight") << std::vector{step} << 0;
    QTest::newRow("the same for each neuron") << std::vector{step, step, step} << 0;
    QTest::newRow("ten times that") << std::vector{10 * step} << 0;
    QTest::newRow("another for each neuron") << std::vector{step, 3 * step, 20 * step} << 0;
    QTest::newRow("a zero point") << std::vector{step} << 1000;
}

void ForeignArithmetic::biasesAreThoseOfTheirOwnScale()
{
    QFETCH(std::vector<float>, scale);
    QFETCH(int, zero);
    GraphWriter graph;
    std::vector<std::int32_t> integers;
    for (std::size_t h = 0; h < 3; ++h)
        integers.push_back(
            zero + static_cast<std::int32_t>(std::lround(foreignBias1[h] / (scale.size() == 1 ? scale[0] : scale[h]))));
    const std::string point = graph.integers(OnnxType::Int32, {}, std::vector<std::int32_t>{zero});
    const std::string bias = graph.dequantized(graph.integers(OnnxType::Int32, {3}, integers), scale,
                                               scale.size() == 1 ? point : std::string());
    const Result<DeployableModel> model = importModel(graph.pass(inputs).hidden(bias).pass(wide).output().bytes());
    QVERIFY2(model.ok(), model ? "" : inEnglish(model.error()).c_str());
    QVERIFY(model->arithmetic == Arithmetic::Int8);
    for (const auto& [x, y] : points) {
        const double answer =
            Predictor(*model).predict(std::vector{static_cast<float>(x), static_cast<float>(y)}).value;
        QVERIFY(std::abs(answer - graphAnswer(x, y, identity)) < 0.06);
    }
}

void ForeignArithmetic::tfliteRangesThatBeginAtZeroAreReluAndOthersAreNot_data()
{
    QTest::addColumn<int>("zero");
    QTest::addColumn<bool>("isRelu");
    QTest::newRow("-128") << -128 << true;
    QTest::newRow("-64") << -64 << false;
    QTest::newRow("0") << 0 << false;
}

void ForeignArithmetic::tfliteRangesThatBeginAtZeroAreReluAndOthersAreNot()
{
    QFETCH(int, zero);
    QFETCH(bool, isRelu);
    TfliteModel file = kerasInt8();
    file.operators[0].fused = TfliteFused::None;
    file.tensors[3].zeroPoint = {zero};
    file.tensors[3].scale = {8.0f / 255};
    // The biases of the second layer count in steps of its inputs.
    const float step = 8.0f / 255 / 127;
    file.tensors[5].data = tensorBytes(std::vector{static_cast<std::int32_t>(std::lround(foreignBias2[0] / step)),
                                                   static_cast<std::int32_t>(std::lround(foreignBias2[1] / step))});
    const Result<DeployableModel> model = importModel(tfliteBytes(file));
    QVERIFY2(model.ok(), model ? "" : inEnglish(model.error()).c_str());
    for (const auto& [x, y] : points) {
        double expected = foreignBias2[0] - foreignBias2[1];
        for (int h = 0; h < 3; ++h) {
            const double sum = foreignWeights1[h][0] * x + foreignWeights1[h][1] * y + foreignBias1[h];
            expected += (foreignWeights2[0][h] - foreignWeights2[1][h]) * (isRelu ? relu(sum) : sum);
        }
        const Prediction made = Predictor(*model).predict(std::vector{static_cast<float>(x), static_cast<float>(y)});
        const double difference = static_cast<double>(made.raw[0] - made.raw[1]) * model->decoding.scoreScale;
        QVERIFY2(std::abs(difference - expected) < 0.15, qPrintable(QString::number(difference - expected)));
    }
}

void ForeignArithmetic::whatCannotBeComputedIsNamed_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, GraphWriter& graph, const char* id, const char* part) {
        QTest::newRow(name) << graph.bytes(3) << QByteArray(id) << QByteArray(part);
    };
    GraphWriter divided;
    row("divided by 0", divided.node("Div", {divided.floats({1, 0})}).hidden(), "import.division-by-zero", "value 2");
    GraphWriter huge;
    row("a scale that no float holds",
        huge.node("Mul", {huge.floats({1, 1e-38f})}).node("Mul", {huge.floats({1, 1e-6f})}).hidden(),
        "import.feature-scale", "feature 2");
    GraphWriter zero;
    row("a quantizer of scale 0", zero.pass({0, 0, OnnxType::Int8}).hidden(), "import.step-of-zero",
        "Layer 1, QuantizeLinear");
    GraphWriter swish;
    swish.pass(inputs).hidden().node("HardSwish").pass({0.1f, 0, OnnxType::UInt8});
    row("a swish that is cut off", swish.output(), "import.clipped", "QuantizeLinear");
    GraphWriter sigmoid;
    sigmoid.pass(inputs)
        .hidden()
        .pass({0.1f, 0, OnnxType::UInt8})
        .node("Sigmoid")
        .pass({1.0f / 255, 0, OnnxType::UInt8});
    row("a sigmoid of what is cut off", sigmoid.output(), "import.clipped", "QuantizeLinear");
    GraphWriter above;
    row("only what is below 0", above.pass(inputs).hidden().pass({0.1f, 255, OnnxType::UInt8}).output(),
        "import.clipped", "QuantizeLinear");
    GraphWriter undone;
    row("integers taken for numbers", undone.quantize(inputs).hidden(), "import.quantization", "Gemm");
    GraphWriter rows;
    row("a softmax over rows", rows.floatHidden().node("Softmax", {}, {{"axis", std::int64_t(0)}}), "import.axis",
        "Softmax");
    GraphWriter flat;
    row("rows that are flattened", flat.node("Flatten", {}, {{"axis", std::int64_t(-2)}}).floatHidden(), "import.axis",
        "Layer 1, Flatten");
    GraphWriter middle;
    row("a softmax between layers", middle.floatHidden().node("Softmax").output(), "import.order", "Gemm");
    GraphWriter bounded;
    row("ReLU6", bounded.floatHidden().node("Clip", {bounded.floats({0}), bounded.floats({6})}), "import.parameter",
        "Clip");
    GraphWriter percent;
    percent.floatHidden().node("Relu").output().node("Sigmoid");
    row("a certainty that is scaled", percent.node("Mul", {percent.floats({100})}), "import.order", "Mul");
    GraphWriter wholes;
    row("biases that are no floats",
        wholes.pass(inputs).hidden(wholes.integers(OnnxType::Int64, {3}, std::vector<std::int64_t>{7, 7, 7})),
        "import.element-type", "Gemm");
    GraphWriter infinite;
    infinite.node("Add", {infinite.floats({0, 3e38f})}).node("Mul", {infinite.floats({1, 10})});
    row("a constant that no float holds", infinite.node("Mul", {infinite.floats({1, 0})}).pass(inputs).hidden(),
        "import.quantization", "QuantizeLinear");
    GraphWriter wider;
    row("a constant of the wrong shape",
        wider.node("Add", {wider.integers(OnnxType::Float32, {2, 1}, std::vector{1.0f, 2.0f})}), "import.axis",
        "Layer 1, Add");
}

void ForeignArithmetic::whatCannotBeComputedIsNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, part);
    const Result<DeployableModel> model = importModel(bytes);
    QVERIFY(!model.ok());
    const std::string said = inEnglish(model.error());
    QVERIFY2(QByteArray::fromStdString(std::string(model.error().id)) == id, said.c_str());
    QVERIFY2(said.find(part.toStdString()) != std::string::npos, said.c_str());
}

QTEST_APPLESS_MAIN(ForeignArithmetic)
#include "tst_foreign_arithmetic.moc"
