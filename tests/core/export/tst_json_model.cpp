#include "export/json_model.h"

#include "compression/predictor.h"
#include "end_to_end/exported_header/exported_models.h"
#include "export/readable_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

/// An answer by docs/model-json.md, from the JSON alone. Integers are computed in 64 bits and by division, so that
/// nothing of core/runtime is repeated here.
struct Computed {
    bool refused = false;
    std::vector<double> raw;
};

double flooredQuotient(double number, double divisor)
{
    return std::floor(number / divisor); // exact: |number| < 2^53 and the divisor is a power of two
}

double clamped(double number, double lowest, double highest)
{
    return std::min(std::max(number, lowest), highest);
}

/// round(x * 2^k), ties away from zero, at most 2^30 in size.
double fixedPoint(float x, int k)
{
    if (!std::isinf(x) && std::abs(x) < std::numeric_limits<float>::min())
        return 0;
    return clamped(std::round(std::ldexp(static_cast<double>(x), k)), -std::pow(2, 30), std::pow(2, 30));
}

void addCategory(std::vector<double>& inputs, const QJsonObject& feature, double index, double chosen)
{
    for (qsizetype i = 0; i < feature[u"categories"].toArray().size(); ++i)
        inputs.push_back(static_cast<double>(i) == index ? chosen : 0);
}

/// False where the row is refused.
bool addInput(std::vector<double>& inputs, const QJsonObject& feature, float value, bool isFloat)
{
    const QJsonObject input = feature[u"input"].toObject();
    const bool isCategory = feature.contains(u"categories"), isMissing = std::isnan(value);
    if (isMissing && input[u"missing"].isNull())
        return false;
    const double missing = input[u"missing"].toDouble();
    if (isCategory) {
        addCategory(inputs, feature, isMissing ? missing : fixedPoint(value, 0),
                    isFloat ? 1 : input[u"chosen"].toDouble());
    } else if (isFloat) {
        const auto centre = static_cast<float>(input[u"centre"].toDouble()),
                   factor = static_cast<float>(input[u"factor"].toDouble());
        inputs.push_back(static_cast<double>(((isMissing ? static_cast<float>(missing) : value) - centre) * factor));
    } else if (isMissing) {
        inputs.push_back(missing);
    } else {
        const double distance =
            clamped(fixedPoint(value, input[u"exponent"].toInt()) - input[u"centre"].toDouble(), -32767, 32767);
        inputs.push_back(clamped(
            flooredQuotient(distance * input[u"factor"].toDouble() + std::pow(2, 19), std::pow(2, 20)), -127, 127));
    }
    return true;
}

double activated(const QString& activation, double x)
{
    const auto hardSigmoid = [](double sum) { return clamped(sum / 6 + 0.5, 0, 1); };
    if (activation == u"relu")
        return std::max(x, 0.0);
    if (activation == u"leaky-relu")
        return x > 0 ? x : 0.01 * x;
    if (activation == u"elu")
        return x > 0 ? x : std::expm1(x);
    if (activation == u"sigmoid")
        return 1 / (1 + std::exp(-x));
    if (activation == u"tanh")
        return std::tanh(x);
    if (activation == u"softplus")
        return std::log1p(std::exp(x));
    if (activation == u"swish")
        return x / (1 + std::exp(-x));
    if (activation == u"hard-sigmoid")
        return hardSigmoid(x);
    if (activation == u"hard-swish")
        return x * hardSigmoid(x);
    return x;
}

double outputOf(const QJsonObject& layer, int neuron, const std::vector<double>& inputs, bool isFloat)
{
    double sum = layer[u"bias"].toArray()[neuron].toDouble();
    const QJsonArray weights = layer[u"weights"].toArray()[neuron].toArray();
    for (qsizetype i = 0; i < weights.size(); ++i)
        sum += weights[i].toDouble() * inputs[static_cast<std::size_t>(i)];
    if (isFloat)
        return activated(layer[u"activation"].toString(), sum);
    if (!layer.contains(u"multiplier"))
        return sum;
    const double step = std::pow(2, layer[u"shift"].toInt());
    const double scaled = flooredQuotient(sum * layer[u"multiplier"].toArray()[neuron].toDouble() + step / 2, step);
    if (!layer.contains(u"lowest"))
        return scaled;
    const double bounded = clamped(scaled, layer[u"lowest"].toDouble(), layer[u"highest"].toDouble());
    return layer.contains(u"table") ? layer[u"table"].toArray()[static_cast<int>(bounded) + 128].toDouble() : bounded;
}

