#pragma once

#include "export/tflite_model.h"

#include <optional>

namespace broto {

/// Whether the operators of a file from `next` on do with the tensor `current` what those of another graph do with its
/// tensor `from`: the same operators with the same constants in the same order, whatever anything is called. Then: the
/// tensor of the file that holds the result.
std::optional<int> resultOfSame(const TfliteModel& file, std::size_t next, int current, const TfliteModel& expected,
                                int from);

/// What stands in a table that the operators from `next` on look the tensor `current` up in, if they do.
struct TfliteTable {
    std::vector<std::int8_t> entries;
    float scale = 1;
};
std::optional<TfliteTable> tableAt(const TfliteModel& file, std::size_t next, int current);

/// "CONV_2D", or the number of one that is not known here.
std::string operationName(TfliteOp op);

}
