#include "device/board_connection.h"

#include "common/cancelled.h"
#include "device/board_problem.h"
#include "device/virtual_board.h"
#include "platform/port_problem.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>

namespace broto {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds betweenTries(200);
constexpr milliseconds bootLimit(2000);

const RunControl& nobodyStops()
{
    static const RunControl control;
    return control;
}

/// The terminal of a virtual board that has ended may belong to another program by now.
bool isStillThere(const Port& port)
{
    std::error_code ignored;
    const std::string path = std::filesystem::weakly_canonical(port.path, ignored).string();
    return !port.isVirtual || std::ranges::any_of(registeredVirtualBoards(),
                                                  [&](const VirtualBoardEntry& entry) { return entry.port == path; });
}

/// The board that was at a port: there, or where a board of the same serial number is now.
Result<std::unique_ptr<Link>> openAgain(const Port& port)
{
    if (!isStillThere(port))
        return boardProblem(port, portProblem(port.path, ENOENT));
    auto link = openLink(port);
    if (link || port.serialNumber.empty())
        return link;
    for (const Port& other : listPorts())
        if (other.serialNumber == port.serialNumber && other.path != port.path)
            return openLink(other);
    return link;
}

/// A board that nobody knows may be one.
bool mayBeHeldUpByItsBootloader(const Port& port)
{
    const Result<Board> board = findBoard(port.boardId);
    if (!board)
        return true;
    return std::any_of(board->uploads.begin(), board->uploads.end(), [](const UploadWay& way) {
        const auto* tool = std::get_if<ToolUpload>(&way.how);
        return tool && std::find(tool->arguments.begin(), tool->arguments.end(), "wiring") != tool->arguments.end();
    });
}

Message otherModelNow(const BoardHello& before, const BoardHello& now)
{
    return message("device.other-model-now",
                   BROTO_TEXT("core",
                              "The board ran %1 before its line broke, and now it runs %2: flash it again, or choose "
                              "the port of the right board."),
                   before.modelName, now.modelName);
}

}

LineSource linesTo(const Port& port)
{
    return {[port] { return openAgain(port); }, [](milliseconds time) { std::this_thread::sleep_for(time); },
            mayBeHeldUpByItsBootloader(port) ? bootLimit : milliseconds(0)};
}

BoardConnection::BoardConnection(LineSource source, const RunControl& control, ConnectionOptions options)
    : m_source(std::move(source)), m_control(&control), m_options(std::move(options))
{
}

BoardConnection::BoardConnection(BoardClient client)
    : m_control(&nobodyStops()), m_hello(client.hello()), m_client(std::move(client))
{
}

Result<BoardConnection> BoardConnection::open(LineSource source, const RunControl& control, ConnectionOptions options)
{
    BoardConnection connection(std::move(source), control, std::move(options));
    if (const auto ready = connection.makeReady(); !ready)
        return ready.error();
    return connection;
}

/// Does nothing while the line holds.
Result<void> BoardConnection::makeReady()
{
    for (int tries = 1; !m_client; ++tries) {
        auto link = openLine();
        if (link)
            become(ConnectionState::Greeting);
        const Result<void> greeted = link ? greet(std::move(*link)) : Result<void>(link.error());
        // A board that is plugged in may go once more before it stays.
        const bool again = link && !greeted && m_problem && mayPass(greeted.error()) && tries < mostTries;
        if (greeted || !again)
            become(greeted ? ConnectionState::Ready : ConnectionState::Lost);
        m_isLost = !greeted && !again;
        if (m_isLost)
            return greeted.error();
        if (again)
            m_source.wait(betweenTries);
    }
    return {};
}

Result<void> BoardConnection::greet(std::unique_ptr<Link> link)
{
    Result<BoardClient> client =
        BoardClient::connect(std::move(link), *m_control, {m_lastId, m_source.listenFirst, m_options.greetingLimit});
    if (!client)
        return client.error();
    if (m_problem && !runsTheSame(client->hello(), m_hello))
        return otherModelNow(m_hello, client->hello());
    m_hello = client->hello();
    m_client = std::move(*client);
    m_problem.reset();
    return {};
}

/// At once the first time; after a break with patience, for a board that is plugged in takes a while to come back.
Result<std::unique_ptr<Link>> BoardConnection::openLine()
{
    if (m_problem && !m_source.open)
        return *m_problem;
    for (milliseconds waited(0);; waited += betweenTries) {
        if (m_control->stopRequested())
            return cancelledByUser();
        become(ConnectionState::Opening);
        auto link = m_source.open();
        if (link || !m_problem)
            return link;
        if (waited >= m_options.patience)
            return link.error().id == "platform.port-missing" ? *m_problem : link.error();
        become(ConnectionState::Waiting);
        m_source.wait(betweenTries);
    }
}

/// Closes the port, which could not be opened again otherwise.
void BoardConnection::breakOff(const Message& problem)
{
    m_lastId = m_client->lastId();
    m_client.reset();
    m_problem = problem;
}

void BoardConnection::become(ConnectionState state) const
{
    if (m_options.onState)
        m_options.onState(state);
}

/// Of a board that has answered before: whether greeting it again may help.
bool BoardConnection::mayPass(const Message& problem)
{
    constexpr std::array<std::string_view, 3> ids = {"device.silent", "device.not-broto", "device.garbled-answer"};
    return isOfTheLine(problem) || std::ranges::find(ids, problem.id) != ids.end();
}

bool BoardConnection::isOfTheLine(const Message& problem)
{
    constexpr std::array<std::string_view, 3> ids = {"platform.port-gone", "platform.port-stuck", "device.no-answer"};
    return std::ranges::find(ids, problem.id) != ids.end();
}

Result<void> BoardConnection::inferAll(const Matrix& rows, const RowAnswered& onAnswer, const RunControl& control)
{
    Eigen::Index done = 0;
    const auto takeRest = [&](BoardClient& board) {
        const Eigen::Index first = done;
        const Matrix rest = rows.bottomRows(rows.rows() - first);
        return board.inferAll(
            rest,
            [&](Eigen::Index row, const BoardAnswer& answer) {
                ++done;
                onAnswer(first + row, answer);
            },
            control);
    };
    for (;;) {
        const Eigen::Index before = done;
        const Result<void> asked = ask(takeRest);
        if (asked || done == before || m_isLost || !isOfTheLine(asked.error()))
            return asked;
    }
}

}
