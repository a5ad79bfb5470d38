#include "ui/jobs/live_line.h"

#include "ui/jobs/serial_line.h"

#include <utility>

namespace broto::ui {

namespace {

constexpr int takeAnswersMs = 33;

bool looksAlike(const LiveSession::State& a, const LiveSession::State& b)
{
    return a.connection == b.connection && a.hello.has_value() == b.hello.has_value() && a.streams == b.streams &&
           a.streamed == b.streamed && a.senses == b.senses && a.readings == b.readings &&
           a.sensingEnded.has_value() == b.sensingEnded.has_value();
}

}

LiveLine::LiveLine(const JobRunner& others, SerialLine& listener) : m_others(others), m_listener(listener)
{
    m_poll.setInterval(takeAnswersMs);
    connect(&m_poll, &QTimer::timeout, this, &LiveLine::take);
    connect(&others, &JobRunner::started, this, &LiveLine::lend);
    connect(&others, &JobRunner::finished, this, &LiveLine::takeBack);
}

LiveLine::~LiveLine() = default;

void LiveLine::open(std::shared_ptr<const DeployableModel> model, const Port& port)
{
    m_session.reset();
    m_ending.reset();
    m_model = std::move(model);
    m_port = port;
    m_news.reset();
    start();
}

void LiveLine::start()
{
    const std::optional<JobKind> other = m_others.current();
    m_seen = {};
    m_state = other && needsPort(*other) ? State::Lent : State::Open;
    if (m_state == State::Open) {
        m_listener.lendForQuestions(m_port.path);
        m_session = std::make_unique<LiveSession>(linesTo(m_port), m_model);
        m_poll.start();
    }
    emit changed();
}

void LiveLine::close()
{
    if (m_session) {
        m_session->end();
        m_ending = std::move(m_session);
    } else if (m_state == State::Lent) {
        m_listener.endQuestions();
    }
    m_state = State::Closed;
    m_news.reset();
    m_seen = {};
    emit changed();
}

void LiveLine::giveUp(Message why)
{
    close();
    m_news = std::move(why);
    emit changed();
    emit broke(*m_news);
}

void LiveLine::ask(std::vector<float> row, float truth)
{
    if (m_session)
        m_session->ask(std::move(row), truth);
}

void LiveLine::stream(std::shared_ptr<const LiveRows> rows, double rowsASecond)
{
    if (m_session)
        m_session->stream(std::move(rows), rowsASecond);
}

void LiveLine::sense(double rowsASecond)
{
    if (m_session)
        m_session->sense(rowsASecond);
}

void LiveLine::setRate(double rowsASecond)
{
    if (m_session)
        m_session->setRate(rowsASecond);
}

void LiveLine::stopStream()
{
    if (m_session)
        m_session->stopStream();
}

void LiveLine::take()
{
    if (m_ending && m_ending->hasEnded())
        m_ending.reset();
    if (!m_session) {
        if (!m_ending)
            end(m_state, std::move(m_news));
        return;
    }
    const bool over = m_session->hasEnded(); // first: behind an end there are no more answers
    const LiveSession::State seen = std::exchange(m_seen, m_session->state());
    const std::vector<LiveAnswer> answers = m_session->take();
    if (!answers.empty())
        emit answersCame(answers);
    if (over && m_session) {
        const std::optional<Message> why = m_seen.ended;
        end(State::Closed, why);
        if (why)
            emit broke(*why);
    } else if (!looksAlike(seen, m_seen))
        emit changed();
}

/// At once, for the port has to be free before the job needs it.
void LiveLine::lend(JobKind kind)
{
    if (!needsPort(kind))
        return;
    m_ending.reset();
    if (m_session)
        end(State::Lent, {});
}

void LiveLine::takeBack()
{
    const std::optional<JobKind> other = m_others.current();
    if (m_state == State::Lent && !(other && needsPort(*other)))
        start();
}

/// The port is free now.
void LiveLine::end(State state, std::optional<Message> news)
{
    m_session.reset();
    m_poll.stop();
    m_state = state;
    m_news = std::move(news);
    if (state != State::Lent)
        m_listener.endQuestions();
    emit changed();
}

}
