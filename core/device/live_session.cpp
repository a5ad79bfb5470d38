#include "device/live_session.h"

#include "common/cancelled.h"
#include "device/interruptible_line.h"

#include <utility>

namespace broto {

LiveSession::LiveSession(LineSource source, std::shared_ptr<const DeployableModel> model)
    : m_model(std::move(model)), m_thread([this, source = std::move(source)]() mutable { run(std::move(source)); })
{
}

LiveSession::~LiveSession()
{
    end();
    m_thread.join();
}

void LiveSession::end()
{
    m_control.cancel();
    {
        const std::scoped_lock lock(m_mutex); // who looks whether to wait sees it, or is woken up
    }
    m_changed.notify_one();
}

void LiveSession::ask(std::vector<float> row, float truth)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_question = LiveQuestion{std::move(row), {}, truth};
    }
    m_changed.notify_one();
}

void LiveSession::stream(std::shared_ptr<const LiveRows> rows, double rowsASecond)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_rows = std::move(rows);
        m_nextRow = m_state.streamed = 0;
        ++m_stream;
        m_state.streams = !m_state.ended && m_rows->rows.rows() > 0;
        m_state.senses = false;
        m_differed = false;
        m_due = {};
    }
    setRate(rowsASecond);
}

void LiveSession::sense(double rowsASecond)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_rows.reset();
        ++m_stream;
        m_state.streams = false;
        m_state.senses = m_sensingBegins = !m_state.ended;
        m_state.readings = 0;
        m_state.due = 0;
        m_state.sensingEnded.reset();
        m_due = {};
    }
    setRate(rowsASecond);
}

void LiveSession::setRate(double rowsASecond)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_pause = std::chrono::duration<double>(rowsASecond > 0 ? 1 / rowsASecond : 0);
        m_due = {};
    }
    m_changed.notify_one();
}

void LiveSession::stopStream()
{
    const std::scoped_lock lock(m_mutex);
    m_rows.reset();
    m_state.streams = m_state.senses = false;
}

std::vector<LiveAnswer> LiveSession::take()
{
    std::vector<LiveAnswer> answers;
    {
        const std::scoped_lock lock(m_mutex);
        answers = std::exchange(m_answers, {});
    }
    m_changed.notify_one();
    return answers;
}

LiveSession::State LiveSession::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

void LiveSession::run(LineSource source)
{
    const Result<void> ended = answerAll(interruptible(std::move(source), m_control));
    {
        const std::scoped_lock lock(m_mutex);
        m_state.streams = m_state.senses = false;
        if (!ended)
            m_state.ended = ended.error();
    }
    m_over = true;
}

Result<void> LiveSession::answerAll(LineSource source)
{
    ConnectionOptions options;
    options.onState = [this](ConnectionState connection) {
        const std::scoped_lock lock(m_mutex);
        m_state.connection = connection;
    };
    Result<BoardConnection> board = BoardConnection::open(std::move(source), m_control, options);
    if (!board)
        return board.error();
    if (const std::optional<Message> problem = problemWithBoard(*m_model, board->hello()))
        return *problem;
    {
        const std::scoped_lock lock(m_mutex);
        m_state.hello = board->hello();
    }
    LiveAsking asking(*m_model, *board);
    std::optional<SensorStream> sensors;
    while (std::optional<LiveQuestion> question = nextQuestion()) {
        if (question->sensed) {
            if (Result<void> sensed = askSensors(*board, sensors); !sensed)
                return sensed;
            continue;
        }
        const LiveAsking::Place place =
            question->testRow && hasDiffered() ? LiveAsking::Place::Ignored : LiveAsking::Place::Located;
        Result<LiveAnswer> answer = asking.ask(std::move(*question), place);
        if (!answer)
            return answer.error();
        hand(std::move(*answer));
    }
    return {};
}

/// Of a stream one place is enough: finding it takes as many questions as there are layers.
bool LiveSession::hasDiffered() const
{
    const std::scoped_lock lock(m_mutex);
    return m_differed;
}

/// Waits for one. Nothing: the session ends.
std::optional<LiveQuestion> LiveSession::nextQuestion()
{
    std::unique_lock lock(m_mutex);
    while (!m_control.stopRequested()) {
        if (m_question)
            return *std::exchange(m_question, std::nullopt);
        if (mayStream() && m_due > Clock::now())
            m_changed.wait_until(lock, m_due);
        else if (mayStream())
            return nextOfStream();
        else
            m_changed.wait(lock);
    }
    return std::nullopt;
}

bool LiveSession::mayStream() const
{
    const bool hasRow = m_rows && m_nextRow < static_cast<std::size_t>(m_rows->rows.rows());
    return (hasRow || m_state.senses) && m_answers.size() < mostWaiting;
}

/// The next row; without rows, what the board reads itself.
std::optional<LiveQuestion> LiveSession::nextOfStream()
{
    m_askedStream = m_stream;
    const Clock::time_point now = Clock::now();
    const auto pause = std::chrono::duration_cast<Clock::duration>(m_pause);
    m_due = m_due == Clock::time_point() || m_due + pause < now ? now + pause : m_due + pause; // late: no catching up
    LiveQuestion question;
    question.sensed = !m_rows;
    if (m_rows) {
        const std::size_t place = m_nextRow++;
        const auto row = m_rows->rows.row(static_cast<Eigen::Index>(place));
        question = {{row.data(), row.data() + row.size()}, place, m_rows->truths[place]};
    }
    return question;
}

Result<void> LiveSession::askSensors(BoardConnection& board, std::optional<SensorStream>& sensors)
{
    bool begins = false;
    {
        const std::scoped_lock lock(m_mutex);
        begins = std::exchange(m_sensingBegins, false);
    }
    if (begins) {
        Result<SensorStream> opened = SensorStream::open(*m_model, board);
        if (!opened)
            return opened.error();
        sensors = *std::move(opened);
    }
    Result<SensedRow> row = sensors->next();
    if (row) {
        hand(*std::move(row));
        return {};
    }
    // The board is there and says that it cannot: other questions go on.
    if (row.error().id != "device.no-sensors" && row.error().id != "device.refuses-its-row")
        return row.error();
    const std::scoped_lock lock(m_mutex);
    if (m_askedStream == m_stream) {
        m_state.senses = false;
        m_state.sensingEnded = row.error();
    }
    return {};
}

void LiveSession::hand(SensedRow row)
{
    const std::scoped_lock lock(m_mutex);
    if (m_askedStream == m_stream) {
        ++m_state.readings;
        m_state.due = row.due;
    }
    if (row.answer)
        m_answers.push_back(*std::move(row.answer));
}

void LiveSession::hand(LiveAnswer answer)
{
    const std::scoped_lock lock(m_mutex);
    LiveQuestion& question = answer.question;
    if (question.testRow && m_askedStream != m_stream)
        question = {std::move(question.row), {}}; // of a stream that is gone
    if (question.testRow && m_rows) {
        m_differed = m_differed || !answer.same;
        m_state.streamed = *question.testRow + 1;
        m_state.streams = m_state.streamed < static_cast<std::size_t>(m_rows->rows.rows());
        if (!m_state.streams)
            m_rows.reset();
    }
    m_answers.push_back(std::move(answer));
}

}
