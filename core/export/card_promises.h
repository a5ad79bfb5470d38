#pragma once

#include "export/header_facts.h"

#include <cstdint>
#include <string>

namespace broto {

/// Bytes of stack that an exported model takes at most on a 32-bit or smaller processor, above what its caller has
/// taken: infer, classify and predict; and selfTest, which holds a row.
std::int64_t stackBytes(const HeaderFacts& facts);
std::int64_t selfTestStackBytes(const HeaderFacts& facts);

/// What the model takes on each board of the catalogue: lines of comments.
std::string boardCosts(const HeaderFacts& facts);

/// What the header promises to a program that includes it, and what it asks of that: lines of comments. Each promise is
/// kept by tests/end_to_end/exported_header/tst_exported_header_promises.cpp.
std::string promises(const HeaderFacts& facts);

}
