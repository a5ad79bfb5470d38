// Weights as whole numbers, and the scales that they stand on.
// A part of kernels_body.h.
#pragma once

#include "training/kernels/floats.h"
#include "training/kernels/kernels.h"

namespace broto {

namespace {

void roundToGrid(const GridWeights& g)
{
    const Floats most(g.levels), least(-g.levels), step(g.step);
    const float* values = g.values;
    float* whole = g.whole;
    for (int input = 0; input < g.inputs; ++input, values += g.width, whole += g.width)
        for (int column = 0; column < g.width; column += lanes) {
            const Floats level = load(values + column) * load(g.levelsPerUnit + column);
            store(whole + column, step * nearestWhole(larger(smaller(level, most), least)));
        }
}

void roundProducts(const float* values, const float* factors, std::size_t count, float* whole)
{
    const Floats most(8388608.0f), least(-8388608.0f), half(0.5f), minusHalf(-0.5f), zero(0.0f);
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats product = larger(smaller(load(values + i) * load(factors + i), most), least);
        const Floats moved = product + select(product < zero, minusHalf, half);
        store(whole + i,
              Floats(__builtin_convertvector(__builtin_convertvector(moved.lane, IntRegister), FloatRegister)));
    }
}

/// The slopes of weights that are not cut off.
struct GridSlopes {
    Floats factor, limit;

    BROTO_INLINE GridSlopes(const GridWeights& g, float inputScale) : factor(inputScale), limit(g.levels + 0.5f) {}
    BROTO_INLINE Floats passed(Floats level, Floats slope) const
    {
        return select(magnitude(level) < limit, slope, Floats(0.0f));
    }
};

void gridSlopes(const GridWeights& g, float inputScale, float* gradient)
{
    const GridSlopes slopes(g, inputScale);
    const float* values = g.values;
    for (int input = 0; input < g.inputs; ++input, values += g.width, gradient += g.width)
        for (int column = 0; column < g.width; column += lanes) {
            const Floats level = load(values + column) * load(g.levelsPerUnit + column);
            store(gradient + column, slopes.passed(level, load(gradient + column) * slopes.factor));
        }
}

/// Column after column, so that what the scales learn is summed in registers: what its weights stand for, and less what
/// moved them.
void gridAndScaleSlopes(const GridWeights& g, float inputScale, float share, float* gradient, float* ofScales)
{
    const GridSlopes slopes(g, inputScale);
    for (int column = 0; column < g.width; column += lanes) {
        const Floats levelsPerUnit = load(g.levelsPerUnit + column);
        Floats rounded(0.0f), moved(0.0f);
        std::size_t place = static_cast<std::size_t>(column);
        for (int input = 0; input < g.inputs; ++input, place += static_cast<std::size_t>(g.width)) {
            const Floats value = load(g.values + place), slope = load(gradient + place) * slopes.factor;
            const Floats passed = slopes.passed(value * levelsPerUnit, slope);
            rounded = multiplyAdd(slope, load(g.whole + place), rounded);
            moved = multiplyAdd(passed, value, moved);
            store(gradient + place, passed);
        }
        store(ofScales + column, (rounded * load(g.scale + column) - moved) * Floats(share));
    }
}

/// Of nothing, nothing.
BROTO_INLINE Floats reciprocal(Floats value, Floats factor)
{
    const Floats zero(0.0f);
    return select({value.lane == zero.lane}, zero, Floats(1.0f) / (value * factor));
}

float growScales(const ScaleGrowth& g)
{
    const Floats step(g.step), inputScale(g.inputScale);
    Floats largest(0.0f);
    for (std::size_t i = 0; i < g.count; i += lanes) {
        const Floats scale = load(g.first + i) * exponential(load(g.growth + i));
        store(g.scales + i, scale);
        store(g.levelsPerUnit + i, reciprocal(scale, step));
        store(g.sumsPerUnit + i, reciprocal(scale, inputScale));
        largest = larger(largest, scale);
    }
    return largestLane(largest);
}

void reciprocals(const float* values, float factor, std::size_t count, float* result)
{
    const Floats by(factor);
    for (std::size_t i = 0; i < count; i += lanes)
        store(result + i, reciprocal(load(values + i), by));
}

/// In double precision, or one in a hundred would be rounded the other way.
void multipliers(const float* values, double factor, std::size_t count, std::int32_t* result)
{
    constexpr double withoutFractions = 6755399441055744.0; // 1.5 * 2^52
    const DoubleRegister least = DoubleRegister{} + 1, most = DoubleRegister{} + 32767;
    for (std::size_t i = 0; i < count; i += lanes / 2) {
        const HalfFloatRegister value = *reinterpret_cast<const HalfFloatRegister*>(values + i);
        DoubleRegister product = __builtin_convertvector(value, DoubleRegister) * factor;
        product = product > least ? product : least;
        product = product < most ? product : most;
        product = (product + withoutFractions) - withoutFractions;
        const HalfIntRegister isThere = value != HalfFloatRegister{};
        const HalfIntRegister multiplier = __builtin_convertvector(product, HalfIntRegister) & isThere;
        std::memcpy(result + i, &multiplier, sizeof multiplier);
    }
}

}

}
