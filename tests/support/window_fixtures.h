#pragma once

#include "data/dataset.h"

namespace broto {

/// Windows of 32 made-up readings (tests/support/emulated/made_up_readings.h) of two channels, one each 16, told by
/// every feature there is, with two bands. Two classes, of the readings before and behind the middle. `missing`: the
/// first channel is filled in where it is missing.
Dataset windowDataset(bool missing = false);

}
