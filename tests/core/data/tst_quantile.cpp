#include "data/quantile.h"

#include "common/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace broto;

class TestQuantile : public QObject {
    Q_OBJECT

private slots:
    void quartilesAreThoseOfTheOrderedNumbers_data();
    void quartilesAreThoseOfTheOrderedNumbers();
    void anyOrderGivesTheSameQuartiles();
    void withoutNumbersThereAreNone();
};

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

}

void TestQuantile::quartilesAreThoseOfTheOrderedNumbers_data()
{
    QTest::addColumn<std::vector<double>>("numbers");
    QTest::addColumn<std::vector<double>>("quartiles");
    const auto row = [](const char* name, const std::vector<double>& numbers, const std::vector<double>& quartiles) {
        QTest::newRow(name) << numbers << quartiles;
    };
    row("one number", {7}, {7, 7, 7});
    row("two numbers", {1, 2}, {1.25, 1.5, 1.75});
    row("five numbers", {5, 1, 4, 2, 3}, {2, 3, 4});
    row("six numbers", {6, 5, 4, 3, 2, 1}, {2.25, 3.5, 4.75});
    row("equal numbers", {2, 2, 2, 2}, {2, 2, 2});
    row("missing ones are left out", {missing, 1, missing, 2, 3, 4, 5, missing}, {2, 3, 4});
}

void TestQuantile::quartilesAreThoseOfTheOrderedNumbers()
{
    QFETCH(std::vector<double>, numbers);
    QFETCH(std::vector<double>, quartiles);
    const auto found = quartilesOf(numbers);
    QVERIFY(found.has_value());
    QCOMPARE(std::vector<double>(found->begin(), found->end()), quartiles);
}

void TestQuantile::anyOrderGivesTheSameQuartiles()
{
    Random random(1);
    for (std::size_t count = 1; count < 200; ++count) {
        std::vector<double> numbers;
        for (std::size_t i = 0; i < count; ++i)
            numbers.push_back(static_cast<double>(random.below(50)) / 8);
        const auto found = quartilesOf(numbers);
        std::sort(numbers.begin(), numbers.end());
        for (int i = 0; i < 3; ++i)
            QCOMPARE((*found)[static_cast<std::size_t>(i)], quantileOf(numbers, 0.25 * (i + 1)));
    }
}

void TestQuantile::withoutNumbersThereAreNone()
{
    QVERIFY(!quartilesOf({}));
    QVERIFY(!quartilesOf(std::vector<double>{missing, missing}));
}

QTEST_APPLESS_MAIN(TestQuantile)
#include "tst_quantile.moc"
