#pragma once

#include "boards/board.h"
#include "random_networks.h"

#include <QString>

namespace broto {

/// The processors on which estimates are held against what an emulated one takes.
enum class Chip { Atmega328p, Atmega2560, CortexM0, CortexM4 };

std::string chipName(Chip chip);
Board boardOf(Chip chip); ///< one of the catalogue that has it

/// What a model takes beside a program that does all but ask it, compiled at -Os as the cores of Arduino do.
struct MeasuredCost {
    QString complaint;           ///< why there is nothing, else empty
    std::int64_t flashBytes = 0; ///< of `classify` or `predict` and all that they need
    std::int64_t ramBytes = 0;   ///< static, and one row
    double work = 0;             ///< for one answer, the mean of the rows: cycles of an AVR, instructions of a Cortex-M
};

/// What it takes to begin with a row of floats, beside a program that has the inputs of the network as int8. Of a
/// classification by integers.
struct InputPathCost {
    QString complaint;
    std::int64_t codeBytes = 0;
    bool callsFloatRoutines = false; ///< the whole program does
};

/// Why nothing can be measured; empty if it can.
QString missing(Chip chip);

MeasuredCost measuredCost(const RandomNetwork& network, Chip chip);
InputPathCost inputPathCost(const RandomNetwork& network, Chip chip);

}
