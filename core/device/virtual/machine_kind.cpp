#include "device/virtual/machine_kind.h"

namespace broto {

namespace {

constexpr std::uint32_t crystalHz = 16'000'000;

constexpr AvrKind atmega328(std::string_view bootloader, std::uint32_t address)
{
    return {"atmega328p", crystalHz, bootloader, address, 0xc4, 0xc0};
}

constexpr AvrKind optiboot = atmega328("optiboot_atmega328p.bin", 0x7e00);
constexpr AvrKind oldNano = atmega328("ATmegaBOOT_168_atmega328.bin", 0x7800);
constexpr AvrKind mega = {"atmega2560", crystalHz, "stk500boot_v2_mega2560.bin", 0x3e000, 0xc4, 0xc0};

constexpr QemuKind arm(std::string_view machine, std::uint32_t flashBytes)
{
    return {"qemu-system-arm", "qemu-system-arm", machine, "", 0, flashBytes, false};
}

constexpr QemuKind riscv = {"qemu-system-riscv32", "qemu-system-misc", "sifive_e", "", 0x20400000, 1 << 20, false};
constexpr QemuKind xtensa = {
    "qemu-system-xtensa", "qemu-system-misc", "kc705-nommu", "lx106", 0x40200000, 1 << 20, true};

}

std::span<const MachineKind> machineKinds()
{
    static constexpr MachineKind kinds[] = {
        {"uno", "Virtual Arduino Uno", optiboot},
        {"nano", "Virtual Arduino Nano", optiboot},
        {"nano-old", "Virtual Arduino Nano, old bootloader", oldNano},
        {"mega", "Virtual Arduino Mega 2560", mega},
        {"microbit", "Virtual micro:bit", arm("microbit", 256 << 10)},
        {"cortex-m3", "Emulated Cortex-M3", arm("mps2-an385", 512 << 10)},
        {"cortex-m4", "Emulated Cortex-M4", arm("mps2-an386", 512 << 10)},
        {"risc-v", "Emulated RISC-V RV32IMAC", riscv},
        {"xtensa-lx106", "Emulated Xtensa lx106", xtensa},
    };
    return kinds;
}

const MachineKind* findMachineKind(std::string_view boardId)
{
    for (const MachineKind& kind : machineKinds())
        if (kind.boardId == boardId)
            return &kind;
    return nullptr;
}

}
