#include "import/import_problem.h"

#include <algorithm>

namespace broto::import_problem {

namespace {

/// 'Conv "features/conv1"'.
std::string named(const LayerPlace& place)
{
    return place.name.empty() ? place.operation : place.operation + " \"" + place.name + "\"";
}

/// The first few, apart by commas.
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 4;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (text.empty() ? "" : ", ") + names[i];
    return text.empty() ? "-" : names.size() > most ? text + ", …" : text;
}

bool isOneOf(std::string_view operation, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return operation.find(part) != std::string_view::npos; });
}

}

Message tooLarge(std::size_t mebibytes, std::size_t most)
{
    return message("import.too-large",
                   BROTO_TEXT("core", "The file has %1 MiB. Models of at most %2 MiB can be imported; choose a smaller "
                                      "one."),
                   mebibytes, most);
}

Message externalData()
{
    return message("import.external-data",
                   BROTO_TEXT("core", "The weights of this model stand in another file. Save it as one .onnx file."));
}

Message severalGraphs(std::size_t count)
{
    return message("import.several-graphs",
                   BROTO_TEXT("core", "The file holds %1 graphs where one is needed. Export the model alone."), count);
}

Message tooManyLayers(std::size_t most)
{
    return message("import.too-many-layers",
                   BROTO_TEXT("core", "The model has more than %1 dense layers. Only smaller ones can be imported."),
                   most);
}

Message unknownFile()
{
    return message("import.unknown-file",
                   BROTO_TEXT("core",
                              "This is no model that can be imported. Choose a .tflite or .onnx file, or a JSON "
                              "of TensorFlores."));
}

Message emptyFile()
{
    return message("import.empty-file",
                   BROTO_TEXT("core", "The file is empty. Export the model again where it was made."));
}

Message otherToolsFile()
{
    return message("import.other-tools-file",
                   BROTO_TEXT("core",
                              "This is a file that only the tool reads that wrote it, such as Keras or PyTorch. "
                              "Let that tool export the model as .tflite or .onnx, and open that file."));
}

Message webPage()
{
    return message("import.web-page",
                   BROTO_TEXT("core", "This is a web page and no model. Download the file of the model itself."));
}

Message damagedFile()
{
    return message("import.damaged",
                   BROTO_TEXT("core", "The file is cut short or damaged. Export the model again where "
                                      "it was made."));
}

Message noGraph()
{
    return message("import.no-graph",
                   BROTO_TEXT("core", "There is no ONNX graph in the file: it is cut short, or of another kind. Export "
                                      "the model again as .onnx."));
}

Message inputsAndOutputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs)
{
    return message("import.inputs-and-outputs",
                   BROTO_TEXT("core",
                              "The inputs of the model are: %1. Its outputs are: %2. Only models with one input, the "
                              "features of a row, and one output can be imported: export that part alone."),
                   listed(inputs), listed(outputs));
}

Message inputKind(std::string_view name, std::string_view kind, std::string_view shape)
{
    return message("import.input-kind",
                   BROTO_TEXT("core",
                              "The input \"%1\" takes %2 in the shape [%3], and not one row of numbers (float32 "
                              "or int8). Only dense networks can be imported: export one that takes [1, "
                              "features]."),
                   name, kind, shape);
}

Message noLayers()
{
    return message("import.no-layers", BROTO_TEXT("core", "The model has no dense layer. Only dense networks can be "
                                                          "imported."));
}

Message featureScale(std::string_view feature)
{
    return message("import.feature-scale",
                   BROTO_TEXT("core", "The scaling of \"%1\" leaves the numbers that float32 holds. Scale it less, or "
                                      "leave the feature out, and export the model again."),
                   feature);
}

Message unknownOperation(const LayerPlace& place)
{
    if (isOneOf(place.operation, {"Conv", "Pool", "CONV", "POOL"}))
        return message("import.convolution",
                       BROTO_TEXT("core",
                                  "Layer %1, %2: this is a layer of a convolutional network. Only dense networks "
                                  "can be imported: train one of dense layers alone."),
                       place.number, named(place));
    if (isOneOf(place.operation, {"LSTM", "GRU", "RNN", "SVDF"}))
        return message("import.recurrent",
                       BROTO_TEXT("core", "Layer %1, %2: this is a layer with a memory. Only dense networks can be "
                                          "imported: train one of dense layers on windows of readings."),
                       place.number, named(place));
    return message("import.unknown-operation",
                   BROTO_TEXT("core", "Layer %1, %2: this operation is no part of a dense network, so the model cannot "
                                      "be imported. Export it without it."),
                   place.number, named(place));
}

Message notAChain(const LayerPlace& place)
{
    return message("import.not-a-chain",
                   BROTO_TEXT("core", "Layer %1, %2: it does not take what the layer before it gives and constants "
                                      "alone. Only layers that follow one another can be imported."),
                   place.number, named(place));
}

Message missingTensor(const LayerPlace& place, std::string_view tensor)
{
    return message("import.missing-tensor",
                   BROTO_TEXT("core",
                              "Layer %1, %2: the values of \"%3\" are not in the file. Export the model with its "
                              "weights and biases as constants."),
                   place.number, named(place), tensor);
}

Message elementType(const LayerPlace& place, std::string_view tensor, std::string_view kind)
{
    return message("import.element-type",
                   BROTO_TEXT("core", "Layer %1, %2: \"%3\" holds numbers of the kind %4, which cannot be read here. "
                                      "Export the model in float32, or quantize it to int8."),
                   place.number, named(place), tensor, kind);
}

