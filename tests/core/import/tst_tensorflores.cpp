#include "compression/predictor.h"
#include "import/import_model.h"

#include <QTest>

#include <cmath>

using namespace broto;

/// JSON as TensorFlores 0.1 saves it: weights inputs by outputs; as numbers, as bytes between two bounds, or as places
/// in lists of centres.
class TensorFlores : public QObject {
    Q_OBJECT

private slots:
    void everyFormAnswersAsItsProgramDoes_data();
    void everyFormAnswersAsItsProgramDoes();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void deepNestingIsTurnedAway();
};

namespace {

std::string network(const char* head, const char* weights1, const char* biases1, const char* weights2,
                    const char* biases2, const char* activation = "relu", const char* output = "linear")
{
    return std::string("{") + head + R"("num_layers": 2, "layers": [{"activation": ")" + activation +
           R"(", "weights": )" + weights1 + R"(, "biases": )" + biases1 + R"(}, {"activation": ")" + output +
           R"(", "weights": )" + weights2 + R"(, "biases": )" + biases2 + "}]}";
}

const std::string plain =
    network(R"("model_quantized": false, )", "[[1, -2], [0.5, 0.25], [0, 1]]", "[0.5, -1]", "[[2], [-3]]", "[0.125]");

}

void TensorFlores::everyFormAnswersAsItsProgramDoes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<float>("expected"); // of the row 1, 2, 3
    const auto row = [](const char* name, const std::string& json, double expected) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << static_cast<float>(expected);
    };
    // hidden: 1 + 1 + 0 + 0.5 = 2.5 and -2 + 0.5 + 3 - 1 = 0.5
    row("floats", plain, 2 * 2.5 - 3 * 0.5 + 0.125);
    // bytes from -1 to 1: 0 is -1, 255 is 1, 51 is -0.6
    row("int8",
        network(R"("model_quantized": "int8", "min_value": -1, "max_value": 1, )", "[[255, 0], [51, 255], [255, 255]]",
                "[0, 255]", "[[255], [51]]", "[255]"),
        1 * (1 - 1.2 + 3 - 1) - 0.6 * (-1 + 2 + 3 + 1) + 1);
    const char* lists =
        R"("model_quantized": "evolving", "centers_bias": [0.5, -1], "centers_weights": [2, -0.5, 1], )";
    row("centres", network(lists, "[[0, 1], [1, 2], [2, 2]]", "[0, 1]", "[[2], [1]]", "[1]"),
        1 * (2 - 1 + 3 + 0.5) - 0.5 * (-0.5 + 2 + 3 - 1) - 1);
    row("centres of training",
        network(R"("model_quantized": true, "centers_bias": [0], "centers_weights": [1], )", "[[0], [0], [0]]", "[0]",
                "[[0]]", "[0]"),
        6);
    row("leaky", network("", "[[-1], [0], [0]]", "[0]", "[[1]]", "[0]", "leaky_relu"), -0.01);
}

void TensorFlores::everyFormAnswersAsItsProgramDoes()
{
    QFETCH(QByteArray, json);
    QFETCH(float, expected);
    const Result<DeployableModel> model = importModel(json.toStdString());
    QVERIFY2(model.ok(), model ? "" : inEnglish(model.error()).c_str());
    QCOMPARE(model->features(), 3);
    const float answer = Predictor(*model).predict(std::vector<float>{1, 2, 3}).value;
    QVERIFY2(std::abs(answer - expected) < 1e-5f, qPrintable(QString::number(answer)));
}

void TensorFlores::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, const std::string& json, const char* id, const char* part) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(id) << QByteArray(part);
    };
    const auto quantized = [](const char* head) { return network(head, "[[1]]", "[0]", "[[0]]", "[0]"); };
    row("rows of unequal length", network("", "[[1, 2], [3]]", "[0, 0]", "[[1], [1]]", "[0]"), "import.unequal-rows",
        "Layer 1");
    row("too few biases", network("", "[[1, 2]]", "[0]", "[[1], [1]]", "[0]"), "import.biases",
        "the number of biases is 1, that of neurons 2");
    row("no biases", R"({"layers": [{"activation": "linear", "weights": [[1]]}]})", "import.missing-part",
        "\"biases\" is missing");
    row("no weights", R"({"layers": [{"activation": "linear", "biases": [1]}]})", "import.missing-part",
        "\"weights\" is missing");
    row("a text for a weight", network("", "[[1, \"a\"]]", "[0, 0]", "[[1], [1]]", "[0]"), "import.no-number",
        "entry 2 of \"weights\"");
    row("a place beyond the list",
        quantized(R"("model_quantized": true, "centers_bias": [0], "centers_weights": [1], )"), "import.not-in-list",
        "\"centers_weights\"");
    row("a list that is missing", quantized(R"("model_quantized": true, "centers_bias": [0], )"),
        "import.missing-setting", "\"centers_weights\"");
    row("bounds that are missing", quantized(R"("model_quantized": "int8", "min_value": 0, )"),
        "import.missing-setting", "\"max_value\"");
    row("layers that do not fit", network("", "[[1, 2]]", "[0, 0]", "[[1]]", "[0]"), "import.size",
        "takes rows of 1, but gets rows of 2");
    row("an activation nobody knows", network("", "[[1]]", "[0]", "[[1]]", "[0]", "snake"), "import.unknown-operation",
        "\"snake\"");
    row("no layers at all", "{\"layers\": []}", "import.no-layers", "");
    row("a layer that is none", "{\"layers\": [17]}", "import.no-layers", "");
}

void TensorFlores::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, part);
    const Result<DeployableModel> model = importModel(json.toStdString());
    QVERIFY(!model.ok());
    QCOMPARE(std::string(model.error().id), id.toStdString());
    const std::string said = inEnglish(model.error());
    QVERIFY2(said.find(part.toStdString()) != std::string::npos, said.c_str());
}

void TensorFlores::deepNestingIsTurnedAway()
{
    const std::string deep = "{\"layers\": " + std::string(1000000, '[');
    const Result<DeployableModel> model = importModel(deep);
    QVERIFY(!model.ok());
    QCOMPARE(std::string(model.error().id), std::string("import.unknown-file"));
}

QTEST_APPLESS_MAIN(TensorFlores)
#include "tst_tensorflores.moc"
