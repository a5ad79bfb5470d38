#pragma once

#include "common/run_control.h"

#include <atomic>
#include <optional>

namespace broto::ui {

/// Shows one thread how far another has come. What is put on it may be as often as an epoch of a small network.
class ProgressBoard {
public:
    void put(const Progress& progress)
    {
        m_done.store(progress.done, std::memory_order_relaxed);
        m_total.store(progress.total, std::memory_order_relaxed);
        m_isNew.store(true, std::memory_order_release);
    }

    /// Nothing where there is nothing new.
    std::optional<Progress> take()
    {
        if (!m_isNew.exchange(false, std::memory_order_acquire))
            return std::nullopt;
        return Progress{m_done.load(std::memory_order_relaxed), m_total.load(std::memory_order_relaxed)};
    }

private:
    std::atomic<double> m_done = 0, m_total = 0;
    std::atomic<bool> m_isNew = false;
};

}
