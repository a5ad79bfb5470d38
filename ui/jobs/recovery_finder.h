#pragma once

#include "ui/jobs/background_job.h"
#include "ui/jobs/left_project.h"

#include <filesystem>
#include <vector>

namespace broto::ui {

/// Looks for what programs have left that ended without being asked to.
class RecoveryFinder : public BackgroundJob {
    Q_OBJECT

public:
    void search(const std::filesystem::path& folder = recoveryFolder());
    void cancel() override;

    const std::vector<LeftProject>& found() const { return m_found; } ///< the newest first
    void forget(const std::shared_ptr<RecoveryPlace>& place);         ///< it has been opened or discarded

signals:
    void foundChanged();

private:
    std::vector<LeftProject> m_found;
};

}
