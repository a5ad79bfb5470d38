#include "compression/deployable_model.h"
#include "support/model_fixtures.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace broto;

using Change = std::function<void(DeployableModel&)>;
Q_DECLARE_METATYPE(Change)

namespace {

IntegerLayer& integerLayer(DeployableModel& model, std::size_t index)
{
    return std::get<IntegerLayer>(model.layers[index]);
}

Float32Layer& floatLayer(DeployableModel& model, std::size_t index)
{
    return std::get<Float32Layer>(model.layers[index]);
}

template<class Step>
Step& step(DeployableModel& model)
{
    for (PreprocessingStep& candidate : model.preprocessing.steps)
        if (auto* found = std::get_if<Step>(&candidate))
            return *found;
    qFatal("The fixture has every step.");
}

template<class Layer, class Other>
Layer sizedAs(const Other& other)
{
    Layer layer;
    layer.inputs = other.inputs;
    layer.outputs = other.outputs;
    return layer;
}

/// Layers 5: relu, tanh, output; features temperature, pressure, ratio, place of three.
DeployableModel soundModel(Task task, Arithmetic arithmetic)
{
    const Dataset data = fixtureDataset(task, 1);
    const TrainedNetwork trained = fixtureTraining(data, {{{5}, {4, Activation::Tanh}}}, 1);
    return arithmetic == Arithmetic::Int8 ? *quantize(trained, data, {}, "1.0") : floatModel(trained, data, "1.0");
}

}

class TestModelProblem : public QObject {
    Q_OBJECT

private slots:
    void soundModelsHaveNone();
    void brokenPromiseOfAnIntegerClassificationIsFound_data();
    void brokenPromiseOfAnIntegerClassificationIsFound();
    void brokenPromiseOfAnIntegerRegressionIsFound_data();
    void brokenPromiseOfAnIntegerRegressionIsFound();
    void brokenPromiseOfAFloatModelIsFound_data();
    void brokenPromiseOfAFloatModelIsFound();
    void limitsThemselvesAreKept();
    void emptyModelIsAProblem();

private:
    void check(Task task, Arithmetic arithmetic);
};

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

void addRow(const char* name, const char* id, Change change)
{
    QTest::newRow(name) << QByteArray(id) << change;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
}

void TestModelProblem::check(Task task, Arithmetic arithmetic)
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DeployableModel model = soundModel(task, arithmetic);
    change(model);
    const std::optional<Message> problem = problemWith(model);
    QVERIFY(problem.has_value());
    QCOMPARE(QByteArray(problem->id.data(), static_cast<qsizetype>(problem->id.size())), id);
    QVERIFY(inEnglish(*problem).find('%') == std::string::npos);
}

void TestModelProblem::soundModelsHaveNone()
{
    for (const Task task : {Task::Classification, Task::Regression})
        for (const Arithmetic arithmetic : {Arithmetic::Float32, Arithmetic::Int8})
            QVERIFY(!problemWith(soundModel(task, arithmetic)));
}

