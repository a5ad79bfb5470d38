#pragma once

#include "data/stream.h"

#include <span>
#include <vector>

namespace broto {

/// Takes readings one by one and tells windows by their features, with the same header that boards run. The stream is
/// copied; one FeatureStream a thread.
class FeatureStream {
public:
    explicit FeatureStream(const Stream& stream);

    FeatureStream(const FeatureStream&) = delete; // the ring points into its own readings
    FeatureStream& operator=(const FeatureStream&) = delete;

    /// One reading, a value a channel; NaN: a missing one, for which the channel says what stands.
    runtime::StreamEvent push(std::span<const float> reading);

    /// The features of the last window, right after push has said that it is full.
    const std::vector<float>& row();

    void restart() { m_ring.restart(); }
    int due() const { return m_ring.due(); } ///< readings until the next window

private:
    std::vector<runtime::StreamFeature> m_features;
    runtime::StreamScales m_scales;
    std::vector<float> m_cosines;
    std::vector<float> m_values;
    std::vector<float> m_spectrum;
    std::vector<float> m_row;
    std::vector<runtime::StreamFill> m_fills; // empty: nothing is filled in
    std::vector<float> m_reading;
    runtime::StreamRing m_ring;
};

}
