#include "compression/input_trace.h"
#include "compression/row_integers.h"
#include "support/arithmetic_example.h"
#include "support/model_fixtures.h"
#include "support/reference_model.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace broto;
using test::valueOf;

namespace {

const float missing = std::numeric_limits<float>::quiet_NaN();
const float infinity = std::numeric_limits<float>::infinity();

DeployableModel modelWithCategories()
{
    const Dataset data = fixtureDataset(Task::Classification, 3);
    return valueOf(quantize(fixtureTraining(data, {}, 3), data, {}, "1.0"));
}

}

class TestInputTrace : public QObject {
    Q_OBJECT

private slots:
    void stepsLeadToTheBoardsInputs();
    void numberOfThePage();
    void whatIsCutOff_data();
    void whatIsCutOff();
    void fillStandsForAMissingValue();
    void categoryTurnsOneInputOn_data();
    void categoryTurnsOneInputOn();
    void categoryThatWeighsNothingIsChosenAllTheSame();
};

void TestInputTrace::stepsLeadToTheBoardsInputs()
{
    int numbers = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const DeployableModel model = wildIntegerModel(Task::Regression, seed);
        const reference::Model judge = referenceModel(model);
        Random random(seed);
        const std::vector<float> row = hostileRow(model, random);
        const RowIntegers integers = integersOf(model, row);
        if (integers.report.refused)
            continue;
        int outOfRange = 0;
        const std::vector<FeatureTrace> features = inputTrace(model, row);
        for (std::size_t f = 0; f < row.size(); ++f) {
            const FeatureTrace& feature = features[f];
            outOfRange += feature.outOfRange;
            QCOMPARE(feature.filled, std::isnan(row[f]));
            for (std::size_t i = 0; i < feature.inputs.size(); ++i)
                QCOMPARE(feature.inputs[i].integer, integers.inputs[feature.firstInput + i]);
            if (!feature.steps)
                continue;
            const FixedPointSteps& steps = *feature.steps;
            const reference::Input& input = judge.inputs[f];
            QCOMPARE(reference::Integer{steps.value}, reference::fixedPoint(row[f], input.exponent));
            QCOMPARE(std::clamp(steps.shifted, -127, 127), int{feature.inputs[0].integer});
            QCOMPARE(steps.cut, steps.bounded != steps.distance || steps.shifted != feature.inputs[0].integer);
            ++numbers;
        }
        QCOMPARE(outOfRange, int{integers.report.outOfRange});
    }
    QVERIFY(numbers > 300);
}

void TestInputTrace::numberOfThePage()
{
    const DeployableModel model =
        valueOf(quantize(test::exampleTraining(Task::Regression), test::exampleData(Task::Regression), {}, "1.0"));
    const std::vector<FeatureTrace> features = inputTrace(model, test::exampleRow);
    const FixedPointSteps& temperature = *features[0].steps;
    QCOMPARE(temperature.exponent, 10);
    QCOMPARE(temperature.value, 23552);
    QCOMPARE(temperature.centre, 20480);
    QCOMPARE(temperature.distance, 3072);
    QCOMPARE(temperature.bounded, 3072);
    QCOMPARE(temperature.factor, 16256);
    QCOMPARE(temperature.product, 3072 * 16256);
    QCOMPARE(temperature.shifted, 48);
    QVERIFY(!temperature.cut);
    const TracedInput& first = features[0].inputs[0];
    QCOMPARE(int{first.integer}, 48);
    QVERIFY(std::abs(first.value - 48 * 2.0 / 127) < 1e-7);
    QCOMPARE(first.exact, 0.75);
    QCOMPARE(first.error(), first.value - 0.75);
    QCOMPARE(int{features[1].inputs[0].integer}, -19);
    QCOMPARE(features[1].firstInput, std::size_t{1});
}

