#pragma once

#include "common/message.h"
#include "common/run_control.h"
#include "data/data_choices.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace broto {

/// Something about the data that a person should know before training.
struct DataCheck {
    enum class Severity { Note, Warning, Problem };
    Severity severity = Severity::Warning;
    Message finding;                  ///< what was found, in one sentence
    std::vector<std::size_t> columns; ///< of the table, that it is about; none: about the rows
    std::optional<Message> remedy;    ///< what one click would do about it, in a few words
    DataChoices remedied;             ///< the choices after that click; only with a remedy
};

/// Looks for what makes learning fail or only seem to succeed. Gives nothing for choices that no data set can be made
/// of: makeDataset says why. `parameters` is the number of weights that the network would learn. A million rows of 12
/// columns take under a second. Cancelled: what was found so far.
std::vector<DataCheck> checkData(const Table& table, const DataChoices& choices, const RunControl& control = {},
                                 std::optional<std::size_t> parameters = {});

}
