#pragma once

#include <string>

namespace broto {

inline constexpr const char* disguisedPort = "/dev/ttyACM99";

/// The folder that stands for the root folder of /sys/class/tty and of the port; empty: no disguise.
std::string& usbRoot();

}
