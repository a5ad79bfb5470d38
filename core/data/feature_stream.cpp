#include "data/feature_stream.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

constexpr std::uint16_t allKinds = (1u << runtime::streamFeatureKinds) - 1;

}

FeatureStream::FeatureStream(const Stream& stream)
    : m_features(runtimeFeatures(stream)),
      m_scales(streamScales(stream)),
      m_cosines(streamCosines(stream)),
      m_values(stream.channels.size() * static_cast<std::size_t>(stream.length)),
      m_spectrum(hasBandPowers(stream) ? static_cast<std::size_t>(stream.length) : 0),
      m_row(stream.features.size()),
      m_fills(runtimeFills(stream)),
      m_reading(stream.channels.size()),
      m_ring(m_values.data(), static_cast<std::uint8_t>(stream.channels.size()),
             static_cast<std::uint16_t>(stream.length), static_cast<std::uint16_t>(stream.stride))
{
}

runtime::StreamEvent FeatureStream::push(std::span<const float> reading)
{
    assert(reading.size() == m_ring.channels());
    std::copy(reading.begin(), reading.end(), m_reading.begin());
    if (!m_fills.empty())
        m_ring.fill(m_fills.data(), m_reading.data());
    return m_ring.push(m_reading.data());
}

const std::vector<float>& FeatureStream::row()
{
    assert(m_ring.due() == 0);
    runtime::windowFeatures<allKinds>(m_ring, m_features.data(), static_cast<std::uint16_t>(m_features.size()),
                                      &m_scales, m_cosines.data(), m_spectrum.data(), m_row.data());
    return m_row;
}

}
