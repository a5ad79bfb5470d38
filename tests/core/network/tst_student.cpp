#include "network/student.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace broto;

class TestStudent : public QObject {
    Q_OBJECT

private slots:
    void boundsAreThoseOfScipy_data();
    void boundsAreThoseOfScipy();
    void boundsOfTwoAndThreeNumbersAreThoseOfTheirFormulas();
    void moreNumbersReachLessFar();
};

void TestStudent::boundsAreThoseOfScipy_data()
{
    // scipy 1.10.1: t.ppf(0.975, degrees), which is right to nine digits
    QTest::addColumn<int>("degrees");
    QTest::addColumn<double>("bound");
    QTest::newRow("two numbers") << 1 << 12.706204736432095;
    QTest::newRow("three numbers") << 2 << 4.302652729911275;
    QTest::newRow("four numbers") << 3 << 3.182446305284263;
    QTest::newRow("five numbers") << 4 << 2.7764451051977987;
    QTest::newRow("ten numbers") << 9 << 2.2621571627409915;
    QTest::newRow("thirty numbers") << 29 << 2.045229642132703;
    QTest::newRow("101 numbers") << 100 << 1.9839715184496334;
    QTest::newRow("a thousand numbers") << 999 << 1.9623414611334487;
    QTest::newRow("4093 numbers") << 4092 << 1.9605438870677008;
}

void TestStudent::boundsAreThoseOfScipy()
{
    QFETCH(int, degrees);
    QFETCH(double, bound);
    QVERIFY(std::abs(studentBound(degrees) / bound - 1) < 2e-9);
}

void TestStudent::boundsOfTwoAndThreeNumbersAreThoseOfTheirFormulas()
{
    // One degree is Cauchy's distribution, of which 2 atan(t) / pi lies within ±t; with two it is t / sqrt(2 + t^2).
    QVERIFY(std::abs(studentBound(1) / std::tan(0.475 * std::numbers::pi) - 1) < 1e-13);
    QVERIFY(std::abs(studentBound(2) / (0.95 * std::sqrt(2 / (1 - 0.95 * 0.95))) - 1) < 1e-13);
}

void TestStudent::moreNumbersReachLessFar()
{
    for (int degrees = 1; degrees < 200; ++degrees)
        QVERIFY(studentBound(degrees + 1) < studentBound(degrees));
    QVERIFY(studentBound(200) > 1.959963984540054); // a normal distribution's
}

QTEST_APPLESS_MAIN(TestStudent)
#include "tst_student.moc"
