#include "import/shallow_json.h"

namespace broto {

bool isShallowJson(std::string_view text)
{
    constexpr int deepest = 16;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{'))
            ++depth;
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
        if (depth > deepest)
            return false;
    }
    return true;
}

}
