#pragma once

#include "project/checked_json.h"
#include "project/project.h"

#include <initializer_list>
#include <string_view>

namespace broto {

/// The fields of `read` that `known` has not. Objects are compared field by field, and so are the objects of an array
/// that have a "name", which is what the result holds them under. An empty object: there are none.
Json unknownFields(const Json& read, const Json& known);

/// Puts such fields back where they came from. What `document` has already stays; what has lost its place is dropped.
void addUnknownFields(Json& document, const Json& unknown);

/// Removes the field that a path of names leads to.
void removeField(Json& document, std::initializer_list<std::string_view> path);

/// Results of a newer program that belong to what is being replaced must not outlive it.
void forgetUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> path);

}
