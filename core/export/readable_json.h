#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace broto {

/// Numbers as JSON: a float by the shortest decimal that reads back as the same float, NaN and infinities as null.
nlohmann::ordered_json jsonFloat(float number);
nlohmann::ordered_json jsonFloats(const std::vector<float>& numbers);

/// Text of a JSON document for people as well: objects and lists of lists are indented, a list of plain values stands
/// on one line. Ends with a line break; what is not UTF-8 becomes U+FFFD.
std::string readableJson(const nlohmann::ordered_json& json);

}
