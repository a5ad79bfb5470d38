#pragma once

#include <string>

namespace broto {

/// What the operating system says of an error number, without the period: "No space left on device".
std::string systemReason(int errorNumber);

}
