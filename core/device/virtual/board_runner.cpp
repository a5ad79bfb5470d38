#include "device/virtual/board_runner.h"

#include "platform/process.h"
#include "platform/termination.h"

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
constexpr auto keepingInterval = 250ms;
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

std::uint64_t cyclesIn(const MachineKind& kind, std::chrono::nanoseconds time)
{
    return kind.clockHz * static_cast<std::uint64_t>(time.count()) / 1'000'000'000;
}

Message noSuchMachine(std::string_view boardId)
{
    std::string known;
    for (const MachineKind& kind : machineKinds())
        known += (known.empty() ? "" : ", ") + std::string(kind.boardId);
    return message("device.no-such-virtual-board", BROTO_TEXT("core", "There is no virtual board %1. There are: %2."),
                   boardId, known);
}

VirtualBoardEntry entryFor(const MachineKind& kind, const FlashImage& image, const PseudoTerminal& terminal)
{
    const std::string number = image.number() > 1 ? " " + std::to_string(image.number()) : "";
    return {std::string(kind.boardId), std::string(kind.name) + number, terminal.path(), image.path().string(),
            thisProcess()};
}

}

Result<std::unique_ptr<BoardRunner>> BoardRunner::start(RunnerOptions options)
{
    const MachineKind* kind = findMachineKind(options.boardId);
    if (!kind)
        return noSuchMachine(options.boardId);
    auto machine = AvrMachine::make(*kind);
    if (!machine)
        return machine.error();
    Result<FlashImage> image = FlashImage::claim(options.boardId, options.image);
    if (!image)
        return image.error();
    Result<std::optional<std::string>> kept = image->load((*machine)->flashSize());
    if (!kept)
        return kept.error();
    if (*kept)
        (*machine)->setFlash(**kept);
    Result<PseudoTerminal> terminal = PseudoTerminal::open();
    if (!terminal)
        return terminal.error();

    std::unique_ptr<BoardRunner> runner(
        new BoardRunner(std::move(options), *kind, std::move(*machine), std::move(*image), std::move(*terminal)));
    if (Result<void> registered = registerVirtualBoard(runner->m_entry, runner->m_options.registry); !registered)
        return registered.error();
    return runner;
}

BoardRunner::BoardRunner(RunnerOptions options, const MachineKind& kind, std::unique_ptr<AvrMachine> machine,
                         FlashImage image, PseudoTerminal terminal)
    : m_options(std::move(options)),
      m_kind(kind),
      m_machine(std::move(machine)),
      m_image(std::move(image)),
      m_terminal(std::move(terminal)),
      m_entry(entryFor(kind, m_image, m_terminal)),
      m_parent(parentProcess()),
      m_epoch(Clock::now()),
      m_lastTraffic(m_epoch),
      m_lastHeld(m_epoch),
      m_nextKeeping(m_epoch)
{
}

BoardRunner::~BoardRunner()
{
    unregisterVirtualBoard(m_entry, m_options.registry);
}

Result<void> BoardRunner::run()
{
    while (!shouldEnd())
        step();
    return m_image.save(m_machine->flash());
}

bool BoardRunner::shouldEnd() const
{
    return terminationRequested() || (m_options.endWithParent && parentProcess() != m_parent);
}

void BoardRunner::step()
{
    if (m_terminal.wasOpened())
        restart();
    const Clock::time_point now = Clock::now();
    const bool wasHeld = m_held;
    m_held = m_terminal.heldOpen();
    if (m_held)
        m_lastHeld = now;
    keepFlash(wasHeld && !m_held);

    if (m_held)
        takeBytes();
    if (waitsForUploader()) {
        m_terminal.waitForOpening(slice);
        return;
    }
    runMachine();
    giveBytes();

    if (m_machine->halted() || now - m_lastHeld > restAfter)
        m_terminal.waitForOpening(restingLook);
    else
        followClock();
}

void BoardRunner::runMachine()
{
    m_machine->run(cyclesIn(m_kind, slice));
    const std::vector<std::uint8_t> sent = m_machine->takeSent();
    m_uploading = m_machine->inBootloader() && (m_uploading || !sent.empty());
    if (!m_held) {
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
bool BoardRunner::waitsForUploader() const
{
    return m_held && m_uploading && m_machine->waitingToArrive() == 0 && m_toHost.empty() &&
           m_machine->elapsedCycles() - m_trafficCycles > cyclesIn(m_kind, pauseInUpload) &&
           Clock::now() - m_lastTraffic < patience;
}

void BoardRunner::restart()
{
    m_machine->pressReset();
    m_toHost.clear();
    m_uploading = false;
    m_epoch = Clock::now();
    m_epochCycles = m_machine->elapsedCycles();
}

/// Waits until the computer's clock has caught up with the machine's.
void BoardRunner::followClock()
{
    const double age = static_cast<double>(m_machine->elapsedCycles() - m_epochCycles) / m_kind.clockHz;
    const Clock::time_point due =
        m_epoch + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(age));
    const Clock::time_point now = Clock::now();
    if (now < due) {
        m_terminal.waitForOpening(due - now);
    } else if (now - due > mostBehind) {
        m_epoch = now;
        m_epochCycles = m_machine->elapsedCycles();
    }
}

/// A UART that is set to another speed than the other side's reads noise. Without a UART's bits on the wire the
/// settings themselves are compared.
bool BoardRunner::lineIsGarbled() const
{
    const int hostBaud = m_terminal.baud();
    const double boardBaud = m_machine->baud();
    return hostBaud > 0 && std::abs(hostBaud - boardBaud) > baudTolerance * boardBaud;
}

void BoardRunner::takeBytes()
{
    if (m_machine->waitingToArrive() >= mostWaiting)
        return;
    std::array<std::uint8_t, 1024> bytes;
    const std::size_t count = m_terminal.read(bytes);
    const bool noise = count > 0 && lineIsGarbled();
    for (std::size_t i = 0; i < count; ++i)
        m_machine->send(noise ? garbled(bytes[i]) : bytes[i]);
}

void BoardRunner::giveBytes()
{
    if (m_toHost.empty())
        return;
    const bool noise = lineIsGarbled();
    std::array<std::uint8_t, 1024> bytes;
    const std::size_t count = std::min(bytes.size(), m_toHost.size());
    std::transform(m_toHost.begin(), m_toHost.begin() + static_cast<std::ptrdiff_t>(count), bytes.begin(),
                   [&](std::uint8_t byte) { return noise ? garbled(byte) : byte; });
    const std::size_t taken = m_terminal.write(std::span(bytes).first(count));
    m_toHost.erase(m_toHost.begin(), m_toHost.begin() + static_cast<std::ptrdiff_t>(taken));
    if (m_toHost.size() > mostUnread)
        m_toHost.clear();
}

/// A full disk may have room again at the next try; the last one, at the end, is reported.
void BoardRunner::keepFlash(bool lineClosed)
{
    const Clock::time_point now = Clock::now();
    if (lineClosed) {
        (void)m_image.save(m_machine->flash()); // most likely an upload is over
    } else if (now >= m_nextKeeping) {
        m_nextKeeping = now + keepingInterval;
        (void)m_image.saveWhenSettled(m_machine->flash());
    }
}

}
