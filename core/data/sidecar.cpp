#include "data/data_choices.h"

#include <nlohmann/json.hpp>

namespace broto {

namespace {

using Json = nlohmann::json;

Message notJson()
{
    return message(
        "data.sidecar-not-json",
        BROTO_TEXT("core", "The file beside the table (.csv.json) is not a JSON object. Mend it or remove it."));
}

Message wrongField(std::string_view field, std::string_view expected)
{
    return message("data.sidecar-field",
                   BROTO_TEXT("core",
                              "In the file beside the table (.csv.json) the field \"%1\" should be %2. Mend it or "
                              "remove it."),
                   field, expected);
}

/// Takes a text field if it is there.
std::optional<Message> readText(const Json& object, const char* field, std::string& text)
{
    const auto found = object.find(field);
    if (found == object.end())
        return std::nullopt;
    if (!found->is_string())
        return wrongField(field, "\"...\"");
    text = found->get_ref<const std::string&>();
    return std::nullopt;
}

std::optional<Message> readFeatures(const Json& object, std::vector<std::string>& features)
{
    const auto found = object.find("features");
    if (found == object.end())
        return std::nullopt;
    if (!found->is_array())
        return wrongField("features", "[\"...\", ...]");
    for (const Json& feature : *found) {
        if (!feature.is_string())
            return wrongField("features", "[\"...\", ...]");
        features.push_back(feature.get_ref<const std::string&>());
    }
    return std::nullopt;
}

std::optional<Message> readTask(const Json& object, std::optional<Task>& task)
{
    std::string name;
    if (const std::optional<Message> problem = readText(object, "task", name))
        return problem;
    if (name.empty())
        return std::nullopt;
    task = taskNamed(name);
    if (!task)
        return wrongField("task", "\"classification\" / \"regression\"");
    return std::nullopt;
}

}

Result<Sidecar> parseSidecar(std::string_view json)
{
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return notJson();
    Sidecar sidecar;
    const std::pair<const char*, std::string*> texts[] = {{"title", &sidecar.title},
                                                          {"description", &sidecar.description},
                                                          {"source", &sidecar.source},
                                                          {"licence", &sidecar.licence},
                                                          {"target", &sidecar.target}};
    for (const auto& [field, text] : texts) {
        if (const std::optional<Message> problem = readText(object, field, *text))
            return *problem;
    }
    if (const std::optional<Message> problem = readFeatures(object, sidecar.features))
        return *problem;
    if (const std::optional<Message> problem = readTask(object, sidecar.task))
        return *problem;
    return sidecar;
}

}
