#include "training/layer_statistics.h"

#include "learning_tasks.h"
#include "training/trainer.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace broto;

namespace {

Network lineThroughZero(float weight)
{
    DenseLayer layer;
    layer.weights = Matrix::Constant(1, 1, weight);
    layer.bias = Vector::Zero(1);
    Network network;
    network.layers.push_back(std::move(layer));
    return network;
}

/// y = 3 x in the scaled target, at x = -1 and 1.
Dataset threefold()
{
    Dataset data;
    data.target.task = Task::Regression;
    test::addValued(data.training, {-1}, -3);
    test::addValued(data.training, {1}, 3);
    return data;
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-5 * std::max(1.0, std::abs(b));
}

}

class LayerStatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void weightsAndGradientOfALine()
    {
        const auto statistics = layerStatistics(lineThroughZero(1), threefold(), {});
        QVERIFY(statistics);
        QCOMPARE(statistics->size(), std::size_t(1));
        const LayerStatistics& layer = statistics->front();
        QCOMPARE(layer.weights.mean, 1.0);
        QCOMPARE(layer.weights.deviation, 0.0);
        QVERIFY(near(layer.gradient.mean, -4)); // of the mean of (w x - 3 x)^2: 2 (w - 3) x^2
    }

    void theGradientVanishesWhereTheLossIsSmallest()
    {
        const auto statistics = layerStatistics(lineThroughZero(3), threefold(), {});
        QVERIFY(near(statistics->front().gradient.largest, 0));
    }

    void theLossOfTheSettingsIsTheOneThatIsDifferentiated()
    {
        TrainingSettings settings;
        settings.loss = Loss::AbsoluteError;
        const auto statistics = layerStatistics(lineThroughZero(1), threefold(), settings);
        QVERIFY(near(statistics->front().gradient.mean, -1));
    }

    void everyWeightIsInTheHistogramAndNoPadding()
    {
        const Dataset data = test::clouds(90, 30, 30);
        TrainingSettings settings;
        settings.epochs = 5;
        const auto trained = train(data, {{{11}, {5}}}, settings);
        QVERIFY(trained);
        const auto statistics = layerStatistics(trained->network, data, settings);
        QCOMPARE(statistics->size(), std::size_t(3));
        const std::size_t weights[] = {2 * 11, 11 * 5, 5 * 3};
        for (std::size_t layer = 0; layer < 3; ++layer) {
            for (const NumberSpread& spread : {(*statistics)[layer].weights, (*statistics)[layer].gradient}) {
                QCOMPARE(spread.counts.size(), NumberSpread::bars);
                QCOMPARE(std::accumulate(spread.counts.begin(), spread.counts.end(), std::size_t(0)), weights[layer]);
            }
            const Matrix& matrix = trained->network.layers[layer].weights;
            QVERIFY(near((*statistics)[layer].weights.mean, static_cast<double>(matrix.mean())));
            QVERIFY(near((*statistics)[layer].weights.largest, static_cast<double>(matrix.cwiseAbs().maxCoeff())));
        }
    }

    void aNetworkOfTheBinaryCrossEntropyIsLookedAtAsItAnswers()
    {
        TrainingSettings settings;
        settings.loss = Loss::BinaryCrossEntropy;
        settings.epochs = 20;
        const Dataset data = test::exclusiveOr();
        const auto trained = train(data, {{{8}}}, settings);
        QVERIFY(trained);
        const auto statistics = layerStatistics(trained->network, data, settings);
        QVERIFY(statistics);
        QVERIFY(std::isfinite(statistics->back().gradient.deviation));
        QVERIFY(near(statistics->back().gradient.mean, 0)); // what one output gains the other loses
    }

    void zeroStandsInTheMiddle()
    {
        const auto statistics = layerStatistics(lineThroughZero(0), threefold(), {});
        QCOMPARE(statistics->front().weights.counts[NumberSpread::bars / 2], std::size_t(1));
    }

    void itCanBeCancelled()
    {
        RunControl control;
        control.cancel();
        QVERIFY(!layerStatistics(lineThroughZero(1), threefold(), {}, control));
    }
};

QTEST_GUILESS_MAIN(LayerStatisticsTest)
#include "tst_layer_statistics.moc"
