#pragma once

#include <string_view>

namespace broto {

inline constexpr std::string_view programVersion = BROTO_VERSION;

}
