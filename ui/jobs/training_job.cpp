#include "ui/jobs/training_job.h"

#include "project/workflow.h"
#include "ui/document/document.h"

#include <chrono>

namespace broto::ui {

namespace {
using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds newsEvery(33);
}

TrainingJob::TrainingJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner)
{
    m_poll.setInterval(newsEvery);
    connect(&m_poll, &QTimer::timeout, this, &TrainingJob::takeNews);
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind) {
        if (kind != JobKind::Train)
            return;
        m_poll.stop();
        takeNews();
        emit ended();
    });
    connect(&document, &Document::projectReplaced, this, [this] {
        m_curve.clear();
        m_network = {};
    });
}

void TrainingJob::start()
{
    const Project project = m_document.project();
    const auto dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr;
    auto mailbox = std::make_shared<Mailbox<News>>();
    m_runner.start(
        JobKind::Train,
        [project, dataset, mailbox](const RunControl& control) -> Result<Project> {
            // Weights are copied for the picture only as often as it is drawn.
            auto lastPicture = Clock::now() - newsEvery;
            const auto observe = [&](const EpochRecord& record, const LearningNetwork& learning) {
                const auto now = Clock::now();
                const bool draw = now - lastPicture >= newsEvery;
                if (draw)
                    lastPicture = now;
                mailbox->update([&](News& news) {
                    news.records.push_back(record);
                    if (draw)
                        news.network = learning.network();
                });
            };
            if (dataset)
                return trained(project, *dataset, control, observe);
            const Result<Dataset> fresh = datasetOf(project);
            if (!fresh)
                return fresh.error();
            return trained(project, *fresh, control, observe);
        },
        [this](Result<Project> result) {
            if (result)
                m_document.takeTraining(*result);
            else if (result.error().id != "common.cancelled")
                m_document.report(Stage::Train, result.error());
        });
    m_mailbox = std::move(mailbox);
    m_curve.clear();
    m_network = {};
    m_poll.start();
    m_document.clearProblem(Stage::Train);
    emit began();
}

void TrainingJob::takeNews()
{
    auto latest = m_mailbox ? m_mailbox->take() : std::nullopt;
    if (!latest)
        return;
    m_curve.insert(m_curve.end(), latest->records.begin(), latest->records.end());
    if (!latest->network.layers.empty())
        m_network = std::move(latest->network);
    emit news();
}

}
