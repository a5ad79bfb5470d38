#pragma once

#include "common/run_control.h"
#include "training/trainer.h"
#include "ui/jobs/growing_list.h"
#include "ui/jobs/mailbox.h"

#include <atomic>
#include <memory>
#include <vector>

namespace broto::ui {

/// Between the thread that trains and the window: every epoch, and the network as often as the window looks.
class TrainingDesk {
public:
    /// For the thread that trains, after an epoch. Copies the weights only where the last copy has been taken.
    void put(const EpochRecord& record, const LearningNetwork& learning, const RunControl& control)
    {
        m_epochs.add(record);
        if (!m_pictureIsDue.load(std::memory_order_relaxed) && !control.paused())
            return;
        m_pictureIsDue.store(false, std::memory_order_relaxed);
        m_pictures.put(std::make_shared<const Network>(learning.network()));
    }

    /// For the window: appends the epochs that `curve` does not hold yet to it, which began with `earlier` others, and
    /// puts a new picture of the network in place of the last. False where there is nothing new.
    bool take(std::vector<EpochRecord>& curve, std::size_t earlier, std::shared_ptr<const Network>& network)
    {
        auto picture = m_pictures.take();
        if (picture)
            network = *std::move(picture);
        m_pictureIsDue.store(true, std::memory_order_relaxed);
        return m_epochs.appendTo(curve, earlier) || picture;
    }

private:
    GrowingList<EpochRecord, mostEpochs> m_epochs;
    Mailbox<std::shared_ptr<const Network>> m_pictures;
    std::atomic<bool> m_pictureIsDue = true;
};

}
