#pragma once

#include "common/run_control.h"

#include <algorithm>

namespace broto {

/// How far the reading of a file has come, over passes that may have to begin again. Never runs backwards.
class ReadingProgress {
public:
    ReadingProgress(const RunControl& control, double total) : m_control(control), m_total(total) {}

    /// What is done from now on counts from `before`, every byte of it for `perByte`.
    void startPart(double before, double perByte)
    {
        m_before = before;
        m_perByte = perByte;
    }
    void report(std::size_t bytes)
    {
        m_done = std::clamp(m_before + static_cast<double>(bytes) * m_perByte, m_done, m_total);
        m_control.report(m_done, m_total);
    }
    bool stopRequested() const { return m_control.stopRequested(); }
    const RunControl& control() const { return m_control; }

private:
    const RunControl& m_control;
    double m_total;
    double m_before = 0;
    double m_perByte = 1;
    double m_done = 0;
};

}
