#include "compression/predictor.h"

#include "compression/answer_decoding.h"
#include "support/model_fixtures.h"
#include "support/reference_model.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

using namespace broto;

namespace {

std::vector<float> rowOf(const Matrix& rows, Eigen::Index row)
{
    return {rows.row(row).data(), rows.row(row).data() + rows.cols()};
}

/// Empty, or what differs.
QString difference(const DeployableModel& model, Predictor& predictor, const std::vector<float>& row)
{
    const reference::Answer expected = reference::answer(referenceModel(model), row);
    const Prediction prediction = predictor.predict(row);
    if (prediction.refused != expected.refused)
        return QStringLiteral("refused");
    if (expected.refused)
        return prediction.refusedFeature == expected.refusedFeature ? QString() : QStringLiteral("refused feature");
    if (prediction.outOfRange != expected.outOfRange)
        return QStringLiteral("out of range");
    if (reference::Integers(prediction.raw.begin(), prediction.raw.end()) != expected.layers.back())
        return QStringLiteral("raw outputs");
    for (std::size_t l = 0; l + 1 < expected.layers.size(); ++l) {
        const std::vector<std::int8_t> activations = predictor.hiddenActivations(row, static_cast<int>(l));
        if (reference::Integers(activations.begin(), activations.end()) != expected.layers[l])
            return QStringLiteral("layer %1").arg(l);
    }
    if (model.decoding.target.task == Task::Classification)
        return prediction.classIndex == expected.classIndex ? QString() : QStringLiteral("class");
    const bool same = std::bit_cast<std::uint32_t>(prediction.value) == std::bit_cast<std::uint32_t>(expected.value);
    return same ? QString() : QStringLiteral("value");
}

}

class TestPredictor : public QObject {
    Q_OBJECT

private slots:
    void wildModelsEqualTheReferenceOnHostileRows_data();
    void wildModelsEqualTheReferenceOnHostileRows();
    void floatModelEqualsTheNetwork_data();
    void floatModelEqualsTheNetwork();
    void integerModelIsNearTheFloatOne_data();
    void integerModelIsNearTheFloatOne();
    void rowsOutsideTheTrainedRangeAreCounted();
    void missingValueWithoutFillIsRefusedByFeature();
    void certaintiesAddUpToOneAndFavourTheAnswer();
    void aSumThatNoModelComesToDoesNotTurnOver();
    void evaluationOfTheFloatModelEqualsTheTrainersOne_data();
    void evaluationOfTheFloatModelEqualsTheTrainersOne();
    void evaluationLeavesRefusedRowsOut();
};

void TestPredictor::wildModelsEqualTheReferenceOnHostileRows_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestPredictor::wildModelsEqualTheReferenceOnHostileRows()
{
    QFETCH(Task, task);
    int answered = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const DeployableModel model = wildIntegerModel(task, seed);
        const std::optional<Message> problem = problemWith(model);
        QVERIFY2(!problem, problem ? inEnglish(*problem).c_str() : "");
        Predictor predictor(model);
        Random random(seed);
        for (int i = 0; i < 25; ++i) {
            const std::vector<float> row = hostileRow(model, random);
            const QString what = difference(model, predictor, row);
            QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("model %1, row %2: %3").arg(seed).arg(i).arg(what)));
            answered += !predictor.predict(row).refused;
        }
    }
    QVERIFY(answered > 6000);
}

void TestPredictor::floatModelEqualsTheNetwork_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Activation>("activation");
    for (const Activation activation : allActivations) {
        const std::string name(activationName(activation));
        QTest::addRow("%s, classification", name.c_str()) << Task::Classification << activation;
        QTest::addRow("%s, regression", name.c_str()) << Task::Regression << activation;
    }
}

void TestPredictor::floatModelEqualsTheNetwork()
{
    QFETCH(Task, task);
    QFETCH(Activation, activation);
    const Dataset data = fixtureDataset(task, 3);
    const TrainedNetwork trained = fixtureTraining(data, {{{16, activation}, {8, activation}}}, 3);
    const DeployableModel model = floatModel(trained, data, "1.0");
    QVERIFY(!problemWith(model));
    const Matrix outputs = forward(trained.network, data.test.inputs);
    Predictor predictor(model);
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const Prediction prediction = predictor.predict(rowOf(data.test.raw, row));
        QVERIFY(!prediction.refused);
        for (Eigen::Index o = 0; o < outputs.cols(); ++o) {
            const float expected = outputs(row, o);
            const float got = prediction.rawFloat[static_cast<std::size_t>(o)];
            QVERIFY(std::abs(got - expected) <= 1e-5f * std::max(1.0f, std::abs(expected)));
        }
        if (task == Task::Regression)
            QVERIFY(std::abs(prediction.value - (outputs(row, 0) * 26 + 250)) < 0.01f);
    }
}

void TestPredictor::integerModelIsNearTheFloatOne_data()
{
    floatModelEqualsTheNetwork_data();
}

void TestPredictor::integerModelIsNearTheFloatOne()
{
    QFETCH(Task, task);
    QFETCH(Activation, activation);
    const Dataset data = fixtureDataset(task, 5);
    const TrainedNetwork trained = fixtureTraining(data, {{{16, activation}, {8, activation}}}, 5);
    const Result<DeployableModel> model = quantize(trained, data, {}, "1.0");
    QVERIFY(model.ok());
    const Matrix outputs = forward(trained.network, data.test.inputs);
    const float range = outputs.maxCoeff() - outputs.minCoeff();
    Predictor predictor(*model);
    double squares = 0;
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const Prediction prediction = predictor.predict(rowOf(data.test.raw, row));
        for (Eigen::Index o = 0; o < outputs.cols(); ++o) {
            const float got =
                task == Task::Classification
                    ? static_cast<float>(prediction.raw[static_cast<std::size_t>(o)]) * model->decoding.scoreScale
                    : (prediction.value - 250) / 26;
            squares += std::pow(got - outputs(row, o), 2);
        }
    }
    const double error = std::sqrt(squares / static_cast<double>(outputs.size()));
    QVERIFY2(error < 0.02 * range, qPrintable(QString::number(error / range)));
}

