#include "training/part_report.h"

#include "learning_tasks.h"
#include "training/trainer.h"

#include <QtTest>

#include <cmath>

using namespace broto;
using namespace broto::test;

namespace {

Network learned(const Dataset& data)
{
    TrainingSettings settings;
    settings.epochs = 30;
    const Result<TrainedNetwork> trained = train(data, {}, settings);
    if (!trained)
        qFatal("%s", inEnglish(trained.error()).c_str());
    return trained->network;
}

}

class TestPartReport : public QObject {
    Q_OBJECT

private slots:
    void classesAreReportedFromTheirConfusion();
    void aNetworkThatSaysNothingPartsNothing();
    void valuesAreReportedInTheirUnit();
    void aPartWithoutRowsHasNoReport_data();
    void aPartWithoutRowsHasNoReport();
};

void TestPartReport::classesAreReportedFromTheirConfusion()
{
    const Dataset data = clouds(90, 0, 60);
    const Network network = learned(data);
    const PartReport report = reportOn(network, data, data.test);
    QCOMPARE(report.metrics.headline, evaluate(network, data, data.test).headline);
    QCOMPARE(report.classes.macroF1, classReport(report.metrics.confusion).macroF1);
    // As many rows in every class: the mean of the recalls is the accuracy.
    QVERIFY(std::abs(report.classes.balancedAccuracy - report.metrics.headline) < 1e-12);
    QCOMPARE(report.curves.size(), std::size_t{3});
    double sum = 0;
    for (const RocCurve& curve : report.curves)
        sum += curve.area;
    QVERIFY(std::abs(report.area - sum / 3) < 1e-12);
    QVERIFY(report.area > 0.8 && report.area < 1);
    QVERIFY(report.answers.empty());
}

void TestPartReport::aNetworkThatSaysNothingPartsNothing()
{
    const Dataset data = clouds(30, 0, 30);
    Network network = learned(data);
    network.layers.back().weights.setZero();
    const PartReport report = reportOn(network, data, data.test);
    QCOMPARE(report.area, 0.5);
    QVERIFY(std::abs(report.classes.balancedAccuracy - 1.0 / 3) < 1e-12);
}

void TestPartReport::valuesAreReportedInTheirUnit()
{
    const Dataset data = curve(80, 0, 40);
    const PartReport report = reportOn(learned(data), data, data.test);
    QCOMPARE(report.truth, std::vector<float>(data.test.values.begin(), data.test.values.end()));
    QCOMPARE(report.answers.size(), std::size_t{40});
    const double error = report.metrics.rootMeanSquareError;
    QVERIFY(std::abs(std::hypot(report.residuals.mean, report.residuals.deviation) - error) < 1e-9 * error);
    const std::size_t row = report.residuals.largestRow;
    QCOMPARE(report.residuals.largest,
             static_cast<double>(report.truth[row]) - static_cast<double>(report.answers[row]));
    QVERIFY(report.answers[0] > 60 && report.answers[0] < 140); // heights are about 100
    QVERIFY(report.curves.empty());
}

void TestPartReport::aPartWithoutRowsHasNoReport_data()
{
    QTest::addColumn<bool>("ofClasses");
    QTest::newRow("classification") << true;
    QTest::newRow("regression") << false;
}

void TestPartReport::aPartWithoutRowsHasNoReport()
{
    QFETCH(bool, ofClasses);
    const Dataset data = ofClasses ? clouds(30, 0, 0) : curve(30, 0, 0);
    const PartReport report = reportOn(learned(data), data, data.test);
    QVERIFY(std::isnan(report.metrics.headline));
    QVERIFY(std::isnan(report.classes.balancedAccuracy));
    QVERIFY(std::isnan(report.area));
    QVERIFY(std::isnan(report.residuals.mean));
    QVERIFY(report.curves.empty() && report.truth.empty());
}

QTEST_APPLESS_MAIN(TestPartReport)
#include "tst_part_report.moc"
