#include "compression/calibration.h"
#include "compression/compress.h"
#include "compression/predictor.h"
#include "runtime/answer.h"
#include "support/model_fixtures.h"
#include "support/reference_model.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace broto;

namespace {

std::vector<float> rowOf(const Matrix& rows, Eigen::Index row)
{
    return {rows.row(row).data(), rows.row(row).data() + rows.cols()};
}

const IntegerLayer& integerLayer(const DeployableModel& model, std::size_t index)
{
    return std::get<IntegerLayer>(model.layers[index]);
}

/// Each of the functions that are only ever looked up.
NetworkDesign everyTable()
{
    return {{{8, Activation::LeakyRelu},
             {8, Activation::Elu},
             {8, Activation::Softplus},
             {8, Activation::Swish},
             {8, Activation::HardSigmoid},
             {8, Activation::HardSwish}}};
}

float answerTo(const DeployableModel& model, std::int32_t sum)
{
    return runtime::answerFromSum(sum, model.decoding.offset[0], model.decoding.unit[0]);
}

}

class TestPostTrainingQuantization : public QObject {
    Q_OBJECT

private slots:
    void everyModelKeepsItsPromises_data();
    void everyModelKeepsItsPromises();
    void answersEqualTheReference();
    void sameInputsGiveTheSameModel();
    void modelSaysWhereItComesFrom();
    void calibratedLayerUsesItsWholeRange();
    void calibrationSeesWhatTheBoardSees();
    void sumsFarBelowZeroWidenOnlyWhatTellsThemApart_data();
    void sumsFarBelowZeroWidenOnlyWhatTellsThemApart();
    void regressionAnswersInTheTargetsUnit();
    void farAwayTargetKeepsItsOffsetWithin30Bits();
    void scoreScaleTurnsScoresIntoLogits();
    void networkThatIsNotFiniteIsRefused();
    void networkThatOverflowsIsRefused();
    void featureWithoutResolutionIsNamed();
    void weightBytesCountEveryPart();
    void goldenRowsAreWholeTestRowsOfEveryClass();
    void goldenRowsComeFromElsewhereWithoutATestPart();
};

void TestPostTrainingQuantization::everyModelKeepsItsPromises_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<float>("weightFactor");
    QTest::addColumn<float>("biasFactor");
    const NetworkDesign usual;
    const NetworkDesign one{{{1}}};
    const NetworkDesign deep{{{9}, {8, Activation::Tanh}, {7, Activation::Sigmoid}, {6, Activation::Linear}}};
    const NetworkDesign tables = everyTable();
    QTest::newRow("classification") << Task::Classification << usual << 1.0f << 1.0f;
    QTest::newRow("regression") << Task::Regression << usual << 1.0f << 1.0f;
    QTest::newRow("no hidden layer") << Task::Classification << NetworkDesign{{}} << 1.0f << 1.0f;
    QTest::newRow("one neuron") << Task::Regression << one << 1.0f << 1.0f;
    QTest::newRow("deep") << Task::Classification << deep << 1.0f << 1.0f;
    QTest::newRow("every table") << Task::Classification << tables << 1.0f << 1.0f;
    QTest::newRow("every table, regression") << Task::Regression << tables << 1.0f << 1.0f;
    QTest::newRow("every table of huge sums") << Task::Regression << tables << 1e6f << 1.0f;
    QTest::newRow("every table of tiny sums") << Task::Regression << tables << 1e-20f << 1e-20f;
    QTest::newRow("every table of nothing") << Task::Classification << tables << 0.0f << 0.0f;
    QTest::newRow("every table of what is far below 0") << Task::Regression << tables << 1e-3f << -50.0f;
    QTest::newRow("weights of zero") << Task::Classification << usual << 0.0f << 1.0f;
    QTest::newRow("all zero") << Task::Classification << deep << 0.0f << 0.0f;
    QTest::newRow("all zero, regression") << Task::Regression << usual << 0.0f << 0.0f;
    QTest::newRow("huge biases") << Task::Classification << usual << 1.0f << 1e7f;
    QTest::newRow("dead layers") << Task::Regression << usual << 1e-3f << -50.0f;
    QTest::newRow("huge weights") << Task::Classification << deep << 1e6f << 1.0f;
    QTest::newRow("tiny weights") << Task::Regression << deep << 1e-20f << 1e-20f;
    QTest::newRow("wide") << Task::Classification << NetworkDesign{{{1024}, {600}}} << 1.0f << 1.0f;
}

