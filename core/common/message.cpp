#include "common/message.h"

#include "common/number_text.h"

namespace broto {

namespace {

std::string asText(const Argument& argument)
{
    if (const auto* integer = std::get_if<std::int64_t>(&argument))
        return std::to_string(*integer);
    if (const auto* number = std::get_if<double>(&argument))
        return shortest(*number);
    return std::get<std::string>(argument);
}

}

std::string fillTemplate(std::string_view text, const std::vector<Argument>& arguments)
{
    std::string filled;
    filled.reserve(text.size() + 16 * arguments.size());
    bool endsWithArgument = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marker = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = marker ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (marker && index < arguments.size()) {
            filled += asText(arguments[index]);
            ++i;
            endsWithArgument = true;
        } else {
            const bool isEnd = i + 1 == text.size() && text[i] == '.';
            if (!(isEnd && endsWithArgument &&
                  filled.ends_with('.'))) // a name such as "Nr." ends the sentence by itself
                filled += text[i];
            endsWithArgument = false;
        }
    }
    return filled;
}

std::string inEnglish(const Message& message)
{
    return fillTemplate(message.text, message.arguments);
}

}
