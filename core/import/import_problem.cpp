#include "import/import_problem.h"

namespace broto::import_problem {

namespace {

/// 'Conv "features/conv1"'.
std::string named(const LayerPlace& place)
{
    return place.name.empty() ? place.operation : place.operation + " \"" + place.name + "\"";
}

}

Message unknownFile()
{
    return message("import.unknown-file",
                   BROTO_TEXT("core",
                              "This is no model that can be imported. Choose a .tflite or .onnx file, or a JSON "
                              "of TensorFlores."));
}

Message damagedFile()
{
    return message("import.damaged",
                   BROTO_TEXT("core", "The file is cut short or damaged. Export the model again where "
                                      "it was made."));
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

Message inputsAndOutputs(std::size_t inputs, std::size_t outputs)
{
    return message("import.inputs-and-outputs",
                   BROTO_TEXT("core",
                              "The model has %1 inputs and %2 outputs. Only models with one input, the features "
                              "of a row, and one output can be imported."),
                   inputs, outputs);
}

Message inputKind()
{
    return message("import.input-kind",
                   BROTO_TEXT("core", "The model does not take rows of numbers (float32 or int8). Only dense networks "
                                      "can be imported."));
}

Message noLayers()
{
    return message("import.no-layers", BROTO_TEXT("core", "The model has no dense layer. Only dense networks can be "
                                                          "imported."));
}

Message tooManyLayers(std::size_t most)
{
    return message("import.too-many-layers",
                   BROTO_TEXT("core", "The model has more than %1 dense layers. Only smaller ones can be imported."),
                   most);
}

Message unknownOperation(const LayerPlace& place)
{
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

Message wrongWeights(const LayerPlace& place)
{
    return message("import.weights",
                   BROTO_TEXT("core",
                              "Layer %1, %2: its weights or biases are missing, of an unknown kind or no finite "
                              "numbers. Export the model again with its weights."),
                   place.number, named(place));
}

Message wrongSize(const LayerPlace& place)
{
    return message("import.size",
                   BROTO_TEXT("core", "Layer %1, %2: its numbers are not as many as the layer before it gives. Export "
                                      "the model again."),
                   place.number, named(place));
}

Message parameter(const LayerPlace& place)
{
    return message("import.parameter",
                   BROTO_TEXT("core", "Layer %1, %2: the parameters of this operation are others than Broto has. Train "
                                      "the model with the usual ones (docs/interop.md)."),
                   place.number, named(place));
}

Message quantization(const LayerPlace& place)
{
    return message("import.quantization",
                   BROTO_TEXT("core", "Layer %1, %2: it is not quantized to int8 as the rest of the model is, with "
                                      "weights around zero and positive scales. Quantize the whole model, or import it "
                                      "in float."),
                   place.number, named(place));
}

Message order(const LayerPlace& place)
{
    return message("import.order",
                   BROTO_TEXT("core", "Layer %1, %2: this operation cannot stand in this place of a dense network. "
                                      "Export the model without it."),
                   place.number, named(place));
}

}
