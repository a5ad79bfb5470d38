#include "export/cost_estimate.h"

#include "export/array_bytes.h"
#include "export/flash_bytes.h"
#include "export/float_cost.h"
#include "export/step_costs.h"
#include "export/stream_cost.h"

#include <algorithm>

namespace broto {

namespace {

// What functions of the compiler and of the mathematical library take, and what they save.
constexpr std::int64_t integerStack = 256;
constexpr std::int64_t floatStack = 384;

/// Whether an AVR reaches its constants: those that lie near, or far where it has far flash (core/runtime/far_flash.h).
bool withinReach(std::int64_t parameters, const Board& board)
{
    constexpr std::int64_t nearFlash = 64 * 1024;
    return board.processor != Processor::Avr || parameters <= nearAvrFlash || board.flashBytes > nearFlash;
}

CostEstimate estimateIntegers(const NetworkPlan& plan, const Board& board)
{
    CostEstimate estimate;
    const std::int64_t parameters = parameterBytes(plan, board.processor);
    estimate.flashBytes =
        parameters + encodingBytes(plan.features, Arithmetic::Int8, board) + codeBytes(plan, board.processor);
    const StepWork work = workOf(stepsOf(plan, board.processor), board.processor);
    estimate.cycles = work.cycles;
    estimate.instructions = work.instructions;
    estimate.fitsFlash = withinReach(parameters, board);
    return estimate;
}

CostEstimate estimateFloats(const NetworkShape& shape, int features, const Board& board)
{
    CostEstimate estimate;
    const std::int64_t parameters = 4 * parameterCount(shape);
    estimate.flashBytes =
        parameters + encodingBytes(features, Arithmetic::Float32, board) + floatCodeBytes(shape, board.processor);
    estimate.cycles = floatCycles(shape, features, board.processor);
    estimate.fitsFlash = withinReach(parameters, board);
    return estimate;
}

/// What follows from bytes and cycles.
void finish(CostEstimate& estimate, double scores, const Board& board)
{
    estimate.microseconds = estimate.cycles / board.clockHz * 1e6;
    estimate.outputMicroseconds = (estimate.cycles + scores) / board.clockHz * 1e6;
    estimate.microjoules = board.volts * board.activeMilliamperes * estimate.microseconds * 1e-3;
    estimate.fitsFlash = estimate.fitsFlash && estimate.flashBytes <= board.flashBytes;
    estimate.fitsRam = estimate.ramBytes + estimate.stackBytes <= board.ramBytes;
}

/// With a row, and, of windows, what they take.
CostEstimate whole(CostEstimate estimate, const NetworkShape& shape, int features, Arithmetic arithmetic,
                   const std::optional<Stream>& stream, const Board& board)
{
    estimate.ramBytes = activationBytes(shape, arithmetic, board.processor) + 4 * std::int64_t{features};
    estimate.stackBytes = largestStack(arithmetic, shape.back().outputs);
    estimate.multiplications = multiplicationCount(shape);
    if (stream)
        addStreamCost(estimate, *stream, board);
    const bool hasScores = arithmetic == Arithmetic::Int8 && shape.back().outputs > 1;
    finish(estimate, hasScores ? scoreCycles(shape.back().outputs, board.processor) : 0, board);
    return estimate;
}

}

std::int64_t encodingBytes(int features, Arithmetic arithmetic, const Board& board)
{
    return std::int64_t{featureBytes(arithmetic, board.processor)} * features;
}

std::int64_t largestStack(Arithmetic arithmetic, int outputs)
{
    return 4 * std::int64_t{outputs} + (arithmetic == Arithmetic::Float32 ? floatStack : integerStack);
}

CostEstimate estimateCost(const NetworkShape& shape, int features, Arithmetic arithmetic, const Board& board,
                          const std::optional<Stream>& stream)
{
    if (shape.empty())
        return {};
    const CostEstimate estimate = arithmetic == Arithmetic::Int8 ? estimateIntegers(planOf(shape, features), board)
                                                                 : estimateFloats(shape, features, board);
    return whole(estimate, shape, features, arithmetic, stream, board);
}

CostEstimate estimateCost(const DeployableModel& model, const Board& board)
{
    const NetworkShape shape = shapeOf(model);
    const CostEstimate estimate = model.arithmetic == Arithmetic::Int8 ? estimateIntegers(planOf(model), board)
                                                                       : estimateFloats(shape, model.features(), board);
    return whole(estimate, shape, model.features(), model.arithmetic, model.preprocessing.stream, board);
}

}
