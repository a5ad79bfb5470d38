// Products of matrices, and what becomes of their sums before they are stored.
// A part of kernels_body.h.
#pragma once

#include "training/kernels/floats.h"
#include "training/kernels/kernels.h"

namespace broto {

namespace {

// What becomes of the sums of a product before they are stored: `at` a column, and for sums whose place is theirs in
// the result.

struct PlainFinish {
    BROTO_INLINE PlainFinish at(int) const { return *this; }
    BROTO_INLINE Floats operator()(Floats sums, std::size_t) const { return sums; }
};

struct ReluFinish {
    BROTO_INLINE ReluFinish at(int) const { return *this; }
    BROTO_INLINE Floats operator()(Floats sums, std::size_t) const { return larger(sums, Floats(0.0f)); }
};

struct BehindReluFinish {
    const float* outputs;
    BROTO_INLINE BehindReluFinish at(int) const { return *this; }
    BROTO_INLINE Floats operator()(Floats sums, std::size_t place) const
    {
        return select(load(outputs + place) > Floats(0.0f), sums, Floats(0.0f));
    }
};

struct BehindClampFinish {
    const float* outputs;
    float lowest;
    float highest;
    BROTO_INLINE BehindClampFinish at(int) const { return *this; }
    BROTO_INLINE Floats operator()(Floats sums, std::size_t place) const
    {
        const Floats output = load(outputs + place);
        return select({(output > Floats(lowest)).bits & (output < Floats(highest)).bits}, sums, Floats(0.0f));
    }
};

/// A hidden layer's, as runtime/requantize.h does it, then cut off: half of what is shifted out is added to the upper
/// 16 bits, for more than the lower ones are. Sums are whole numbers.
struct RequantizeFinish {
    Requantization r;

    struct Column {
        IntRegister multiplier, half;
        int shift;
        Floats lowest, highest;
        BROTO_INLINE Floats operator()(Floats sums, std::size_t) const
        {
            const IntRegister sum = __builtin_convertvector(sums.lane, IntRegister);
            const IntRegister whole = (upperProduct(sum, multiplier) + lowerProduct(sum, multiplier) + half) >> shift;
            return larger(smaller(Floats(__builtin_convertvector(whole, FloatRegister)), highest), lowest);
        }
    };
    BROTO_INLINE Column at(int column) const
    {
        return {loadIntegers(r.multipliers + column), IntRegister{} + (1 << (r.shift - 17)), r.shift - 16,
                Floats(r.lowest), Floats(r.highest)};
    }
};

/// The same where no half needs to be rounded up: a sum that is rounded once, to where floats have no fraction.
struct FusedRequantizeFinish {
    Requantization r;

    struct Column {
        Floats factor, lowest, highest;
        BROTO_INLINE Floats operator()(Floats sums, std::size_t) const
        {
            const Floats whole = multiplyAdd(sums, factor, Floats(withoutFraction)) - Floats(withoutFraction);
            return larger(smaller(whole, highest), lowest);
        }
    };
    BROTO_INLINE Column at(int column) const
    {
        const FloatRegister multiplier = __builtin_convertvector(loadIntegers(r.multipliers + column), FloatRegister);
        const float unit = 1.0f / static_cast<float>(1 << r.shift);
        return {Floats(multiplier) * Floats(unit), Floats(r.lowest), Floats(r.highest)};
    }
};

/// Whether a result of 127.5 or less in size may lie half-way between two whole numbers. Those are odd / 2, and the
/// multiplier is a power of two times an odd number, which is a factor of that.
BROTO_INLINE bool halvesMatter(const Requantization& r, int width)
{
    IntRegister matter{};
    for (int column = 0; column < width; column += lanes) {
        const IntRegister multiplier = loadIntegers(r.multipliers + column);
        const IntRegister powerOfTwo = multiplier & -multiplier;
        matter |= (multiplier > 0) & (multiplier <= (powerOfTwo << 8) - powerOfTwo);
    }
    return anyLane({matter});
}

/// Scores, in units: the lower 16 bits are all that is shifted out.
struct ScoreFinish {
    const std::int32_t* multipliers;
    float unit;

