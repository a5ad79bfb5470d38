#include "export/layer_calls.h"

#include "compression/activation_rules.h"
#include "compression/packed_weights.h"
#include "export/layer_groups.h"
#include "export/layer_parts.h"

namespace broto {

namespace {

std::string weightsName(const IntegerLayer& layer)
{
    switch (layer.storage) {
    case Storage::Int4:
        return "Int4Weights";
    case Storage::Ternary:
        return "TernaryWeights";
    case Storage::Codebook:
        return "CodebookWeights";
    case Storage::Sparse:
        return "SparseWeights";
    case Storage::Int8:
        break;
    }
    return "Int8Weights";
}

/// "Int8Weights", "CodebookWeights<4>"; with what they lie at where that is far.
std::string weightsType(const HeaderFacts& facts, const IntegerLayer& layer)
{
    const std::string name = weightsName(layer);
    const std::string place =
        "runtime::FarPlace<" + std::string(layer.storage == Storage::Int8 ? "int8_t" : "uint8_t") + '>';
    if (layer.storage == Storage::Codebook)
        return name + '<' + std::to_string(indexBits(layer.codebook.size())) +
               (facts.liesFar ? ", " + place + " >" : ">");
    return facts.liesFar ? name + "At<" + place + " >" : name;
}

/// The weights of a part as kernels take them: "runtime::Int8Weights{weights1}".
std::string weightsArgument(const HeaderFacts& facts, int index, const LayerPart& part)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    const std::string codebook = layer.storage == Storage::Codebook ? ", " + facts.codebookName(index) : "";
    return "runtime::" + weightsType(facts, layer) + '{' + placeOf(facts, part) + codebook + '}';
}

/// "bias2 + 128": what an array or a vector has for the neurons of a part.
std::string at(const std::string& name, const LayerPart& part)
{
    return part.first == 0 ? name : name + " + " + std::to_string(part.first);
}

/// The biases of a part, and its multipliers where it has some, as arguments.
std::string rescaling(const HeaderFacts& facts, int index, const LayerPart& part)
{
    const std::string number = std::to_string(index + 1);
    const std::string biases = at("bias" + number, part) + ", ";
    return facts.integerLayer(index).multiplier.empty() ? biases : biases + at("multiplier" + number, part) + ", ";
}

std::string sizes(const HeaderFacts& facts, int index, const LayerPart& part)
{
    return std::to_string(facts.shape[static_cast<std::size_t>(index)].inputs) + ", " + std::to_string(part.neurons) +
           ", ";
}

std::string floatLayerCall(const HeaderFacts& facts, int index, const std::string& x, const std::string& y)
{
    const LayerShape& shape = facts.shape[static_cast<std::size_t>(index)];
    std::string text;
    for (const LayerPart& part : partsOf(facts, index))
        text += "    runtime::" + std::string(facts.liesFar ? "denseFarFloat" : "denseFloat") + '(' +
                placeOf(facts, part) + ", " + at("bias" + std::to_string(index + 1), part) + ", " +
                sizes(facts, index, part) + x + ", " + at(y, part) + ");\n";
    if (shape.activation == Activation::Linear)
        return text;
    return text + "    runtime::activate<" + std::string(runtimeActivation(shape.activation).name) + ">(" +
           std::to_string(shape.outputs) + ", " + y + ");\n";
}

/// How a layer takes or gives activations: as bytes, or as the layers in groups of this processor like them.
bool readsGroups(const HeaderFacts& facts, int index)
{
    return !facts.isFloat && liesInGroups(facts.integerLayer(index));
}

bool writesGroups(const HeaderFacts& facts, int index)
{
    return readsGroups(facts, index) && facts.integerLayer(index).activation == Activation::Relu;
}

std::string conversion(std::string_view function, int activations, const std::string& buffer)
{
    return "runtime::" + std::string(function) + "(" + std::to_string(activations) + ", " + buffer + ");\n";
}

std::string groupLayerCalls(const HeaderFacts& facts, int index, const std::string& x, const std::string& y)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    const bool relu = writesGroups(facts, index);
    std::string text;
    for (const LayerPart& part : partsOf(facts, index)) {
        const std::string place = relu && part.first > 0
                                      ? "runtime::activationsAt(" + std::to_string(part.first) + ", " + y + ')'
                                      : at(y, part);
        text += "    " + groupCall(facts, index, relu ? "layerRelu" : "layerLinear", part) + ", " +
                std::to_string(layer.shift) + ", " + sizes(facts, index, part) + x + ", " + place + ");\n";
    }
    return text;
}

