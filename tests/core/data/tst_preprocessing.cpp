#include "data/preprocessing_fit.h"

#include <QTest>

#include <cmath>

using namespace broto;

namespace {

constexpr float absent = std::numeric_limits<float>::quiet_NaN();

Feature number(const char* name)
{
    return {name, "", {}, 0, 0};
}
Feature category(const char* name, std::vector<std::string> names)
{
    return {name, "", std::move(names), 0, 0};
}

Matrix matrix(std::initializer_list<std::initializer_list<float>> rows)
{
    Matrix result(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.begin()->size()));
    Eigen::Index row = 0;
    for (const auto& values : rows) {
        Eigen::Index column = 0;
        for (const float value : values)
            result(row, column++) = value;
        ++row;
    }
    return result;
}

template<class Step>
const Step& step(const Preprocessing& preprocessing, std::size_t index)
{
    return std::get<Step>(preprocessing.steps.at(index));
}

}

class TestPreprocessing : public QObject {
    Q_OBJECT

private slots:
    void standardScalingHasMeanZeroAndDeviationOne();
    void minMaxScalingReachesFromZeroToOne();
    void noScalingLeavesNumbersAlone();
    void constantNumberBecomesZero();
    void spreadTooSmallForAFloatBecomesZero();
    void missingNumberBecomesTheMean();
    void missingCategoryBecomesTheMostFrequentOne();
    void robustScalingIsByMedianAndMiddleHalf();
    void robustScalingOfAColumnThatHardlyVaries();
    void policiesDecideWhatStandsForAMissingNumber_data();
    void policiesDecideWhatStandsForAMissingNumber();
    void policiesDecideWhatStandsForAMissingCategory_data();
    void policiesDecideWhatStandsForAMissingCategory();
    void rangeIsThatOfTheValuesThatAreThere();
    void numberWithoutValuesBecomesZero();
    void categoryBecomesOneInputAName();
    void unseenCategoryIsAllZeros_data();
    void unseenCategoryIsAllZeros();
    void stepsComeInOrder();
    void withoutAFillTheRowIsRefused();
    void withoutOneHotACategoryIsOneInput();
};

void TestPreprocessing::standardScalingHasMeanZeroAndDeviationOne()
{
    const Matrix rows = matrix({{1, 100}, {2, 300}, {3, 200}, {6, 800}});
    const Preprocessing fitted = fitPreprocessing({number("a"), number("b")}, rows, Scaling::Standard);
    const Matrix inputs = encoded(fitted, rows);
    for (Eigen::Index column = 0; column < 2; ++column) {
        QVERIFY(std::abs(inputs.col(column).mean()) < 1e-6f);
        QVERIFY(std::abs(inputs.col(column).squaredNorm() / 4 - 1) < 1e-6f);
    }
    QCOMPARE(step<Scale>(fitted, 1).centre, (std::vector<float>{3, 350}));
    QCOMPARE(step<Scale>(fitted, 1).factor[0], static_cast<float>(1 / std::sqrt(3.5)));
}

void TestPreprocessing::minMaxScalingReachesFromZeroToOne()
{
    const Matrix rows = matrix({{-4}, {0}, {4}});
    const Preprocessing fitted = fitPreprocessing({number("a")}, rows, Scaling::MinMax);
    QCOMPARE(step<Scale>(fitted, 1), (Scale{{-4}, {0.125f}}));
    QVERIFY(encoded(fitted, rows) == matrix({{0}, {0.5f}, {1}}));
}

void TestPreprocessing::noScalingLeavesNumbersAlone()
{
    const Matrix rows = matrix({{-4}, {0}, {4}});
    const Preprocessing fitted = fitPreprocessing({number("a")}, rows, Scaling::None);
    QCOMPARE(step<Scale>(fitted, 1), (Scale{{0}, {1}}));
    QVERIFY(encoded(fitted, rows) == rows);
}

void TestPreprocessing::constantNumberBecomesZero()
{
    for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax}) {
        const Matrix rows = matrix({{0.1f}, {0.1f}, {0.1f}});
        const Preprocessing fitted = fitPreprocessing({number("a")}, rows, scaling);
        QCOMPARE(step<Scale>(fitted, 1), (Scale{{0.1f}, {0}}));
        QVERIFY(encoded(fitted, matrix({{5}})) == matrix({{0}}));
    }
}

void TestPreprocessing::spreadTooSmallForAFloatBecomesZero()
{
    const Preprocessing fitted = fitPreprocessing({number("a")}, matrix({{0}, {1e-44f}}), Scaling::MinMax);
    QCOMPARE(step<Scale>(fitted, 1).factor, std::vector<float>{0});
}

