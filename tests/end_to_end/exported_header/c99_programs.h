#pragma once

#include "compression/deployable_model.h"
#include "machines.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// The C compiler beside a C++ compiler: avr-g++ -> avr-gcc.
std::string cCompiler(std::string compiler);

/// What every C99 header has to compile with.
const std::vector<std::string>& strictC99();

/// Writes the C99 header of a model. C that includes it, with functions around all that it has: ask, answer, passes and
/// text, and what their names end in.
std::string writeC99Part(const Workshop& workshop, const DeployableModel& model, std::string_view project,
                         const std::string& ending);

/// The same for one model alone, in `model.c`.
void writeC99(const Workshop& workshop, const DeployableModel& model);

/// For `program.cpp`: a namespace `model` as a C++ header has it, in terms of the functions of `model.c`.
std::string c99Shim(const DeployableModel& model);

/// As `built`, with `model.c` compiled as C and linked to the program.
Said builtWithC(Machine machine, const Workshop& workshop,
                std::chrono::milliseconds runTime = std::chrono::seconds(20));

}
