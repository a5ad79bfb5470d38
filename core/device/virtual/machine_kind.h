#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace broto {

/// A board that can be emulated.
struct MachineKind {
    std::string_view boardId; ///< of the catalogue
    std::string_view name;
    const char* processor; ///< as the emulator calls it
    std::uint32_t clockHz;
    std::string_view bootloader;     ///< file name among the embedded ones
    std::uint32_t bootloaderAddress; ///< where it lies in flash and where every reset begins
    std::uint16_t baudRegister;      ///< data address of UBRR0L; UBRR0H follows
    std::uint16_t statusRegister;    ///< data address of UCSR0A, which holds U2X0
};

std::span<const MachineKind> machineKinds();
const MachineKind* findMachineKind(std::string_view boardId); ///< null if there is none

}
