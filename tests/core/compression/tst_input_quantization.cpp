#include "compression/input_quantization.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace broto;

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

Matrix column(std::initializer_list<float> values)
{
    Matrix rows(static_cast<Eigen::Index>(values.size()), 1);
    std::copy(values.begin(), values.end(), rows.data());
    return rows;
}

Preprocessing numbers(std::vector<float> centre, std::vector<float> factor, std::vector<float> fill = {})
{
    Preprocessing preprocessing;
    for (std::size_t f = 0; f < centre.size(); ++f)
        preprocessing.features.push_back({"sensor " + std::to_string(f + 1), "", {}, -1, 1});
    if (!fill.empty())
        preprocessing.steps.push_back(FillMissing{fill});
    preprocessing.steps.push_back(Scale{std::move(centre), std::move(factor)});
    return preprocessing;
}

std::vector<int> encodedRow(const QuantizedInputs& inputs, std::vector<float> row)
{
    std::int8_t activations[16] = {};
    const runtime::InputReport report = runtime::encodeRow(
        inputs.features.data(), static_cast<std::uint16_t>(inputs.features.size()), row.data(), activations);
    return report.refused ? std::vector<int>{} : std::vector<int>(activations, activations + row.size());
}

}

class TestInputQuantization : public QObject {
    Q_OBJECT

private slots:
    void farthestValueTakesTheWholeRange();
    void oneScaleServesAllFeatures();
    void oneHotCountsAsOne();
    void outlierIsCutAtEightDeviations();
    void halfRangeFillsThirteenBits_data();
    void halfRangeFillsThirteenBits();
    void centreFarFromZeroCostsResolutionBeforeItFails();
    void featureWithoutResolutionIsNamed();
    void constantFeatureIsAlwaysZero();
    void onlyConstantsGiveAScaleAllTheSame();
    void missingValuesAreLeftOutOfTheRange();
    void fillBecomesAnActivation();
    void trainedRangeIsKept();
    void negativeFactorTurnsTheFeatureRound();
};

void TestInputQuantization::farthestValueTakesTheWholeRange()
{
    const auto inputs = quantizeInputs(numbers({10}, {0.5f}), column({6, 10, 14}));
    QVERIFY(inputs.ok());
    QCOMPARE(static_cast<float>(inputs->scale), 2.0f / 127);
    QCOMPARE(encodedRow(*inputs, {14}), std::vector<int>{127});
    QCOMPARE(encodedRow(*inputs, {6}), std::vector<int>{-127});
    QCOMPARE(encodedRow(*inputs, {12}), std::vector<int>{64}); // 63.5 rounded up
    QCOMPARE(encodedRow(*inputs, {8}), std::vector<int>{-63});
    QCOMPARE(encodedRow(*inputs, {1000}), std::vector<int>{127});
}

void TestInputQuantization::oneScaleServesAllFeatures()
{
    Matrix rows(2, 2);
    rows << 1, 100, -1, 300;
    const auto inputs = quantizeInputs(numbers({0, 200}, {4, 0.01f}), rows);
    QCOMPARE(static_cast<float>(inputs->scale), 4.0f / 127);
    QCOMPARE(encodedRow(*inputs, {1, 300}), (std::vector<int>{127, 32})); // 1 against 4
}

void TestInputQuantization::oneHotCountsAsOne()
{
    Preprocessing preprocessing = numbers({0}, {0.5f});
    preprocessing.features.push_back({"place", "", {"in", "out"}, 0, 0});
    preprocessing.steps = {OneHot{}, Scale{{0, 0, 0}, {0.5f, 1, 1}}};
    Matrix rows(2, 2);
    rows << 1, 0, -1, 1;
    const auto inputs = quantizeInputs(preprocessing, rows);
    QCOMPARE(static_cast<float>(inputs->scale), 1.0f / 127);
    QCOMPARE(inputs->features[1].factor, std::int16_t{127});

    rows << 16, 0, -16, 1; // the number reaches 8
    const auto wider = quantizeInputs(preprocessing, rows);
    QCOMPARE(wider->features[1].factor, std::int16_t{16});
}

void TestInputQuantization::outlierIsCutAtEightDeviations()
{
    Matrix rows = Matrix::Zero(1000, 1);
    for (Eigen::Index row = 0; row < 1000; ++row)
        rows(row, 0) = row % 2 ? 1.0f : -1.0f;
    rows(999, 0) = 1000;
    const auto inputs = quantizeInputs(numbers({0}, {1}), rows);
    const double deviation = std::sqrt((999 + 1e6) / 1000);
    QVERIFY(std::abs(inputs->scale * 127 - 8 * deviation) < 1e-6);
    QCOMPARE(encodedRow(*inputs, {1000}), std::vector<int>{127});
}

void TestInputQuantization::halfRangeFillsThirteenBits_data()
{
    QTest::addColumn<float>("halfRange");
    for (const float halfRange : {1e-30f, 0.001f, 0.9999f, 1.0f, 1.5f, 8191.0f, 8192.0f, 1e30f})
        QTest::addRow("%g", static_cast<double>(halfRange)) << halfRange;
}

