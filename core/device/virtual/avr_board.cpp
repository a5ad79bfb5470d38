#include "device/virtual/avr_board.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broto {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds slice = 500us; ///< between two looks at the line
constexpr auto mostBehind = 50ms;                 ///< what a slow computer may make good; beyond, time is lost
constexpr auto restAfter = 2s;                    ///< without anybody at the line; opening it resets the board anyway
constexpr auto restingLook = 100ms;
constexpr auto pauseInUpload = 100ms;     ///< of the machine's time, before it waits for the uploader
constexpr auto patience = 10s;            ///< with an uploader that says nothing
constexpr std::size_t mostWaiting = 4096; ///< to the machine; more stays in the terminal
constexpr std::size_t mostUnread = 65536; ///< to a program that does not read
constexpr double baudTolerance = 0.04;

/// What a byte looks like when it is sampled at the wrong times. Reversible or not does not matter; different does.
std::uint8_t garbled(std::uint8_t byte)
{
    return static_cast<std::uint8_t>((byte << 1 | 1) ^ 0x6a);
}

}

AvrBoard::AvrBoard(std::unique_ptr<AvrMachine> machine, std::optional<SensorFeed> sensors)
    : m_machine(std::move(machine)), m_epoch(Clock::now()), m_lastTraffic(m_epoch), m_lastHeld(m_epoch)
{
    if (sensors)
        m_machine->connectPins([sensors = *std::move(sensors), machine = m_machine.get()](int pin) {
            const double seconds = static_cast<double>(machine->elapsedCycles()) / machine->clockHz();
            return static_cast<std::uint32_t>(std::lround(std::max(sensors.volts(pin, seconds), 0.0) * 1000));
        });
}

std::uint64_t AvrBoard::cyclesIn(std::chrono::nanoseconds time) const
{
    return m_machine->clockHz() * static_cast<std::uint64_t>(time.count()) / 1'000'000'000;
}

void AvrBoard::step(PseudoTerminal& line, bool held)
{
    const Clock::time_point now = Clock::now();
    if (held) {
        m_lastHeld = now;
        takeBytes(line);
    }
    if (waitsForUploader(held)) {
        line.waitForOpening(slice);
        return;
    }
    runMachine(held);
    giveBytes(line);

    if (m_machine->halted() || now - m_lastHeld > restAfter)
        line.waitForOpening(restingLook);
    else
        followClock(line);
}

void AvrBoard::runMachine(bool held)
{
    m_machine->run(cyclesIn(slice));
    const std::vector<std::uint8_t> sent = m_machine->takeSent();
    m_uploading = m_machine->inBootloader() && (m_uploading || !sent.empty());
    if (!held) {
        m_toHost.clear();
        return;
    }
    m_toHost.insert(m_toHost.end(), sent.begin(), sent.end());
    if (!sent.empty() || m_machine->waitingToArrive() > 0) {
        m_lastTraffic = Clock::now();
        m_trafficCycles = m_machine->elapsedCycles();
    }
}

/// A bootloader starts the sketch after a second without a byte. In the middle of an upload such a second means that
/// the computer is too busy to run the uploader, so the machine's time waits for it.
bool AvrBoard::waitsForUploader(bool held) const
{
    return held && m_uploading && m_machine->waitingToArrive() == 0 && m_toHost.empty() &&
           m_machine->elapsedCycles() - m_trafficCycles > cyclesIn(pauseInUpload) &&
           Clock::now() - m_lastTraffic < patience;
}

void AvrBoard::pressReset()
{
    m_machine->pressReset();
    m_toHost.clear();
    m_uploading = false;
    m_epoch = Clock::now();
    m_epochCycles = m_machine->elapsedCycles();
}

/// Waits until the computer's clock has caught up with the machine's.
void AvrBoard::followClock(const PseudoTerminal& line)
{
    const double age = static_cast<double>(m_machine->elapsedCycles() - m_epochCycles) / m_machine->clockHz();
    const Clock::time_point due =
        m_epoch + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(age));
    const Clock::time_point now = Clock::now();
    if (now < due) {
        line.waitForOpening(due - now);
    } else if (now - due > mostBehind) {
        m_epoch = now;
        m_epochCycles = m_machine->elapsedCycles();
    }
}

/// A UART that is set to another speed than the other side's reads noise. Without a UART's bits on the wire the
/// settings themselves are compared.
bool AvrBoard::lineIsGarbled(const PseudoTerminal& line) const
{
    const int hostBaud = line.baud();
    const double boardBaud = m_machine->baud();
    return hostBaud > 0 && std::abs(hostBaud - boardBaud) > baudTolerance * boardBaud;
}

void AvrBoard::takeBytes(PseudoTerminal& line)
{
    if (m_machine->waitingToArrive() >= mostWaiting)
        return;
    std::array<std::uint8_t, 1024> bytes;
    const std::size_t count = line.read(bytes);
    const bool noise = count > 0 && lineIsGarbled(line);
    for (std::size_t i = 0; i < count; ++i)
        m_machine->send(noise ? garbled(bytes[i]) : bytes[i]);
}

void AvrBoard::giveBytes(PseudoTerminal& line)
{
    if (m_toHost.empty())
        return;
    const bool noise = lineIsGarbled(line);
    std::array<std::uint8_t, 1024> bytes;
    const std::size_t count = std::min(bytes.size(), m_toHost.size());
    std::transform(m_toHost.begin(), m_toHost.begin() + static_cast<std::ptrdiff_t>(count), bytes.begin(),
                   [&](std::uint8_t byte) { return noise ? garbled(byte) : byte; });
    const std::size_t taken = line.write(std::span(bytes).first(count));
    m_toHost.erase(m_toHost.begin(), m_toHost.begin() + static_cast<std::ptrdiff_t>(taken));
    if (m_toHost.size() > mostUnread)
        m_toHost.clear();
}

}
