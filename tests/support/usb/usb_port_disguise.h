#pragma once

#include "support/usb/usb_port_shim.h"

#include <filesystem>
#include <string>

namespace broto {

/// What a device on USB says of itself.
struct UsbFacts {
    std::string vendor = "2341";
    std::string product = "0043";
    std::string productName = "Uno board";
    std::string maker = "Arduino";
    std::string serialNumber = "A1B2";
};

/// Makes the serial port library see a terminal as the USB port /dev/ttyACM99 and no other port. Programs that are
/// started with usb_port_shim in LD_PRELOAD see it, too.
struct UsbPortDisguise {
    UsbPortDisguise(const std::filesystem::path& folder, const std::string& terminal, const UsbFacts& facts = {});
    ~UsbPortDisguise();
    static constexpr const char* port = disguisedPort;
};

}
