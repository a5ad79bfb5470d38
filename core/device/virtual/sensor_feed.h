#pragma once

#include "common/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// The voltages at the analog pins of an emulated board, in the course of its time.
class SensorFeed {
public:
    static constexpr int mostPins = 8; ///< A0 to A7: the emulator has no more

    /// Slow waves between 1 and 4 V, at each pin of another period: what a board measures that nobody has wired.
    static SensorFeed waves();

    /// The rows of a CSV in volts, one after the other and over again. Its columns are the pins of their names (A0, A1
    /// ...), or where none has such a name, the pins in their order. Fails where they are not numbers, or no pins of a
    /// board that has these.
    static Result<SensorFeed> fromCsv(std::string_view bytes, double rowsPerSecond,
                                      const std::vector<std::string>& pins);

    /// The pins of a board that the emulator has as well; none: nothing can be connected to it.
    static std::vector<std::string> pinsOf(std::string_view boardId);

    /// At a pin, A0 being 0; at one that nothing is connected to, 0 V.
    double volts(int pin, double seconds) const;

private:
    std::vector<std::vector<double>> m_pins; ///< volts, row by row; empty: nothing is connected
    std::size_t m_rows = 0;                  ///< 0: waves
    double m_rowsPerSecond = 0;
};

}
