// The inner loops of training. Included once for every instruction set, by a source that is compiled for it; what is
// here must not use anything with linkage, or the linker might take the code for one processor to another.
#pragma once

#include "network/activations/all.h"
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

template<int blockInputs, int vectors>
BROTO_INLINE void outerBlock(const OuterProduct& p, int input, int column)
{
    Floats sums[blockInputs][vectors];
    for (int i = 0; i < blockInputs; ++i)
        for (int v = 0; v < vectors; ++v)
            sums[i][v] = Floats(0.0f);
    const float* slopes = p.slopes + column;
    for (int r = 0; r < p.rowCount; ++r, slopes += p.width) {
        const float* values = p.rows[r] + input;
        Floats slope[vectors];
        for (int v = 0; v < vectors; ++v)
            slope[v] = load(slopes + v * lanes);
        for (int i = 0; i < blockInputs; ++i) {
            const Floats value(values[i]);
            for (int v = 0; v < vectors; ++v)
                sums[i][v] = multiplyAdd(value, slope[v], sums[i][v]);
        }
    }
    for (int i = 0; i < blockInputs; ++i) {
        float* to = p.gradient + static_cast<std::size_t>(input + i) * static_cast<std::size_t>(p.width) + column;
        for (int v = 0; v < vectors; ++v)
            store(to + v * lanes, sums[i][v]);
    }
}

template<int blockInputs>
BROTO_INLINE void outerRows(const OuterProduct& p, int input)
{
    int column = 0;
    for (; column + 2 * lanes <= p.width; column += 2 * lanes)
        outerBlock<blockInputs, 2>(p, input, column);
    if (column < p.width)
        outerBlock<blockInputs, 1>(p, input, column);
}

void outerProduct(const OuterProduct& p)
{
    int input = 0;
    if (p.width == lanes)
        for (; input + 8 <= p.inputs; input += 8)
            outerBlock<8, 1>(p, input, 0);
    for (; input + 4 <= p.inputs; input += 4)
        outerRows<4>(p, input);
    for (; input < p.inputs; ++input)
        outerRows<1>(p, input);
}

void columnSums(const float* values, int rowCount, int width, float* sums)
{
    for (int column = 0; column < width; column += lanes) {
        Floats sum(0.0f);
        const float* from = values + column;
        for (int r = 0; r < rowCount; ++r, from += width)
            sum = sum + load(from);
        store(sums + column, sum);
    }
}

void activate(Activation activation, const float* sums, std::size_t count, float* outputs)
{
    withActivation(activation, [=](auto formula) {
        for (std::size_t i = 0; i < count; i += lanes)
            store(outputs + i, formula.value(load(sums + i)));
    });
}

void multiplyBySlope(Activation activation, const float* sums, const float* outputs, std::size_t count, float* slopes)
{
    withActivation(activation, [=](auto formula) {
        for (std::size_t i = 0; i < count; i += lanes)
            store(slopes + i, load(slopes + i) * formula.slope(load(sums + i), load(outputs + i)));
    });
}

/// One square of values whose rows lie `width` apart, to one whose rows lie `otherWidth` apart.
BROTO_INLINE void transposeSquare(const float* values, int width, float* result, int otherWidth)
{
    Floats square[lanes];
    for (int i = 0; i < lanes; ++i)
        square[i] = load(values + i * width);
    transpose(square);
    for (int i = 0; i < lanes; ++i)
        store(result + i * otherWidth, square[i]);
}

void transpose(const float* values, int rows, int columns, int width, float* result, int otherWidth)
{
    int row = 0;
    for (; row + lanes <= rows; row += lanes, values += lanes * width)
        for (int column = 0; column < columns; column += lanes)
            transposeSquare(values + column, width, result + column * otherWidth + row, otherWidth);
    for (; row < rows; ++row, values += width)
        for (int column = 0; column < columns; ++column)
            result[static_cast<std::size_t>(column) * static_cast<std::size_t>(otherWidth) + row] = values[column];
}

/// Rows are judged as many side by side as a register has lanes, one in each: nothing is summed across lanes, and what
/// pads a row costs nothing. Column after column of these rows:
BROTO_INLINE void takeColumns(const SoftmaxRows& s, int row)
{
    const float* from = s.outputs + static_cast<std::size_t>(row) * static_cast<std::size_t>(s.width);
    for (int column = 0; column < s.width; column += lanes)
        transposeSquare(from + column, s.width, s.columns + column * lanes, lanes);
}

