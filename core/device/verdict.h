#pragma once

#include "device/board_check.h"
#include "device/live_answer.h"

#include <vector>

namespace broto {

/// Whether a check is good news: every row identical, or of a float model none that differs by more than rounding does.
bool agrees(const BoardReport& report);

/// The check in a sentence: how many rows are identical, or by how much the answers differ.
Message verdictOf(const BoardReport& report);

/// Where the answers part first, in sentences to be read one after the other; none where they do not.
std::vector<Message> whereTheyPart(const BoardReport& report);
std::vector<Message> whereTheyPart(const LiveAnswer& answer);

}
