#pragma once

#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

/// What a person decides about the data, to and from project.json.
Json toJson(const DataChoices& choices);
Json toJson(const ReadOptions& reading);

ReadOptions readOptionsFrom(const CheckedJson& json);
DataChoices dataChoicesFrom(const CheckedJson& json);

Json toJson(Task task);
Task taskFrom(const CheckedJson& json);

}
