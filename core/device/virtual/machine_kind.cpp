#include "device/virtual/machine_kind.h"

namespace broto {

std::span<const MachineKind> machineKinds()
{
    static constexpr MachineKind kinds[] = {
        {"uno", "Virtual Arduino Uno", "atmega328p", 16'000'000, "optiboot_atmega328p.bin", 0x7e00, 0xc4, 0xc0},
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
