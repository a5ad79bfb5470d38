#pragma once

#include "common/message.h"

namespace broto {

/// What an operation returns that its caller has cancelled.
inline Message cancelledByUser()
{
    return message("common.cancelled", BROTO_TEXT("core", "Cancelled."));
}

}
