#pragma once

#include "boards/board.h"
#include "compression/deployable_model.h"
#include "network/network.h"

namespace broto {

/// What one model costs on one board, run by the portable kernels compiled at -Os. Start-up code, drivers and the
/// serial protocol are not counted.
///
/// Flash: weights, biases, multipliers, tables and input encodings to the byte, and the code that a sketch takes along
/// to answer a row; names and golden rows stay out of it unless a sketch uses them. RAM: the two buffers of activations
/// as the exported header has them, one row and its raw outputs; the stack is not counted.
///
/// Cycles: so many a multiplication, a neuron, a layer and a feature. The figures for AVR are fitted to the exported
/// header on an emulated ATmega328P, which counts every cycle, and stay within a tenth of it (tst_cost_estimate). Those
/// for Cortex-M and RISC-V are added up from the compiled inner loops by the timings of the processors' manuals, memory
/// without wait states; Xtensa and Generic are taken from them. Expect a third more or less there, half on float32 with
/// smooth activations.
///
/// A model with a stream counts its readings and its spectrum in RAM, the code and the constants of its features in
/// flash, and what a full window takes in cycles: features and answer. The cycles of features are measured on the
/// emulated ATmega328P; on other processors they are taken to be in proportion to its single-precision arithmetic,
/// which is good to half of them.
struct CostEstimate {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0;
    double cycles = 0; ///< for one answer
    double microseconds = 0;
    double microjoules = 0; ///< at the board's datasheet current
    bool fits = true;       ///< on the board
};

/// Bytes of RAM that a stream takes beside its model: the ring of readings, the spectrum where there are band powers,
/// and the features of the last window.
std::int64_t streamRamBytes(const Stream& stream);
std::int64_t spectrumBytes(const Stream& stream); ///< of it, those of the spectrum

/// Bytes of flash that tell how features enter a network, and that describe and serve the features of windows.
std::int64_t encodingBytes(int features, Arithmetic arithmetic, const Board& board);
std::int64_t streamConstantBytes(const Stream& stream);

/// From the design alone, before any training.
CostEstimate estimateCost(const NetworkShape& shape, int features, Arithmetic arithmetic, const Board& board);
CostEstimate estimateCost(const DeployableModel& model, const Board& board);

}
