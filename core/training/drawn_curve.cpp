#include "training/drawn_curve.h"

#include <algorithm>

namespace broto {

DrawnCurve::DrawnCurve(double smoothing, std::size_t most) : m_smoothing(smoothing), m_most(most) {}

void DrawnCurve::Stretch::add(const Stretch& next)
{
    if (next.smallest.value < smallest.value)
        smallest = next.smallest;
    if (next.largest.value > largest.value)
        largest = next.largest;
    values += next.values;
}

void DrawnCurve::add(double epoch, double value)
{
    m_last = {epoch, m_smoothing.next(value)};
    const Stretch alone{m_last, m_last, 1};
    if (!m_stretches.empty() && m_stretches.back().values < m_valuesEach) {
        m_stretches.back().add(alone);
        return;
    }
    // One point is kept for the end of the curve.
    const std::size_t pointsEach = m_valuesEach == 1 ? 1 : 2;
    if ((m_stretches.size() + 1) * pointsEach + 1 > m_most)
        joinNeighbours();
    if (!m_stretches.empty() && m_stretches.back().values < m_valuesEach)
        m_stretches.back().add(alone);
    else
        m_stretches.push_back(alone);
}

void DrawnCurve::joinNeighbours()
{
    std::size_t kept = 0;
    do {
        kept = 0;
        for (std::size_t i = 0; i < m_stretches.size(); i += 2, ++kept) {
            m_stretches[kept] = m_stretches[i];
            if (i + 1 < m_stretches.size())
                m_stretches[kept].add(m_stretches[i + 1]);
        }
        m_stretches.resize(kept);
        m_valuesEach *= 2;
    } while (kept > 1 && 2 * (kept + 1) + 1 > m_most);
}

std::vector<CurvePoint> DrawnCurve::points() const
{
    std::vector<CurvePoint> points;
    points.reserve(m_most);
    for (const Stretch& stretch : m_stretches) {
        const auto [first, second] = std::minmax(stretch.smallest, stretch.largest,
                                                 [](const auto& a, const auto& b) { return a.epoch < b.epoch; });
        points.push_back(first);
        if (second.epoch > first.epoch)
            points.push_back(second);
    }
    if (!points.empty() && points.back().epoch < m_last.epoch)
        points.push_back(m_last);
    return points;
}

RunCurves::RunCurves(double smoothing)
    : trainingLoss(smoothing), validationLoss(smoothing), trainingMetric(smoothing), validationMetric(smoothing)
{
}

void RunCurves::add(std::span<const EpochRecord> records)
{
    for (const EpochRecord& record : records) {
        const double epoch = record.epoch;
        trainingLoss.add(epoch, static_cast<double>(record.trainingLoss));
        validationLoss.add(epoch, static_cast<double>(record.validationLoss));
        trainingMetric.add(epoch, static_cast<double>(record.trainingMetric));
        validationMetric.add(epoch, static_cast<double>(record.validationMetric));
    }
}

}
