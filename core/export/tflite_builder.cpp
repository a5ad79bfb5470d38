#include "export/tflite_builder.h"

#include "export/spread_inputs.h"
#include "export/tensor_bytes.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

TfliteTensor like(const TfliteModel& model, int tensor, std::string name)
{
    const TfliteTensor& other = model.tensors[static_cast<std::size_t>(tensor)];
    return {std::move(name), other.type, other.shape, {}, {}, {}, 0};
}

int addConstant(TfliteModel& model, std::string name, TfliteType type, std::size_t count, std::string data)
{
    TfliteTensor tensor = tfliteRow(std::move(name), type, count);
    tensor.data = std::move(data);
    return model.add(std::move(tensor));
}

int addFloats(TfliteModel& model, std::string name, const std::vector<float>& values)
{
    return addConstant(model, std::move(name), TfliteType::Float32, values.size(), tensorBytes(values));
}

int addNumber(TfliteModel& model, std::string name, float value)
{
    TfliteTensor tensor{std::move(name), TfliteType::Float32, {1}, tensorBytes(std::vector{value}), {}, {}, 0};
    return model.add(std::move(tensor));
}

/// Of the same shape as what it is made of.
int addStep(TfliteModel& model, TfliteOp op, std::vector<int> inputs, std::string name,
            TfliteFused fused = TfliteFused::None, float parameter = 0)
{
    TfliteTensor result = like(model, inputs.front(), std::move(name));
    return addTfliteOperator(model, op, std::move(inputs), std::move(result), fused, parameter);
}

int addFill(TfliteModel& model, int row, const std::vector<float>& fill)
{
    if (std::all_of(fill.begin(), fill.end(), [](float value) { return std::isnan(value); }))
        return row;
    const std::size_t count = fill.size();
    const int missing =
        addTfliteOperator(model, TfliteOp::NotEqual, {row, row}, tfliteRow("is_missing", TfliteType::Bool, count));
    const int values = addFloats(model, "fill", fill);
    return addTfliteOperator(model, TfliteOp::Select, {missing, values, row},
                             tfliteRow("filled", TfliteType::Float32, count));
}

int addScale(TfliteModel& model, int values, const InputSteps& steps)
{
    const auto allAre = [](const std::vector<float>& numbers, float value) {
        return std::all_of(numbers.begin(), numbers.end(), [&](float number) { return number == value; });
    };
    if (allAre(steps.centre, 0) && allAre(steps.factor, 1))
        return values;
    const int centred = addStep(model, TfliteOp::Sub, {values, addFloats(model, "centre", steps.centre)}, "centred");
    return addStep(model, TfliteOp::Mul, {centred, addFloats(model, "factor", steps.factor)}, "scaled");
}

}

TfliteTensor tfliteRow(std::string name, TfliteType type, std::size_t count)
{
    return {std::move(name), type, {1, static_cast<std::int32_t>(count)}, {}, {}, {}, 0};
}

int addTfliteOperator(TfliteModel& model, TfliteOp op, std::vector<int> inputs, TfliteTensor result, TfliteFused fused,
                      float parameter)
{
    const int index = model.add(std::move(result));
    model.operators.push_back({op, std::move(inputs), {index}, fused, parameter});
    return index;
}

int addTflitePreprocessing(TfliteModel& model, int row, const Preprocessing& preprocessing)
{
    const InputSteps steps = inputSteps(preprocessing);
    const int filled = addFill(model, row, steps.fill);
    const SpreadInputs spread = spreadInputs(preprocessing.features);
    if (!spread.anyCategory)
        return addScale(model, filled, steps);

    const std::size_t count = spread.feature.size();
    TfliteTensor places{"feature_of_input",
                        TfliteType::Int32,
                        {static_cast<std::int32_t>(count)},
                        tensorBytes(spread.feature),
                        {},
                        {},
                        0};
    const int feature = model.add(std::move(places));
    const int each = addTfliteOperator(model, TfliteOp::Gather, {filled, feature},
                                       tfliteRow("value_of_input", TfliteType::Float32, count));
    model.operators.back().axis = 1;
    const int rounded = addStep(model, TfliteOp::Round, {each}, "category_index");
    const int category = addFloats(model, "category_of_input", spread.category);
    const int equal = addTfliteOperator(model, TfliteOp::Equal, {rounded, category},
                                        tfliteRow("is_that_category", TfliteType::Bool, count));
    const int ones =
        addTfliteOperator(model, TfliteOp::Cast, {equal}, tfliteRow("one_hot", TfliteType::Float32, count));
    const int scaled = addScale(model, each, steps);
    const int which = addConstant(model, "input_is_category", TfliteType::Bool, count, tensorBytes(spread.isCategory));
    return addTfliteOperator(model, TfliteOp::Select, {which, ones, scaled},
                             tfliteRow("inputs", TfliteType::Float32, count));
}

