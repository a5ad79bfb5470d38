#pragma once

#include "export/header_facts.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// Bytes of stack that an exported model takes at most on a 32-bit or smaller processor, above what its caller has
/// taken: infer, classify and predict; and selfTest, which holds a row.
std::int64_t stackBytes(const HeaderFacts& facts);
std::int64_t selfTestStackBytes(const HeaderFacts& facts);

/// What the model takes on each board of the catalogue: lines of comments.
std::string boardCosts(const HeaderFacts& facts);

/// What the header promises to a program that includes it, and what it asks of that: lines of comments. `names` says
/// where its names are, `sharing` what calls have in common. Each promise is kept by
/// tests/end_to_end/exported_header/tst_exported_header_promises.cpp, of the C99 header by tst_exported_formats.cpp.
std::string promises(const HeaderFacts& facts, std::string_view names, std::string_view sharing);

}
