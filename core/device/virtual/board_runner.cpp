#include "device/virtual/board_runner.h"

#include "device/virtual/avr_board.h"
#include "device/virtual/qemu_board.h"
#include "platform/termination.h"

namespace broto {

namespace {

using namespace std::chrono_literals;

constexpr auto keepingInterval = 250ms;

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
    VirtualBoardEntry entry;
    entry.boardId = kind.boardId;
    entry.name = std::string(kind.name) + number;
    entry.port = terminal.path();
    entry.image = image.path().string();
    entry.processId = thisProcess();
    return entry;
}

Message noPins(std::string_view name)
{
    return message("device.virtual-board-has-no-pins",
                   BROTO_TEXT("core",
                              "The %1 has no pins that sensors could be connected to. Those of the Uno, Nano and "
                              "Mega have."),
                   name);
}

Result<std::unique_ptr<EmulatedBoard>> makeBoard(const AvrKind& kind, const std::filesystem::path&,
                                                 std::optional<SensorFeed> sensors)
{
    auto machine = AvrMachine::make(kind);
    if (!machine)
        return machine.error();
    return std::unique_ptr<EmulatedBoard>(new AvrBoard(std::move(*machine), std::move(sensors)));
}

Result<std::unique_ptr<EmulatedBoard>> makeBoard(const QemuKind& kind, const std::filesystem::path& folder,
                                                 const std::optional<SensorFeed>&)
{
    auto board = QemuBoard::make(kind, folder);
    if (!board)
        return board.error();
    return std::unique_ptr<EmulatedBoard>(std::move(*board));
}

}

Result<std::unique_ptr<BoardRunner>> BoardRunner::start(RunnerOptions options)
{
    const MachineKind* kind = findMachineKind(options.boardId);
    if (!kind)
        return noSuchMachine(options.boardId);
    if (options.sensors && std::holds_alternative<QemuKind>(kind->emulation))
        return noPins(kind->name);
    Result<FlashImage> image = FlashImage::claim(options.boardId, options.image);
    if (!image)
        return image.error();
    Result<PseudoTerminal> terminal = PseudoTerminal::open();
    if (!terminal)
        return terminal.error();
    VirtualBoardEntry entry = entryFor(*kind, *image, *terminal);
    const std::filesystem::path folder = virtualBoardFolder(entry, options.registry);
    auto board = std::visit([&](const auto& emulation) { return makeBoard(emulation, folder, options.sensors); },
                            kind->emulation);
    if (!board)
        return board.error();
    entry.drive = (*board)->drive().string();
    Result<std::optional<std::string>> kept = image->load((*board)->flashSize());
    if (!kept)
        return kept.error();
    if (*kept)
        (*board)->setFlash(**kept);

    std::unique_ptr<BoardRunner> runner(new BoardRunner(std::move(options), std::move(entry), std::move(*board),
                                                        std::move(*image), std::move(*terminal)));
    if (Result<void> registered = registerVirtualBoard(runner->m_entry, runner->m_options.registry); !registered)
        return registered.error();
    return runner;
}

BoardRunner::BoardRunner(RunnerOptions options, VirtualBoardEntry entry, std::unique_ptr<EmulatedBoard> board,
                         FlashImage image, PseudoTerminal terminal)
    : m_options(std::move(options)),
      m_entry(std::move(entry)),
      m_board(std::move(board)),
      m_image(std::move(image)),
      m_terminal(std::move(terminal)),
      m_parent(parentProcess()),
      m_nextKeeping(Clock::now())
{
}

BoardRunner::~BoardRunner()
{
    m_board.reset(); // what it keeps in its folder is not needed any more
    unregisterVirtualBoard(m_entry, m_options.registry);
}

Result<void> BoardRunner::run()
{
    while (!shouldEnd())
        step();
    return m_image.save(m_board->flash());
}

bool BoardRunner::shouldEnd() const
{
    return terminationRequested() || (m_options.endWithParent && parentProcess() != m_parent);
}

void BoardRunner::step()
{
    if (m_terminal.wasOpened())
        m_board->pressReset();
    const bool wasHeld = m_held;
    m_held = m_terminal.heldOpen();
    keepFlash(wasHeld && !m_held);
    m_board->step(m_terminal, m_held);
}

/// A full disk may have room again at the next try; the last one, at the end, is reported.
void BoardRunner::keepFlash(bool lineClosed)
{
    const Clock::time_point now = Clock::now();
    if (lineClosed) {
        (void)m_image.save(m_board->flash()); // most likely an upload is over
    } else if (now >= m_nextKeeping) {
        m_nextKeeping = now + keepingInterval;
        (void)m_image.saveWhenSettled(m_board->flash());
    }
}

}
