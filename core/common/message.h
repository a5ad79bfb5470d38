#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Marks an English sentence of core for lupdate, which is told that this is another name of QT_TRANSLATE_NOOP.
/// The context is always "core".
#define BROTO_TEXT(context, text) text

namespace broto {

using Argument = std::variant<std::int64_t, double, std::string>;

/// One sentence for a person, not yet in any language: what happened, where, what to do next.
/// The window and the command line turn it into the user's language with the template as the key.
struct Message {
    std::string_view id;             ///< "data.no-such-column": stable, for tests and scripts; a literal
    std::string_view text;           ///< English template, a literal marked by BROTO_TEXT; %1, %2 ... are the arguments
    std::vector<Argument> arguments;
};

/// The template with its arguments put in. Numbers are written locale-free.
std::string inEnglish(const Message& message);

/// `text` with %1, %2 ... replaced by the arguments: for a template already translated.
std::string fillTemplate(std::string_view text, const std::vector<Argument>& arguments);

namespace detail {
inline Argument asArgument(std::string_view text) { return std::string(text); }
inline Argument asArgument(double number) { return number; }
inline Argument asArgument(float number) { return static_cast<double>(number); }
template<class Integer>
    requires std::is_integral_v<Integer>
Argument asArgument(Integer number)
{
    return static_cast<std::int64_t>(number);
}
}

template<class... Arguments>
Message message(std::string_view id, std::string_view text, const Arguments&... arguments)
{
    return {id, text, {detail::asArgument(arguments)...}};
}

}
