#include "network/design_text.h"

#include "common/number_text.h"

namespace broto {

namespace {

std::string layerText(const HiddenLayer& layer)
{
    std::string text = std::to_string(layer.units) + " " + std::string(activationName(layer.activation));
    if (layer.dropout > 0)
        text += " dropout " + shortest(layer.dropout);
    if (layer.normalised)
        text += " batch-norm";
    return text;
}

}

std::string designText(const NetworkDesign& design)
{
    std::string text;
    for (const HiddenLayer& layer : design.hidden)
        text += (text.empty() ? "" : ", ") + layerText(layer);
    return text.empty() ? "none" : text;
}

}
