#pragma once

#include "export/header_facts.h"

namespace broto {

enum class HeaderLanguage { Cpp, C99 };

/// What stands around an exported header. Included twice it is there once; another model of the same name, whose
/// functions the compiler could not tell from these, is an error that says so, and so is a header of the other
/// language, which has the same runtime in other words.
struct HeaderGuard {
    std::string begin;
    std::string end;
};

/// `content` tells one model from another.
HeaderGuard headerGuard(const HeaderFacts& facts, HeaderLanguage language, std::string_view content);

}
