#pragma once

#include "export/header_facts.h"

#include <string>
#include <string_view>

namespace broto {

// The parts of an exported header, in the order they stand in it. Each ends with a line break.

/// What the model is, where it comes from, what it takes and answers, and how to call it: a comment.
std::string modelCard(const HeaderFacts& facts);

/// Pieces of it that headers in other languages share: what the model is and where it comes from (`kind` is "C99"),
/// what it takes and answers, and the licence.
std::string cardFacts(const HeaderFacts& facts, std::string_view kind);
std::string cardRows(const HeaderFacts& facts);
std::string cardLicence();

/// The constants and functions that a sketch uses, declared.
std::string interfaceSection(const HeaderFacts& facts);

/// Those parts of core/runtime that the model needs.
std::string runtimeSection(const HeaderFacts& facts);

/// Inputs, weights, names and golden rows, all in flash.
std::string dataSection(const HeaderFacts& facts);

/// The functions that were declared, and `Model` for the board server.
std::string functionSection(const HeaderFacts& facts);

/// Why a model without a golden row has no header.
Message noGoldenRow(const DeployableModel& model);

}