void TestInputTrace::whatIsCutOff_data()
{
    QTest::addColumn<float>("temperature");
    QTest::addColumn<int>("integer");
    QTest::addColumn<bool>("cut");
    QTest::newRow("the centre") << 20.0f << 0 << false;
    QTest::newRow("the end of the range") << 28.0f << 127 << false;
    QTest::newRow("by the activation") << 29.0f << 127 << true;
    QTest::newRow("by the distance") << 500.0f << 127 << true;
    QTest::newRow("infinite") << -infinity << -127 << true;
}

void TestInputTrace::whatIsCutOff()
{
    QFETCH(float, temperature);
    QFETCH(int, integer);
    QFETCH(bool, cut);
    const DeployableModel model =
        valueOf(quantize(test::exampleTraining(Task::Regression), test::exampleData(Task::Regression), {}, "1.0"));
    const FeatureTrace feature = inputTrace(model, std::vector<float>{temperature, 100})[0];
    QCOMPARE(int{feature.inputs[0].integer}, integer);
    QCOMPARE(feature.steps->cut, cut);
    QCOMPARE(feature.outOfRange, cut);
    QVERIFY(std::abs(feature.steps->bounded) <= 32767);
}

void TestInputTrace::fillStandsForAMissingValue()
{
    const DeployableModel model = modelWithCategories();
    const std::vector<FeatureTrace> features = inputTrace(model, std::vector<float>{missing, 1e5f, 0.012f, 1});
    QVERIFY(features[0].filled && !features[0].steps && !features[0].outOfRange);
    QCOMPARE(int{features[0].inputs[0].integer}, int{model.integerInputs[0].fill});
    QCOMPARE(features[0].inputs[0].exact, 0.0); // 20 is the centre
    QVERIFY(!features[2].filled && features[2].steps);
}

void TestInputTrace::categoryTurnsOneInputOn_data()
{
    QTest::addColumn<float>("index");
    QTest::addColumn<int>("chosen"); // -1: none
    QTest::addColumn<bool>("outOfRange");
    QTest::newRow("the first") << 0.0f << 0 << false;
    QTest::newRow("the last") << 2.0f << 2 << false;
    QTest::newRow("not known") << 3.0f << -1 << true;
    QTest::newRow("below 0") << -1.0f << -1 << true;
    QTest::newRow("infinite") << infinity << -1 << true;
}

void TestInputTrace::categoryTurnsOneInputOn()
{
    QFETCH(float, index);
    QFETCH(int, chosen);
    QFETCH(bool, outOfRange);
    const DeployableModel model = modelWithCategories();
    const FeatureTrace place = inputTrace(model, std::vector<float>{20, 1e5f, 0.01f, index})[3];
    QCOMPARE(place.firstInput, std::size_t{3});
    QCOMPARE(place.inputs.size(), std::size_t{3});
    QVERIFY(!place.steps);
    QCOMPARE(place.outOfRange, outOfRange);
    QCOMPARE(place.chosen ? static_cast<int>(*place.chosen) : -1, chosen);
    for (int i = 0; i < 3; ++i) {
        const TracedInput& input = place.inputs[static_cast<std::size_t>(i)];
        QCOMPARE(int{input.integer}, i == chosen ? int{model.integerInputs[3].factor} : 0);
        QCOMPARE(input.exact, i == chosen ? 1.0 : 0.0);
    }
}

/// Beside numbers of great size a category may round to nothing.
void TestInputTrace::categoryThatWeighsNothingIsChosenAllTheSame()
{
    DeployableModel model = modelWithCategories();
    model.integerInputs[3].factor = 0;
    const FeatureTrace place = inputTrace(model, std::vector<float>{20, 1e5f, 0.01f, 1})[3];
    QCOMPARE(*place.chosen, std::size_t{1});
    QCOMPARE(int{place.inputs[1].integer}, 0);
    QCOMPARE(place.inputs[1].error(), -1.0);
}

QTEST_APPLESS_MAIN(TestInputTrace)
#include "tst_input_trace.moc"
