#include "ui/jobs/compression_job.h"

#include "ui/document/document.h"

namespace broto::ui {

namespace {
constexpr int compressionPollMs = 33; // about as often as a screen shows something new
}

CompressionJob::CompressionJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner)
{
    m_poll.setInterval(compressionPollMs);
    connect(&m_poll, &QTimer::timeout, this, &CompressionJob::takeCurves);
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind, JobRunner::Outcome outcome) {
        if (kind != JobKind::Compress)
            return;
        takeCurves();
        m_poll.stop();
        m_current.clear();
        if (outcome != JobRunner::Outcome::Done)
            m_requests.clear(); // what was cancelled, or cannot be made, holds for those after it
        emit changed();
        // Not before all have heard that this one is over.
        QMetaObject::invokeMethod(this, &CompressionJob::startNext, Qt::QueuedConnection);
    });
}

void CompressionJob::start(std::vector<CompressionRequest> requests)
{
    m_requests = std::move(requests);
    m_asked = static_cast<int>(m_requests.size());
    if (m_document.project().trained != m_run)
        m_curves.clear();
    m_run = m_document.project().trained;
    startNext();
}

void CompressionJob::startNext()
{
    if (m_document.project().trained != m_run && !m_requests.empty()) {
        m_requests.clear(); // they were asked for another run
        emit changed();
    }
    if (m_requests.empty() || m_runner.current())
        return;
    const CompressionRequest request = std::move(m_requests.front());
    m_requests.erase(m_requests.begin());
    m_current = QString::fromStdString(variantName(request));
    Variant planned;
    planned.recipe = request.recipe;
    m_method = methodOf(planned);
    m_curves.erase(m_current);
    m_desk = std::make_shared<LearningDesk>();
    m_poll.start();
    m_runner.start(
        JobKind::Compress,
        [project = m_document.project(), dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr,
         request, desk = m_desk](const RunControl& control) -> Result<Project> {
            const auto observer = [&desk](LearningPhase phase, const EpochRecord& record) { desk->put(phase, record); };
            if (dataset)
                return compressed(project, *dataset, request, control, observer);
            const Result<Dataset> data = datasetOf(project, control);
            return data ? compressed(project, *data, request, control, observer) : Result<Project>(data.error());
        },
        [this, name = variantName(request)](Result<Project> result) {
            if (result) {
                m_document.takeVariants(withVariantOf(*result, name, m_document.project()));
                m_document.chooseVariant(name); // what has just been made is what one wants to see
            } else if (result.error().id != "common.cancelled") {
                m_document.report(Stage::Compress, result.error());
            }
        });
    emit changed();
}

const LearningCurves* CompressionJob::curvesOf(const QString& variant) const
{
    const auto found = m_curves.find(variant);
    return found == m_curves.end() || m_document.project().trained != m_run ? nullptr : &found->second;
}

void CompressionJob::takeCurves()
{
    if (!m_desk)
        return;
    const auto [curves, fresh] = m_curves.try_emplace(m_current);
    curves->second.method = m_method;
    if (!m_desk->take(curves->second.control, curves->second.variant)) {
        if (fresh)
            m_curves.erase(curves);
        return;
    }
    emit learned();
}

}
