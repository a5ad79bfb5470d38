#include "network/class_report.h"

#include <QtTest>

#include <cmath>

using namespace broto;

using Confusion = std::vector<std::vector<int>>;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 5e-9;
}

}

class TestClassReport : public QObject {
    Q_OBJECT

private slots:
    void scoresAreWhatAHandComputes();
    void reportsAreThoseOfScikitLearn_data();
    void reportsAreThoseOfScikitLearn();
    void noRowsGiveNoMeans();
};

void TestClassReport::scoresAreWhatAHandComputes()
{
    // Class 0: 5 of 6 rows found, 7 answers. Class 1: 3 of 6, 4 answers. Class 2: 4 of 4, 5 answers.
    const ClassReport report = classReport({{5, 1, 0}, {2, 3, 1}, {0, 0, 4}});
    QCOMPARE(report.classes[0], (ClassScore{5.0 / 7, 5.0 / 6, 10.0 / 13, 6}));
    QCOMPARE(report.classes[1], (ClassScore{3.0 / 4, 3.0 / 6, 6.0 / 10, 6}));
    QCOMPARE(report.classes[2], (ClassScore{4.0 / 5, 1, 8.0 / 9, 4}));
    QCOMPARE(report.balancedAccuracy, (5.0 / 6 + 3.0 / 6 + 1) / 3);
    QCOMPARE(report.macroF1, (10.0 / 13 + 6.0 / 10 + 8.0 / 9) / 3);
}

void TestClassReport::reportsAreThoseOfScikitLearn_data()
{
    // balanced_accuracy_score and f1_score(average="macro", zero_division=0) of scikit-learn 1.2.1
    QTest::addColumn<Confusion>("confusion");
    QTest::addColumn<double>("balancedAccuracy");
    QTest::addColumn<double>("macroF1");
    QTest::newRow("three classes") << Confusion{{50, 3, 2}, {4, 30, 6}, {1, 0, 9}} << 0.853030303 << 0.799225128;
    QTest::newRow("a class that nobody answers")
        << Confusion{{7, 0, 0}, {5, 0, 0}, {0, 0, 3}} << 0.666666667 << 0.578947368;
    QTest::newRow("a class that is answered but has no rows")
        << Confusion{{4, 1, 0}, {0, 5, 1}, {0, 0, 0}} << 0.816666667 << 0.574074074;
    QTest::newRow("a class that is neither answered nor has rows")
        << Confusion{{4, 1, 0}, {2, 5, 0}, {0, 0, 0}} << 0.757142857 << 0.748251748;
}

void TestClassReport::reportsAreThoseOfScikitLearn()
{
    QFETCH(Confusion, confusion);
    QFETCH(double, balancedAccuracy);
    QFETCH(double, macroF1);
    const ClassReport report = classReport(confusion);
    QVERIFY(near(report.balancedAccuracy, balancedAccuracy));
    QVERIFY(near(report.macroF1, macroF1));
}

void TestClassReport::noRowsGiveNoMeans()
{
    const ClassReport none = classReport({});
    QVERIFY(std::isnan(none.balancedAccuracy));
    QVERIFY(std::isnan(none.macroF1));
    const ClassReport empty = classReport({{0, 0}, {0, 0}});
    QVERIFY(std::isnan(empty.balancedAccuracy));
    QCOMPARE(empty.classes[1], ClassScore());
}

QTEST_APPLESS_MAIN(TestClassReport)
#include "tst_class_report.moc"
