#pragma once

#include "compression/compress.h"
#include "ui/jobs/growing_list.h"

#include <atomic>
#include <vector>

namespace broto::ui {

/// Between the thread that compresses and the window: the curves of what learns, and of its float control.
class LearningDesk {
public:
    void put(LearningPhase phase, const EpochRecord& record)
    {
        (phase == LearningPhase::Control ? m_control : m_compression).add(record);
    }

    /// For the window: appends what the curves do not hold yet. False where there is nothing.
    bool take(std::vector<EpochRecord>& control, std::vector<EpochRecord>& compression) const
    {
        const bool first = m_control.appendTo(control, 0);
        return m_compression.appendTo(compression, 0) || first;
    }

private:
    // Every stage of a pipeline adds its epochs.
    static constexpr std::size_t mostRecords = 8 * std::size_t{mostEpochs};

    GrowingList<EpochRecord, mostRecords> m_control;
    GrowingList<EpochRecord, mostRecords> m_compression;
};

}
