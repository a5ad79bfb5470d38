#pragma once

#include "project/checked_json.h"
#include "project/project.h"

#include <initializer_list>
#include <string_view>

namespace broto {

/// The fields of `read` that `known` has not. Objects are compared field by field, and so are the objects of an array
/// that have a "name" or a "number", which is what the result holds them under. An empty object: there are none.
Json unknownFields(const Json& read, const Json& known);

/// Puts such fields back where they came from. What `document` has already stays; what has lost its place is dropped.
void addUnknownFields(Json& document, const Json& unknown);

/// Removes the field that a path of names leads to, and the objects that have nothing in them without it.
void removeField(Json& document, std::initializer_list<std::string_view> path);

/// Results of a newer program that belong to what is being replaced must not outlive it.
void forgetUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> path);

/// What a result holds of a newer program goes with it to its new place, and takes that of what was there before.
void moveUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> from,
                 std::initializer_list<std::string_view> to);

}
