#pragma once

#include "export/header_facts.h"

namespace broto {

/// What stands around an exported header. Included twice it is there once; another model of the same name, whose
/// functions the compiler could not tell from these, is an error that says so.
struct HeaderGuard {
    std::string begin;
    std::string end;
};

/// `language` is what the macro's name has besides the model's: "" or "_C99". `content` tells one model from another.
HeaderGuard headerGuard(const HeaderFacts& facts, std::string_view language, std::string_view content);

}
