#pragma once

#include "common/message.h"

#include <optional>
#include <string_view>

namespace broto {

/// Why a text is no table at all, by what it begins with: a web page, XML, JSON or a file of Weka. Nothing: it may be
/// one.
std::optional<Message> problemWithKind(std::string_view text);

}
