#pragma once

#include "network/network.h"

#include <string>
#include <vector>

namespace broto {

/// A network to be drawn. Names are left out where there are as many neurons that they would not fit.
struct NetworkDrawing {
    std::string title;
    NetworkShape shape;
    std::vector<std::string> inputNames;  ///< one an input, or none
    std::vector<std::string> outputNames; ///< one an output, or none
    std::vector<std::string> captions;    ///< below the inputs and each layer
};

/// As an SVG element that stands for itself: neurons as circles, of many the first and the last ones.
std::string svgOf(const NetworkDrawing& drawing);

}
