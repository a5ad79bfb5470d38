#include "ui/jobs/export_job.h"

#include "common/cancelled.h"

#include <algorithm>

namespace broto::ui {

namespace {

MadeFiles madeFiles(Result<ExportedFiles> files)
{
    MadeFiles made;
    if (!files) {
        made.problem = files.error();
        return made;
    }
    made.files = std::move(*files);
    for (const ExportedFile& file : made.files) {
        made.bytes += static_cast<std::int64_t>(file.bytes.size());
        made.codes.emplace_back();
        if (isTextForPeople(file.bytes))
            made.codes.back() = FoldedCode(QString::fromStdString(file.bytes));
    }
    return made;
}

}

ExportJob::ExportJob(std::span<const ExportFormat> formats) : m_formats(formats), m_made(formats.size()) {}

void ExportJob::make(std::shared_ptr<const Variant> variant, std::shared_ptr<const Dataset> dataset,
                     const std::string& projectName, const HeaderOptions& options)
{
    ownRunner().cancel();
    m_variant = std::move(variant);
    m_dataset = std::move(dataset);
    m_projectName = projectName;
    m_options = options;
    std::fill(m_made.begin(), m_made.end(), nullptr);
    makeNext();
}

void ExportJob::want(int format)
{
    m_wanted = format;
}

void ExportJob::cancel()
{
    ownRunner().cancel();
}

void ExportJob::makeNext()
{
    const auto missing = std::find(m_made.begin(), m_made.end(), nullptr);
    if (!m_variant || missing == m_made.end() || ownRunner().current())
        return;
    const auto next =
        of(m_wanted) ? static_cast<std::size_t>(missing - m_made.begin()) : static_cast<std::size_t>(m_wanted);
    ownRunner().start(
        JobKind::Look,
        [variant = m_variant, dataset = m_dataset, name = m_projectName, options = m_options,
         make = m_formats[next].make](const RunControl& control) {
            const Matrix none;
            const Matrix& rows = dataset ? dataset->training.raw : none;
            auto made = std::make_shared<const MadeFiles>(madeFiles(make(variant->model, {name, rows, options})));
            return control.cancelled() ? Result<std::shared_ptr<const MadeFiles>>(cancelledByUser()) : made;
        },
        [this, next](Result<std::shared_ptr<const MadeFiles>> result) {
            m_made[next] = result ? *result : std::make_shared<const MadeFiles>(MadeFiles{{}, 0, {}, result.error()});
            QMetaObject::invokeMethod(this, &ExportJob::makeNext, Qt::QueuedConnection);
            emit made(static_cast<int>(next));
        });
}

}