    struct Column {
        IntRegister multiplier;
        Floats unit;
        BROTO_INLINE Floats operator()(Floats sums, std::size_t) const
        {
            const IntRegister sum = __builtin_convertvector(sums.lane, IntRegister);
            const IntRegister lower = (sum & 0xffff) * multiplier;
            const IntRegister whole = upperProduct(sum, multiplier) + ((lower + (1 << 15)) >> 16);
            return Floats(__builtin_convertvector(whole, FloatRegister)) * unit;
        }
    };
    BROTO_INLINE Column at(int column) const { return {loadIntegers(multipliers + column), Floats(unit)}; }
};

/// A block of the result that fits the registers: `blockRows` rows by `vectors` registers.
template<int blockRows, int vectors, class Finish>
BROTO_INLINE void productBlock(const Product& p, int row, int column, Finish finish)
{
    Floats sums[blockRows][vectors];
    const float* from[blockRows];
    for (int r = 0; r < blockRows; ++r) {
        from[r] = p.rows[row + r];
        for (int v = 0; v < vectors; ++v)
            sums[r][v] = p.start ? load(p.start + column + v * lanes) : Floats(0.0f);
    }
    const float* factors = p.factors + column;
    for (int k = 0; k < p.depth; ++k, factors += p.width) {
        Floats factor[vectors];
        for (int v = 0; v < vectors; ++v)
            factor[v] = load(factors + v * lanes);
        for (int r = 0; r < blockRows; ++r) {
            const Floats value(from[r][k]);
            for (int v = 0; v < vectors; ++v)
                sums[r][v] = multiplyAdd(value, factor[v], sums[r][v]);
        }
    }
    for (int v = 0; v < vectors; ++v) {
        const auto finished = finish.at(column + v * lanes);
        std::size_t place = static_cast<std::size_t>(row) * static_cast<std::size_t>(p.width) +
                            static_cast<std::size_t>(column + v * lanes);
        for (int r = 0; r < blockRows; ++r, place += static_cast<std::size_t>(p.width))
            store(p.result + place, finished(sums[r][v], place));
    }
}

template<int blockRows, class Finish>
BROTO_INLINE void productRows(const Product& p, int row, Finish finish)
{
    int column = 0;
    for (; column + 2 * lanes <= p.width; column += 2 * lanes)
        productBlock<blockRows, 2>(p, row, column, finish);
    if (column < p.width)
        productBlock<blockRows, 1>(p, row, column, finish);
}

template<class Finish>
BROTO_INLINE void wholeProduct(const Product& p, Finish finish)
{
    int row = 0;
    if (p.width == lanes) // twice the rows, or the sums would wait for each other
        for (; row + 8 <= p.rowCount; row += 8)
            productBlock<8, 1>(p, row, 0, finish);
    for (; row + 4 <= p.rowCount; row += 4)
        productRows<4>(p, row, finish);
    for (; row < p.rowCount; ++row)
        productRows<1>(p, row, finish);
}

void product(const Product& p)
{
    wholeProduct(p, PlainFinish{});
}

void productWithRelu(const Product& p)
{
    wholeProduct(p, ReluFinish{});
}

void productBehindRelu(const Product& p, const float* outputs)
{
    wholeProduct(p, BehindReluFinish{outputs});
}

void productRequantized(const Product& p, const Requantization& r)
{
    if (roundsOnce && !halvesMatter(r, p.width))
        wholeProduct(p, FusedRequantizeFinish{r});
    else
        wholeProduct(p, RequantizeFinish{r});
}

void productScored(const Product& p, const std::int32_t* multipliers, float unit)
{
    wholeProduct(p, ScoreFinish{multipliers, unit});
}

void productBehindClamp(const Product& p, const float* outputs, float lowest, float highest)
{
    wholeProduct(p, BehindClampFinish{outputs, lowest, highest});
}

}

}
