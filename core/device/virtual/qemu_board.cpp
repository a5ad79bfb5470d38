#include "device/virtual/qemu_board.h"

#include "device/virtual/intel_hex.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/wait_for_any.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace broto {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr std::string_view failure = "FAIL.TXT";
constexpr std::uintmax_t largestProgram = 16 << 20;  ///< bytes of a file, of which a byte of flash takes three
constexpr std::size_t mostInHand = 4096;             ///< bytes of one direction; more waits where it is
constexpr std::chrono::nanoseconds retryAfter = 1ms; ///< when the other side does not take any more
constexpr std::chrono::nanoseconds lookAfter = 10ms; ///< while a reset is under way
constexpr std::chrono::nanoseconds longestWait = 200ms;

Message emulatorMissing(const QemuKind& kind)
{
    return message("device.emulator-missing",
                   BROTO_TEXT("core",
                              "%1 is missing, which emulates this board. It comes with the package %2: sudo apt "
                              "install %2"),
                   kind.program, kind.package);
}

Message folderNotMade(const fs::path& folder, const std::error_code& error)
{
    return message("device.folder-not-made", BROTO_TEXT("core", "The folder %1 cannot be made: %2."), folder.string(),
                   error.message());
}

Message notAProgram(std::string_view name)
{
    return message("device.not-a-hex",
                   BROTO_TEXT("core", "%1 is no program for this board. Copy the .hex that was built for it."), name);
}

/// Moves what the sink takes.
template<class Sink>
void pour(std::deque<std::uint8_t>& bytes, Sink& sink)
{
    std::array<std::uint8_t, mostInHand> block;
    const std::size_t count = std::min(block.size(), bytes.size());
    std::copy_n(bytes.begin(), count, block.begin());
    const std::size_t taken = count > 0 ? sink.write(std::span(block).first(count)) : 0;
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
}

template<class Source>
void fill(std::deque<std::uint8_t>& bytes, Source& source)
{
    if (bytes.size() >= mostInHand)
        return;
    std::array<std::uint8_t, mostInHand> block;
    const std::size_t count = source.read(block);
    bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
}

}

Result<std::unique_ptr<QemuBoard>> QemuBoard::make(const QemuKind& kind, const fs::path& folder)
{
    if (!findProgram(kind.program))
        return emulatorMissing(kind);
    std::error_code error;
    fs::create_directories(folder / "drive", error);
    if (error)
        return folderNotMade(folder, error);
    Result<FolderWatch> watch = FolderWatch::open(folder / "drive");
    if (!watch)
        return watch.error();
    return std::unique_ptr<QemuBoard>(new QemuBoard(kind, folder, std::move(*watch)));
}

QemuBoard::QemuBoard(const QemuKind& kind, fs::path folder, FolderWatch watch)
    : m_kind(kind), m_folder(std::move(folder)), m_watch(std::move(watch)), m_flash(kind.flashBytes, '\xff')
{
}

QemuBoard::~QemuBoard()
{
    m_machine.reset();
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void QemuBoard::setFlash(std::string_view bytes)
{
    m_flash = bytes;
    startMachine();
}

/// A processor without any program would only lose its way.
void QemuBoard::startMachine()
{
    m_machine.reset();
    m_toMachine.clear();
    m_toHost.clear();
    const bool blank = m_flash.find_first_not_of('\xff') == std::string::npos;
    const fs::path file = m_folder / "flash.hex";
    if (blank || !writeFileAtomically(file, hexOfFlash(m_flash, m_kind.flashAddress), Flush::Later))
        return;
    if (Result<QemuMachine> machine = QemuMachine::start(m_kind, file))
        m_machine = std::move(*machine);
}

void QemuBoard::pressReset()
{
    m_toMachine.clear();
    m_toHost.clear();
    if (m_machine)
        m_machine->pressReset();
    else
        startMachine();
}

void QemuBoard::step(PseudoTerminal& line, bool held)
{
    for (const std::string& name : m_watch.arrived())
        takeProgram(name);
    if (m_machine && !m_machine->running())
        m_machine.reset();
    exchange(line, held);
    wait(line, held);
}

Result<std::string> QemuBoard::readProgram(const fs::path& file) const
{
    const std::string name = file.filename().string();
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(file, error)) || fs::file_size(file, error) > largestProgram)
        return notAProgram(name);
    const Result<std::string> text = readFile(file);
    if (!text)
        return text.error();
    if (!text->starts_with(':'))
        return notAProgram(name);
    return flashOfHex(*text, m_kind.flashAddress, m_kind.flashBytes);
}

/// That the file is gone again tells that it was dealt with, so it goes last.
void QemuBoard::takeProgram(const std::string& name)
{
    const fs::path file = drive() / name, reason = drive() / failure;
    std::error_code ignored;
    if (name == failure || name.starts_with('.') || !fs::exists(fs::symlink_status(file, ignored)))
        return;
    if (Result<std::string> flash = readProgram(file)) {
        fs::remove(reason, ignored);
        setFlash(*flash);
    } else {
        (void)writeFileAtomically(reason, inEnglish(flash.error()) + "\r\n", Flush::Later);
    }
    fs::remove(file, ignored);
}

void QemuBoard::exchange(PseudoTerminal& line, bool held)
{
    if (held)
        fill(m_toMachine, line);
    if (!m_machine) {
        m_toMachine.clear(); // nobody hears it
    } else if (m_machine->connected()) {
        pour(m_toMachine, m_machine->line());
        fill(m_toHost, m_machine->line());
    }
    if (held)
        pour(m_toHost, line);
    else
        m_toHost.clear();
}

void QemuBoard::wait(const PseudoTerminal& line, bool held)
{
    const bool connected = m_machine && m_machine->connected();
    const bool stuck = !m_toHost.empty() || (connected && !m_toMachine.empty());
    const int descriptors[] = {line.openings(), held && m_toMachine.size() < mostInHand ? line.descriptor() : -1,
                               m_watch.descriptor(), m_machine ? m_machine->controlDescriptor() : -1,
                               connected && m_toHost.size() < mostInHand ? m_machine->line().descriptor() : -1};
    waitForAny(descriptors, stuck ? retryAfter : m_machine && !connected ? lookAfter : longestWait);
}

}