int addTfliteActivation(TfliteModel& model, int sums, Activation activation, const std::string& name)
{
    const auto step = [&](TfliteOp op, std::vector<int> inputs, const char* what, TfliteFused fused = TfliteFused::None,
                          float parameter = 0) {
        return addStep(model, op, std::move(inputs), name + "/" + what, fused, parameter);
    };
    const auto number = [&](const char* what, float value) { return addNumber(model, name + "/" + what, value); };
    switch (activation) {
    case Activation::Linear:
        break;
    case Activation::Relu:
        return step(TfliteOp::Relu, {sums}, "relu");
    case Activation::LeakyRelu:
        return step(TfliteOp::LeakyRelu, {sums}, "leaky_relu", TfliteFused::None, 0.01f);
    case Activation::Elu:
        return step(TfliteOp::Elu, {sums}, "elu");
    case Activation::Sigmoid:
        return step(TfliteOp::Logistic, {sums}, "sigmoid");
    case Activation::Tanh:
        return step(TfliteOp::Tanh, {sums}, "tanh");
    case Activation::Softplus: { // max(x, 0) + log(1 + e^-|x|), which no large x can upset
        const int size = step(TfliteOp::Abs, {sums}, "abs");
        const int power = step(TfliteOp::Exp, {step(TfliteOp::Neg, {size}, "neg")}, "exp");
        const int sum = step(TfliteOp::Add, {power, number("one", 1)}, "plus_one");
        const int corner = step(TfliteOp::Log, {sum}, "log");
        return step(TfliteOp::Add, {step(TfliteOp::Relu, {sums}, "relu"), corner}, "softplus");
    }
    case Activation::Swish:
        return step(TfliteOp::Mul, {sums, step(TfliteOp::Logistic, {sums}, "sigmoid")}, "swish");
    case Activation::HardSigmoid: {
        const int sixth = step(TfliteOp::Mul, {sums, number("sixth", 1.0f / 6)}, "sloped");
        const int raised = step(TfliteOp::Add, {sixth, number("half", 0.5f)}, "raised");
        const int above = step(TfliteOp::Maximum, {raised, number("zero", 0)}, "above");
        return step(TfliteOp::Minimum, {above, number("one", 1)}, "hard_sigmoid");
    }
    case Activation::HardSwish:
        return step(TfliteOp::HardSwish, {sums}, "hard_swish");
    }
    return sums;
}

int addTfliteTable(TfliteModel& model, int sums, const std::vector<std::int8_t>& table, float scale,
                   const std::string& name)
{
    TfliteTensor wide = like(model, sums, name + "/wide");
    wide.type = TfliteType::Int32;
    const int cast = addTfliteOperator(model, TfliteOp::Cast, {sums}, wide);
    TfliteTensor first{
        name + "/first_entry", TfliteType::Int32, {1}, tensorBytes(std::vector<std::int32_t>{128}), {}, {}, 0};
    const int offset = model.add(std::move(first));
    const int place = addStep(model, TfliteOp::Add, {cast, offset}, name + "/place");
    const auto entries = static_cast<std::int32_t>(table.size());
    const int values = model.add({name + "/table", TfliteType::Int8, {entries}, tensorBytes(table), {scale}, {0}, 0});
    TfliteTensor found = like(model, sums, name + "/looked_up");
    found.scale = {scale};
    found.zeroPoint = {0};
    return addTfliteOperator(model, TfliteOp::Gather, {values, place}, std::move(found));
}

}
