#pragma once

#include "export/exported_files.h"
#include "networks.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace broto {

/// What is counted on, and how.
enum class Counter { Atmega328p, CortexM0, CortexM4 };

std::string counterName(Counter counter);

/// What one network takes on one processor from int8 inputs in RAM to its class.
struct KernelCounts {
    QString complaint;           ///< why there are none, else empty
    std::vector<int> perRow;     ///< cycles of an AVR, instructions of a Cortex-M
    std::vector<int> classes;    ///< what it answered
    int stackBytes = 0;          ///< AVR: the most of any row, return addresses included
    std::int64_t flashBytes = 0; ///< all in all
    std::int64_t codeBytes = 0;  ///< flash beyond the arrays of the layers
    std::int64_t workspaceBytes = 0;

    int mean() const;
    int most() const;
};

/// Why nothing can be counted here; empty if it can.
QString missing(Counter counter);

KernelCounts countsOf(const CountedNetwork& network, Counter counter, const HeaderOptions& options = {});

/// The same of any header, as exportCppHeader gives it, whose namespace is `identifier`.
KernelCounts countsOf(const CountedNetwork& network, const std::string& header, const std::string& identifier,
                      Counter counter);

}
