#pragma once

#include <string>
#include <string_view>

namespace broto {

/// Puts a value in the place of every such mark of a template.
inline void replaceAll(std::string& text, std::string_view mark, std::string_view value)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

}
