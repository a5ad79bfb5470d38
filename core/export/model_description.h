#pragma once

#include "compression/deployable_model.h"

#include <string>
#include <string_view>

namespace broto {

/// All that a person or a program needs to feed a model and to read its answers, where the file with its weights is in
/// a format of others: names, units, ranges, categories, classes, where it comes from, a few rows with their answers;
/// and what the integers stand for beyond what those formats can say. JSON; docs/interop.md describes it. It stands
/// beside the file.
std::string modelDescription(const DeployableModel& model);

/// As much of it as reading the model again needs, in few bytes: it goes into the file, which may go into flash.
std::string embeddedDescription(const DeployableModel& model);

/// The same in a sentence: what goes in and what comes out.
std::string descriptionSentence(const DeployableModel& model);

/// The name of the metadata entry that holds it, in both formats.
inline constexpr std::string_view descriptionEntry = "broto.json";

/// What tells such a description from any other JSON.
inline constexpr std::string_view descriptionFormat = "broto-model-description";

}
