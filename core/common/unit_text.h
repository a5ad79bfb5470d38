#pragma once

#include <string>

namespace broto {

/// "temperature (°C)"; without a unit the name alone.
inline std::string inUnit(const std::string& name, const std::string& unit)
{
    return unit.empty() ? name : name + " (" + unit + ")";
}

}
