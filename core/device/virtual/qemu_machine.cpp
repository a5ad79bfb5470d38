#include "device/virtual/qemu_machine.h"

#include <nlohmann/json.hpp>

#include <array>

namespace broto {

namespace {

constexpr std::size_t longestLine = 1 << 16; ///< of QEMU's, which are short
constexpr std::chrono::milliseconds settlingTime(100);

/// A path as a value among others: a comma would end it.
std::string optionValue(const std::filesystem::path& path)
{
    std::string value;
    for (const char c : path.string())
        value.append(c == ',' ? 2 : 1, c);
    return value;
}

std::vector<std::string> argumentsFor(const QemuKind& kind, const std::filesystem::path& flash,
                                      ConnectedProcess::Numbers channels)
{
    std::string loader = "loader,file=" + optionValue(flash);
    if (kind.beginsInFlash)
        loader += ",cpu-num=0";
    std::vector<std::string> arguments = {
        "-machine",    std::string(kind.machine),
        "-nodefaults", // no network, no monitor
        "-display",    "none",
        "-S",                      // it stands still until it is told to go on
        "-icount",     "shift=10", // 1,024 ns with every instruction, as bare_metal_io.h counts on
        "-chardev",    "socket,id=line,fd=" + std::to_string(channels[0]),
        "-serial",     "chardev:line",
        "-chardev",    "socket,id=control,fd=" + std::to_string(channels[1]),
        "-mon",        "chardev=control,mode=control",
        "-device",     loader};
    if (!kind.core.empty())
        arguments.insert(arguments.end(), {"-cpu", std::string(kind.core)});
    return arguments;
}

}

Result<QemuMachine> QemuMachine::start(const QemuKind& kind, const std::filesystem::path& flash)
{
    auto process = ConnectedProcess::start(
        kind.program, [&](ConnectedProcess::Numbers channels) { return argumentsFor(kind, flash, channels); });
    if (!process)
        return process.error();
    return QemuMachine(std::move(*process));
}

bool QemuMachine::running()
{
    Channel& control = m_process.second();
    std::array<std::uint8_t, 4096> bytes;
    while (const std::size_t count = control.read(bytes))
        m_said.append(reinterpret_cast<const char*>(bytes.data()), count);
    for (std::size_t end; (end = m_said.find('\n')) != std::string::npos; m_said.erase(0, end + 1))
        take(std::string_view(m_said).substr(0, end));
    if (m_said.size() > longestLine)
        m_said.clear();
    if (m_state == State::Settling && Clock::now() >= m_settled) {
        command("cont");
        m_state = State::Resuming;
    }
    return !control.ended() && m_process.running();
}

void QemuMachine::take(std::string_view line)
{
    const auto said = nlohmann::json::parse(line, nullptr, false);
    if (!said.is_object())
        return;
    const nlohmann::json event = said.value("event", nlohmann::json());
    if (said.contains("QMP")) {
        command("qmp_capabilities"); // it listens to nothing else before
    } else if (m_state == State::Starting && said.contains("return")) {
        m_state = State::Settling;
    } else if (m_state == State::Stopping && event == "STOP") {
        dropWhatWasSaid();
        command("system_reset");
        m_state = State::Resetting;
    } else if (m_state == State::Resetting && event == "RESET") {
        m_settled = Clock::now() + settlingTime;
        m_state = State::Settling;
    } else if (m_state == State::Resuming && event == "RESUME") {
        m_state = State::Running;
        if (m_pressedWhileResuming)
            pressReset();
        m_pressedWhileResuming = false;
    }
}

void QemuMachine::command(std::string_view name)
{
    const std::string text = "{\"execute\":\"" + std::string(name) + "\"}\n";
    m_process.second().write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

void QemuMachine::pressReset()
{
    switch (m_state) {
    case State::Running:
        command("stop");
        m_state = State::Stopping;
        break;
    case State::Starting:
    case State::Settling:
        m_settled = Clock::now() + settlingTime;
        break;
    case State::Resuming:
        m_pressedWhileResuming = true; // too late to hold it
        break;
    case State::Stopping:
    case State::Resetting:
        break; // it settles only after this
    }
}

void QemuMachine::dropWhatWasSaid()
{
    std::array<std::uint8_t, 4096> bytes;
    while (line().read(bytes) > 0) {
    }
}

}
