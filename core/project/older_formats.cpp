#include "project/older_formats.h"

namespace broto {

namespace {

/// Format 1 knew of a column its role alone.
void rolesToColumns(Json& data)
{
    const auto roles = data.find("roles");
    if (roles == data.end() || !roles->is_array())
        return;
    Json columns = Json::array();
    for (Json& role : *roles) {
        columns.push_back(
            {{"role", std::move(role)}, {"type", nullptr}, {"missingMarks", Json::array()}, {"missing", nullptr}});
    }
    data.erase("roles");
    data["columns"] = std::move(columns);
}

/// Gives an object what it has been without, unless it stands there all the same.
void addMissing(Json& object, const char* name, Json value)
{
    if (object.is_object() && !object.contains(name))
        object[name] = std::move(value);
}

void fromFormat1(Json& document)
{
    addMissing(document, "testSource", nullptr);
    const auto data = document.find("data");
    if (data == document.end() || !data->is_object())
        return;
    rolesToColumns(*data);
    if (const auto reading = data->find("reading"); reading != data->end()) {
        addMissing(*reading, "encoding", nullptr);
        addMissing(*reading, "grouping", ""); // there were neither of them
        addMissing(*reading, "comment", "");
        addMissing(*reading, "dayFirst", nullptr);
    }
    if (const auto split = data->find("split"); split != data->end()) {
        addMissing(*split, "method", nullptr);
        addMissing(*split, "partColumn", nullptr);
        addMissing(*split, "folds", 5);
        addMissing(*split, "fold", 0);
    }
}

/// Format 2 knew no windows: every row stood for itself.
void fromFormat2(Json& document)
{
    if (const auto data = document.find("data"); data != document.end())
        addMissing(*data, "windows", nullptr);
    const auto variants = document.find("variants");
    if (variants == document.end() || !variants->is_array())
        return;
    for (Json& variant : *variants) {
        addMissing(variant, "goldenWindow", Json::array());
        if (!variant.is_object())
            continue;
        if (const auto preprocessing = variant.find("preprocessing"); preprocessing != variant.end())
            addMissing(*preprocessing, "stream", nullptr);
    }
}

}

void bringUpToDate(Json& document, std::int64_t format)
{
    if (!document.is_object())
        return;
    if (format < 2)
        fromFormat1(document);
    if (format < 3)
        fromFormat2(document);
}

}
