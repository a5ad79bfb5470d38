#pragma once

#include <filesystem>
#include <string>

namespace broto {

/// Makes the serial port library see a terminal as the USB port /dev/ttyACM99 of an Arduino Uno and no other port: the
/// program's own open, ioctl and so on stand before those of the C library and redirect what concerns that port.
struct UsbPortDisguise {
    UsbPortDisguise(const std::filesystem::path& folder, const std::string& terminal);
    ~UsbPortDisguise();
    static constexpr const char* port = "/dev/ttyACM99";
};

}
