#pragma once

#include "common/message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace broto {

/// Where in a file something stands: the number of the layer, counted from 1, what it is, and how it is called.
struct LayerPlace {
    std::size_t number = 0;
    std::string operation; ///< "Conv"
    std::string name;      ///< may be empty
};

/// The sentences that say why a model cannot be imported.
namespace import_problem {

Message unknownFile();
Message emptyFile();
Message otherToolsFile(); ///< Keras' or PyTorch's own, which nothing but these read
Message webPage();        ///< saved in place of the model
Message damagedFile();
Message noGraph();
Message tooLarge(std::size_t mebibytes, std::size_t most);
Message externalData();
Message severalGraphs(std::size_t count);
Message inputsAndOutputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs);
Message inputKind(std::string_view name, std::string_view kind, std::string_view shape);
Message noLayers();
Message tooManyLayers(std::size_t most);
Message featureScale(std::string_view feature);

/// That is no part of a dense network; what it is instead, where its name tells.
Message unknownOperation(const LayerPlace& place);
Message notAChain(const LayerPlace& place);
Message missingTensor(const LayerPlace& place, std::string_view tensor);
Message elementType(const LayerPlace& place, std::string_view tensor, std::string_view kind);
Message beyondFloat(const LayerPlace& place, std::string_view tensor); ///< of float64, a number that no float32 is
Message notFinite(const LayerPlace& place);
Message wrongWeights(const LayerPlace& place); ///< of no shape that a dense layer has
Message wrongSize(const LayerPlace& place, std::size_t takes, int gets);
Message wrongBiases(const LayerPlace& place, std::size_t biases, int neurons);
Message divisionByZero(const LayerPlace& place, std::size_t value);
Message parameter(const LayerPlace& place);    ///< of an activation, other than the one there is
Message axis(const LayerPlace& place);         ///< along which it does not go over the values of a row
Message quantization(const LayerPlace& place); ///< that does not fit int8 arithmetic
Message stepOfZero(const LayerPlace& place);
Message clipped(const LayerPlace& place);  ///< by a range that begins or ends at 0, where that is no ReLU
Message rescaled(const LayerPlace& place); ///< between two quantizations, by more than one number
Message order(const LayerPlace& place);    ///< right in itself, but not where it stands

// Of a file that names its parts:
Message missingPart(const LayerPlace& place, std::string_view part);
Message noNumber(const LayerPlace& place, std::string_view part, std::size_t index);
Message unequalRows(const LayerPlace& place, std::string_view part);
Message missingSetting(std::string_view name);
Message notInList(const LayerPlace& place, std::string_view part, std::string_view list);

/// "1 x 28 x 28", any size being "?"; "" of a single number.
std::string shapeText(const std::vector<std::int64_t>& shape);

}
}