std::string plainLayerCalls(const HeaderFacts& facts, int index, const std::string& x, const std::string& y)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    std::string text;
    for (const LayerPart& part : partsOf(facts, index))
        text += "    runtime::denseHidden(" + weightsArgument(facts, index, part) + ", " +
                rescaling(facts, index, part) + std::to_string(layer.shift) + ", " +
                std::to_string(lowestActivation(layer.activation)) + ", " + sizes(facts, index, part) + x + ", " +
                at(y, part) + ");\n";
    return text;
}

}

std::string bufferBefore(int index)
{
    return index % 2 == 0 ? "first" : "second";
}

std::string preparation(const HeaderFacts& facts, int index)
{
    const bool asGroups = index > 0 && writesGroups(facts, index - 1);
    if (facts.isFloat || asGroups == readsGroups(facts, index))
        return {};
    return "    " + conversion(asGroups ? "activationsToBytes" : "activationsFromBytes",
                               facts.shape[static_cast<std::size_t>(index)].inputs, bufferBefore(index));
}

std::string hiddenLayerCall(const HeaderFacts& facts, int index)
{
    const std::string x = bufferBefore(index), y = bufferBefore(index + 1);
    if (facts.isFloat)
        return floatLayerCall(facts, index, x, y);
    const IntegerLayer& layer = facts.integerLayer(index);
    std::string text = preparation(facts, index) + (liesInGroups(layer) ? groupLayerCalls(facts, index, x, y)
                                                                        : plainLayerCalls(facts, index, x, y));
    if (!layer.table.empty())
        text += "    runtime::applyTable(table" + std::to_string(index + 1) + ", " + std::to_string(layer.outputs) +
                ", " + y + ");\n";
    return text;
}

std::string leaveHidden(const HeaderFacts& facts, int index)
{
    if (facts.isFloat)
        return {};
    const std::string buffer = bufferBefore(index);
    std::string text = "    if (layers == " + std::to_string(index) + ") {\n";
    if (writesGroups(facts, index - 1))
        text +=
            "        " + conversion("activationsToBytes", facts.shape[static_cast<std::size_t>(index)].inputs, buffer);
    return text + "        return " + buffer + ";\n    }\n";
}

std::string outputLayerCall(const HeaderFacts& facts)
{
    const int index = facts.hiddenLayers;
    if (facts.isFloat)
        return floatLayerCall(facts, index, "x", "raw");
    const IntegerLayer& layer = facts.integerLayer(index);
    const std::string function = layer.multiplier.empty() ? "denseSums" : "denseScores";
    std::string text;
    for (const LayerPart& part : partsOf(facts, index))
        text += "    " +
                (liesInGroups(layer) ? groupCall(facts, index, "layerScores", part) + ", "
                                     : "runtime::" + function + '(' + weightsArgument(facts, index, part) + ", " +
                                           rescaling(facts, index, part)) +
                sizes(facts, index, part) + "x, " + at("raw", part) + ");\n";
    return text;
}

std::string classCall(const HeaderFacts& facts)
{
    const int index = facts.hiddenLayers;
    const std::vector<LayerPart> parts = partsOf(facts, index);
    if (facts.liesFar || parts.size() > 1)
        return "    Raw raw[outputCount];\n    rawOutputs(workspace, raw);\n"
               "    return runtime::largest(raw, outputCount);\n";
    const LayerPart& whole = parts.front();
    const std::string call = liesInGroups(facts.integerLayer(index))
                                 ? groupCall(facts, index, "layerClass", whole) + ", " + sizes(facts, index, whole) +
                                       "x, workspace->" + bufferBefore(index + 1)
                                 : "runtime::denseClass(" + weightsArgument(facts, index, whole) + ", " +
                                       rescaling(facts, index, whole) + sizes(facts, index, whole) + 'x';
    return "    const int8_t* x = runHidden(workspace, allLayers);\n    return " + call + ");\n";
}

}
