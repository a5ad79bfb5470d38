#include "compression/quantization_options.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace broto {

std::string_view granularityName(Granularity granularity)
{
    return granularity == Granularity::Neuron ? "neuron" : "layer";
}

std::string_view rangeMethodName(RangeMethod method)
{
    switch (method) {
    case RangeMethod::Percentile:
        return "percentile";
    case RangeMethod::MeanSquare:
        return "mean-square";
    case RangeMethod::Entropy:
        return "entropy";
    case RangeMethod::MinMax:
        break;
    }
    return "min-max";
}

std::string_view roundingName(Rounding rounding)
{
    return rounding == Rounding::Nearest ? "nearest" : "compensated";
}

QuantizationOptions usualOptions(int bits)
{
    QuantizationOptions options;
    options.bits = bits;
    if (bits < 8) {
        options.weightRange = RangeMethod::MeanSquare;
        options.rounding = Rounding::Compensated;
        options.correctBias = true;
    }
    return options;
}

QuantizationOptions mixedOptions(std::vector<int> layerBits)
{
    assert(!layerBits.empty());
    QuantizationOptions options = usualOptions(*std::min_element(layerBits.begin(), layerBits.end()));
    options.layerBits = std::move(layerBits);
    return options;
}

}
