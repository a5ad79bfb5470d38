#pragma once

#include "common/message.h"
#include "device/ports.h"

namespace broto {

/// A problem with the line to a board, in words that fit the board: a virtual one has no cable, and is started again.
Message boardProblem(const Port& port, Message problem);

/// The board has gone from the list of ports.
Message boardGone(const Port& port);

}
