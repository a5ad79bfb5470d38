#include "compression/compress.h"
#include "compression/model_comparison.h"
#include "compression/predictor.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace broto;

namespace {

NetworkDesign smallDesign()
{
    return {{{6}, {4}}};
}

}

class TestModelComparison : public QObject {
    Q_OBJECT

private slots:
    void modelAgreesWithItself_data();
    void modelAgreesWithItself();
    void theSmallerOneIsSmallerByItsWeights();
    void changeIsThatOfTheMetrics_data();
    void changeIsThatOfTheMetrics();
    void rowsThatChangedAreThoseOfThePart();
    void rowsThatAreRefusedAreLeftOut();
    void noRowsAreNoAnswer();
};

void TestModelComparison::modelAgreesWithItself_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestModelComparison::modelAgreesWithItself()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 4);
    const DeployableModel model = floatModel(fixtureTraining(data, smallDesign(), 4), data, "1");
    const ModelComparison comparison = compareModels(model, model, data.test);
    QCOMPARE(comparison.change.change, 0.0);
    QCOMPARE(comparison.change.agreement, 1.0);
    QCOMPARE(comparison.change.probability, 1.0);
    const double metric = evaluate(model, data.test).headline;
    QVERIFY(comparison.metric.low <= metric && metric <= comparison.metric.high);
}

void TestModelComparison::theSmallerOneIsSmallerByItsWeights()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const TrainedNetwork trained = fixtureTraining(data, smallDesign(), 4);
    const DeployableModel floating = floatModel(trained, data, "1");
    const DeployableModel integers = compress(trained, data, {}, "1")->model;
    const double times = timesSmaller(floating, integers);
    QCOMPARE(times, static_cast<double>(weightBytes(floating)) / static_cast<double>(weightBytes(integers)));
    QVERIFY(times > 1);
    QCOMPARE(timesSmaller(floating, floating), 1.0);
}

void TestModelComparison::changeIsThatOfTheMetrics_data()
{
    modelAgreesWithItself_data();
}

void TestModelComparison::changeIsThatOfTheMetrics()
{
    QFETCH(Task, task);
    const Dataset data = fixtureDataset(task, 4);
    const TrainedNetwork trained = fixtureTraining(data, smallDesign(), 4);
    const DeployableModel first = floatModel(trained, data, "1");
    const DeployableModel second = *quantize(trained, data, usualOptions(2), "1");
    const double change = evaluate(second, data.test).headline - evaluate(first, data.test).headline;
    const ModelComparison forth = compareModels(first, second, data.test),
                          back = compareModels(second, first, data.test);
    QVERIFY(std::abs(forth.change.change - change) < 1e-6 * (1 + std::abs(change)));
    QCOMPARE(back.change.change, -forth.change.change);
    QVERIFY(forth.change.changeInterval.low <= forth.change.change &&
            forth.change.change <= forth.change.changeInterval.high);
}

void TestModelComparison::rowsThatChangedAreThoseOfThePart()
{
    const Dataset data = fixtureDataset(Task::Classification, 4);
    const TrainedNetwork trained = fixtureTraining(data, smallDesign(), 4);
    const DeployableModel first = floatModel(trained, data, "1");
    const DeployableModel second = *quantize(trained, data, usualOptions(2), "1");
    const ModelComparison comparison = compareModels(first, second, data.training);
    Predictor one(first), other(second);
    for (const std::size_t place : comparison.change.becameWrong) {
        const std::size_t row = comparison.rows[place];
        const std::span<const float> values(data.training.raw.row(static_cast<Eigen::Index>(row)).data(),
                                            static_cast<std::size_t>(data.training.raw.cols()));
        QCOMPARE(one.predict(values).classIndex, data.training.labels[row]);
        QVERIFY(other.predict(values).classIndex != data.training.labels[row]);
    }
    QVERIFY(!comparison.change.becameWrong.empty() || !comparison.change.becameRight.empty());
}

void TestModelComparison::rowsThatAreRefusedAreLeftOut()
{
    Dataset data = fixtureDataset(Task::Classification, 4);
    const TrainedNetwork trained = fixtureTraining(data, smallDesign(), 4);
    const DeployableModel first = floatModel(trained, data, "1");
    const DeployableModel second = *quantize(trained, data, {}, "1");
    data.test.raw(1, 3) = std::numeric_limits<float>::quiet_NaN(); // a category that nothing stands for
    const ModelComparison comparison = compareModels(first, second, data.test);
    QCOMPARE(comparison.rows.size(), data.test.rows() - 1);
    QVERIFY(std::find(comparison.rows.begin(), comparison.rows.end(), 1u) == comparison.rows.end());
}

void TestModelComparison::noRowsAreNoAnswer()
{
    Dataset data = fixtureDataset(Task::Classification, 4);
    const DeployableModel model = floatModel(fixtureTraining(data, smallDesign(), 4), data, "1");
    const ModelComparison comparison = compareModels(model, model, DataPart());
    QVERIFY(comparison.rows.empty());
    QVERIFY(std::isnan(comparison.metric.low));
    QCOMPARE(comparison.change.probability, 1.0);
}

QTEST_APPLESS_MAIN(TestModelComparison)
#include "tst_model_comparison.moc"
