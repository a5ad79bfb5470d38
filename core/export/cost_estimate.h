#pragma once

#include "boards/board.h"
#include "compression/deployable_model.h"
#include "network/network.h"

namespace broto {

/// What one model costs on one board, compiled at -Os. Start-up code, drivers and the serial protocol are not counted.
///
/// Flash: weights, biases, multipliers, tables and input encodings to the byte, and the code that a sketch takes along
/// to ask `classify` or `predict`; names and golden rows stay out of it unless a sketch uses them. RAM: the two vectors
/// of activations as the exported header has them, to the byte, and one row. Raw outputs belong to the stack.
///
/// Integers: what the kernels do is counted step by step (kernel_steps.h), and what a step takes is told by its
/// assembly or was fitted (step_costs.cpp). docs/kernels.md says how near this comes: cycles of AVR and instructions of
/// Cortex-M were measured on emulated ones. Cycles of Cortex-M are made of its instructions by the timings of the
/// manuals, memory without wait states. RISC-V, Xtensa and Generic run portable kernels, whose loops were added up:
/// expect a third more or less there. Float32: AVR within a tenth, others within a third, half with smooth activations.
///
/// A model with a stream counts its readings and its spectrum in RAM, the code and the constants of its features in
/// flash, and what a full window takes in cycles: features and answer. The cycles of features are measured on the
/// emulated ATmega328P; on other processors they are taken to be in proportion to its single-precision arithmetic,
/// which is good to half of them.
struct CostEstimate {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0;
    std::int64_t stackBytes = 0;      ///< at most, as the exported header promises
    std::int64_t multiplications = 0; ///< with additions: MACs of one answer
    double cycles = 0;                ///< for one answer
    double instructions = 0;          ///< Cortex-M, integers: what the cycles of the network are made of; else 0
    double microseconds = 0;
    double outputMicroseconds = 0; ///< where every raw output is asked for, as the serial protocol does
    double microjoules = 0;        ///< at the board's datasheet current
    bool fitsFlash = true;         ///< of the board
    bool fitsRam = true;           ///< with the stack
    bool fits() const { return fitsFlash && fitsRam; }
};

/// The most stack that `classify` or `predict` takes.
std::int64_t largestStack(Arithmetic arithmetic, int outputs);

/// Bytes of RAM that a stream takes beside its model: the ring of readings, the spectrum where there are band powers,
/// and the features of the last window.
std::int64_t streamRamBytes(const Stream& stream);
std::int64_t spectrumBytes(const Stream& stream); ///< of it, those of the spectrum

/// Bytes of flash that tell how features enter a network, and that describe and serve the features of windows.
std::int64_t encodingBytes(int features, Arithmetic arithmetic, const Board& board);
std::int64_t streamConstantBytes(const Stream& stream);

/// From the design alone, before any training; with what tells its features of windows, where it takes those.
CostEstimate estimateCost(const NetworkShape& shape, int features, Arithmetic arithmetic, const Board& board,
                          const std::optional<Stream>& stream = {});
CostEstimate estimateCost(const DeployableModel& model, const Board& board);

}
