#pragma once

#include "device/virtual/emulated_board.h"
#include "device/virtual/qemu_machine.h"
#include "platform/folder_watch.h"

#include <deque>
#include <memory>
#include <optional>

namespace broto {

/// A board that QEMU emulates. A .hex that is copied to its drive becomes its program and vanishes from there; FAIL.TXT
/// says why it did not.
class QemuBoard : public EmulatedBoard {
public:
    /// Makes `folder`, which goes away with this. `kind` stays where it is. Fails where QEMU is missing.
    static Result<std::unique_ptr<QemuBoard>> make(const QemuKind& kind, const std::filesystem::path& folder);
    ~QemuBoard() override;

    std::size_t flashSize() const override { return m_flash.size(); }
    std::string_view flash() const override { return m_flash; }
    void setFlash(std::string_view bytes) override;
    std::filesystem::path drive() const override { return m_folder / "drive"; }
    void pressReset() override;
    void step(PseudoTerminal& line, bool held) override;

private:
    QemuBoard(const QemuKind& kind, std::filesystem::path folder, FolderWatch watch);
    void startMachine();
    void takeProgram(const std::string& name);
    Result<std::string> readProgram(const std::filesystem::path& file) const;
    void exchange(PseudoTerminal& line, bool held);
    void wait(const PseudoTerminal& line, bool held);

    const QemuKind& m_kind;
    std::filesystem::path m_folder;
    FolderWatch m_watch;
    std::string m_flash;
    std::optional<QemuMachine> m_machine; ///< nothing: there is no program, or it has lost its way
    std::deque<std::uint8_t> m_toMachine;
    std::deque<std::uint8_t> m_toHost;
};

}
