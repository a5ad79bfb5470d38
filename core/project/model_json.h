#pragma once

#include "project/archive.h"
#include "project/array_source.h"
#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

/// A variant and its model: what is small as JSON, weights and the like as arrays "models/<name>/layer-1-weights.npy".
Json toJson(const Variant& variant, std::vector<ArchiveEntry>& arrays);

/// What comes back has passed problemWith, or the report says what is wrong.
Variant variantFrom(const CheckedJson& json, const ArraySource& arrays);

/// Whether a variant's name can stand in a file name on any system: letters, digits, '-', '_' and '.', at most 64, and
/// no '.' first.
bool usableVariantName(std::string_view name);

}
