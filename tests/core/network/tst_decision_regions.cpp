#include "network/decision_regions.h"

#include "common/random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace broto;

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();

/// Rows of raw numbers that the network gets as they are; where there are categories, one-hot.
Dataset dataOf(std::vector<Feature> features, const std::vector<std::vector<float>>& rows)
{
    Dataset data;
    data.preprocessing.features = std::move(features);
    data.preprocessing.steps = {OneHot{}};
    DataPart& part = data.training;
    part.raw.resize(static_cast<Eigen::Index>(rows.size()),
                    static_cast<Eigen::Index>(data.preprocessing.features.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        part.tableRows.push_back(row);
        for (std::size_t i = 0; i < rows[row].size(); ++i)
            part.raw(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(i)) = rows[row][i];
    }
    return data;
}

Feature number(float lowest, float highest)
{
    Feature feature;
    feature.lowest = lowest;
    feature.highest = highest;
    return feature;
}

/// Class 1 where x > y.
Network xAboveY(int inputs)
{
    DenseLayer layer;
    layer.weights = Matrix::Zero(2, inputs);
    layer.weights(1, 0) = 1;
    layer.weights(0, 1) = 1;
    layer.bias = Vector::Zero(2);
    return {{layer}};
}

Dataset plane()
{
    Dataset data = dataOf({number(0, 10), number(0, 10)}, {{0, 10}, {10, 0}, {2, 8}, {7, none}});
    data.target.classes = {"below", "above"};
    data.training.labels = {0, 1, 0, 1};
    return data;
}

}

class DecisionRegionsTest : public QObject {
    Q_OBJECT

private slots:
    void everyCellHasTheAnswerOfItsMiddle()
    {
        const auto regions = decisionRegions(xAboveY(2), plane(), {0, 1, 21});
        QVERIFY(regions);
        QCOMPARE(regions->answers.size(), std::size_t(21 * 21));
        QCOMPARE(regions->across.at(0), -0.5);
        QCOMPARE(regions->across.at(20), 10.5);
        for (int row = 0; row < 21; ++row) {
            for (int column = 0; column < 21; ++column) {
                const auto cell = static_cast<std::size_t>(row * 21 + column);
                const double above = regions->across.at(column) - regions->up.at(row);
                if (row != column)
                    QCOMPARE(regions->answers[cell], above > 0 ? 1.0f : 0.0f);
                const double certainty = 1 / (1 + std::exp(-std::abs(above)));
                QVERIFY(std::abs(static_cast<double>(regions->certainties[cell]) - certainty) < 1e-5);
            }
        }
    }

    void rowsAreShownAtTheirPlacesWithTheirClasses()
    {
        const auto regions = decisionRegions(xAboveY(2), plane(), {0, 1, 4});
        QCOMPARE(regions->points.size(), std::size_t(3)); // the one without a value has no place
        QCOMPARE(regions->points[2].across, 2.0f);
        QCOMPARE(regions->points[2].up, 8.0f);
        QCOMPARE(regions->points[2].truth, 0.0f);
        QCOMPARE(regions->points[1].truth, 1.0f);
    }

    void ofManyRowsSomeAreShown()
    {
        std::vector<std::vector<float>> rows(5000, {1, 2});
        Dataset data = dataOf({number(0, 3), number(0, 3)}, rows);
        data.target.classes = {"a", "b"};
        data.training.labels.assign(5000, 0);
        const auto regions = decisionRegions(xAboveY(2), data, {0, 1, 4});
        QVERIFY(regions->points.size() <= DecisionRegions::mostPoints);
        QVERIFY(regions->points.size() > DecisionRegions::mostPoints / 2);
    }

