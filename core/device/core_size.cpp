#include "device/core_size.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace broto {

namespace {

using nlohmann::json;

/// An index comes from anywhere: what is not there is empty.
std::string fieldText(const json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string();
}

const json& fieldList(const json& object, const char* name)
{
    static const json none = json::array();
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() && found->is_array() ? *found : none;
}

/// Indexes write sizes as texts.
std::int64_t fieldBytes(const json& object)
{
    constexpr std::int64_t largest = std::int64_t(1) << 40;
    const std::string text = fieldText(object, "size");
    std::int64_t size = 0;
    std::from_chars(text.data(), text.data() + text.size(), size);
    return std::clamp<std::int64_t>(size, 0, largest);
}

/// "3.0.10" is newer than "3.0.9".
std::vector<std::int64_t> versionNumbers(const json& object)
{
    const std::string text = fieldText(object, "version");
    std::vector<std::int64_t> numbers;
    for (const char* at = text.data(); at < text.data() + text.size(); ++at) {
        std::int64_t number = 0;
        at = std::from_chars(at, text.data() + text.size(), number).ptr;
        numbers.push_back(number);
    }
    return numbers;
}

std::int64_t toolBytes(const json& packages, const json& tool)
{
    for (const json& package : packages) {
        if (fieldText(package, "name") != fieldText(tool, "packager"))
            continue;
        for (const json& each : fieldList(package, "tools")) {
            if (fieldText(each, "name") != fieldText(tool, "name") ||
                fieldText(each, "version") != fieldText(tool, "version"))
                continue;
            std::int64_t largest = 0;
            for (const json& system : fieldList(each, "systems"))
                largest = std::max(largest, fieldBytes(system));
            return largest;
        }
    }
    return 0;
}

}

std::optional<std::int64_t> coreDownloadBytes(std::string_view packageIndex, std::string_view core)
{
    const json index = json::parse(packageIndex, nullptr, false);
    const std::vector<json> packages = fieldList(index, "packages");
    std::optional<json> newest;
    for (const json& package : packages)
        for (const json& platform : fieldList(package, "platforms"))
            if (fieldText(package, "name") + ':' + fieldText(platform, "architecture") == core &&
                (!newest || versionNumbers(*newest) < versionNumbers(platform)))
                newest = platform;
    if (!newest || fieldBytes(*newest) == 0)
        return std::nullopt;
    std::int64_t bytes = fieldBytes(*newest);
    for (const json& tool : fieldList(*newest, "toolsDependencies"))
        bytes += toolBytes(packages, tool);
    return bytes;
}

}