void TestInputQuantization::halfRangeFillsThirteenBits()
{
    QFETCH(float, halfRange);
    const auto inputs = quantizeInputs(numbers({0}, {1 / halfRange}), column({halfRange, -halfRange}));
    QVERIFY(inputs.ok());
    const double fixed = std::ldexp(static_cast<double>(halfRange), inputs->features[0].exponent);
    QVERIFY(fixed >= 8192 && fixed < 16384);
    QVERIFY(inputs->features[0].factor > 8127 && inputs->features[0].factor <= 16256);
    QCOMPARE(encodedRow(*inputs, {halfRange}), std::vector<int>{127});
}

void TestInputQuantization::centreFarFromZeroCostsResolutionBeforeItFails()
{
    const auto inputs = quantizeInputs(numbers({65536}, {1}), column({65535, 65537}));
    QVERIFY(inputs.ok());
    QVERIFY(std::abs(inputs->features[0].centre) < 1 << 29);
    QCOMPARE(inputs->features[0].exponent, std::int8_t{12}); // 13 would make the centre 2^29
    QCOMPARE(encodedRow(*inputs, {65537}), std::vector<int>{127});
}

void TestInputQuantization::featureWithoutResolutionIsNamed()
{
    Matrix rows(2, 2);
    rows << 0, 1e6f, 1, 1000001;
    const auto inputs = quantizeInputs(numbers({0.5f, 1e6f}, {2, 1}), rows);
    QVERIFY(!inputs);
    QCOMPARE(inputs.error().id, std::string_view("compression.feature-too-fine"));
    QVERIFY(inEnglish(inputs.error()).find("\"sensor 2\"") != std::string::npos);
}

void TestInputQuantization::constantFeatureIsAlwaysZero()
{
    Matrix rows(2, 2);
    rows << 5, 1, 5, -1;
    Preprocessing preprocessing = numbers({5, 0}, {1, 1});
    preprocessing.features[0].lowest = preprocessing.features[0].highest = 5;
    const auto inputs = quantizeInputs(preprocessing, rows);
    QCOMPARE(inputs->features[0].factor, std::int16_t{0});
    QCOMPARE(encodedRow(*inputs, {5, 1}), (std::vector<int>{0, 127}));
    QCOMPARE(encodedRow(*inputs, {1e9f, 1}), (std::vector<int>{0, 127}));

    std::int8_t activations[2];
    const float other[] = {5.001f, 1};
    QCOMPARE(runtime::encodeRow(inputs->features.data(), 2, other, activations).outOfRange, std::uint16_t{1});
}

void TestInputQuantization::onlyConstantsGiveAScaleAllTheSame()
{
    const auto inputs = quantizeInputs(numbers({0}, {1}), column({0, 0}));
    QVERIFY(inputs.ok());
    QVERIFY(inputs->scale > 0);
    QCOMPARE(encodedRow(*inputs, {0}), std::vector<int>{0});
}

void TestInputQuantization::missingValuesAreLeftOutOfTheRange()
{
    const auto with = quantizeInputs(numbers({0}, {1}), column({1, missing, -2}));
    const auto without = quantizeInputs(numbers({0}, {1}), column({1, -2}));
    QCOMPARE(with->scale, without->scale);
}

void TestInputQuantization::fillBecomesAnActivation()
{
    const Matrix rows = column({-1, 1});
    const auto filled = quantizeInputs(numbers({0}, {1}, {0.5f}), rows);
    QCOMPARE(filled->features[0].fill, std::int16_t{64});
    QCOMPARE(encodedRow(*filled, {missing}), encodedRow(*filled, {0.5f}));
    for (const Preprocessing& preprocessing : {numbers({0}, {1}, {missing}), numbers({0}, {1})}) {
        const auto refusing = quantizeInputs(preprocessing, rows);
        QCOMPARE(int{refusing->features[0].fill}, int{runtime::refuseMissing});
        QCOMPARE(encodedRow(*refusing, {missing}), std::vector<int>{});
    }
}

void TestInputQuantization::trainedRangeIsKept()
{
    Preprocessing preprocessing = numbers({0.25f}, {1});
    preprocessing.features[0].lowest = -0.75f;
    preprocessing.features[0].highest = 1.5f;
    const auto inputs = quantizeInputs(preprocessing, column({-0.75f, 1.5f}));
    const double unit = std::ldexp(1.0, -inputs->features[0].exponent);
    QCOMPARE(inputs->features[0].lowest * unit, -0.75);
    QCOMPARE(inputs->features[0].highest * unit, 1.5);
}

void TestInputQuantization::negativeFactorTurnsTheFeatureRound()
{
    const auto inputs = quantizeInputs(numbers({0}, {-1}), column({-2, 2}));
    QCOMPARE(encodedRow(*inputs, {2}), std::vector<int>{-127});
}

QTEST_APPLESS_MAIN(TestInputQuantization)
#include "tst_input_quantization.moc"