void TestModelProblem::brokenPromiseOfAnIntegerClassificationIsFound_data()
{
    addColumns();
    using Model = DeployableModel;
    const char* layer = "compression.model-layer";
    const char* size = "compression.model-layer-size";
    const char* steps = "compression.model-step";
    const char* input = "compression.model-input";
    const char* decoding = "compression.model-decoding";

    addRow("no feature", "compression.model-feature-count", [](Model& m) { m.preprocessing.features.clear(); });
    addRow("too many inputs", "compression.model-feature-count",
           [](Model& m) { m.preprocessing.features.resize(65536); });
    addRow("too many categories", "compression.model-category-count",
           [](Model& m) { m.preprocessing.features[3].categories.resize(256); });
    addRow("range not a number", "compression.model-feature-range",
           [](Model& m) { m.preprocessing.features[0].lowest = notANumber; });
    addRow("range upside down", "compression.model-feature-range",
           [](Model& m) { m.preprocessing.features[0].lowest = m.preprocessing.features[0].highest + 1; });

    addRow("steps out of order", steps,
           [](Model& m) { std::swap(m.preprocessing.steps[0], m.preprocessing.steps[2]); });
    addRow("step twice", steps, [](Model& m) { m.preprocessing.steps.push_back(m.preprocessing.steps.back()); });
    addRow("no one-hot for a category", steps,
           [](Model& m) { m.preprocessing.steps.erase(m.preprocessing.steps.begin() + 1); });
    addRow("one fill too few", steps, [](Model& m) { step<FillMissing>(m).values.pop_back(); });
    addRow("infinite fill", steps, [](Model& m) { step<FillMissing>(m).values[0] = infinite; });
    addRow("fill past none of the categories", steps, [](Model& m) { step<FillMissing>(m).values[3] = 4; });
    addRow("fill between categories", steps, [](Model& m) { step<FillMissing>(m).values[3] = 0.5f; });
    addRow("one centre too many", steps, [](Model& m) { step<Scale>(m).centre.push_back(0); });
    addRow("one factor too few", steps, [](Model& m) { step<Scale>(m).factor.pop_back(); });
    addRow("factor not a number", steps, [](Model& m) { step<Scale>(m).factor[1] = notANumber; });
    addRow("scaled category", steps, [](Model& m) { step<Scale>(m).factor[4] = 2; });
    addRow("shifted category", steps, [](Model& m) { step<Scale>(m).centre[5] = 1; });

    addRow("no layer", "compression.model-layer-count", [](Model& m) { m.layers.clear(); });
    addRow("too many layers", "compression.model-layer-count", [](Model& m) { m.layers.resize(256, m.layers[0]); });
    addRow("first layer of other inputs", size, [](Model& m) { integerLayer(m, 0).inputs = 5; });
    addRow("layers that do not chain", size, [](Model& m) { integerLayer(m, 1).inputs = 6; });
    addRow("layer without outputs", size, [](Model& m) { integerLayer(m, 0).outputs = 0; });
    addRow("negative outputs", size, [](Model& m) { integerLayer(m, 0).outputs = -5; });
    addRow("outputs beyond 16 bits", size, [](Model& m) { integerLayer(m, 2).outputs = 65536; });

    addRow("float layer in an integer model", layer,
           [](Model& m) { m.layers[0] = sizedAs<Float32Layer>(integerLayer(m, 0)); });
    addRow("one weight too few", layer, [](Model& m) { integerLayer(m, 0).weights.pop_back(); });
    addRow("weight of -128", layer, [](Model& m) { integerLayer(m, 1).weights[3] = -128; });
    addRow("one bias too many", layer, [](Model& m) { integerLayer(m, 0).bias.push_back(0); });
    addRow("sum beyond 24 bits", layer, [](Model& m) { integerLayer(m, 0).bias[4] = (1 << 23) - 1; });
    addRow("most negative bias", layer,
           [](Model& m) { integerLayer(m, 2).bias[0] = std::numeric_limits<std::int32_t>::min(); });
    addRow("one multiplier too few", layer, [](Model& m) { integerLayer(m, 0).multiplier.pop_back(); });
    addRow("multiplier of zero", layer, [](Model& m) { integerLayer(m, 0).multiplier[0] = 0; });
    addRow("negative multiplier", layer, [](Model& m) { integerLayer(m, 2).multiplier[0] = -1; });
    addRow("no multipliers for scores", layer, [](Model& m) { integerLayer(m, 2).multiplier.clear(); });
    addRow("hidden shift of 16", layer, [](Model& m) { integerLayer(m, 0).shift = 16; });
    addRow("hidden shift of 25", layer, [](Model& m) { integerLayer(m, 1).shift = 25; });
    addRow("score shift of 17", layer, [](Model& m) { integerLayer(m, 2).shift = 17; });
    addRow("table too short", layer, [](Model& m) { integerLayer(m, 1).table.pop_back(); });
    addRow("no table for ELU", layer, [](Model& m) { integerLayer(m, 0).activation = Activation::Elu; });
    addRow("falling table", layer,
           [](Model& m) { std::swap(integerLayer(m, 1).table[0], integerLayer(m, 1).table[255]); });
    addRow("negative entries of a sigmoid", layer,
           [](Model& m) { integerLayer(m, 1).activation = Activation::Sigmoid; });
    addRow("negative entries of a softplus", layer,
           [](Model& m) { integerLayer(m, 1).activation = Activation::Softplus; });
    addRow("-128 in a table that need not rise", layer, [](Model& m) {
        integerLayer(m, 1).activation = Activation::Swish;
        integerLayer(m, 1).table[7] = -128;
    });
    addRow("table for ReLU", layer, [](Model& m) { integerLayer(m, 0).table.resize(256); });
    addRow("-128 in a table", layer, [](Model& m) { integerLayer(m, 1).table[0] = -128; });
    addRow("one weight scale too few", layer, [](Model& m) { integerLayer(m, 0).weightScale.pop_back(); });
    addRow("weight scale of zero", layer, [](Model& m) { integerLayer(m, 0).weightScale[0] = 0; });
    addRow("input scale not a number", layer, [](Model& m) { integerLayer(m, 0).inputScale = notANumber; });
    addRow("infinite output scale", layer, [](Model& m) { integerLayer(m, 2).outputScale = infinite; });
    addRow("output layer with ReLU", layer, [](Model& m) { integerLayer(m, 2).activation = Activation::Relu; });

    addRow("one encoding too few", "compression.model-input-count", [](Model& m) { m.integerInputs.pop_back(); });
    addRow("exponent of 125", input, [](Model& m) { m.integerInputs[0].exponent = 125; });
    addRow("centre of 2^29", input, [](Model& m) { m.integerInputs[0].centre = 1 << 29; });
    addRow("centre of -2^29", input, [](Model& m) { m.integerInputs[0].centre = -(1 << 29); });
    addRow("factor of -32768", input, [](Model& m) { m.integerInputs[0].factor = -32768; });
    addRow("fixed-point range upside down", input,
           [](Model& m) { m.integerInputs[0].lowest = m.integerInputs[0].highest + 1; });
    addRow("fill of 128", input, [](Model& m) { m.integerInputs[0].fill = 128; });
    addRow("encoding refuses what has a fill", input,
           [](Model& m) { m.integerInputs[0].fill = runtime::refuseMissing; });
    addRow("encoding fills what is refused", input, [](Model& m) { m.integerInputs[3].fill = 0; });
    addRow("categories of a number", input, [](Model& m) { m.integerInputs[0].categories = 2; });
    addRow("other categories", input, [](Model& m) { m.integerInputs[3].categories = 2; });
    addRow("category's activation of 128", input, [](Model& m) { m.integerInputs[3].factor = 128; });
    addRow("fill of -1 for a category", input, [](Model& m) {
        step<FillMissing>(m).values[3] = 0;
        m.integerInputs[3].fill = -1;
    });

    addRow("one class too few", decoding, [](Model& m) { m.decoding.target.classes.pop_back(); });
    addRow("score scale of zero", decoding, [](Model& m) { m.decoding.scoreScale = 0; });
    addRow("score scale not a number", decoding, [](Model& m) { m.decoding.scoreScale = notANumber; });

    addRow("short golden row", "compression.model-golden-row", [](Model& m) { m.goldenRows[1].pop_back(); });
    addRow("golden row with a missing value", "compression.model-golden-row",
           [](Model& m) { m.goldenRows[0][0] = notANumber; });
}

