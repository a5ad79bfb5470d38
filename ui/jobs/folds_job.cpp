#include "ui/jobs/folds_job.h"

#include "ui/document/document.h"

#include <chrono>

namespace broto::ui {

namespace {
constexpr std::chrono::milliseconds foldNewsEvery(33);
}

FoldsJob::FoldsJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner)
{
    m_poll.setInterval(foldNewsEvery);
    connect(&m_poll, &QTimer::timeout, this, &FoldsJob::takeNews);
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind) {
        if (kind != JobKind::CrossValidate)
            return;
        m_poll.stop();
        m_news.reset();
        emit changed();
    });
    connect(&document, &Document::projectReplaced, this, &FoldsJob::clear);
}

void FoldsJob::start(int folds)
{
    if (!m_document.datasetIsCurrent())
        return;
    const Project& project = m_document.project();
    clear();
    m_table = project.source->table;
    m_choices = project.data;
    m_choices.split.folds = folds;
    m_design = project.design;
    m_settings = project.training;
    m_task = m_document.dataset()->target.task;
    const auto news = std::make_shared<Mailbox<std::vector<FoldResult>>>();
    m_news = news;
    m_runner.start(
        JobKind::CrossValidate,
        [news, table = m_table, choices = m_choices, design = m_design,
         settings = m_settings](const RunControl& control) {
            const auto tell = [&](int, const FoldResult& fold) {
                news->update([&](std::vector<FoldResult>& done) { done.push_back(fold); });
            };
            return crossValidate(*table, choices, design, settings, control, tell);
        },
        [this](Result<CrossValidation> result) {
            if (result) {
                m_folds = result->folds;
                m_result = *std::move(result);
            } else if (result.error().id != "common.cancelled") {
                m_problem = result.error();
            }
        });
    m_poll.start();
    emit changed();
}

bool FoldsJob::isCurrent() const
{
    const Project& project = m_document.project();
    DataChoices choices = project.data;
    choices.split.folds = m_choices.split.folds;
    return project.source && project.source->table == m_table && choices == m_choices && project.design == m_design &&
           project.training == m_settings;
}

void FoldsJob::takeNews()
{
    auto done = m_news ? m_news->take() : std::nullopt;
    if (!done)
        return;
    m_folds.insert(m_folds.end(), done->begin(), done->end());
    emit changed();
}

void FoldsJob::clear()
{
    m_folds.clear();
    m_result.reset();
    m_problem.reset();
    emit changed();
}

}
