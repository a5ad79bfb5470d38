#include "compression/codebook/db_stream.h"
#include "planted_values.h"

#include <QTest>

using namespace broto;

namespace {

using Centres = std::vector<double>;

/// `count` values from low to high, evenly.
void addStretch(WeightedValues& values, double low, double high, int count)
{
    for (int i = 0; i < count; ++i)
        values.add(low + (high - low) * (i + 0.5) / count, 1);
}

}

class TestCodebookDbStream : public QObject {
    Q_OBJECT

private slots:
    void fewValues_data();
    void fewValues();
    void plantedGroupsAreFound_data();
    void plantedGroupsAreFound();
    void denseStretchesAreOneClusterHoweverLong();
    void sharingDecidesWhatHangsTogether();
    void lightMicroClustersAreNoise();
    void allAreKeptWhereNoneIsHeavy();
    void weightsCount();
    void whatFadesIsForgotten();
    void nothingFadesUnlessAsked();
    void stoppedItGivesTheClustersSoFar();
};

void TestCodebookDbStream::fewValues_data()
{
    QTest::addColumn<WeightedValues>("values");
    QTest::addColumn<Centres>("expected");
    QTest::newRow("no values") << WeightedValues{} << Centres{};
    QTest::newRow("one value") << equallyWeighted({3}) << Centres{3};
    QTest::newRow("all equal") << equallyWeighted({2, 2, 2}) << Centres{2};
    QTest::newRow("two values") << equallyWeighted({5, -1}) << Centres{-1, 5};
    QTest::newRow("three values, two of them near") << equallyWeighted({0, 100, 0.5}) << Centres{0.5, 100};
}

void TestCodebookDbStream::fewValues()
{
    QFETCH(WeightedValues, values);
    QFETCH(Centres, expected);
    QVERIFY(areNear(dbStreamCentres(values), expected, 0.5));
}

void TestCodebookDbStream::plantedGroupsAreFound_data()
{
    QTest::addColumn<Centres>("planted");
    QTest::newRow("two") << Centres{-1, 1};
    QTest::newRow("four, unevenly apart") << Centres{-4, 0, 2, 7};
    Centres sixteen;
    for (int i = 0; i < 16; ++i)
        sixteen.push_back(i);
    QTest::newRow("sixteen") << sixteen;
}

void TestCodebookDbStream::plantedGroupsAreFound()
{
    QFETCH(Centres, planted);
    const WeightedValues values = plantedValues(planted, 200, 0.01);
    QVERIFY(areNear(dbStreamCentres(values), planted, 0.01));
    QVERIFY(areNear(dbStreamCentres(shuffled(values)), planted, 0.01));
}

void TestCodebookDbStream::denseStretchesAreOneClusterHoweverLong()
{
    WeightedValues values;
    addStretch(values, 0, 4, 20000);
    addStretch(values, 8, 9, 5000);
    DbStreamOptions options;
    options.intersection = 0.1;
    QVERIFY(areNear(dbStreamCentres(shuffled(values), options), {2, 8.5}, 0.15));
}

void TestCodebookDbStream::sharingDecidesWhatHangsTogether()
{
    WeightedValues values;
    addStretch(values, 0, 4, 20000);
    DbStreamOptions options;
    options.intersection = 1; // two can never have all in common
    const std::size_t apart = dbStreamCentres(shuffled(values), options).size();
    options.intersection = 0.3;
    const std::size_t joined = dbStreamCentres(shuffled(values), options).size();
    QVERIFY(apart > 30);
    QVERIFY(joined < apart / 2);
}

void TestCodebookDbStream::lightMicroClustersAreNoise()
{
    WeightedValues values = plantedValues({0, 10}, 2000, 0.01);
    values.add(5, 1);
    QVERIFY(areNear(dbStreamCentres(shuffled(values)), {0, 10}, 0.01));
    DbStreamOptions options;
    options.minimumShare = 0;
    QVERIFY(areNear(dbStreamCentres(shuffled(values), options), {0, 5, 10}, 0.01));
}

void TestCodebookDbStream::allAreKeptWhereNoneIsHeavy()
{
    DbStreamOptions options;
    options.minimumShare = 0.9;
    QCOMPARE(dbStreamCentres(equallyWeighted({0, 1, 2, 3}), options), (Centres{0, 1, 2, 3}));
}

void TestCodebookDbStream::weightsCount()
{
    WeightedValues values = plantedValues({0, 10}, 2000, 0.01);
    values.add(5, 100);
    QVERIFY(areNear(dbStreamCentres(values), {0, 5, 10}, 0.01));
}

void TestCodebookDbStream::whatFadesIsForgotten()
{
    const WeightedValues values = plantedValues({0, 10, 20}, 2000, 0.01);
    DbStreamOptions options;
    options.keptPerValue = 0.99;
    QVERIFY(areNear(dbStreamCentres(values, options), {20}, 0.01));
    options.minimumShare = 0; // then it is the cleanings that forget
    QVERIFY(areNear(dbStreamCentres(values, options), {20}, 0.01));
    options.valuesBetweenCleanings = 1000000;
    QVERIFY(areNear(dbStreamCentres(values, options), {0, 10, 20}, 0.01));
}

void TestCodebookDbStream::nothingFadesUnlessAsked()
{
    WeightedValues values = plantedValues({0}, 50, 0.01);
    for (int i = 0; i < 20000; ++i)
        values.add(10 + (i % 3) * 0.001, 1);
    QVERIFY(areNear(dbStreamCentres(values), {0, 10}, 0.01));
}

void TestCodebookDbStream::stoppedItGivesTheClustersSoFar()
{
    RunControl* toStop = nullptr;
    RunControl control([&](const Progress& progress) {
        if (progress.done > 0)
            toStop->cancel();
    });
    toStop = &control;
    const WeightedValues values = plantedValues({0, 10}, 1500, 0.01);
    QVERIFY(areNear(dbStreamCentres(values, {}, control), {0}, 0.01));
}

QTEST_APPLESS_MAIN(TestCodebookDbStream)
#include "tst_codebook_db_stream.moc"