void TestPredictor::rowsOutsideTheTrainedRangeAreCounted()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const TrainedNetwork trained = fixtureTraining(data, {}, 3);
    const Result<DeployableModel> integer = quantize(trained, data, {}, "1.0");
    const DeployableModel floating = floatModel(trained, data, "1.0");
    for (const DeployableModel* model : {&*integer, &floating}) {
        Predictor predictor(*model);
        for (Eigen::Index row = 0; row < data.training.raw.rows(); ++row)
            QCOMPARE(predictor.predict(rowOf(data.training.raw, row)).outOfRange, 0);
        QCOMPARE(predictor.predict(std::vector<float>{90, 1e5f, 0.01f, 1}).outOfRange, 1);
        QCOMPARE(predictor.predict(std::vector<float>{90, 9e4f, 0.01f, 3}).outOfRange, 3);
    }
}

void TestPredictor::missingValueWithoutFillIsRefusedByFeature()
{
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const Dataset data = fixtureDataset(Task::Classification, 3);
    const TrainedNetwork trained = fixtureTraining(data, {}, 3);
    const Result<DeployableModel> integer = quantize(trained, data, {}, "1.0");
    const DeployableModel floating = floatModel(trained, data, "1.0");
    for (const DeployableModel* model : {&*integer, &floating}) {
        Predictor predictor(*model);
        const Prediction refused = predictor.predict(std::vector<float>{20, 1e5f, 0.01f, missing});
        QVERIFY(refused.refused);
        QCOMPARE(refused.refusedFeature, 3);
        QVERIFY(refused.raw.empty());
        // A filled value counts as the value that stands for it.
        const Prediction filled = predictor.predict(std::vector<float>{missing, missing, missing, 1});
        const Prediction given = predictor.predict(std::vector<float>{20, 1e5f, 0.01f, 1});
        QVERIFY(!filled.refused);
        QCOMPARE(filled.raw, given.raw);
        QCOMPARE(filled.rawFloat, given.rawFloat);
    }
}

void TestPredictor::certaintiesAddUpToOneAndFavourTheAnswer()
{
    const Dataset data = fixtureDataset(Task::Classification, 9);
    const TrainedNetwork trained = fixtureTraining(data, {}, 9);
    const Result<DeployableModel> model = quantize(trained, data, {}, "1.0");
    Predictor predictor(*model);
    const Matrix logits = forward(trained.network, data.test.inputs);
    for (Eigen::Index row = 0; row < logits.rows(); ++row) {
        const Prediction prediction = predictor.predict(rowOf(data.test.raw, row));
        const std::vector<float>& certainty = prediction.certainty;
        QCOMPARE(certainty.size(), std::size_t{3});
        QVERIFY(std::abs(std::accumulate(certainty.begin(), certainty.end(), 0.0f) - 1) < 1e-5f);
        QVERIFY(std::max_element(certainty.begin(), certainty.end()) - certainty.begin() == prediction.classIndex);
        const Eigen::ArrayXf parts = logits.row(row).array().exp();
        for (Eigen::Index c = 0; c < 3; ++c)
            QVERIFY(std::abs(certainty[static_cast<std::size_t>(c)] - parts(c) / parts.sum()) < 0.06f);
    }
}

void TestPredictor::aSumThatNoModelComesToDoesNotTurnOver()
{
    const OutputDecoding decoding{{Task::Regression, "wave", "", {}}, {1000}, {0.5f}};
    Prediction told;
    told.raw = {std::numeric_limits<std::int32_t>::max()};
    decodeOutputs(decoding, told);
    QVERIFY(told.value > 0);
    told.raw = {24};
    decodeOutputs(decoding, told);
    QCOMPARE(told.value, 512.0f);
}

void TestPredictor::evaluationOfTheFloatModelEqualsTheTrainersOne_data()
{
    wildModelsEqualTheReferenceOnHostileRows_data();
}

void TestPredictor::evaluationOfTheFloatModelEqualsTheTrainersOne()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 4);
    const TrainedNetwork trained = fixtureTraining(data, {}, 4);
    DataPart part = data.test; // rows that are refused have no place in this comparison
    const Metrics expected = evaluate(trained.network, data, part);
    const Metrics metrics = evaluate(floatModel(trained, data, "1.0"), part);
    QVERIFY(std::abs(metrics.headline - expected.headline) < 1e-4);
    QVERIFY(std::abs(metrics.loss - expected.loss) < 1e-4 * std::max(1.0, expected.loss));
    QCOMPARE(metrics.confusion, expected.confusion);
    QVERIFY(std::abs(metrics.meanAbsoluteError - expected.meanAbsoluteError) < 1e-3);
}

void TestPredictor::evaluationLeavesRefusedRowsOut()
{
    Dataset data = fixtureDataset(Task::Classification, 4);
    const DeployableModel model = floatModel(fixtureTraining(data, {}, 4), data, "1.0");
    data.test.raw.col(3).setConstant(std::numeric_limits<float>::quiet_NaN());
    QVERIFY(std::isnan(evaluate(model, data.test).headline));
    QVERIFY(std::isnan(evaluate(model, data.test).loss));
}

QTEST_APPLESS_MAIN(TestPredictor)
#include "tst_predictor.moc"
