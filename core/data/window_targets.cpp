#include "data/window_targets.h"

#include <cmath>
#include <limits>

namespace broto {

RowTargets rowTargets(const TargetValues& target, std::size_t rows)
{
    RowTargets targets;
    targets.classes = target.classes.size();
    if (target.labels.empty()) {
        targets.values.assign(rows, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = 0; i < target.rows.size(); ++i)
            targets.values[target.rows[i]] = target.values[i];
        return targets;
    }
    targets.labels.assign(rows, -1);
    for (std::size_t i = 0; i < target.rows.size(); ++i)
        targets.labels[target.rows[i]] = target.labels[i];
    return targets;
}

WindowTargetFinder::WindowTargetFinder(const RowTargets& targets, const WindowChoices& choices, std::size_t length)
    : m_targets(targets), m_choices(choices), m_length(length), m_counts(targets.classes), m_lastRow(targets.classes)
{
    if (targets.values.empty() || choices.value == WindowValue::Last)
        return;
    double sum = 0;
    std::size_t known = 0;
    for (const double value : targets.values) {
        m_sums.push_back(sum);
        m_known.push_back(known);
        if (std::isnan(value))
            continue;
        sum += value;
        ++known;
    }
    m_sums.push_back(sum);
    m_known.push_back(known);
}

WindowTarget WindowTargetFinder::find(std::size_t firstRow)
{
    return m_targets.values.empty() ? labelOf(firstRow) : valueOf(firstRow);
}

void WindowTargetFinder::moveTo(std::size_t firstRow)
{
    for (; m_to < firstRow + m_length; ++m_to) {
        const std::int32_t label = m_targets.labels[m_to];
        if (label < 0)
            continue;
        m_present += m_counts[static_cast<std::size_t>(label)]++ == 0;
        m_lastRow[static_cast<std::size_t>(label)] = m_to;
    }
    for (; m_from < firstRow; ++m_from) {
        const std::int32_t label = m_targets.labels[m_from];
        if (label >= 0)
            m_present -= --m_counts[static_cast<std::size_t>(label)] == 0;
    }
}

WindowTarget WindowTargetFinder::labelOf(std::size_t firstRow)
{
    moveTo(firstRow);
    WindowTarget target;
    target.known = m_present > 0;
    target.mixed = m_present > 1;
    std::size_t best = 0;
    for (std::size_t label = 1; m_present > 0 && label < m_counts.size(); ++label) {
        const bool later = m_counts[label] == m_counts[best] && m_lastRow[label] > m_lastRow[best];
        if (m_counts[label] > m_counts[best] || later)
            best = label;
    }
    target.label = static_cast<std::int32_t>(best);
    return target;
}

WindowTarget WindowTargetFinder::valueOf(std::size_t firstRow) const
{
    WindowTarget target;
    const std::size_t end = firstRow + m_length;
    if (m_choices.value == WindowValue::Last) {
        target.value = static_cast<float>(m_targets.values[end - 1]);
        target.known = !std::isnan(target.value);
        return target;
    }
    const std::size_t known = m_known[end] - m_known[firstRow];
    target.known = known > 0;
    if (target.known)
        target.value = static_cast<float>((m_sums[end] - m_sums[firstRow]) / static_cast<double>(known));
    return target;
}

}
