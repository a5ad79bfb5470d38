#include "training/batch_norm.h"

#include "training/parameters.h"

#include <algorithm>
#include <cmath>

namespace broto {

BatchNorm::BatchNorm(int width, int largestBatch)
    : m_width(width),
      m_distances(static_cast<std::size_t>(width) * static_cast<std::size_t>(largestBatch)),
      m_scales(static_cast<std::size_t>(width)),
      m_means(static_cast<std::size_t>(width))
{
}

void BatchNorm::normalise(float* sums, int rows, const float* gain, const float* bias, float* running)
{
    constexpr float moved = 0.1f;
    const float perRow = 1 / static_cast<float>(rows);
    const float unbiased = rows > 1 ? static_cast<float>(rows) / static_cast<float>(rows - 1) : 1.0f;
    float* runningMean = running;
    float* runningVariance = running + m_width;
    std::fill(m_means.begin(), m_means.end(), 0.0f);
    std::fill(m_scales.begin(), m_scales.end(), 0.0f);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < m_width; ++c)
            m_means[c] += sums[r * m_width + c];
    for (int c = 0; c < m_width; ++c)
        m_means[c] *= perRow;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < m_width; ++c) {
            const float distance = sums[r * m_width + c] - m_means[c];
            m_scales[c] += distance * distance;
        }
    for (int c = 0; c < m_width; ++c) {
        const float variance = m_scales[c] * perRow;
        runningMean[c] += moved * (m_means[c] - runningMean[c]);
        runningVariance[c] += moved * (variance * unbiased - runningVariance[c]);
        m_scales[c] = 1 / std::sqrt(variance + smallestVariance);
    }
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < m_width; ++c) {
            const float distance = (sums[r * m_width + c] - m_means[c]) * m_scales[c];
            m_distances[static_cast<std::size_t>(r * m_width + c)] = distance;
            sums[r * m_width + c] = gain[c] * distance + bias[c];
        }
}

void BatchNorm::answer(float* sums, int rows, const float* gain, const float* bias, const float* running) const
{
    for (int c = 0; c < m_width; ++c) {
        const float scale = gain[c] / std::sqrt(running[m_width + c] + smallestVariance);
        for (int r = 0; r < rows; ++r)
            sums[r * m_width + c] = (sums[r * m_width + c] - running[c]) * scale + bias[c];
    }
}

void BatchNorm::differentiate(float* slopes, int rows, const float* gain, float* gainGradient, float* biasGradient)
{
    const float perRow = 1 / static_cast<float>(rows);
    std::fill(gainGradient, gainGradient + m_width, 0.0f);
    std::fill(biasGradient, biasGradient + m_width, 0.0f);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < m_width; ++c) {
            gainGradient[c] += slopes[r * m_width + c] * m_distances[static_cast<std::size_t>(r * m_width + c)];
            biasGradient[c] += slopes[r * m_width + c];
        }
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < m_width; ++c) {
            const float distance = m_distances[static_cast<std::size_t>(r * m_width + c)];
            const float common = perRow * (biasGradient[c] + distance * gainGradient[c]);
            slopes[r * m_width + c] = gain[c] * m_scales[c] * (slopes[r * m_width + c] - common);
        }
}

}
