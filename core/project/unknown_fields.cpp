#include "project/unknown_fields.h"

namespace broto {

namespace {

const Json* nameOf(const Json& item)
{
    if (!item.is_object())
        return nullptr;
    const auto name = item.find("name");
    return name != item.end() && name->is_string() ? &*name : nullptr;
}

const Json* findByName(const Json& array, const Json& name)
{
    for (const Json& item : array)
        if (const Json* other = nameOf(item); other && *other == name)
            return &item;
    return nullptr;
}

Json unknownInArray(const Json& read, const Json& known)
{
    Json unknown = Json::object();
    for (const Json& item : read) {
        const Json* name = nameOf(item);
        const Json* counterpart = name ? findByName(known, *name) : nullptr;
        if (!counterpart)
            continue;
        if (Json inner = unknownFields(item, *counterpart); !inner.empty())
            unknown[name->get<std::string>()] = std::move(inner);
    }
    return unknown;
}

}

Json unknownFields(const Json& read, const Json& known)
{
    if (read.is_array() && known.is_array())
        return unknownInArray(read, known);
    Json unknown = Json::object();
    if (!read.is_object() || !known.is_object())
        return unknown;
    for (const auto& [name, value] : read.items()) {
        const auto counterpart = known.find(name);
        if (counterpart == known.end())
            unknown[name] = value;
        else if (Json inner = unknownFields(value, *counterpart); !inner.empty())
            unknown[name] = std::move(inner);
    }
    return unknown;
}

void addUnknownFields(Json& document, const Json& unknown)
{
    if (!unknown.is_object())
        return;
    if (document.is_array()) {
        for (Json& item : document)
            if (const Json* name = nameOf(item); name && unknown.contains(name->get<std::string>()))
                addUnknownFields(item, unknown[name->get<std::string>()]);
        return;
    }
    if (!document.is_object())
        return;
    for (const auto& [name, value] : unknown.items()) {
        if (!document.contains(name))
            document[name] = value;
        else
            addUnknownFields(document[name], value);
    }
}

void removeField(Json& document, std::initializer_list<std::string_view> path)
{
    Json* parent = &document;
    for (auto name = path.begin(); name != path.end(); ++name) {
        if (!parent->is_object())
            return;
        const auto found = parent->find(std::string(*name));
        if (found == parent->end())
            return;
        if (name + 1 == path.end()) {
            parent->erase(found);
            return;
        }
        parent = &*found;
    }
}

void forgetUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> path)
{
    std::optional<Json> fields = parseJson(unknown.fields);
    if (!fields)
        return;
    removeField(*fields, path);
    unknown.fields = fields->empty() ? std::string() : fields->dump();
}

}