BROTO_INLINE void putSlopes(const SoftmaxRows& s, int row)
{
    float* to = s.slopes + static_cast<std::size_t>(row) * static_cast<std::size_t>(s.width);
    for (int column = 0; column < s.width; column += lanes)
        transposeSquare(s.columns + column * lanes, lanes, to + column, s.width);
}

BROTO_INLINE Floats weightsOf(const SoftmaxRows& s, int row)
{
    Floats weights(1.0f);
    if (s.weights)
        for (int r = 0; r < lanes; ++r)
            weights.lane[r] = s.weights[s.labels[row + r]];
    return weights;
}

/// With smoothing, a share of the truth lies with all classes, and so does a share of the distance from the largest
/// output, as the loss counts it.
BROTO_INLINE Floats smoothed(const SoftmaxRows& s, Floats distance, Floats largest)
{
    Floats sum(0.0f);
    for (int c = 0; c < s.classes; ++c)
        sum = sum + (largest - load(s.columns + c * lanes));
    return Floats(1 - s.smoothing) * distance + Floats(s.smoothing / static_cast<float>(s.classes)) * sum;
}

/// Columns of outputs become columns of slopes.
BROTO_INLINE void judgeColumns(const SoftmaxRows& s, int row, Judgement& judgement)
{
    const Floats zero(0.0f);
    const IntRegister labels = loadIntegers(s.labels + row);
    Floats largest = load(s.columns), ofTruth = zero;
    for (int c = 0; c < s.classes; ++c) {
        const Floats output = load(s.columns + c * lanes);
        largest = larger(largest, output);
        ofTruth = select({labels == c}, output, ofTruth);
    }
    Floats distance = largest - ofTruth;
    if (s.smoothing > 0)
        distance = smoothed(s, distance, largest);

    Floats sum = zero;
    for (int c = 0; c < s.classes; ++c) {
        const Floats power = exponential(load(s.columns + c * lanes) - largest);
        store(s.columns + c * lanes, power);
        sum = sum + power;
    }
    const Floats weights = weightsOf(s, row), share = weights * Floats(s.perRow), scale = share / sum;
    const Floats ofOthers = share * Floats(s.smoothing / static_cast<float>(s.classes));
    const Floats ofLabel = multiplyAdd(share, Floats(1 - s.smoothing), ofOthers);
    for (int c = 0; c < s.classes; ++c) {
        const Floats truth = select({labels == c}, ofLabel, ofOthers);
        store(s.columns + c * lanes, multiplyAdd(load(s.columns + c * lanes), scale, zero - truth));
    }
    for (int c = s.classes; c < s.width; ++c)
        store(s.columns + c * lanes, zero);

    const Mask isRow{laneNumbers() < s.rowCount - row};
    judgement.loss += sumOf(select(isRow, weights * (distance + logarithm(sum)), zero)).lane[0];
    const Floats right = select(isRow, select({ofTruth.lane == largest.lane}, Floats(1.0f), zero), zero);
    judgement.right += static_cast<std::size_t>(sumOf(right).lane[0]);
}

Judgement softmaxLoss(const SoftmaxRows& s)
{
    Judgement judgement;
    for (int row = 0; row < s.rowCount; row += lanes) {
        takeColumns(s, row);
        judgeColumns(s, row, judgement);
        putSlopes(s, row);
    }
    return judgement;
}

void adam(const AdamStep& s)
{
    const Floats keepFirst(0.9f), addFirst(0.1f), keepSecond(0.999f), addSecond(0.001f);
    const Floats size(s.size), rootFactor(s.rootFactor), stabiliser(1e-8f), kept(s.kept);
    for (std::size_t i = 0; i < s.count; i += lanes) {
        const Floats slope = load(s.gradient + i);
        const Floats m = multiplyAdd(keepFirst, load(s.first + i), addFirst * slope);
        const Floats v = multiplyAdd(keepSecond, load(s.second + i), addSecond * (slope * slope));
        const Floats change = size * m / multiplyAdd(squareRoot(v), rootFactor, stabiliser);
        store(s.parameters + i, multiplyAdd(load(s.parameters + i), kept, Floats(0.0f) - change));
        store(s.first + i, m);
        store(s.second + i, v);
    }
}

const Kernels kernels = {product,         productWithRelu,    productBehindRelu, productRequantized,
                         productScored,   productBehindClamp, roundToGrid,       roundProducts,
                         gridSlopes,      gridAndScaleSlopes, growScales,        reciprocals,
                         multipliers,     outerProduct,       columnSums,        activate,
                         multiplyBySlope, transpose,          softmaxLoss,       adam};

}

}
