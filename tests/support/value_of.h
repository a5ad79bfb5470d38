#pragma once

#include "common/result.h"

#include <cstdio>
#include <cstdlib>

namespace broto::test {

/// The value of a step that a test takes for granted; where there is none, its error ends the program.
template<class T>
T valueOf(Result<T> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", inEnglish(result.error()).c_str());
    std::exit(1);
}

}