Computed computedFrom(const QJsonObject& model, const std::vector<float>& row)
{
    const bool isFloat = model[u"arithmetic"].toString() == u"float32";
    std::vector<double> values;
    const QJsonArray features = model[u"features"].toArray();
    for (std::size_t f = 0; f < row.size(); ++f)
        if (!addInput(values, features[static_cast<qsizetype>(f)].toObject(), row[f], isFloat))
            return {true, {}};
    for (const QJsonValue& any : model[u"layers"].toArray()) {
        const QJsonObject layer = any.toObject();
        std::vector<double> outputs;
        for (int neuron = 0; neuron < layer[u"outputs"].toInt(); ++neuron)
            outputs.push_back(outputOf(layer, neuron, values, isFloat));
        values = outputs;
    }
    return {false, values};
}

/// The first largest of a classification, the answer in its unit of a regression.
double answerOf(const QJsonObject& model, const std::vector<double>& raw)
{
    const QJsonObject answer = model[u"answer"].toObject();
    if (answer[u"task"].toString() == u"classification")
        return static_cast<double>(std::max_element(raw.begin(), raw.end()) - raw.begin());
    const auto factor = static_cast<float>(answer[u"factor"].toDouble());
    if (model[u"arithmetic"].toString() == u"float32")
        return raw[0] * static_cast<double>(factor) + answer[u"centre"].toDouble();
    return static_cast<double>(static_cast<float>(raw[0] + answer[u"offset"].toDouble()) * factor);
}

QJsonObject jsonOf(const DeployableModel& model)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(exportJson(model, "project")->front().bytes)).object();
}

std::vector<float> rowFrom(const QJsonArray& numbers)
{
    std::vector<float> row;
    for (const QJsonValue& number : numbers)
        row.push_back(number.isNull() ? std::numeric_limits<float>::quiet_NaN()
                                      : static_cast<float>(number.toDouble()));
    return row;
}

bool agree(double ours, double theirs, bool isFloat)
{
    return isFloat ? std::abs(ours - theirs) <= 1e-4 * (1 + std::abs(theirs)) : ours == theirs;
}

}

class TestJsonModel : public QObject {
    Q_OBJECT

private slots:
    void answersFollowFromTheJsonAlone_data() { everyModel(); }
    void answersFollowFromTheJsonAlone();
    void goldenRowsAreAnsweredAsTheySay_data() { everyModel(); }
    void goldenRowsAreAnsweredAsTheySay();
    void namesComeBackAsTheyAre();
    void windowsAreDescribed();
    void numbersStandOnOneLine();
    void floatsReadBackAsTheSameBits();

private:
    static void everyModel();
};

void TestJsonModel::everyModel()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < exportedModels().size(); ++i)
        QTest::newRow(exportedModels()[i].title.c_str()) << i;
}

void TestJsonModel::answersFollowFromTheJsonAlone()
{
    QFETCH(std::size_t, index);
    const ExportedModel& exported = exportedModels()[index];
    const QJsonObject json = jsonOf(exported.model);
    Predictor predictor(exported.model);
    for (const std::vector<float>& row : exported.rows) {
        const Prediction expected = predictor.predict(row);
        const Computed computed = computedFrom(json, row);
        QCOMPARE(computed.refused, expected.refused);
        if (expected.refused)
            continue;
        const std::size_t outputs = exported.isFloat() ? expected.rawFloat.size() : expected.raw.size();
        QCOMPARE(computed.raw.size(), outputs);
        for (std::size_t o = 0; o < outputs; ++o)
            QVERIFY(agree(computed.raw[o],
                          exported.isFloat() ? static_cast<double>(expected.rawFloat[o]) : expected.raw[o],
                          exported.isFloat()));
        const bool isClass = exported.model.decoding.target.task == Task::Classification;
        QVERIFY(agree(answerOf(json, computed.raw), isClass ? expected.classIndex : static_cast<double>(expected.value),
                      exported.isFloat()));
    }
}

