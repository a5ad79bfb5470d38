#include "project/checked_json.h"

#include "common/number_text.h"
#include "project/damage.h"

#include <cmath>

namespace broto {

namespace {

constexpr int deepestNesting = 64;
const Json nothing = nullptr;

std::string placeOf(const std::string& parent, std::string_view name)
{
    return parent.empty() ? std::string(name) : parent + "." + std::string(name);
}

/// What a value takes up beside what is in it.
std::size_t bytesOf(Json::parse_event_t event, const Json& json)
{
    constexpr std::size_t overhead = 64; // of what lies in a piece of memory of its own
    switch (event) {
    case Json::parse_event_t::object_start:
    case Json::parse_event_t::array_start:
        return sizeof(Json) + overhead;
    case Json::parse_event_t::key:
        return overhead + json.get_ref<const std::string&>().size();
    case Json::parse_event_t::value:
        return sizeof(Json) + (json.is_string() ? overhead + json.get_ref<const std::string&>().size() : 0);
    default:
        return 0;
    }
}

std::optional<std::uint64_t> parseHexadecimal(const std::string& text)
{
    if (text.empty() || text.size() > 16)
        return std::nullopt;
    std::uint64_t value = 0;
    for (const char letter : text) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(letter);
        if (digit == std::string_view::npos)
            return std::nullopt;
        value = value << 4 | digit;
    }
    return value;
}

}

std::optional<Json> parseJson(std::string_view text, std::size_t mostBytes)
{
    // Copying and writing a JSON value recurses, so the nesting is limited at the door. What is refused is not kept.
    bool refused = false;
    std::size_t bytes = 0;
    const auto isBounded = [&](int depth, Json::parse_event_t event, const Json& json) {
        bytes += refused ? 0 : bytesOf(event, json);
        refused = refused || depth > deepestNesting || bytes > mostBytes;
        return !refused;
    };
    Json json = Json::parse(text, isBounded, false);
    if (refused || json.is_discarded())
        return std::nullopt;
    return json;
}

void DamageReport::add(Message message)
{
    if (!m_first)
        m_first = std::move(message);
}

CheckedJson::CheckedJson(const Json& json, DamageReport& report, std::string place)
    : m_json(&json), m_report(&report), m_place(std::move(place))
{
}

void CheckedJson::reportKind() const
{
    m_report->add(damage::wrongKind(m_place));
}
void CheckedJson::reportRange() const
{
    m_report->add(damage::outOfRange(m_place));
}

CheckedJson CheckedJson::operator[](std::string_view name) const
{
    const std::string place = placeOf(m_place, name);
    if (!m_json->is_object()) {
        reportKind();
        return {nothing, *m_report, place};
    }
    const auto found = m_json->find(std::string(name));
    if (found == m_json->end()) {
        m_report->add(damage::missingField(place));
        return {nothing, *m_report, place};
    }
    return {*found, *m_report, place};
}

bool CheckedJson::has(std::string_view name) const
{
    return m_json->is_object() && m_json->contains(name);
}

bool CheckedJson::isNull() const
{
    return m_json->is_null();
}

std::vector<CheckedJson> CheckedJson::items() const
{
    std::vector<CheckedJson> items;
    if (!m_json->is_array()) {
        reportKind();
        return items;
    }
    items.reserve(m_json->size());
    for (std::size_t i = 0; i < m_json->size(); ++i)
        items.push_back({(*m_json)[i], *m_report, m_place + "[" + std::to_string(i) + "]"});
    return items;
}

bool CheckedJson::boolean() const
{
    if (!m_json->is_boolean()) {
        reportKind();
        return false;
    }
    return m_json->get<bool>();
}

std::string CheckedJson::text() const
{
    if (!m_json->is_string()) {
        reportKind();
        return {};
    }
    return m_json->get<std::string>();
}

std::int64_t CheckedJson::integer(std::int64_t lowest, std::int64_t highest) const
{
    if (!m_json->is_number_integer()) {
        reportKind();
        return lowest;
    }
    const bool tooLarge = m_json->is_number_unsigned() &&
                          m_json->get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max());
    const std::int64_t value = tooLarge ? 0 : m_json->get<std::int64_t>();
    if (tooLarge || value < lowest || value > highest) {
        reportRange();
        return lowest;
    }
    return value;
}

std::uint64_t CheckedJson::natural() const
{
    if (!m_json->is_number_unsigned()) {
        reportKind();
        return 0;
    }
    return m_json->get<std::uint64_t>();
}

std::uint64_t CheckedJson::hexadecimal() const
{
    const std::optional<std::uint64_t> value = parseHexadecimal(text());
    if (!value)
        reportRange();
    return value.value_or(0);
}

double CheckedJson::number(double lowest, double highest) const
{
    if (!m_json->is_number()) {
        reportKind();
        return 0;
    }
    const double value = m_json->get<double>();
    if (!(value >= lowest && value <= highest)) {
        reportRange();
        return 0;
    }
    return value;
}

double CheckedJson::numberOrMissing() const
{
    return isNull() ? std::numeric_limits<double>::quiet_NaN() : number();
}

float CheckedJson::realNumber() const
{
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(number(-largest, largest));
}

float CheckedJson::realNumberOrMissing() const
{
    return isNull() ? std::numeric_limits<float>::quiet_NaN() : realNumber();
}

Json jsonNumber(double number)
{
    if (!std::isfinite(number))
        return nullptr;
    return number;
}

Json jsonNumber(float number)
{
    if (!std::isfinite(number))
        return nullptr;
    // 0.1f is 0.1 in the file, not 0.10000000149011612, wherever that reads back as the same float.
    const std::optional<double> shortened = parseNumber(shortest(number));
    const double exact = static_cast<double>(number);
    return shortened && static_cast<float>(*shortened) == number ? *shortened : exact;
}

Json jsonNumbers(const std::vector<float>& numbers)
{
    Json array = Json::array();
    for (const float number : numbers)
        array.push_back(jsonNumber(number));
    return array;
}

}
