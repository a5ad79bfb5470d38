#include "project/unknown_fields.h"

#include <iterator>

namespace broto {

namespace {

/// What an object of an array is known by.
std::optional<std::string> nameOf(const Json& item)
{
    if (!item.is_object())
        return std::nullopt;
    if (const auto name = item.find("name"); name != item.end() && name->is_string())
        return name->get<std::string>();
    if (const auto number = item.find("number"); number != item.end() && number->is_number_integer())
        return number->dump();
    return std::nullopt;
}

const Json* findByName(const Json& array, const std::string& name)
{
    for (const Json& item : array)
        if (nameOf(item) == name)
            return &item;
    return nullptr;
}

Json unknownInArray(const Json& read, const Json& known)
{
    Json unknown = Json::object();
    for (const Json& item : read) {
        const std::optional<std::string> name = nameOf(item);
        const Json* counterpart = name ? findByName(known, *name) : nullptr;
        if (!counterpart)
            continue;
        if (Json inner = unknownFields(item, *counterpart); !inner.empty())
            unknown[*name] = std::move(inner);
    }
    return unknown;
}

const Json* fieldAt(const Json& document, std::initializer_list<std::string_view> path)
{
    const Json* place = &document;
    for (const std::string_view name : path) {
        if (!place->is_object())
            return nullptr;
        const auto found = place->find(std::string(name));
        if (found == place->end())
            return nullptr;
        place = &*found;
    }
    return place;
}

void removeField(Json& document, const std::string_view* path, std::size_t length)
{
    if (!document.is_object())
        return;
    const auto found = document.find(std::string(*path));
    if (found == document.end())
        return;
    if (length > 1)
        removeField(*found, path + 1, length - 1);
    if (length == 1 || (found->is_object() && found->empty()))
        document.erase(found);
}

/// Of fields alone: empty where there are none.
std::string fieldsText(const Json& fields)
{
    return fields.empty() ? std::string() : fields.dump(-1, ' ', false, Json::error_handler_t::replace);
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
            if (const auto name = nameOf(item); name && unknown.contains(*name))
                addUnknownFields(item, unknown[*name]);
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
    removeField(document, std::data(path), path.size());
}

void forgetUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> path)
{
    std::optional<Json> fields = parseJson(unknown.fields);
    if (!fields)
        return;
    removeField(*fields, path);
    unknown.fields = fieldsText(*fields);
}

void moveUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> from,
                 std::initializer_list<std::string_view> to)
{
    std::optional<Json> fields = parseJson(unknown.fields);
    if (!fields)
        return;
    removeField(*fields, to);
    if (const Json* found = fieldAt(*fields, from)) {
        Json moved = *found;
        removeField(*fields, from);
        for (auto name = std::rbegin(to); name != std::rend(to); ++name)
            moved = {{std::string(*name), std::move(moved)}};
        addUnknownFields(*fields, moved);
    }
    unknown.fields = fieldsText(*fields);
}

}
