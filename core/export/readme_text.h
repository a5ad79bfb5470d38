#pragma once

#include "export/header_facts.h"

#include <string>
#include <string_view>

namespace broto {

// What people read about a model outside of its code.

/// "Iris, variant ptq-int8", as one line of plain text.
std::string plainTitle(const HeaderFacts& facts);

/// What it answers, from what, how well: one sentence of plain text in one line, at most 250 bytes of UTF-8.
std::string plainSentence(const HeaderFacts& facts);

/// Network, quality, origin and size: plain text in one line.
std::string plainParagraph(const HeaderFacts& facts);

/// Text as Markdown that shows exactly it.
std::string markdownText(std::string_view text);

/// The same facts in Markdown, and tables of what goes in and what comes out.
std::string markdownSummary(const HeaderFacts& facts);
std::string markdownTables(const HeaderFacts& facts);

/// How the functions are called, as lines of C++ without a line break at the end.
std::string exampleCall(const HeaderFacts& facts);

}
