#include "boards/description_fields.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr double largestNumber = 1e12; // beyond any clock or memory, exact in a double

}

void DescriptionFields::fail(std::string_view field, std::string_view sentence)
{
    if (!m_problem)
        m_problem = message("boards.wrong-field", sentence, field);
}

const DescriptionFields::Json* DescriptionFields::field(const Json& object, std::string_view name)
{
    const auto found = object.find(name);
    if (found != object.end())
        return &*found;
    if (!m_problem)
        m_problem =
            message("boards.missing-field", BROTO_TEXT("core", "The board description has no \"%1\". Add it."), name);
    return nullptr;
}

void DescriptionFields::allowOnly(const Json& object, std::initializer_list<std::string_view> names)
{
    for (const auto& [name, value] : object.items())
        if (std::find(names.begin(), names.end(), name) == names.end() && !m_problem)
            m_problem = message("boards.unknown-field",
                                BROTO_TEXT("core", "The board description has a field \"%1\" that means nothing. "
                                                   "Remove it or correct its name."),
                                name);
}

std::string DescriptionFields::text(const Json& object, std::string_view name)
{
    const Json* value = field(object, name);
    if (value && value->is_string() && !value->get_ref<const std::string&>().empty())
        return value->get<std::string>();
    fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be a text. Correct the file."));
    return {};
}

std::string DescriptionFields::textOr(const Json& object, std::string_view name, std::string_view otherwise)
{
    return object.contains(name) ? text(object, name) : std::string(otherwise);
}

double DescriptionFields::number(const Json& object, std::string_view name)
{
    const Json* value = field(object, name);
    const double result = value && value->is_number() ? value->get<double>() : 0;
    if (result > 0 && result <= largestNumber)
        return result;
    fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be a number above 0. Correct the file."));
    return 0;
}

std::int64_t DescriptionFields::whole(const Json& object, std::string_view name)
{
    const double result = number(object, name);
    if (result == std::floor(result))
        return static_cast<std::int64_t>(result);
    fail(name,
         BROTO_TEXT("core", "In the board description, \"%1\" should be a whole number above 0. Correct the file."));
    return 0;
}

bool DescriptionFields::yesOrNo(const Json& object, std::string_view name)
{
    const Json* value = field(object, name);
    if (value && value->is_boolean())
        return value->get<bool>();
    fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be true or false. Correct the file."));
    return false;
}

std::vector<std::string> DescriptionFields::texts(const Json& object, std::string_view name)
{
    const Json* value = field(object, name);
    std::vector<std::string> all;
    bool right = value && value->is_array();
    for (const Json& entry : right ? *value : Json::array()) {
        right = right && entry.is_string() && !entry.get_ref<const std::string&>().empty();
        if (right)
            all.push_back(entry.get<std::string>());
    }
    if (!right)
        fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be a list of texts. Correct the file."));
    return right ? all : std::vector<std::string>();
}

std::vector<std::string> DescriptionFields::textsOrNone(const Json& object, std::string_view name)
{
    return object.contains(name) ? texts(object, name) : std::vector<std::string>();
}

std::vector<const DescriptionFields::Json*> DescriptionFields::objects(const Json& object, std::string_view name)
{
    std::vector<const Json*> all;
    const auto found = object.find(name);
    if (found == object.end())
        return all;
    bool right = found->is_array();
    for (const Json& entry : right ? *found : Json::array()) {
        right = right && entry.is_object();
    }
    if (!right) {
        fail(name,
             BROTO_TEXT("core", "In the board description, \"%1\" should be a list of objects. Correct the file."));
        return all;
    }
    for (const Json& entry : *found)
        all.push_back(&entry);
    return all;
}

const DescriptionFields::Json* DescriptionFields::part(const Json& object, std::string_view name)
{
    const Json* value = field(object, name);
    if (value && value->is_object())
        return value;
    fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be an object. Correct the file."));
    return nullptr;
}

}
