#include "compression/activation_rules.h"
#include "compression/predictor.h"
#include "compression/row_integers.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <algorithm>

using namespace broto;

class TestRowIntegers : public QObject {
    Q_OBJECT

private slots:
    void everyStorageGivesThePredictorsIntegers_data();
    void everyStorageGivesThePredictorsIntegers();
    void stepsFollowFromEachOther();
    void refusedRowHasNoLayers();
};

void TestRowIntegers::everyStorageGivesThePredictorsIntegers_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Storage>("storage");
    for (const Storage storage : allStorages) {
        const std::string name(storageName(storage));
        QTest::addRow("%s, classification", name.c_str()) << Task::Classification << storage;
        QTest::addRow("%s, regression", name.c_str()) << Task::Regression << storage;
    }
}

void TestRowIntegers::everyStorageGivesThePredictorsIntegers()
{
    QFETCH(Task, task);
    QFETCH(Storage, storage);
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const DeployableModel model = wildIntegerModel(task, seed, storage);
        Predictor predictor(model);
        Random random(seed);
        for (int i = 0; i < 10; ++i) {
            const std::vector<float> row = hostileRow(model, random);
            const RowIntegers integers = integersOf(model, row);
            const Prediction prediction = predictor.predict(row);
            QCOMPARE(integers.report.refused != 0, prediction.refused);
            if (prediction.refused)
                continue;
            QCOMPARE(int{integers.report.outOfRange}, prediction.outOfRange);
            QCOMPARE(integers.layers.size(), model.layers.size());
            QCOMPARE(integers.layers.back().raw(), prediction.raw);
            for (std::size_t l = 0; l + 1 < model.layers.size(); ++l)
                QCOMPARE(integers.layers[l].outputs, predictor.hiddenActivations(row, static_cast<int>(l)));
        }
    }
}

void TestRowIntegers::stepsFollowFromEachOther()
{
    int looked = 0, cut = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const DeployableModel model = wildIntegerModel(Task::Classification, seed);
        Random random(seed);
        const RowIntegers integers = integersOf(model, hostileRow(model, random));
        for (std::size_t l = 0; l + 1 < integers.layers.size(); ++l) {
            const auto& layer = std::get<IntegerLayer>(model.layers[l]);
            const LayerIntegers& steps = integers.layers[l];
            for (std::size_t o = 0; o < steps.sums.size(); ++o) {
                QVERIFY(std::abs(steps.sums[o]) < accumulatorLimit);
                const std::int64_t product = std::int64_t{steps.sums[o]} * layer.multiplier[o];
                QCOMPARE(std::int64_t{steps.shifted[o]},
                         (product + (std::int64_t{1} << (layer.shift - 1))) >> layer.shift);
                const int lowest = lowestActivation(layer.activation);
                QCOMPARE(int{steps.clamped[o]}, std::clamp(steps.shifted[o], lowest, largestActivation));
                cut += steps.clamped[o] != steps.shifted[o];
                if (layer.table.empty()) {
                    QCOMPARE(steps.outputs[o], steps.clamped[o]);
                } else {
                    QCOMPARE(steps.outputs[o], layer.table[static_cast<std::size_t>(steps.clamped[o] + 128)]);
                    ++looked;
                }
            }
        }
        if (!integers.layers.empty()) {
            QVERIFY(integers.layers.back().clamped.empty());
            QVERIFY(integers.layers.back().outputs.empty());
        }
    }
    QVERIFY(looked > 100 && cut > 100);
}

void TestRowIntegers::refusedRowHasNoLayers()
{
    const Dataset data = fixtureDataset(Task::Regression, 3);
    const Result<DeployableModel> model = quantize(fixtureTraining(data, {}, 3), data, {}, "1.0");
    const RowIntegers integers =
        integersOf(*model, std::vector<float>{20, 1e5f, 0.01f, std::numeric_limits<float>::quiet_NaN()});
    QVERIFY(integers.report.refused);
    QCOMPARE(int{integers.report.feature}, 3);
    QVERIFY(integers.layers.empty());
}

QTEST_APPLESS_MAIN(TestRowIntegers)
#include "tst_row_integers.moc"
