#include "platform/system_reason.h"

#include <system_error>

namespace broto {

std::string systemReason(int errorNumber)
{
    return std::generic_category().message(errorNumber);
}

}
