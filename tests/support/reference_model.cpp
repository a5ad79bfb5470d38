#include "support/reference_model.h"

namespace broto {

namespace {

template<class Values>
reference::Integers integers(const Values& values)
{
    return {values.begin(), values.end()};
}

reference::Input referenceInput(const runtime::InputFeature& input)
{
    reference::Input result;
    result.categories = input.categories;
    result.exponent = input.exponent;
    result.centre = input.centre;
    result.factor = input.factor;
    result.lowest = input.lowest;
    result.highest = input.highest;
    if (input.fill != runtime::refuseMissing)
        result.fill = input.fill;
    return result;
}

reference::Layer referenceLayer(const IntegerLayer& layer, bool hidden)
{
    reference::Layer result;
    result.weights = integers(layer.weights);
    result.bias = integers(layer.bias);
    result.multiplier = integers(layer.multiplier);
    result.shift = layer.shift;
    result.clamped = hidden;
    result.lowest = layer.activation == Activation::Relu ? 0 : -127;
    result.table = integers(layer.table);
    return result;
}

}

reference::Model referenceModel(const DeployableModel& model)
{
    reference::Model result;
    for (const runtime::InputFeature& input : model.integerInputs)
        result.inputs.push_back(referenceInput(input));
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        result.layers.push_back(referenceLayer(std::get<IntegerLayer>(model.layers[l]), l + 1 < model.layers.size()));
    result.classification = model.decoding.target.task == Task::Classification;
    if (!result.classification) {
        result.offset = model.decoding.offset[0];
        result.unit = model.decoding.unit[0];
    }
    return result;
}

}
