#pragma once

#include "export/formats.h"
#include "project/project.h"
#include "ui/jobs/background_job.h"
#include "ui/widgets/folded_code.h"

#include <memory>
#include <optional>
#include <vector>

namespace broto::ui {

/// What a format made of a variant, ready to be shown.
struct MadeFiles {
    ExportedFiles files;
    std::int64_t bytes = 0;                       ///< of all files
    std::vector<std::optional<FoldedCode>> codes; ///< one a file; nothing for a file that is no text
    std::optional<Message> problem;               ///< why there are no files
};

/// Makes the files of one variant in every format, in the background, the wanted format first.
class ExportJob : public BackgroundJob {
    Q_OBJECT

public:
    explicit ExportJob(std::span<const ExportFormat> formats);

    std::span<const ExportFormat> formats() const { return m_formats; }
    /// `dataset`: what the variant was made from; null: not known. No variant: nothing.
    void make(std::shared_ptr<const Variant> variant, std::shared_ptr<const Dataset> dataset,
              const std::string& projectName, const HeaderOptions& options);
    void want(int format); ///< this one next
    void cancel() override;

    /// Null while it is being made.
    std::shared_ptr<const MadeFiles> of(int format) const { return m_made[static_cast<std::size_t>(format)]; }

signals:
    void made(int format);

private:
    void makeNext();

    std::span<const ExportFormat> m_formats;
    std::vector<std::shared_ptr<const MadeFiles>> m_made;
    std::shared_ptr<const Variant> m_variant;
    std::shared_ptr<const Dataset> m_dataset;
    std::string m_projectName;
    HeaderOptions m_options;
    int m_wanted = 0;
};

}
