#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program, and so makes the input a finding, when something that always holds does not.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "It does not hold that %s.\n", what);
    std::abort();
}