void TestJsonModel::goldenRowsAreAnsweredAsTheySay()
{
    QFETCH(std::size_t, index);
    const QJsonObject json = jsonOf(exportedModels()[index].model);
    QJsonArray goldenRows = json[u"goldenRows"].toArray();
    QVERIFY(!goldenRows.isEmpty() || json.contains(u"goldenWindow"));
    if (json.contains(u"goldenWindow"))
        goldenRows.append(json[u"goldenWindow"]);
    for (const QJsonValue& golden : goldenRows) {
        const Computed computed = computedFrom(json, rowFrom(golden[u"row"].toArray()));
        const QJsonArray raw = golden[u"raw"].toArray();
        QCOMPARE(qsizetype(computed.raw.size()), raw.size());
        for (qsizetype o = 0; o < raw.size(); ++o)
            QVERIFY(
                agree(computed.raw[static_cast<std::size_t>(o)], raw[o].toDouble(), exportedModels()[index].isFloat()));
    }
}

void TestJsonModel::namesComeBackAsTheyAre()
{
    DeployableModel model = exportedModels().front().model;
    model.preprocessing.features[0].name = "a\n\"b\" \u202e温度\\";
    model.preprocessing.features[0].unit = "\xff";
    const QJsonObject json = jsonOf(model);
    QCOMPARE(json[u"features"].toArray()[0][u"name"].toString(), QString::fromUtf8("a\n\"b\" \u202e温度\\"));
    QCOMPARE(json[u"features"].toArray()[0][u"unit"].toString(), QString(QChar(0xfffd)));
    QCOMPARE(json[u"format"].toString(), QStringLiteral("broto-model"));
    QCOMPARE(json[u"version"].toInt(), 1);
    QCOMPARE(json[u"identifier"].toString().toStdString(), identifierFor("project", model.name));
}

void TestJsonModel::windowsAreDescribed()
{
    for (const ExportedModel& exported : exportedModels()) {
        const QJsonValue stream = jsonOf(exported.model)[u"stream"];
        QCOMPARE(stream.isNull(), !exported.model.preprocessing.stream.has_value());
        if (stream.isNull())
            continue;
        const Stream& own = *exported.model.preprocessing.stream;
        QCOMPARE(stream[u"length"].toInt(), own.length);
        QCOMPARE(stream[u"channels"].toArray().size(), qsizetype(own.channels.size()));
        QCOMPARE(stream[u"features"].toArray().size(), qsizetype(exported.model.features()));
        QCOMPARE(jsonOf(exported.model)[u"goldenWindow"][u"readings"].toArray().size(), qsizetype(own.length));
    }
}

void TestJsonModel::numbersStandOnOneLine()
{
    const nlohmann::ordered_json json = {
        {"a", {1, 2, nullptr}}, {"b", {{1}, {2}}}, {"c", nlohmann::ordered_json::array()}};
    QCOMPARE(readableJson(json),
             std::string("{\n  \"a\": [1, 2, null],\n  \"b\": [\n    [1],\n    [2]\n  ],\n  \"c\": []\n}\n"));
}

void TestJsonModel::floatsReadBackAsTheSameBits()
{
    for (const float number : {0.1f, 1e-45f, 3.4028235e38f, -0.0f, 16777217.0f, 1.17549435e-38f}) {
        const nlohmann::ordered_json back = nlohmann::ordered_json::parse(jsonFloat(number).dump());
        QCOMPARE(std::bit_cast<std::uint32_t>(back.get<float>()), std::bit_cast<std::uint32_t>(number));
    }
    QCOMPARE(jsonFloat(0.1f).dump(), std::string("0.1"));
    QVERIFY(jsonFloat(std::numeric_limits<float>::infinity()).is_null());
}

QTEST_APPLESS_MAIN(TestJsonModel)
#include "tst_json_model.moc"