void TestPostTrainingQuantization::everyModelKeepsItsPromises()
{
    QFETCH(Task, task);
    QFETCH(NetworkDesign, design);
    QFETCH(float, weightFactor);
    QFETCH(float, biasFactor);
    const Dataset data = fixtureDataset(task, 2);
    TrainedNetwork trained = fixtureTraining(data, design, 2);
    for (DenseLayer& layer : trained.network.layers) {
        layer.weights *= weightFactor;
        layer.bias = biasFactor < 0 ? Vector(layer.bias.cwiseAbs() * biasFactor) : Vector(layer.bias * biasFactor);
    }
    const Result<DeployableModel> model = quantize(trained, data, {}, "1.0");
    QVERIFY2(model.ok(), model.ok() ? "" : inEnglish(model.error()).c_str());
    const std::optional<Message> problem = problemWith(*model);
    QVERIFY2(!problem, problem ? inEnglish(*problem).c_str() : "");

    Predictor predictor(*model);
    const Prediction prediction = predictor.predict(rowOf(data.training.raw, 0));
    QVERIFY(!prediction.refused);
    QVERIFY(std::isfinite(prediction.value));
}

void TestPostTrainingQuantization::answersEqualTheReference()
{
    const NetworkDesign squeezed{{{12}, {8, Activation::Tanh}, {6, Activation::Sigmoid}, {5, Activation::Linear}}};
    for (const auto& [task, design] :
         {std::pair(Task::Classification, squeezed), std::pair(Task::Regression, squeezed),
          std::pair(Task::Classification, everyTable()), std::pair(Task::Regression, everyTable())}) {
        const Dataset data = fixtureDataset(task, 6);
        const Result<DeployableModel> model = quantize(fixtureTraining(data, design, 6), data, {}, "1.0");
        const reference::Model reference = referenceModel(*model);
        Predictor predictor(*model);
        Random random(6);
        for (Eigen::Index row = 0; row < data.training.raw.rows(); ++row) {
            for (const std::vector<float>& values : {rowOf(data.training.raw, row), hostileRow(*model, random)}) {
                const reference::Answer expected = reference::answer(reference, values);
                const Prediction prediction = predictor.predict(values);
                QCOMPARE(prediction.refused, expected.refused);
                if (expected.refused)
                    continue;
                QCOMPARE(reference::Integers(prediction.raw.begin(), prediction.raw.end()), expected.layers.back());
                QCOMPARE(prediction.value, expected.value);
            }
        }
    }
}

void TestPostTrainingQuantization::sameInputsGiveTheSameModel()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    const TrainedNetwork trained = fixtureTraining(data, {}, 8);
    const Result<DeployableModel> first = quantize(trained, data, {}, "1.0");
    const Result<DeployableModel> second = quantize(trained, data, {}, "1.0");
    QVERIFY(first->layers == second->layers);
    QVERIFY(first->decoding == second->decoding);
    QVERIFY(first->provenance == second->provenance);
    QCOMPARE(modelId(*first), modelId(*second));
}

void TestPostTrainingQuantization::modelSaysWhereItComesFrom()
{
    const Dataset data = fixtureDataset(Task::Regression, 8);
    TrainedNetwork trained = fixtureTraining(data, {}, 42);
    trained.history.resize(17);
    const Result<DeployableModel> integer = quantize(trained, data, {}, "1.2.3");
    const DeployableModel floating = floatModel(trained, data, "1.2.3");
    QCOMPARE(integer->name, std::string("ptq-int8"));
    QCOMPARE(floating.name, std::string("float"));
    for (const DeployableModel* model : {&*integer, &floating}) {
        QCOMPARE(model->provenance.version, std::string("1.2.3"));
        QCOMPARE(model->provenance.dataFingerprint, data.fingerprint);
        QCOMPARE(model->provenance.seed, std::uint64_t{42});
        QCOMPARE(model->provenance.epochs, 17);
        QCOMPARE(model->provenance.metric, std::string("R2"));
        QCOMPARE(model->provenance.testMetric, evaluate(*model, data.test).headline);
    }
    QVERIFY(integer->provenance.testMetric != floating.provenance.testMetric);
}

void TestPostTrainingQuantization::calibratedLayerUsesItsWholeRange()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    const Result<DeployableModel> model = quantize(fixtureTraining(data, {}, 8), data, {}, "1.0");
    Predictor predictor(*model);
    for (int layer = 0; layer < 2; ++layer) {
        int largest = 0;
        for (Eigen::Index row = 0; row < data.training.raw.rows(); ++row)
            for (const std::int8_t activation : predictor.hiddenActivations(rowOf(data.training.raw, row), layer))
                largest = std::max<int>(largest, activation);
        QVERIFY(largest >= 123);
    }
}

