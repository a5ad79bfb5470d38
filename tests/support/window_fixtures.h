#pragma once

#include "data/dataset.h"

namespace broto {

/// Windows of made-up readings (tests/support/emulated/made_up_readings.h) of two channels "a" (g) and "b", in two classes
/// that take turns. `missing`: the first channel lacks a value now and then, which is filled in.
Dataset windowDataset(const WindowChoices& windows, bool missing = false);

/// The same of 32 readings, one each 16, told by every feature there is, with two bands.
Dataset windowDataset(bool missing = false);

}
