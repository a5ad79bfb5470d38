#pragma once

#include "common/message.h"

namespace broto {

/// The reason for what ReadOptions say.
inline Message chosenByPerson()
{
    return message("data.reading-chosen", BROTO_TEXT("core", "Chosen by you."));
}

}
