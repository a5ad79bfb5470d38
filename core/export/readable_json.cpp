#include "export/readable_json.h"

#include "common/number_text.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t indentation = 2;

std::string plain(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool isPlainList(const Json& json)
{
    return json.is_array() &&
           std::none_of(json.begin(), json.end(), [](const Json& item) { return item.is_structured(); });
}

void append(std::string& text, const Json& json, std::size_t depth)
{
    if (!json.is_structured() || json.empty()) {
        text += plain(json);
        return;
    }
    const bool inOneLine = isPlainList(json);
    const std::string between = inOneLine ? " " : '\n' + std::string(indentation * (depth + 1), ' ');
    text += json.is_array() ? '[' : '{';
    bool first = true;
    for (const auto& [name, value] : json.items()) {
        text += first ? (inOneLine ? "" : between) : ',' + between;
        first = false;
        if (json.is_object())
            text += plain(name) + ": ";
        append(text, value, depth + 1);
    }
    if (!inOneLine)
        text += '\n' + std::string(indentation * depth, ' ');
    text += json.is_array() ? ']' : '}';
}

}

Json jsonFloat(float number)
{
    if (!std::isfinite(number))
        return nullptr;
    // 0.1f is 0.1 in the file, not 0.10000000149011612, wherever that reads back as the same float.
    const std::optional<double> shortened = parseNumber(shortest(number));
    return shortened && static_cast<float>(*shortened) == number ? *shortened : static_cast<double>(number);
}

Json jsonFloats(const std::vector<float>& numbers)
{
    Json list = Json::array();
    for (const float number : numbers)
        list.push_back(jsonFloat(number));
    return list;
}

std::string readableJson(const Json& json)
{
    std::string text;
    append(text, json, 0);
    return text + '\n';
}

}
