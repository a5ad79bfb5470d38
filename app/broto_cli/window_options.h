#pragma once

#include "common/result.h"
#include "data/data_choices.h"

#include <string>

namespace CLI {
class App;
}

namespace broto {

/// What `train` can be told about windows of readings, as it was typed; the parser has checked each of them. 0: not
/// given.
struct WindowOptions {
    int readings = 0;
    double seconds = 0;
    int stride = 0;
    double strideSeconds = 0;
    double rate = 0;
    double longestGap = 0;
    std::string features;
    std::string bands;
    std::string mixed;
    std::string value;
    std::string time;
    std::string group;
    bool none = false;

    bool any() const;
};

void addWindowOptions(CLI::App& command, WindowOptions& options);

/// Changes the choices: the columns of time and groups, and windows as proposed wherever any of the other options is
/// given. Fails when a column is not found or is the target.
Result<void> applyWindowOptions(DataChoices& choices, const Table& table, const WindowOptions& options);

}
