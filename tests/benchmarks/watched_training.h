#pragma once

#include "training/trainer.h"
#include "ui/jobs/mailbox.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace broto {

/// Watches a training as the window does (ui/jobs/training_job.cpp): another thread takes what there is to draw about
/// thirty times a second, and the training copies its weights only after they were taken.
class WatchedTraining {
public:
    EpochObserver observer()
    {
        return [this](const EpochRecord& record, const LearningNetwork& learning) {
            std::shared_ptr<const Network> picture;
            if (m_pictureIsDue.load(std::memory_order_relaxed)) {
                m_pictureIsDue.store(false, std::memory_order_relaxed);
                picture = std::make_shared<const Network>(learning.network());
            }
            m_mailbox.update([&](News& news) {
                news.records.push_back(record);
                if (picture)
                    news.network = std::move(picture);
            });
        };
    }

    /// How many pictures were taken.
    std::size_t finish()
    {
        m_over = true;
        m_window.join();
        return m_pictures;
    }

private:
    struct News {
        std::vector<EpochRecord> records;
        std::shared_ptr<const Network> network;
    };

    void drawUntilOver()
    {
        while (!m_over) {
            std::this_thread::sleep_for(std::chrono::milliseconds(33));
            const std::optional<News> news = m_mailbox.take();
            m_pictures += news && news->network;
            m_pictureIsDue.store(true, std::memory_order_relaxed);
        }
    }

    ui::Mailbox<News> m_mailbox;
    std::atomic<bool> m_pictureIsDue = true;
    std::atomic<bool> m_over = false;
    std::size_t m_pictures = 0;
    std::thread m_window{[this] { drawUntilOver(); }};
};

}
