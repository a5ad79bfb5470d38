#pragma once

#include "common/message.h"

#include <string>

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
Message damagedFile();
Message tooLarge(std::size_t mebibytes, std::size_t most);
Message externalData();
Message severalGraphs(std::size_t count);
Message inputsAndOutputs(std::size_t inputs, std::size_t outputs);
Message inputKind();
Message noLayers();
Message tooManyLayers(std::size_t most);

Message unknownOperation(const LayerPlace& place);
Message notAChain(const LayerPlace& place);
Message wrongWeights(const LayerPlace& place);
Message wrongSize(const LayerPlace& place);
Message parameter(const LayerPlace& place);    ///< of an activation, other than the one there is
Message quantization(const LayerPlace& place); ///< that does not fit int8 arithmetic
Message order(const LayerPlace& place);        ///< right in itself, but not where it stands

}
}
