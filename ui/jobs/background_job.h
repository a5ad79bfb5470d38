#pragma once

#include "ui/jobs/job_runner.h"

namespace broto::ui {

/// Work that the window begins by itself, beside what was asked for.
class BackgroundJob : public QObject {
    Q_OBJECT

public:
    const JobRunner& runner() const { return m_runner; }

    virtual void cancel() = 0; ///< leaves undone what is under way

protected:
    JobRunner& ownRunner() { return m_runner; }

private:
    JobRunner m_runner;
};

}
