#pragma once

#include "common/result.h"
#include "data/data_choices.h"
#include "data/dataset.h"

#include <cstdint>
#include <vector>

namespace broto {

/// What is to be learned, for the rows that have it.
struct TargetValues {
    std::vector<std::size_t> rows;    ///< of the table, ascending
    std::vector<std::int32_t> labels; ///< classification, one a row of `rows`
    std::vector<float> values;        ///< regression
    std::vector<std::string> classes; ///< classification; numbers in numeric order, texts bytewise
};

/// Fails when the column cannot be the target of that task, or holds one value only ("data.one-class").
Result<TargetValues> targetValues(const Column& column, Task task);

}
