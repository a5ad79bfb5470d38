#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace broto {

/// What a program for one machine is made of: a start of resources/firmware/bare_metal, a compiler and a place in
/// memory.
struct BareMetalMachine {
    std::string_view name;                     ///< "nrf51", as a board's file says
    std::string_view header;                   ///< has its class Machine
    std::span<const std::string_view> sources; ///< start-up, and what its compiler lacks
    std::string_view tools;                    ///< what the compiler's name begins with: "arm-none-eabi-"
    std::string_view compilerPackage;          ///< of Debian, which brings it
    std::string_view library;                  ///< a file of the C library, from the folder above the compiler's
    std::string_view libraryPackage;
    std::span<const std::string_view> flags;     ///< that choose the processor
    std::span<const std::string_view> libraries; ///< to link
    std::uint32_t flashAddress;
    std::uint32_t ramAddress;
    std::int64_t flashBytes; ///< of the machine; the board may have less
    std::int64_t ramBytes;
};

const BareMetalMachine* findBareMetalMachine(std::string_view name); ///< null if there is none

}