void TestPostTrainingQuantization::calibrationSeesWhatTheBoardSees()
{
    // One absurd reading is cut at the input, so it must not cost the hidden layers their resolution either.
    Dataset data = fixtureDataset(Task::Classification, 8);
    const TrainedNetwork trained = fixtureTraining(data, {}, 8);
    const Result<DeployableModel> plain = quantize(trained, data, {}, "1.0");
    data.training.raw(0, 0) = 1e6f;
    const Result<DeployableModel> cut = quantize(trained, data, {}, "1.0");
    const double inputGrowth = integerLayer(*cut, 0).inputScale / integerLayer(*plain, 0).inputScale;
    const double outputGrowth = integerLayer(*cut, 0).outputScale / integerLayer(*plain, 0).outputScale;
    QVERIFY(outputGrowth <= inputGrowth * 2);
}

void TestPostTrainingQuantization::sumsFarBelowZeroWidenOnlyWhatTellsThemApart_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<double>("range");
    const auto row = [](Activation activation, double range) {
        QTest::newRow(std::string(activationName(activation)).c_str()) << activation << range;
    };
    row(Activation::Linear, 1000);
    row(Activation::Relu, 0);
    row(Activation::LeakyRelu, 1000);
    row(Activation::Elu, 6);
    row(Activation::Sigmoid, 8);
    row(Activation::Tanh, 4);
    row(Activation::Softplus, 6);
    row(Activation::Swish, 6);
    row(Activation::HardSigmoid, 3);
    row(Activation::HardSwish, 3);
}

void TestPostTrainingQuantization::sumsFarBelowZeroWidenOnlyWhatTellsThemApart()
{
    QFETCH(Activation, activation);
    QFETCH(double, range);
    const Dataset data = fixtureDataset(Task::Classification, 8);
    TrainedNetwork trained = fixtureTraining(data, {{{8, activation}}}, 8);
    trained.network.layers[0].weights.setZero();
    trained.network.layers[0].bias.setConstant(-1000);
    const Result<QuantizedInputs> inputs = quantizeInputs(data.preprocessing, data.training.raw);
    QVERIFY(inputs.ok());
    QCOMPARE(calibratedRanges(trained.network, *inputs, data.training.raw), std::vector<double>{range});
    trained.network.layers[0].bias.setConstant(1000); // above 0 all of it counts here: tables are cut later
    QCOMPARE(calibratedRanges(trained.network, *inputs, data.training.raw), std::vector<double>{1000});
}

void TestPostTrainingQuantization::regressionAnswersInTheTargetsUnit()
{
    const Dataset data = fixtureDataset(Task::Regression, 8);
    const Result<DeployableModel> model = quantize(fixtureTraining(data, {}, 8), data, {}, "1.0");
    QCOMPARE(model->decoding.offset.size(), std::size_t{1});
    const float centre = answerTo(*model, 0);
    QVERIFY(std::abs(centre - 250) < model->decoding.unit[0]);
    QVERIFY(std::abs(model->decoding.unit[0] - integerLayer(*model, 2).outputScale * 26) < 1e-9f);
}

void TestPostTrainingQuantization::farAwayTargetKeepsItsOffsetWithin30Bits()
{
    Dataset data = fixtureDataset(Task::Regression, 8);
    data.target.centre = -1e9f;
    data.target.deviation = 1e-3f;
    const Result<DeployableModel> model = quantize(fixtureTraining(data, {}, 8), data, {}, "1.0");
    QVERIFY(model.ok());
    QVERIFY(!problemWith(*model));
    QVERIFY(std::abs(answerTo(*model, 0) + 1e9f) < 100);
}

void TestPostTrainingQuantization::scoreScaleTurnsScoresIntoLogits()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    const Result<DeployableModel> model = quantize(fixtureTraining(data, NetworkDesign{{}}, 8), data, {}, "1.0");
    const IntegerLayer& layer = integerLayer(*model, 0);
    Predictor predictor(*model);
    for (Eigen::Index row = 0; row < data.test.raw.rows(); ++row) {
        std::int8_t x[6];
        const std::vector<float> values = rowOf(data.test.raw, row);
        QVERIFY(!runtime::encodeRow(model->integerInputs.data(), 4, values.data(), x).refused);
        const Prediction prediction = predictor.predict(values);
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = layer.bias[c];
            for (std::size_t i = 0; i < 6; ++i)
                sum += layer.weights[6 * c + i] * x[i];
            const double logit = sum * layer.weightScale[c] * layer.inputScale;
            const double fromScore = prediction.raw[c] * static_cast<double>(model->decoding.scoreScale);
            QVERIFY(std::abs(fromScore - logit) < 0.51 * model->decoding.scoreScale + 1e-4 * std::abs(logit));
        }
    }
}

