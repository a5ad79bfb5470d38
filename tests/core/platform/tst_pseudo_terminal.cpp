#include "platform/file_holders.h"
#include "platform/port_problem.h"
#include "platform/process.h"
#include "platform/pseudo_terminal.h"
#include "platform/serial_terminal.h"

#include <QtTest>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace broto;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

std::vector<std::uint8_t> everyByte()
{
    std::vector<std::uint8_t> bytes(256);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i);
    return bytes;
}

}

class TestPseudoTerminal : public QObject {
    Q_OBJECT

private slots:
    void init() { m_board.emplace(std::move(PseudoTerminal::open().value())); }
    void cleanup() { m_board.reset(); }

    void everyByteGetsThroughUnchangedBothWays()
    {
        SerialTerminal host = openHost();
        const std::vector<std::uint8_t> bytes = everyByte();
        QVERIFY(host.write(bytes, 1s));
        std::vector<std::uint8_t> seen(1000);
        std::size_t count = 0;
        QTRY_VERIFY((count += m_board->read(std::span(seen).subspan(count))) == bytes.size());
        seen.resize(count);
        QVERIFY(seen == bytes);

        QCOMPARE(m_board->write(bytes), bytes.size());
        seen.assign(1000, 0);
        count = 0;
        while (count < bytes.size()) {
            const Result<std::size_t> more = host.read(std::span(seen).subspan(count), 1s);
            QVERIFY(more && *more > 0);
            count += *more;
        }
        seen.resize(count);
        QVERIFY(seen == bytes);
    }

    void silenceIsNoError()
    {
        SerialTerminal host = openHost();
        std::uint8_t byte;
        const Clock::time_point start = Clock::now();
        QVERIFY(host.read({&byte, 1}, 50ms).value() == 0);
        QVERIFY(Clock::now() - start >= 50ms);
    }

    void openingAndClosingAreSeen()
    {
        QVERIFY(!m_board->wasOpened());
        QVERIFY(!m_board->heldOpen());
        {
            SerialTerminal host = openHost();
            QVERIFY(m_board->wasOpened());
            QVERIFY(!m_board->wasOpened());
            QVERIFY(m_board->heldOpen());
        }
        QVERIFY(!m_board->heldOpen());
        openHost();
        QVERIFY(m_board->wasOpened()); // though it is closed again by now
    }

    void waitingEndsWhenItIsOpened()
    {
        const Clock::time_point start = Clock::now();
        std::thread opener([&] { openHost(); });
        m_board->waitForOpening(20s);
        opener.join();
        QVERIFY(Clock::now() - start < 10s);
        QVERIFY(m_board->wasOpened());
    }

    void theSpeedThatWasSetIsKnown()
    {
        SerialTerminal host = SerialTerminal::open(m_board->path(), 57600).value();
        QCOMPARE(m_board->baud(), 57600);
    }

    void aSpeedOutsideTheListIsRefused()
    {
        QVERIFY(SerialTerminal::open(m_board->path(), 123).error().id == "platform.unknown-baud-rate");
        QVERIFY(!m_board->wasOpened());
    }

    void theBoardsEndIsNoticedAtOnce()
    {
        SerialTerminal host = openHost();
        const Clock::time_point start = Clock::now();
        std::thread board([&] { m_board.reset(); });
        std::uint8_t byte;
        const Result<std::size_t> received = host.read({&byte, 1}, 20s);
        board.join();
        QVERIFY(received.error().id == "platform.port-gone");
        QVERIFY(host.write({&byte, 1}, 20s).error().id == "platform.port-gone");
        QVERIFY(Clock::now() - start < 5s);
    }

    void lastWordsAreReadBeforeTheEnd()
    {
        SerialTerminal host = openHost();
        const std::uint8_t word = 42;
        QCOMPARE(m_board->write({&word, 1}), std::size_t(1));
        std::uint8_t byte = 0;
        QVERIFY(host.read({&byte, 1}, 1s).value() == 1);
        QCOMPARE(byte, word);
        m_board.reset();
        QVERIFY(!host.read({&byte, 1}, 1s));
    }

    void aBoardThatTakesNothingIsReported()
    {
        SerialTerminal host = openHost();
        const std::vector<std::uint8_t> much(1'000'000);
        QVERIFY(host.write(much, 200ms).error().id == "platform.port-stuck");
    }

    void aPortInUseIsBusy()
    {
        SerialTerminal host = openHost();
        const Result<SerialTerminal> second = SerialTerminal::open(m_board->path(), 115200);
        QVERIFY(second.error().id == "platform.port-busy");
        QVERIFY(inEnglish(second.error()).find(m_board->path()) != std::string::npos);
    }

    void theProgramThatHoldsAPortIsNamed()
    {
        const std::string path = m_board->path();
        auto holder = ChildProcess::start({"/bin/sh", {"-c", "exec sleep 60 <" + path}, {}});
        QVERIFY(holder);
        QTRY_VERIFY_WITH_TIMEOUT(programsHolding(path) == std::vector<std::string>{"sleep"}, 20000);
        const std::string busy = inEnglish(portProblem(path, EBUSY));
        QVERIFY2(busy.find("in use by sleep.") != std::string::npos, busy.c_str());
        QVERIFY(programsHolding("/dev/ttyNotThere").empty());
    }

    void aMissingPortIsReported()
    {
        const std::string path = m_board->path();
        m_board.reset();
        QVERIFY(SerialTerminal::open(path, 115200).error().id == "platform.port-missing");
    }

    void whatIsNoTerminalIsRefused()
    {
        QVERIFY(SerialTerminal::open("/dev/null", 115200).error().id == "platform.not-a-port");
    }

private:
    SerialTerminal openHost() const { return SerialTerminal::open(m_board->path(), 115200).value(); }

    std::optional<PseudoTerminal> m_board;
};

QTEST_APPLESS_MAIN(TestPseudoTerminal)
#include "tst_pseudo_terminal.moc"
