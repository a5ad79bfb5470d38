#include "export/stream_cost.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace broto {

namespace {

// Features of windows. An ATmega328P was measured (window of 64 and 32 readings, -Os); what one feature of a channel
// takes a reading beyond the moments, which are found once a channel.

constexpr std::int64_t ringBytes = 12; ///< as an AVR lays a StreamRing out
constexpr std::int64_t streamFeatureBytes = 6;
constexpr int momentCycles = 912;
constexpr int featureCycles[runtime::streamFeatureKinds] = {0, 0, 124, 124, 243, 341, 330, 390, 497, 383, 864, 865, 50};
constexpr int featureCodeBytes[runtime::streamFeatureKinds] = {40,  0,   246, 246, 350, 146, 136,
                                                               364, 244, 360, 682, 688, 2374};
constexpr int streamCodeBytes = 1630;      ///< ring, moments, and the soft arithmetic that they need
constexpr double spectrumCycles = 1634;    ///< a reading
constexpr double spectrumStepCycles = 292; ///< a reading and a doubling

/// Cycles and code of the processor's single-precision arithmetic to those of the AVR's.
struct StreamScale {
    Processor processor;
    double cycles;
    double code;
};

constexpr StreamScale streamScaleOf[] = {{Processor::Avr, 1, 1},           {Processor::CortexM0, 0.55, 0.8},
                                         {Processor::CortexM4, 0.15, 0.5}, {Processor::RiscV32, 0.5, 1.1},
                                         {Processor::Xtensa, 0.15, 0.6},   {Processor::Generic, 0.15, 0.5}};

const StreamScale& scaleFor(Processor processor)
{
    const auto found = std::find_if(std::begin(streamScaleOf), std::end(streamScaleOf),
                                    [processor](const StreamScale& scale) { return scale.processor == processor; });
    return found != std::end(streamScaleOf) ? *found : streamScaleOf[std::size(streamScaleOf) - 1];
}

double windowCycles(const Stream& stream)
{
    double aReading = 0;
    std::vector<bool> moments(stream.channels.size()), spectra(stream.channels.size());
    for (const WindowFeature& feature : stream.features) {
        const auto channel = static_cast<std::size_t>(feature.channel);
        aReading += moments[channel] ? 0 : momentCycles;
        moments[channel] = true;
        if (feature.kind != runtime::bandPowerFeature) {
            aReading += featureCycles[feature.kind];
            continue;
        }
        aReading += spectra[channel] ? 0 : spectrumCycles + spectrumStepCycles * std::log2(stream.length);
        spectra[channel] = true;
    }
    return aReading * stream.length;
}

std::int64_t windowCodeBytes(const Stream& stream)
{
    unsigned kinds = 0;
    for (const WindowFeature& feature : stream.features)
        kinds |= 1u << feature.kind;
    std::int64_t bytes = streamCodeBytes;
    for (int kind = 0; kind < runtime::streamFeatureKinds; ++kind)
        bytes += kinds >> kind & 1 ? featureCodeBytes[kind] : 0;
    return bytes;
}

}

std::int64_t streamRamBytes(const Stream& stream)
{
    const auto length = static_cast<std::int64_t>(stream.length);
    const std::int64_t readings = length * static_cast<std::int64_t>(stream.channels.size());
    return 4 * (readings + static_cast<std::int64_t>(stream.features.size())) + spectrumBytes(stream) + ringBytes;
}

std::int64_t spectrumBytes(const Stream& stream)
{
    return hasBandPowers(stream) ? 4 * static_cast<std::int64_t>(stream.length) : 0;
}

std::int64_t streamConstantBytes(const Stream& stream)
{
    const std::int64_t cosines = hasBandPowers(stream) ? 4 * (stream.length / 4 + 1) : 0;
    return streamFeatureBytes * static_cast<std::int64_t>(stream.features.size()) + cosines;
}

void addStreamCost(CostEstimate& estimate, const Stream& stream, const Board& board)
{
    const StreamScale& scale = scaleFor(board.processor);
    const auto features = static_cast<std::int64_t>(stream.features.size());
    estimate.flashBytes += static_cast<std::int64_t>(scale.code * static_cast<double>(windowCodeBytes(stream))) +
                           streamConstantBytes(stream);
    estimate.ramBytes += streamRamBytes(stream) - 4 * features; // the row is counted already
    estimate.cycles += scale.cycles * windowCycles(stream);
}

}