void TestPostTrainingQuantization::networkThatIsNotFiniteIsRefused()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    for (const float bad : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        TrainedNetwork trained = fixtureTraining(data, {}, 8);
        trained.network.layers[1].weights(0, 0) = bad;
        const Result<DeployableModel> model = quantize(trained, data, {}, "1.0");
        QVERIFY(!model);
        QCOMPARE(model.error().id, std::string_view("compression.not-finite"));
    }
}

void TestPostTrainingQuantization::networkThatOverflowsIsRefused()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    TrainedNetwork trained = fixtureTraining(data, {}, 8);
    for (DenseLayer& layer : trained.network.layers)
        layer.weights.setConstant(1e30f);
    const Result<DeployableModel> model = quantize(trained, data, {}, "1.0");
    QVERIFY(!model);
    QCOMPARE(model.error().id, std::string_view("compression.not-finite"));
}

void TestPostTrainingQuantization::featureWithoutResolutionIsNamed()
{
    Dataset data = fixtureDataset(Task::Classification, 8);
    for (Eigen::Index row = 0; row < data.training.raw.rows(); ++row)
        data.training.raw(row, 1) = 1e5f + static_cast<float>(row % 2) * 0.0078125f;
    data.preprocessing.steps.back() = Scale{{20, 1e5f, 0.01f, 0, 0, 0}, {0.25f, 256, 500, 1, 1, 1}};
    const Result<DeployableModel> model = quantize(fixtureTraining(data, {}, 8), data, {}, "1.0");
    QVERIFY(!model);
    QVERIFY(inEnglish(model.error()).find("\"pressure\"") != std::string::npos);
}

void TestPostTrainingQuantization::weightBytesCountEveryPart()
{
    const Dataset data = fixtureDataset(Task::Classification, 8);
    const TrainedNetwork trained = fixtureTraining(data, NetworkDesign{{{16}, {8, Activation::Tanh}}}, 8);
    QCOMPARE(weightBytes(floatModel(trained, data, "1.0")), std::int64_t{4 * (6 * 16 + 16 + 16 * 8 + 8 + 8 * 3 + 3)});
    QCOMPARE(weightBytes(*quantize(trained, data, {}, "1.0")),
             std::int64_t{6 * 16 + 16 * 8 + 8 * 3 + (4 + 2) * (16 + 8 + 3) + 256});
    const Dataset values = fixtureDataset(Task::Regression, 8);
    QCOMPARE(weightBytes(*quantize(fixtureTraining(values, NetworkDesign{{}}, 8), values, {}, "1.0")),
             std::int64_t{6 + 4});
}

void TestPostTrainingQuantization::goldenRowsAreWholeTestRowsOfEveryClass()
{
    Dataset data = fixtureDataset(Task::Classification, 8);
    data.test.raw(0, 0) = std::numeric_limits<float>::quiet_NaN();
    const DeployableModel model = floatModel(fixtureTraining(data, {}, 8), data, "1.0");
    QCOMPARE(model.goldenRows.size(), std::size_t{5});
    std::set<std::int32_t> classes;
    std::set<Eigen::Index> rows;
    for (const std::vector<float>& golden : model.goldenRows) {
        Eigen::Index row = 0;
        while (row < data.test.raw.rows() && rowOf(data.test.raw, row) != golden)
            ++row;
        QVERIFY(row < data.test.raw.rows());
        rows.insert(row);
        classes.insert(data.test.labels[static_cast<std::size_t>(row)]);
    }
    QCOMPARE(classes.size(), std::size_t{3});
    QCOMPARE(rows.size(), std::size_t{5});
}

void TestPostTrainingQuantization::goldenRowsComeFromElsewhereWithoutATestPart()
{
    Dataset data = fixtureDataset(Task::Regression, 8);
    const DataPart none = {{}, Matrix(0, 4), Matrix(0, 6), {}, Vector(0)};
    data.test = none;
    const TrainedNetwork trained = fixtureTraining(data, {}, 8);
    QCOMPARE(floatModel(trained, data, "1.0").goldenRows.front(), rowOf(data.validation.raw, 0));
    data.validation = none;
    QCOMPARE(floatModel(trained, data, "1.0").goldenRows.front(), rowOf(data.training.raw, 0));
    QVERIFY(std::isnan(floatModel(trained, data, "1.0").provenance.testMetric));
}

QTEST_APPLESS_MAIN(TestPostTrainingQuantization)
#include "tst_post_training_quantization.moc"
