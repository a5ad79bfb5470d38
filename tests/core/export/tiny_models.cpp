#include "tiny_models.h"

#include <limits>

namespace broto {

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

DeployableModel tinyFrame(Task task, Arithmetic arithmetic)
{
    DeployableModel model;
    model.name = arithmetic == Arithmetic::Int8 ? "ptq-int8" : "float";
    model.arithmetic = arithmetic;
    model.preprocessing.features = {{"temperature", "°C", {}, 0, 40}, {"pressure", "Pa", {}, 98000, 102000}};
    model.preprocessing.steps = {FillMissing{{20, missing}}, Scale{{20, 100000}, {0.05f, 0.0005f}}};
    model.decoding.target.task = task;
    model.goldenRows = {{5, 99000}, {35.5f, 101500}};
    model.provenance = {"1.2.3", 0x0123456789abcdef, 7, 200, task == Task::Classification ? "accuracy" : "R2", 0.96875};
    return model;
}

/// 20 °C and 100,000 Pa become 0, the ends of the ranges 127.
void addIntegerInputs(DeployableModel& model)
{
    const auto fixed = [](double x, int exponent) { return static_cast<std::int32_t>(x * (1 << exponent)); };
    model.integerInputs = {{fixed(20, 9), fixed(0, 9), fixed(40, 9), 13004, 0, 9, 0},
                           {fixed(100000, 2), fixed(98000, 2), fixed(102000, 2), 16646, runtime::refuseMissing, 2, 0}};
}

void nameClasses(DeployableModel& model)
{
    model.decoding.target.name = "feeling";
    model.decoding.target.classes = {"cold", "hot"};
}

IntegerLayer integerLayer(int inputs, int outputs, std::vector<std::int8_t> weights, std::vector<std::int32_t> bias)
{
    IntegerLayer layer;
    layer.inputs = inputs;
    layer.outputs = outputs;
    layer.weights = std::move(weights);
    layer.bias = std::move(bias);
    layer.inputScale = 0.0078125f;
    layer.outputScale = 0.015625f;
    layer.weightScale.assign(static_cast<std::size_t>(outputs), 0.01f);
    return layer;
}

}

DeployableModel tinyClassifier()
{
    DeployableModel model = tinyFrame(Task::Classification, Arithmetic::Int8);
    addIntegerInputs(model);
    nameClasses(model);
    IntegerLayer hidden = integerLayer(2, 2, {127, 31, -127, 5}, {100, -200});
    hidden.activation = Activation::Relu;
    hidden.multiplier = {32767, 30000};
    hidden.shift = 22;
    IntegerLayer output = integerLayer(2, 2, {-127, 90, 127, -64}, {0, 12});
    output.multiplier = {32767, 20000};
    output.shift = 16;
    model.layers = {hidden, output};
    model.decoding.scoreScale = 0.0009765625f;
    return model;
}

DeployableModel tinyRegression()
{
    DeployableModel model = tinyFrame(Task::Regression, Arithmetic::Int8);
    addIntegerInputs(model);
    model.decoding.target.name = "flow";
    model.decoding.target.unit = "l/min";
    model.layers = {integerLayer(2, 1, {127, -3}, {4096})};
    model.decoding.offset = {1000};
    model.decoding.unit = {0.001f};
    return model;
}

DeployableModel tinyFloatClassifier()
{
    DeployableModel model = tinyFrame(Task::Classification, Arithmetic::Float32);
    nameClasses(model);
    model.layers = {Float32Layer{2, 2, Activation::Tanh, {1, 0.25f, -1, 1e-7f}, {0.5f, -0.0f}},
                    Float32Layer{2, 2, Activation::Linear, {-1, 0.75f, 1, -0.5f}, {0, 0.125f}}};
    return model;
}

}
