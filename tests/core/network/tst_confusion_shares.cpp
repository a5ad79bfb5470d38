#include "network/confusion_shares.h"

#include <QtTest>

#include <cmath>

using namespace broto;

class ConfusionSharesTest : public QObject {
    Q_OBJECT

private slots:
    void rightAnswersAreAboveZeroAndMistakesBelow()
    {
        QCOMPARE(confusionShares({{3, 1}, {0, 2}}), (std::vector<double>{0.75, -0.25, 0, 1}));
    }

    void noShareIsMinusZero() { QVERIFY(!std::signbit(confusionShares({{1, 0}, {0, 1}})[1])); }

    void aClassWithoutRowsHasNoShares()
    {
        const auto shares = confusionShares({{0, 0}, {1, 1}});
        QVERIFY(std::isnan(shares[0]) && std::isnan(shares[1]));
        QCOMPARE(shares[2], -0.5);
    }

    void ofNothingNothing() { QVERIFY(confusionShares({}).empty()); }
};

QTEST_GUILESS_MAIN(ConfusionSharesTest)
#include "tst_confusion_shares.moc"
