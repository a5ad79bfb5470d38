#include "device/bare_metal_machine.h"

namespace broto {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view cortexSources[] = {"start_cortex_m.cpp"};
constexpr std::string_view riscvSources[] = {"start_riscv.S"};
constexpr std::string_view xtensaSources[] = {"start_xtensa.S", "arithmetic_xtensa.cpp"};

constexpr std::string_view m0Flags[] = {"-mcpu=cortex-m0", "-mthumb"};
constexpr std::string_view m3Flags[] = {"-mcpu=cortex-m3", "-mthumb"};
constexpr std::string_view m4Flags[] = {"-mcpu=cortex-m4", "-mthumb", "-mfpu=fpv4-sp-d16", "-mfloat-abi=hard"};
// With a newer -misa-spec the library of the 64-bit core would be linked.
constexpr std::string_view riscvFlags[] = {"-march=rv32imac", "-mabi=ilp32", "-misa-spec=2.2", "-ffreestanding"};
constexpr std::string_view xtensaFlags[] = {"-mabi=call0", "-mlongcalls", "-mtext-section-literals", "-ffreestanding"};

constexpr std::string_view newlib[] = {"-lm", "-lc_nano", "-lgcc"};
constexpr std::string_view picolibc[] = {"-lm", "-lc", "-lgcc"};

constexpr std::int64_t kilobyte = 1024;

constexpr BareMetalMachine arm(std::string_view name, std::string_view header, Words flags, std::int64_t flashBytes,
                               std::int64_t ramBytes)
{
    return {name,
            header,
            cortexSources,
            "arm-none-eabi-",
            "gcc-arm-none-eabi",
            "lib/arm-none-eabi/newlib/libc_nano.a",
            "libnewlib-arm-none-eabi",
            flags,
            newlib,
            0,
            0x20000000,
            flashBytes,
            ramBytes};
}

constexpr BareMetalMachine machines[] = {
    arm("nrf51", "nrf51.h", m0Flags, 256 * kilobyte, 16 * kilobyte),
    arm("mps2-an385", "mps2.h", m3Flags, 4096 * kilobyte, 4096 * kilobyte),
    arm("mps2-an386", "mps2.h", m4Flags, 4096 * kilobyte, 4096 * kilobyte),
    {"sifive-e", "sifive_e.h", riscvSources, "riscv64-unknown-elf-", "gcc-riscv64-unknown-elf",
     "lib/picolibc/riscv64-unknown-elf/picolibc.specs", "picolibc-riscv64-unknown-elf", riscvFlags, picolibc,
     0x20400000, 0x80000000, 1024 * kilobyte, 16 * kilobyte},
    {"lx106", "lx106.h", xtensaSources, "xtensa-lx106-elf-", "gcc-xtensa-lx106", "lib/xtensa-lx106-elf/picolibc.specs",
     "picolibc-xtensa-lx106-elf", xtensaFlags, picolibc, 0x40200000, 0x3ffe8000, 1024 * kilobyte, 80 * kilobyte},
};

}

const BareMetalMachine* findBareMetalMachine(std::string_view name)
{
    for (const BareMetalMachine& machine : machines)
        if (machine.name == name)
            return &machine;
    return nullptr;
}

}