void TestPreprocessing::missingNumberBecomesTheMean()
{
    const Matrix rows = matrix({{1}, {absent}, {5}});
    const Preprocessing fitted = fitPreprocessing({number("a")}, rows, Scaling::None);
    QCOMPARE(step<FillMissing>(fitted, 0).values, std::vector<float>{3});
    QVERIFY(encoded(fitted, rows) == matrix({{1}, {3}, {5}}));
}

void TestPreprocessing::missingCategoryBecomesTheMostFrequentOne()
{
    const Matrix rows = matrix({{1}, {absent}, {1}, {0}, {2}});
    const Preprocessing fitted = fitPreprocessing({category("c", {"x", "y", "z"})}, rows, Scaling::Standard);
    QCOMPARE(step<FillMissing>(fitted, 0).values, std::vector<float>{1});
    QVERIFY(encoded(fitted, matrix({{absent}})) == matrix({{0, 1, 0}}));
}

void TestPreprocessing::robustScalingIsByMedianAndMiddleHalf()
{
    const Matrix rows = matrix({{1}, {2}, {4}, {8}, {1000}});
    const Preprocessing fitted = fitPreprocessing({number("a")}, rows, Scaling::Robust);
    QCOMPARE(step<Scale>(fitted, 1), (Scale{{4}, {static_cast<float>(1 / 6.0)}})); // from 2 to 8
    // Between two numbers the quartile lies on the straight line.
    const Preprocessing even = fitPreprocessing({number("a")}, matrix({{0}, {10}, {20}, {40}}), Scaling::Robust);
    QCOMPARE(step<Scale>(even, 1), (Scale{{15}, {static_cast<float>(1 / 17.5)}})); // from 7.5 to 25
    // What stands for missing values counts.
    const std::vector<MissingPolicy> median = {MissingPolicy::Median};
    const Preprocessing filled =
        fitPreprocessing({number("a")}, matrix({{1}, {absent}, {2}, {8}, {1000}, {4}}), Scaling::Robust, median);
    QCOMPARE(step<Scale>(filled, 1).centre, std::vector<float>{4});
}

void TestPreprocessing::robustScalingOfAColumnThatHardlyVaries()
{
    const Matrix rows = matrix({{5}, {5}, {5}, {5}, {5}, {5}, {5}, {13}});
    const Preprocessing fitted = fitPreprocessing({number("a")}, rows, Scaling::Robust);
    QCOMPARE(step<Scale>(fitted, 1).centre, std::vector<float>{5});
    QCOMPARE(step<Scale>(fitted, 1).factor[0], static_cast<float>(1 / std::sqrt(8.0))); // about the median
    const Preprocessing constant = fitPreprocessing({number("a")}, matrix({{5}, {5}}), Scaling::Robust);
    QCOMPARE(step<Scale>(constant, 1), (Scale{{5}, {0}}));
}

void TestPreprocessing::policiesDecideWhatStandsForAMissingNumber_data()
{
    QTest::addColumn<MissingPolicy>("policy");
    QTest::addColumn<float>("fill");
    QTest::newRow("keep") << MissingPolicy::Keep << absent;
    QTest::newRow("drop rows") << MissingPolicy::DropRows << absent;
    QTest::newRow("mean") << MissingPolicy::Mean << 23.0f;
    QTest::newRow("median") << MissingPolicy::Median << 8.0f;
    QTest::newRow("most frequent, of two the smaller") << MissingPolicy::MostFrequent << 4.0f;
    QTest::newRow("last value, which a board does not know") << MissingPolicy::LastValue << 8.0f;
}

void TestPreprocessing::policiesDecideWhatStandsForAMissingNumber()
{
    QFETCH(MissingPolicy, policy);
    QFETCH(float, fill);
    const Matrix rows = matrix({{100}, {4}, {absent}, {8}, {8}, {4}, {14}});
    for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax, Scaling::Robust, Scaling::None}) {
        const Preprocessing fitted = fitPreprocessing({number("a")}, rows, scaling, std::vector<MissingPolicy>{policy});
        const float filled = step<FillMissing>(fitted, 0).values[0];
        QVERIFY2(std::isnan(fill) ? std::isnan(filled) : filled == fill, qPrintable(QString::number(filled)));
        QVERIFY(std::isfinite(step<Scale>(fitted, 1).centre[0]) && step<Scale>(fitted, 1).factor[0] > 0);
    }
}

void TestPreprocessing::policiesDecideWhatStandsForAMissingCategory_data()
{
    QTest::addColumn<MissingPolicy>("policy");
    QTest::addColumn<float>("fill");
    QTest::newRow("keep: none of them") << MissingPolicy::Keep << 3.0f;
    QTest::newRow("drop rows") << MissingPolicy::DropRows << absent;
    QTest::newRow("most frequent") << MissingPolicy::MostFrequent << 1.0f;
    QTest::newRow("last value") << MissingPolicy::LastValue << 1.0f;
}

