#pragma once

#include "data/dataset.h"
#include "project/project.h"

#include <string>

namespace broto {

/// Small projects for tests, made by the real steps. They assert that these succeed.

/// What a project learns from.
Dataset dataOf(const Project& project);

/// A category, a missing value, a tanh layer: three kinds of fruit.
std::string fruitCsv();
Project fruitProject();
Project trainedFruitProject();

/// The same once more after a first run, by settings of which hardly one is the default: normalised, with dropout.
Project retrainedFruitProject();

/// One number to learn from another.
Project trainedLineProject();

/// Windows of readings with a time and a group: two sensors, one filled in where it lacks a value, and band powers.
std::string swingCsv();
Project trainedWindowProject();

}
