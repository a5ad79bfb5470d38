#include "compression/activation_rules.h"
#include "compression/deployable_model.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <functional>

using namespace broto;

using Change = std::function<void(DeployableModel&)>;
Q_DECLARE_METATYPE(Change)

namespace {

DeployableModel integerModel()
{
    const Dataset data = fixtureDataset(Task::Classification, 1);
    return *quantize(fixtureTraining(data, {{{5}, {4, Activation::Tanh}}}, 1), data, {}, "1.0");
}

IntegerLayer& layerOf(DeployableModel& model, std::size_t index)
{
    return std::get<IntegerLayer>(model.layers[index]);
}

void addRow(const char* name, Change change)
{
    QTest::newRow(name) << change;
}

}

class TestModelId : public QObject {
    Q_OBJECT

private slots:
    void whatDecidesAnAnswerChangesTheId_data();
    void whatDecidesAnAnswerChangesTheId();
    void whatDecidesNoAnswerLeavesTheId_data();
    void whatDecidesNoAnswerLeavesTheId();
    void floatWeightChangesTheId();
    void numbersOfActivationsStay();
};

void TestModelId::whatDecidesAnAnswerChangesTheId_data()
{
    using Model = DeployableModel;
    QTest::addColumn<Change>("change");
    addRow("weight", [](Model& m) { layerOf(m, 0).weights[3] ^= 1; });
    addRow("bias", [](Model& m) { layerOf(m, 1).bias[0] += 1; });
    addRow("multiplier", [](Model& m) { layerOf(m, 2).multiplier[0] -= 1; });
    addRow("shift", [](Model& m) { layerOf(m, 0).shift ^= 1; });
    addRow("table", [](Model& m) { layerOf(m, 1).table[9] ^= 1; });
    addRow("activation", [](Model& m) { layerOf(m, 0).activation = Activation::Linear; });
    addRow("input factor", [](Model& m) { m.integerInputs[0].factor ^= 1; });
    addRow("input exponent", [](Model& m) { m.integerInputs[0].exponent ^= 1; });
    addRow("input range", [](Model& m) { m.integerInputs[0].highest += 1; });
    addRow("class name", [](Model& m) { m.decoding.target.classes[0] += "x"; });
    addRow("letter between class names", [](Model& m) {
        m.decoding.target.classes[0] += m.decoding.target.classes[1][0];
        m.decoding.target.classes[1].erase(0, 1);
    });
    addRow("score scale", [](Model& m) { m.decoding.scoreScale *= 2; });
}

void TestModelId::whatDecidesAnAnswerChangesTheId()
{
    QFETCH(Change, change);
    DeployableModel model = integerModel();
    const std::uint64_t before = modelId(model);
    change(model);
    QVERIFY(modelId(model) != before);
}

void TestModelId::whatDecidesNoAnswerLeavesTheId_data()
{
    using Model = DeployableModel;
    QTest::addColumn<Change>("change");
    addRow("name", [](Model& m) { m.name = "other"; });
    addRow("provenance", [](Model& m) { m.provenance = {}; });
    addRow("golden rows", [](Model& m) { m.goldenRows.clear(); });
    addRow("scales told to people", [](Model& m) { layerOf(m, 0).outputScale *= 2; });
}

void TestModelId::whatDecidesNoAnswerLeavesTheId()
{
    QFETCH(Change, change);
    DeployableModel model = integerModel();
    const std::uint64_t before = modelId(model);
    change(model);
    QCOMPARE(modelId(model), before);
}

void TestModelId::floatWeightChangesTheId()
{
    const Dataset data = fixtureDataset(Task::Regression, 1);
    DeployableModel model = floatModel(fixtureTraining(data, {}, 1), data, "1.0");
    const std::uint64_t before = modelId(model);
    std::get<Float32Layer>(model.layers[0]).weights[0] += 1;
    QVERIFY(modelId(model) != before);
}

void TestModelId::numbersOfActivationsStay()
{
    // Boards that were flashed tell the id of their model.
    const std::pair<Activation, int> numbers[] = {
        {Activation::Linear, 0},      {Activation::Relu, 1},     {Activation::Tanh, 2},     {Activation::Sigmoid, 3},
        {Activation::LeakyRelu, 4},   {Activation::Elu, 5},      {Activation::Softplus, 6}, {Activation::Swish, 7},
        {Activation::HardSigmoid, 8}, {Activation::HardSwish, 9}};
    QCOMPARE(std::size(numbers), std::size(allActivations));
    for (const auto& [activation, number] : numbers)
        QCOMPARE(runtimeActivation(activation).number, number);
}

QTEST_APPLESS_MAIN(TestModelId)
#include "tst_model_id.moc"
