#pragma once

#include <string>
#include <string_view>

namespace broto {

/// What core calls a choice or a metric in files and documents ("stratified", "category", "accuracy"), in the user's
/// language.
std::string wordFor(std::string_view name);

}
