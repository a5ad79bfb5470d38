#include "compression/best_trades.h"
#include "compression/learning_losses.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace broto;

namespace {

using Trades = std::vector<Trade>;
using Places = std::vector<std::size_t>;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}

class TestBestTrades : public QObject {
    Q_OBJECT

private slots:
    void nothingBeatsTheBestTrades_data();
    void nothingBeatsTheBestTrades();
    void rangeHoldsAllTrades_data();
    void rangeHoldsAllTrades();
    void epochsAreJudgedByValidationWhereThereIsSome();
    void rangeOfLossesLeavesOutWhatIsNoNumber();
};

void TestBestTrades::nothingBeatsTheBestTrades_data()
{
    QTest::addColumn<Trades>("trades");
    QTest::addColumn<Places>("best");
    QTest::newRow("none") << Trades{} << Places{};
    QTest::newRow("one") << Trades{{5, 0.9}} << Places{0};
    QTest::newRow("dearer and better") << Trades{{9, 0.95}, {5, 0.9}} << Places{1, 0};
    QTest::newRow("dearer and worse") << Trades{{5, 0.9}, {9, 0.8}} << Places{0};
    QTest::newRow("as dear and better") << Trades{{5, 0.8}, {5, 0.9}} << Places{1};
    QTest::newRow("equal in both") << Trades{{5, 0.9}, {5, 0.9}} << Places{0};
    QTest::newRow("one is beaten by two together only") << Trades{{1, 0.5}, {2, 0.7}, {3, 0.9}} << Places{0, 1, 2};
    QTest::newRow("not known") << Trades{{1, unknown}, {2, 0.7}} << Places{1};
}

void TestBestTrades::nothingBeatsTheBestTrades()
{
    QFETCH(Trades, trades);
    QFETCH(Places, best);
    QCOMPARE(bestTrades(trades), best);
}

void TestBestTrades::rangeHoldsAllTrades_data()
{
    QTest::addColumn<Trades>("trades");
    QTest::newRow("none") << Trades{};
    QTest::newRow("one") << Trades{{5, 0.9}};
    QTest::newRow("all equal") << Trades{{5, 0}, {5, 0}};
    QTest::newRow("usual") << Trades{{5, 0.9}, {900, -0.4}, {7, unknown}};
}

void TestBestTrades::rangeHoldsAllTrades()
{
    QFETCH(Trades, trades);
    const TradeRange range = rangeOf(trades);
    QVERIFY(range.leastCost < range.mostCost && range.leastQuality < range.mostQuality);
    for (const Trade& trade : trades)
        if (std::isfinite(trade.quality))
            QVERIFY(trade.cost > range.leastCost && trade.cost < range.mostCost && trade.quality > range.leastQuality &&
                    trade.quality < range.mostQuality);
    const TradeRange perfect = rangeOf(Trades{{5, 1}, {7, 1}}, 1);
    QVERIFY(perfect.mostQuality > 1); // a point there is drawn whole
    QVERIFY(perfect.mostQuality - 1 < 0.1 * (1 - perfect.leastQuality));
}

void TestBestTrades::epochsAreJudgedByValidationWhereThereIsSome()
{
    EpochRecord without, with;
    without.trainingLoss = 3;
    with.trainingLoss = 3;
    with.validationLoss = 2;
    QCOMPARE(judgedLosses(std::vector{without}), std::vector<double>{3});
    QCOMPARE(judgedLosses(std::vector{with}), std::vector<double>{2});
    QVERIFY(!judgedOnValidation(std::vector{without}) && judgedOnValidation(std::vector{with}));
}

void TestBestTrades::rangeOfLossesLeavesOutWhatIsNoNumber()
{
    const LossRange range = rangeOf(std::vector<double>{1, unknown, 4}, std::vector<double>{});
    QCOMPARE(range.epochs, 3.0);
    QVERIFY(range.least < 1 && range.least > 0 && range.most > 4 && range.most < 5);
    const LossRange none = rangeOf(std::vector<double>{}, std::vector<double>{unknown});
    QVERIFY(none.least < none.most && none.epochs >= 2);
}

QTEST_APPLESS_MAIN(TestBestTrades)
#include "tst_best_trades.moc"
