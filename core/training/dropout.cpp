#include "training/dropout.h"

#include "training/padded_rows.h"

namespace broto {

Dropout::Dropout(float share, int width, int largestBatch)
    : m_share(share),
      m_width(width),
      m_factors(static_cast<std::size_t>(width) * static_cast<std::size_t>(largestBatch)),
      m_results(m_factors.size()),
      m_rows(rowsOf(m_results, width))
{
}

void Dropout::silence(const float* outputs, int rows, Random& random)
{
    const auto silentBelow = static_cast<std::uint32_t>(static_cast<double>(m_share) * 4294967296.0);
    const float enlarged = 1 / (1 - m_share);
    const std::size_t count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_width);
    for (std::size_t i = 0; i < count; ++i) {
        m_factors[i] = random.next() < silentBelow ? 0.0f : enlarged;
        m_results[i] = outputs[i] * m_factors[i];
    }
}

void Dropout::differentiate(float* slopes, int rows) const
{
    const std::size_t count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_width);
    for (std::size_t i = 0; i < count; ++i)
        slopes[i] *= m_factors[i];
}

}
