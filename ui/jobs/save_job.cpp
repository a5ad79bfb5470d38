#include "ui/jobs/save_job.h"

#include "project/project_file.h"
#include "ui/document/document.h"

#include <utility>

namespace broto::ui {

SaveJob::SaveJob(Document& document) : m_document(document)
{
    connect(&document, &Document::projectReplaced, this, [this] { m_replaced = true; });
    connect(&runner(), &JobRunner::finished, this, &SaveJob::goOn);
}

void SaveJob::save(const QString& path, const std::optional<FileStamp>& expected, Then then)
{
    whenDone([this, path, expected, then = std::move(then)] { begin(path, expected, then); });
}

void SaveJob::whenDone(std::function<void()> then)
{
    if (saving())
        m_waiting.push_back(std::move(then));
    else
        then();
}

void SaveJob::begin(const QString& path, const std::optional<FileStamp>& expected, const Then& then)
{
    using Stamp = std::optional<FileStamp>;
    m_replaced = false;
    ownRunner().start(
        JobKind::SaveProject,
        [project = m_document.project(), expected,
         file = std::filesystem::path(path.toStdU16String())](const RunControl&) -> Result<Stamp> {
            const Result<void> saved = saveProject(project, file, expected);
            return saved ? Result<Stamp>(fileStamp(file)) : saved.error();
        },
        [this, path, then, revision = m_document.revision()](const Result<Stamp>& result) {
            if (result && !m_replaced)
                m_document.markSaved(path, *result, revision);
            then(result ? Result<void>() : result.error());
        });
}

/// With the next that waits, and with those behind it unless it saves.
void SaveJob::goOn()
{
    while (!m_waiting.empty() && !saving()) {
        const std::function<void()> next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next();
    }
}

}