void TestModelProblem::brokenPromiseOfAnIntegerClassificationIsFound()
{
    check(Task::Classification, Arithmetic::Int8);
}

void TestModelProblem::brokenPromiseOfAnIntegerRegressionIsFound_data()
{
    addColumns();
    using Model = DeployableModel;
    const char* decoding = "compression.model-decoding";
    addRow("multipliers for sums", "compression.model-layer",
           [](Model& m) { integerLayer(m, 2).multiplier.assign(1, 5); });
    addRow("no offset", decoding, [](Model& m) { m.decoding.offset.clear(); });
    addRow("offset of 2^30", decoding, [](Model& m) { m.decoding.offset[0] = 1 << 30; });
    addRow("offset of -2^30", decoding, [](Model& m) { m.decoding.offset[0] = -(1 << 30); });
    addRow("two units", decoding, [](Model& m) { m.decoding.unit.push_back(1); });
    addRow("infinite unit", decoding, [](Model& m) { m.decoding.unit[0] = infinite; });
    addRow("unit of zero", decoding, [](Model& m) { m.decoding.unit[0] = 0; });
    addRow("classes", decoding, [](Model& m) { m.decoding.target.classes = {"a"}; });
    addRow("centre not a number", decoding, [](Model& m) { m.decoding.target.centre = notANumber; });
    addRow("deviation of zero", decoding, [](Model& m) { m.decoding.target.deviation = 0; });
}

void TestModelProblem::brokenPromiseOfAnIntegerRegressionIsFound()
{
    check(Task::Regression, Arithmetic::Int8);
}

void TestModelProblem::brokenPromiseOfAFloatModelIsFound_data()
{
    addColumns();
    using Model = DeployableModel;
    const char* layer = "compression.model-layer";
    addRow("integer layer", layer, [](Model& m) { m.layers[0] = sizedAs<IntegerLayer>(floatLayer(m, 0)); });
    addRow("one weight too many", layer, [](Model& m) { floatLayer(m, 0).weights.push_back(0); });
    addRow("weight not a number", layer, [](Model& m) { floatLayer(m, 1).weights[0] = notANumber; });
    addRow("one bias too few", layer, [](Model& m) { floatLayer(m, 2).bias.pop_back(); });
    addRow("infinite bias", layer, [](Model& m) { floatLayer(m, 2).bias[0] = -infinite; });
    addRow("integer encodings", "compression.model-input-count", [](Model& m) { m.integerInputs.resize(4); });
}

void TestModelProblem::brokenPromiseOfAFloatModelIsFound()
{
    check(Task::Classification, Arithmetic::Float32);
}

void TestModelProblem::limitsThemselvesAreKept()
{
    DeployableModel model = soundModel(Task::Classification, Arithmetic::Int8);
    IntegerLayer& layer = integerLayer(model, 0);
    int room = (1 << 23) - 1;
    for (int i = 0; i < layer.inputs; ++i)
        room -= 127 * std::abs(layer.weights[static_cast<std::size_t>(i)]);
    layer.bias[0] = -room;
    layer.multiplier[0] = 32767;
    layer.multiplier[1] = 1;
    layer.shift = 24;
    model.integerInputs[0].exponent = 124;
    model.integerInputs[0].centre = (1 << 29) - 1;
    QVERIFY(!problemWith(model));
    layer.bias[0] = -room - 1;
    QVERIFY(problemWith(model));
}

void TestModelProblem::emptyModelIsAProblem()
{
    QVERIFY(problemWith(DeployableModel{}));
}

QTEST_APPLESS_MAIN(TestModelProblem)
#include "tst_model_problem.moc"
