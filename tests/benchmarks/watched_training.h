#pragma once

#include "training/trainer.h"
#include "ui/jobs/progress_board.h"
#include "ui/jobs/training_desk.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace broto {

/// Watches a training as the window does (ui/jobs/training_job.cpp), with all that it tells: another thread takes what
/// there is to draw about thirty times a second.
class WatchedTraining {
public:
    const RunControl& control() const { return m_control; }
    EpochObserver observer()
    {
        return [this](const EpochRecord& record, const LearningNetwork& learning) {
            m_desk.put(record, learning, m_control);
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
    void drawUntilOver()
    {
        while (!m_over) {
            std::this_thread::sleep_for(std::chrono::milliseconds(33));
            std::shared_ptr<const Network> picture;
            m_desk.take(m_curve, 0, picture);
            m_progress.take();
            m_pictures += picture != nullptr;
        }
    }

    ui::TrainingDesk m_desk;
    ui::ProgressBoard m_progress;
    RunControl m_control{[this](const Progress& progress) { m_progress.put(progress); }};
    std::vector<EpochRecord> m_curve;
    std::atomic<bool> m_over = false;
    std::size_t m_pictures = 0;
    std::thread m_window{[this] { drawUntilOver(); }};
};

}