Message beyondFloat(const LayerPlace& place, std::string_view tensor)
{
    return message("import.beyond-float",
                   BROTO_TEXT("core", "Layer %1, %2: \"%3\" holds a number that is too large for float32. Train the "
                                      "model in float32, and export it again."),
                   place.number, named(place), tensor);
}

Message notFinite(const LayerPlace& place)
{
    return message("import.not-finite",
                   BROTO_TEXT("core",
                              "Layer %1, %2: its numbers are not all finite. Train the model again, with a lower "
                              "learning rate, and export it."),
                   place.number, named(place));
}

Message wrongWeights(const LayerPlace& place)
{
    return message("import.weights",
                   BROTO_TEXT("core", "Layer %1, %2: its weights and biases are not those of a dense layer: one row of "
                                      "weights and one bias a neuron. Export the model again."),
                   place.number, named(place));
}

Message wrongSize(const LayerPlace& place, std::size_t takes, int gets)
{
    return message("import.size",
                   BROTO_TEXT("core",
                              "Layer %1, %2: it takes rows of %3, but gets rows of %4 from the layer before it. "
                              "Export the model again."),
                   place.number, named(place), takes, gets);
}

Message wrongBiases(const LayerPlace& place, std::size_t biases, int neurons)
{
    return message("import.biases",
                   BROTO_TEXT("core",
                              "Layer %1, %2: the number of biases is %3, that of neurons %4; they must be the same. "
                              "Export the model again."),
                   place.number, named(place), biases, neurons);
}

Message divisionByZero(const LayerPlace& place, std::size_t value)
{
    return message("import.division-by-zero",
                   BROTO_TEXT("core",
                              "Layer %1, %2: it divides value %3 by 0, as a scaler does that has seen a constant "
                              "feature. Leave that feature out, or give it the scale 1, and export again."),
                   place.number, named(place), value);
}

Message parameter(const LayerPlace& place)
{
    return message("import.parameter",
                   BROTO_TEXT("core", "Layer %1, %2: the parameters of this operation are others than Broto has. Train "
                                      "the model with the usual ones (docs/interop.md)."),
                   place.number, named(place));
}

Message axis(const LayerPlace& place)
{
    return message("import.axis",
                   BROTO_TEXT("core",
                              "Layer %1, %2: its axis or shape mixes the values of several rows. Export the model "
                              "so that it goes over the values of one row."),
                   place.number, named(place));
}

Message quantization(const LayerPlace& place)
{
    return message("import.quantization",
                   BROTO_TEXT("core", "Layer %1, %2: it is not quantized to eight bits as the rest of the model is. "
                                      "Quantize the whole model to int8, or export it in float32."),
                   place.number, named(place));
}

Message stepOfZero(const LayerPlace& place)
{
    return message("import.step-of-zero",
                   BROTO_TEXT("core",
                              "Layer %1, %2: the scale of its quantization is 0, below 0 or no number. Quantize "
                              "the model again, with rows in which its values vary."),
                   place.number, named(place));
}

Message clipped(const LayerPlace& place)
{
    return message("import.clipped",
                   BROTO_TEXT("core",
                              "Layer %1, %2: its integers begin or end at 0, which cuts values off as no layer of "
                              "Broto does. Quantize the model with a range to both sides of 0 here."),
                   place.number, named(place));
}

Message rescaled(const LayerPlace& place)
{
    return message("import.rescaled",
                   BROTO_TEXT("core", "Layer %1, %2: it quantizes inputs a second time, after they were scaled one by "
                                      "one. Export the model with one quantization of its inputs."),
                   place.number, named(place));
}

Message order(const LayerPlace& place)
{
    return message("import.order",
                   BROTO_TEXT("core", "Layer %1, %2: this operation cannot stand in this place of a dense network. "
                                      "Export the model without it."),
                   place.number, named(place));
}

Message missingPart(const LayerPlace& place, std::string_view part)
{
    return message("import.missing-part",
                   BROTO_TEXT("core", "Layer %1, %2: \"%3\" is missing, empty or no list. Save the model again in "
                                      "TensorFlores."),
                   place.number, named(place), part);
}

Message noNumber(const LayerPlace& place, std::string_view part, std::size_t index)
{
    return message("import.no-number",
                   BROTO_TEXT("core", "Layer %1, %2: entry %4 of \"%3\" is no finite number. Save the model again in "
                                      "TensorFlores."),
                   place.number, named(place), part, index);
}

Message unequalRows(const LayerPlace& place, std::string_view part)
{
    return message("import.unequal-rows",
                   BROTO_TEXT("core",
                              "Layer %1, %2: the rows of \"%3\" are not all of one length. Save the model again "
                              "in TensorFlores."),
                   place.number, named(place), part);
}

Message missingSetting(std::string_view name)
{
    return message("import.missing-setting",
                   BROTO_TEXT("core",
                              "The JSON says that its weights are quantized, but \"%1\" is missing or of another "
                              "kind. Save the model again in TensorFlores."),
                   name);
}

Message notInList(const LayerPlace& place, std::string_view part, std::string_view list)
{
    return message("import.not-in-list",
                   BROTO_TEXT("core", "Layer %1, %2: \"%3\" points beyond the end of \"%4\". Save the model again in "
                                      "TensorFlores."),
                   place.number, named(place), part, list);
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + (size < 0 ? std::string("?") : std::to_string(size));
    return text;
}

}
