#include "device/row_pipeline.h"

#include "device/board_frames.h"

#include <algorithm>
#include <optional>

namespace broto {

RowPipeline::RowPipeline(FrameLine& line, const BoardHello& hello, AnswerPace& pace, const Matrix& rows,
                         const RowAnswered& onAnswer)
    : m_line(line), m_hello(hello), m_pace(pace), m_rows(rows), m_onAnswer(onAnswer)
{
}

Result<void> RowPipeline::run(const RunControl& control)
{
    AnswerWaits waits(m_pace.firstWait());
    Link::TimePoint deadline = m_line.now() + waits.next();
    while (m_due < m_rows.rows() && !control.stopRequested()) {
        if (const auto sent = sendMore(); !sent)
            return sent.error();
        const auto frame = m_line.receive(deadline);
        if (!frame)
            return frame.error();
        const Result<bool> taken = *frame ? take(**frame) : false;
        if (!taken)
            return taken.error();
        if (*taken) {
            m_isProbing = false;
            waits = AnswerWaits(m_pace.firstWait());
        } else if (*frame && m_line.now() < deadline) {
            continue;
        } else { // whoever talks of something else is as good as silent
            if (waits.over())
                return boardIsSilent();
            for (Request& request : m_requests)
                giveUp(request);
            m_isProbing = true;
        }
        deadline = m_line.now() + waits.next();
    }
    return {};
}

bool RowPipeline::hasRoom() const
{
    if (m_bytesUnderWay == 0)
        return true;
    const std::size_t bytes = bytesOnLine(4 * static_cast<std::size_t>(m_rows.cols()));
    return !m_isProbing && m_bytesUnderWay + bytes <= static_cast<std::size_t>(m_hello.receiveBuffer);
}

Result<void> RowPipeline::sendMore()
{
    while (hasRoom() && (!m_again.empty() || m_next < m_rows.rows())) {
        const Eigen::Index row = m_again.empty() ? m_next++ : m_again.extract(m_again.begin()).value();
        if (const auto sent = send(row); !sent)
            return sent.error();
    }
    return {};
}

Result<void> RowPipeline::send(Eigen::Index row)
{
    Request request;
    request.id = m_line.nextId();
    request.row = row;
    request.sent = m_line.now();
    const auto bytes = m_line.send(request.id, runtime::inferFrame,
                                   rowPayload({m_rows.row(row).data(), static_cast<std::size_t>(m_rows.cols())}));
    if (!bytes)
        return bytes.error();
    request.bytes = *bytes;
    m_bytesUnderWay += *bytes;
    m_requests.push_back(request);
    return {};
}

Result<bool> RowPipeline::take(const BoardFrame& frame)
{
    const auto place = std::ranges::find(m_requests, frame.id, &Request::id);
    if (place == m_requests.end() || !frame.answers(runtime::inferFrame))
        return false;
    Result<BoardAnswer> answer = inferAnswerIn(frame, m_hello);
    if (!answer)
        return answer.error();
    m_answers.emplace(place->row, std::move(*answer));
    settle(*place);
    handOut();
    return true;
}

/// The row needs no other answer, and what was sent before this request has come to nothing.
void RowPipeline::settle(Request answered)
{
    if (answered.bytes > 0)
        m_pace.answered(m_line.now() - answered.sent);
    for (Request& request : m_requests) {
        if (request.id == answered.id)
            break;
        giveUp(request);
    }
    std::erase_if(m_requests, [&](const Request& request) {
        if (request.row == answered.row)
            m_bytesUnderWay -= request.bytes;
        return request.row == answered.row;
    });
    m_again.erase(answered.row);
}

void RowPipeline::giveUp(Request& request)
{
    if (request.bytes == 0)
        return;
    m_bytesUnderWay -= request.bytes;
    request.bytes = 0;
    m_again.insert(request.row);
}

void RowPipeline::handOut()
{
    for (auto place = m_answers.begin(); place != m_answers.end() && place->first == m_due; ++m_due) {
        m_onAnswer(m_due, place->second);
        place = m_answers.erase(place);
    }
}

}
