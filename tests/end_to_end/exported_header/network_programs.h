#pragma once

#include "compression/deployable_model.h"
#include "machines.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// What a random network is exported as.
enum class Form { Cpp, C99, StraightLine, Float32, Float32C99 };

std::string_view formName(Form form);
bool isFloat(Form form);

/// All of them; straight-line code where it is other code than the loops.
std::vector<Form> formsFor(const Machine& machine);

/// The network of a number, which is different for integers, for floats and for straight-line code.
DeployableModel networkOf(Form form, std::uint64_t seed);

/// The first networks that fit into a machine's flash; of floats on AVR, small ones.
std::vector<std::uint64_t> seedsThatFit(Form form, const Machine& machine, std::size_t count);

/// Exports a network, compiles it and asks it about made up rows. What it says must be `expectedOf`, floats nearly.
Said answersOf(Form form, const DeployableModel& model, int rows, const Machine& machine);
std::vector<std::string> expectedOf(Form form, const DeployableModel& model, int rows);

}
