#pragma once

#include "device/ports.h"

#include <string_view>

namespace broto {

/// Fills in the board and the description of a port from its USB numbers and from what the device calls itself: first
/// the catalogue, then the product name, then well-known USB serial chips, whose boards cannot be told.
void identifyPort(Port& port, std::string_view productName);

}