void TestPreprocessing::policiesDecideWhatStandsForAMissingCategory()
{
    QFETCH(MissingPolicy, policy);
    QFETCH(float, fill);
    const Preprocessing fitted =
        fitPreprocessing({category("c", {"x", "y", "z"})}, matrix({{1}, {absent}, {1}, {0}, {2}}), Scaling::Standard,
                         std::vector<MissingPolicy>{policy});
    const float filled = step<FillMissing>(fitted, 0).values[0];
    QVERIFY(std::isnan(fill) ? std::isnan(filled) : filled == fill);
    const Matrix inputs = encoded(fitted, matrix({{absent}}));
    if (policy == MissingPolicy::Keep)
        QVERIFY(inputs == matrix({{0, 0, 0}}));
    if (policy == MissingPolicy::DropRows)
        QVERIFY(inputs.hasNaN());
}

void TestPreprocessing::rangeIsThatOfTheValuesThatAreThere()
{
    const Preprocessing fitted = fitPreprocessing({number("a"), category("c", {"x"})},
                                                  matrix({{absent, 0}, {-2, 0}, {7, 0}}), Scaling::Standard);
    QCOMPARE(fitted.features[0].lowest, -2.0f);
    QCOMPARE(fitted.features[0].highest, 7.0f);
    QCOMPARE(fitted.features[1].highest, 0.0f);
}

void TestPreprocessing::numberWithoutValuesBecomesZero()
{
    for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax, Scaling::None}) {
        const Preprocessing fitted = fitPreprocessing({number("a")}, matrix({{absent}, {absent}}), scaling);
        QVERIFY(encoded(fitted, matrix({{absent}, {3}})) == matrix({{0}, {0}}));
    }
}

void TestPreprocessing::categoryBecomesOneInputAName()
{
    const Matrix rows = matrix({{10, 0, 1}, {20, 1, 0}, {30, 2, 1}});
    const Preprocessing fitted = fitPreprocessing(
        {number("a"), category("c", {"x", "y", "z"}), category("d", {"n", "y"})}, rows, Scaling::MinMax);
    QCOMPARE(inputCount(fitted), 6);
    QVERIFY(encoded(fitted, rows) == matrix({{0, 1, 0, 0, 0, 1}, {0.5f, 0, 1, 0, 1, 0}, {1, 0, 0, 1, 0, 1}}));
}

void TestPreprocessing::unseenCategoryIsAllZeros_data()
{
    QTest::addColumn<float>("index");
    QTest::newRow("one past the last") << 2.0f;
    QTest::newRow("negative") << -1.0f;
    QTest::newRow("huge") << 1e30f;
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
}

void TestPreprocessing::unseenCategoryIsAllZeros()
{
    QFETCH(float, index);
    const Preprocessing fitted = fitPreprocessing({category("c", {"x", "y"})}, matrix({{0}, {1}}), Scaling::Standard);
    QVERIFY(encoded(fitted, matrix({{index}})) == matrix({{0, 0}}));
}

void TestPreprocessing::stepsComeInOrder()
{
    const Preprocessing numbers = fitPreprocessing({number("a")}, matrix({{1}, {2}}), Scaling::Standard);
    QCOMPARE(numbers.steps.size(), std::size_t(2));
    const Preprocessing mixed =
        fitPreprocessing({category("c", {"x", "y"}), number("a")}, matrix({{0, 1}, {1, 2}}), Scaling::Standard);
    QCOMPARE(mixed.steps.size(), std::size_t(3));
    QVERIFY(std::holds_alternative<FillMissing>(mixed.steps[0]));
    QVERIFY(std::holds_alternative<OneHot>(mixed.steps[1]));
    QCOMPARE(step<Scale>(mixed, 2).centre, (std::vector<float>{0, 0, 1.5f}));
    QCOMPARE(step<Scale>(mixed, 2).factor, (std::vector<float>{1, 1, 2}));
}

void TestPreprocessing::withoutAFillTheRowIsRefused()
{
    Preprocessing preprocessing{{number("a"), number("b"), category("c", {"x"})},
                                {FillMissing{{absent, 7, absent}}, OneHot{}}};
    const Matrix inputs = encoded(preprocessing, matrix({{1, absent, 0}, {absent, 2, 0}, {1, 2, absent}}));
    QVERIFY(inputs.row(0) == matrix({{1, 7, 1}}).row(0));
    for (Eigen::Index column = 0; column < 3; ++column) {
        QVERIFY(std::isnan(inputs(1, column)));
        QVERIFY(std::isnan(inputs(2, column)));
    }
}

void TestPreprocessing::withoutOneHotACategoryIsOneInput()
{
    const Preprocessing preprocessing{{category("c", {"x", "y"})}, {}};
    QCOMPARE(inputCount(preprocessing), 1);
    QVERIFY(encoded(preprocessing, matrix({{1}})) == matrix({{1}}));
}

QTEST_APPLESS_MAIN(TestPreprocessing)
#include "tst_preprocessing.moc"
