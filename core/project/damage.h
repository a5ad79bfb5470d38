#pragma once

#include "common/message.h"

#include <cstddef>
#include <string_view>

/// The sentences that say what is wrong with a project file. All have the id "project.damaged".
namespace broto::damage {

Message notAnArchive();
Message unreadableEntry(std::string_view entry);
Message missingEntry(std::string_view entry);
Message tooMuch(std::size_t mebibytes);
Message notJson();
Message missingField(std::string_view field);
Message wrongKind(std::string_view field);  ///< a text where a number belongs
Message outOfRange(std::string_view field); ///< the right kind, but not a value it may have
Message wrongArray(std::string_view entry); ///< not the .npy that belongs there
Message wrongTable(std::string_view entry, const Message& reason);
Message wrongModel(std::string_view variant, const Message& reason);

}
