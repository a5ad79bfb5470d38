#include "estimated_cost.h"

#include <QtTest>

#include <cmath>

using namespace broto;

/// Some of the networks of tests/benchmarks/estimate_table, which takes minutes for all of them.
class TestEstimates : public QObject {
    Q_OBJECT

private slots:
    void estimateIsWhatIsMeasured_data();
    void estimateIsWhatIsMeasured();
    void layersInFarFlashAreWhatIsMeasured_data();
    void layersInFarFlashAreWhatIsMeasured();
    void rowOfFloatsNeedsLittleCode_data();
    void rowOfFloatsNeedsLittleCode();
};

void TestEstimates::estimateIsWhatIsMeasured_data()
{
    QTest::addColumn<Chip>("wanted");
    QTest::addColumn<QByteArray>("storage");
    QTest::addColumn<int>("seed");
    QTest::addColumn<double>("mostWork");
    for (const auto& [chip, mostWork] :
         {std::pair(Chip::Atmega328p, 0.05), std::pair(Chip::CortexM0, 0.08), std::pair(Chip::CortexM4, 0.08)})
        for (const auto& [storage, seed] : {std::pair("int8", 3), std::pair("int8", 8), std::pair("int4", 3)})
            QTest::addRow("%s, %s, seed %d", chipName(chip).c_str(), storage, seed)
                << chip << QByteArray(storage) << seed << mostWork;
}

void TestEstimates::estimateIsWhatIsMeasured()
{
    QFETCH(Chip, wanted);
    QFETCH(QByteArray, storage);
    QFETCH(int, seed);
    QFETCH(double, mostWork);
    if (const QString why = missing(wanted); !why.isEmpty())
        QSKIP(qPrintable(why));
    const RandomNetwork network = randomNetwork(static_cast<std::uint64_t>(seed), storage.toStdString());
    const Chip chip = chipFor(network.model, wanted).value();
    const MeasuredCost measured = measuredCost(network, chip);
    QVERIFY2(measured.complaint.isEmpty(), qPrintable(measured.complaint));
    std::vector<Comparison> comparisons = {comparedModel(measured, network, chip)};
    if (isDesign(network.model))
        comparisons.push_back(comparedDesign(measured, network, chip));
    for (const Comparison& comparison : comparisons) {
        qInfo("%s: flash %+.1f%%, work %+.1f%%", shapeText(network.model).c_str(), 100 * comparison.flashDifference(),
              100 * comparison.workDifference());
        QVERIFY(std::abs(comparison.flashDifference()) <= 0.03);
        QCOMPARE(comparison.estimated.ramBytes, measured.ramBytes);
        QVERIFY(std::abs(comparison.workDifference()) <= mostWork);
    }
}

void TestEstimates::layersInFarFlashAreWhatIsMeasured_data()
{
    QTest::addColumn<Storage>("storage");
    QTest::addColumn<int>("kibibytes");
    QTest::addColumn<int>("outputs");
    QTest::newRow("int8, layers wider than 255") << Storage::Int8 << 100 << 12;
    QTest::newRow("int8, layers narrower than that") << Storage::Int8 << 63 << 12;
    QTest::newRow("int8, many classes") << Storage::Int8 << 80 << 100;
    QTest::newRow("int8, a number") << Storage::Int8 << 70 << 1;
    QTest::newRow("int4") << Storage::Int4 << 70 << 12;
}

/// They have a kernel of their own, which takes wide layers and narrow ones.
void TestEstimates::layersInFarFlashAreWhatIsMeasured()
{
    QFETCH(Storage, storage);
    QFETCH(int, kibibytes);
    QFETCH(int, outputs);
    if (const QString why = missing(Chip::Atmega2560); !why.isEmpty())
        QSKIP(qPrintable(why));
    const RandomNetwork network = largeNetwork({Arithmetic::Int8, storage, 0, kibibytes, outputs});
    const MeasuredCost measured = measuredCost(network, Chip::Atmega2560);
    QVERIFY2(measured.complaint.isEmpty(), qPrintable(measured.complaint));
    std::vector<Comparison> comparisons = {comparedModel(measured, network, Chip::Atmega2560)};
    if (isDesign(network.model))
        comparisons.push_back(comparedDesign(measured, network, Chip::Atmega2560));
    for (const Comparison& comparison : comparisons) {
        qInfo("%s: flash %+.1f%%, work %+.1f%%", shapeText(network.model).c_str(), 100 * comparison.flashDifference(),
              100 * comparison.workDifference());
        QVERIFY(std::abs(comparison.flashDifference()) <= 0.03);
        QCOMPARE(comparison.estimated.ramBytes, measured.ramBytes);
        QVERIFY(std::abs(comparison.workDifference()) <= 0.05);
    }
}

void TestEstimates::rowOfFloatsNeedsLittleCode_data()
{
    QTest::addColumn<Chip>("chip");
    QTest::addColumn<int>("most");
    QTest::newRow("ATmega328P") << Chip::Atmega328p << 700;
    QTest::newRow("Cortex-M0") << Chip::CortexM0 << 400;
    QTest::newRow("Cortex-M4") << Chip::CortexM4 << 400;
}

void TestEstimates::rowOfFloatsNeedsLittleCode()
{
    QFETCH(Chip, chip);
    QFETCH(int, most);
    if (const QString why = missing(chip); !why.isEmpty())
        QSKIP(qPrintable(why));
    const InputPathCost cost = inputPathCost(firstClassification("int8", 1), chip);
    QVERIFY2(cost.complaint.isEmpty(), qPrintable(cost.complaint));
    qInfo("%d bytes", static_cast<int>(cost.codeBytes));
    QVERIFY(cost.codeBytes > 0 && cost.codeBytes <= most);
    QVERIFY(!cost.callsFloatRoutines);
}

QTEST_APPLESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