    void otherFeaturesStandAtTheirMeanOrTheirMostFrequentCategory()
    {
        Feature colour;
        colour.categories = {"red", "green", "blue"};
        Dataset data =
            dataOf({number(0, 1), number(0, 1), number(0, 1), colour}, {{0, 0, 3, 1}, {1, 1, none, 2}, {0, 1, 5, 2}});
        data.target.task = Task::Regression;
        data.target.centre = 100;
        data.target.deviation = 10;
        data.training.values = Vector::Zero(3);
        DenseLayer layer; // the third number, and what blue counts
        layer.weights = Matrix::Zero(1, 6);
        layer.weights(0, 2) = 1;
        layer.weights(0, 5) = 20;
        layer.bias = Vector::Zero(1);
        const auto regions = decisionRegions({{layer}}, data, {0, 1, 3});
        QVERIFY(regions->certainties.empty());
        for (const float answer : regions->answers)
            QCOMPARE(answer, 100 + 10 * (4 + 20.0f));
    }

    void aFeatureOfCategoriesHasACellEach()
    {
        Feature colour;
        colour.categories = {"red", "green", "blue"};
        Dataset data = dataOf({colour, number(0, 1)}, {{0, 0}, {2, 1}});
        data.target.task = Task::Regression;
        data.training.values = Vector::Zero(2);
        DenseLayer layer;
        layer.weights = Matrix::Zero(1, 4);
        layer.weights << 1, 2, 3, 0;
        layer.bias = Vector::Zero(1);
        const auto regions = decisionRegions({{layer}}, data, {0, 1, 2});
        QCOMPARE(regions->across.cells, 3);
        QCOMPARE(regions->up.cells, 2);
        QCOMPARE(regions->answers, (std::vector<float>{1, 2, 3, 1, 2, 3}));
    }

    void aConstantFeatureStillHasRoom()
    {
        Dataset data = dataOf({number(4, 4), number(0, 1)}, {{4, 0}, {4, 1}});
        data.target.classes = {"a", "b"};
        data.training.labels = {0, 1};
        const auto regions = decisionRegions(xAboveY(2), data, {0, 1, 3});
        QVERIFY(regions->across.first < 4 && regions->across.last > 4);
    }

    void itCanBeCancelled()
    {
        RunControl control;
        control.cancel();
        const auto regions = decisionRegions(xAboveY(2), plane(), {0, 1, 4}, control);
        QVERIFY(!regions);
        QCOMPARE(regions.error().id, "common.cancelled");
    }

    void theFeaturesThatTellTheTargetAreProposed_data()
    {
        QTest::addColumn<bool>("classes");
        QTest::addRow("classes") << true;
        QTest::addRow("values") << false;
    }
    void theFeaturesThatTellTheTargetAreProposed()
    {
        QFETCH(const bool, classes);
        Random random(3);
        std::vector<std::vector<float>> rows;
        Dataset labels;
        std::vector<float> values;
        for (int i = 0; i < 300; ++i) {
            const auto noise = [&] { return static_cast<float>(random.normal()); };
            const auto truth = static_cast<float>(i % 3);
            rows.push_back({noise(), truth + 0.1f * noise(), noise(), 7, 2 - truth + 0.3f * noise()});
            labels.training.labels.push_back(i % 3);
            values.push_back(truth);
        }
        Dataset data = dataOf(std::vector<Feature>(5, number(0, 1)), rows);
        data.target.task = classes ? Task::Classification : Task::Regression;
        data.target.classes = {"a", "b", "c"};
        if (classes)
            data.training.labels = labels.training.labels;
        else
            data.training.values = Eigen::Map<Vector>(values.data(), 300);
        QCOMPARE(tellingFeatures(data), (std::pair<std::size_t, std::size_t>(1, 4)));
    }

    void oneFeatureIsDrawnAgainstItself()
    {
        Dataset data = dataOf({number(0, 1)}, {{0}, {1}});
        data.target.task = Task::Regression;
        data.training.values = Vector::Zero(2);
        QCOMPARE(tellingFeatures(data), (std::pair<std::size_t, std::size_t>(0, 0)));
        DenseLayer layer;
        layer.weights = Matrix::Ones(1, 1);
        layer.bias = Vector::Zero(1);
        const auto regions = decisionRegions({{layer}}, data, {0, 0, 2});
        QCOMPARE(regions->answers.size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(DecisionRegionsTest)
#include "tst_decision_regions.moc"
