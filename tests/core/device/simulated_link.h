#pragma once

#include "device/link.h"
#include "platform/port_problem.h"
#include "support/simulated_board.h"

#include <functional>
#include <memory>

namespace broto {

/// A serial line to a board in the same process, and what may happen to bytes on it. Its time passes in silence alone,
/// and takes none of ours.
template<class Model, class Sensors = runtime::NoSensors>
class SimulatedLink : public Link {
public:
    using Bytes = std::vector<std::uint8_t>;

    explicit SimulatedLink(std::shared_ptr<SimulatedBoard<Model, Sensors>> board) : m_board(std::move(board)) {}

    std::function<void(Bytes&)> onTheWayThere; ///< may change what the board gets
    std::function<void(Bytes&)> onTheWayBack;  ///< and what it says
    int readsUntilGone = -1;                   ///< then the line hangs up

    TimePoint now() const override { return m_now; }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (readsUntilGone == 0)
            return portGone("/dev/ttyX");
        readsUntilGone -= readsUntilGone > 0;
        if (m_coming.empty()) {
            m_now += timeLimit;
            return std::size_t(0);
        }
        const std::size_t count = std::min({bytes.size(), m_coming.size(), std::size_t(7)}); // a frame comes in pieces
        std::copy_n(m_coming.begin(), count, bytes.begin());
        m_coming.erase(m_coming.begin(), m_coming.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        Bytes there(bytes.begin(), bytes.end());
        if (onTheWayThere)
            onTheWayThere(there);
        m_board->io.now += 100; // the board has been idle since the last request
        m_board->poll();
        Bytes back = m_board->exchange(there);
        if (onTheWayBack)
            onTheWayBack(back);
        m_coming.insert(m_coming.end(), back.begin(), back.end());
        return {};
    }

private:
    std::shared_ptr<SimulatedBoard<Model, Sensors>> m_board;
    Bytes m_coming;
    TimePoint m_now;
};

}
