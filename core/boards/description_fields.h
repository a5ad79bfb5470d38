#pragma once

#include "common/message.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Reads fields of JSON objects one after another and remembers the first that is wrong. What is read after that is
/// empty or 0.
class DescriptionFields {
public:
    using Json = nlohmann::json;

    const std::optional<Message>& problem() const { return m_problem; }

    /// `sentence` is a template; %1 is the field.
    void fail(std::string_view field, std::string_view sentence);

    void allowOnly(const Json& object, std::initializer_list<std::string_view> names);

    std::string text(const Json& object, std::string_view name);
    std::string textOr(const Json& object, std::string_view name, std::string_view otherwise);
    double number(const Json& object, std::string_view name);      ///< above 0
    std::int64_t whole(const Json& object, std::string_view name); ///< above 0
    bool yesOrNo(const Json& object, std::string_view name);
    std::vector<std::string> texts(const Json& object, std::string_view name);
    std::vector<std::string> textsOrNone(const Json& object, std::string_view name);

    /// A list of objects, which may be left out.
    std::vector<const Json*> objects(const Json& object, std::string_view name);
    /// An object inside another; null, and a problem, where it is missing or something else.
    const Json* part(const Json& object, std::string_view name);

private:
    const Json* field(const Json& object, std::string_view name);

    std::optional<Message> m_problem;
};

}
