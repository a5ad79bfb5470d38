#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "project/checked_json.h"

#include <functional>
#include <string>

namespace broto {

/// What a command leaves for standard output, in both of its forms.
struct Outcome {
    Json document;
    std::string text;    ///< ends with a line break
    bool failed = false; ///< the command was done, but what it found out is bad news: exit code 1
};

/// What one call of the program shares: the global options, the way to be stopped, and standard error.
class Session {
public:
    Session();

    bool json = false;
    bool quiet = false;
    std::string language;
    std::function<Result<Outcome>()> action; ///< the chosen command
    RunControl control;                      ///< cancelled by Ctrl+C

    /// One line on standard error about what is going on. Not with --quiet.
    void note(const Message& message) const;
    /// One line that a person should not miss, even with --quiet.
    void warn(const Message& message) const;

    /// From now on, what `control` reports becomes a line for every quarter, under this name. An empty one: nothing.
    void showProgress(std::string name);

private:
    void onProgress(const Progress& progress);

    std::string m_progressName;
    int m_quarter = 0;
};

}
