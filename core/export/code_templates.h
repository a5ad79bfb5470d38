#pragma once

#include "export/header_facts.h"

#include <string>
#include <string_view>

namespace broto {

/// A file of resources/export ("arduino/constants.ino") with its marks, @MODEL@ and the like, filled in for a model.
/// A mark that stands alone on its line may become several lines, or none.
std::string filledTemplate(std::string_view name, const HeaderFacts& facts);

/// The licence of all that is generated: MIT-0.
std::string licenceText();

/// Names of the files and folders of a format: what stands before "_sketch", "_cmake".
std::string folderFor(const HeaderFacts& facts, std::string_view kind);

}
