#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace broto {

/// An AVR of simavr with the bootloader that its board comes with.
struct AvrKind {
    const char* processor; ///< as the emulator calls it
    std::uint32_t clockHz;
    std::string_view bootloader;     ///< file name among the embedded ones
    std::uint32_t bootloaderAddress; ///< where it lies in flash and where every reset begins
    std::uint16_t baudRegister;      ///< data address of UBRR0L; UBRR0H follows
    std::uint16_t statusRegister;    ///< data address of UCSR0A, which holds U2X0
};

/// A machine of QEMU. Its name says which core it is, not which chip: QEMU has the peripherals of another one.
struct QemuKind {
    std::string_view program; ///< "qemu-system-arm"
    std::string_view package; ///< of Debian, which brings it
    std::string_view machine; ///< -M
    std::string_view core;    ///< -cpu; empty: the machine's own
    std::uint32_t flashAddress;
    std::uint32_t flashBytes;
    bool beginsInFlash; ///< a reset has to be told to begin at the first byte of flash
};

/// A board that can be emulated.
struct MachineKind {
    std::string_view boardId; ///< of the catalogue
    std::string_view name;
    std::variant<AvrKind, QemuKind> emulation;
};

std::span<const MachineKind> machineKinds();
const MachineKind* findMachineKind(std::string_view boardId); ///< null if there is none

}
