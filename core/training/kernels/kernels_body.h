// The inner loops of training. Included once for every instruction set, by a source that is compiled for it; what is
// here must not use anything with linkage, or the linker might take the code for one processor to another.
#pragma once

#include "network/activations/all.h"
#include "training/kernels/floats.h"
#include "training/kernels/kernels.h"

namespace broto {

namespace {

enum class Finish { Plain, Relu, BehindRelu };

/// A block of the result that fits the registers: `blockRows` rows by `vectors` registers.
template<int blockRows, int vectors, Finish finish>
BROTO_INLINE void productBlock(const Product& p, int row, int column, const float* outputs)
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
    for (int r = 0; r < blockRows; ++r) {
        const std::size_t place =
            static_cast<std::size_t>(row + r) * static_cast<std::size_t>(p.width) + static_cast<std::size_t>(column);
        for (int v = 0; v < vectors; ++v) {
            Floats sum = sums[r][v];
            if (finish == Finish::Relu)
                sum = larger(sum, Floats(0.0f));
            if (finish == Finish::BehindRelu)
                sum = select(load(outputs + place + v * lanes) > Floats(0.0f), sum, Floats(0.0f));
            store(p.result + place + v * lanes, sum);
        }
    }
}

template<int blockRows, Finish finish>
BROTO_INLINE void productRows(const Product& p, int row, const float* outputs)
{
    int column = 0;
    for (; column + 2 * lanes <= p.width; column += 2 * lanes)
        productBlock<blockRows, 2, finish>(p, row, column, outputs);
    if (column < p.width)
        productBlock<blockRows, 1, finish>(p, row, column, outputs);
}

template<Finish finish>
BROTO_INLINE void wholeProduct(const Product& p, const float* outputs)
{
    int row = 0;
    for (; row + 4 <= p.rowCount; row += 4)
        productRows<4, finish>(p, row, outputs);
    for (; row < p.rowCount; ++row)
        productRows<1, finish>(p, row, outputs);
}

void product(const Product& p)
{
    wholeProduct<Finish::Plain>(p, nullptr);
}

void productWithRelu(const Product& p)
{
    wholeProduct<Finish::Relu>(p, nullptr);
}

void productBehindRelu(const Product& p, const float* outputs)
{
    wholeProduct<Finish::BehindRelu>(p, outputs);
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

void transpose(const float* values, int rows, int columns, int width, float* result, int otherWidth)
{
    constexpr int strip = 8; // columns of the result that stay in the nearest cache line
    for (int row = 0; row < rows; row += strip) {
        const int end = row + strip < rows ? row + strip : rows;
        for (int column = 0; column < columns; ++column)
            for (int r = row; r < end; ++r)
                result[static_cast<std::size_t>(column) * static_cast<std::size_t>(otherWidth) + r] =
                    values[static_cast<std::size_t>(r) * static_cast<std::size_t>(width) + column];
    }
}

/// The places of a row's registers: 0, 1, 2 ... for the first.
BROTO_INLINE IntRegister placesFrom(int column)
{
#if defined(__AVX2__)
    const IntRegister places = {0, 1, 2, 3, 4, 5, 6, 7};
#else
    const IntRegister places = {0, 1, 2, 3};
#endif
    return places + column;
}

/// How far one row's outputs are from the largest, as the loss counts it: the label's, and with smoothing a share of
/// the mean of all classes'.
BROTO_INLINE float distanceOf(const SoftmaxRows& s, const float* output, float largest, std::int32_t label)
{
    const float distance = largest - output[label];
    if (!(s.smoothing > 0))
        return distance;
    float sum = 0;
    for (int i = 0; i < s.classes; ++i)
        sum += largest - output[i];
    return (1 - s.smoothing) * distance + s.smoothing / static_cast<float>(s.classes) * sum;
}

BROTO_INLINE float weightOf(const SoftmaxRows& s, int row)
{
    return s.weights ? s.weights[s.labels[row]] : 1.0f;
}

/// One row: its derivatives, the sum of e^(output - largest), and as the result its distance.
BROTO_INLINE float softmaxRow(const SoftmaxRows& s, int row, float& sumOfPowers, std::size_t& right)
{
    const std::size_t place = static_cast<std::size_t>(row) * static_cast<std::size_t>(s.width);
    const float* output = s.outputs + place;
    float* slope = s.slopes + place;
    const std::int32_t label = s.labels[row];

    const Floats farBelow(-1e30f), zero(0.0f);
    Floats largest = farBelow;
    for (int column = 0; column < s.width; column += lanes)
        largest = larger(largest, select({placesFrom(column) < s.classes}, load(output + column), farBelow));
    largest = largestOf(largest);
    Floats sum = zero;
    for (int column = 0; column < s.width; column += lanes) {
        const Floats power = exponential(load(output + column) - largest);
        const Floats ofClass = select({placesFrom(column) < s.classes}, power, zero);
        store(slope + column, ofClass);
        sum = sum + ofClass;
    }
    sum = sumOf(sum);
    sumOfPowers = sum.lane[0];

    const float share = weightOf(s, row) * s.perRow;
    const Floats scale = Floats(share) / sum;
    const float spread = share * s.smoothing / static_cast<float>(s.classes);
    const Floats ofOthers(spread), ofLabel(share * (1 - s.smoothing) + spread);
    for (int column = 0; column < s.width; column += lanes) {
        const IntRegister places = placesFrom(column);
        const Floats truth = select({places == label}, ofLabel, select({places < s.classes}, ofOthers, zero));
        store(slope + column, multiplyAdd(load(slope + column), scale, zero - truth));
    }
    right += output[label] == largest.lane[0];
    return distanceOf(s, output, largest.lane[0], label);
}

Judgement softmaxLoss(const SoftmaxRows& s)
{
    Judgement judgement;
    for (int row = 0; row < s.rowCount; ++row)
        judgement.loss += weightOf(s, row) * softmaxRow(s, row, s.sums[row], judgement.right);
    int end = s.rowCount;
    for (; end % lanes != 0; ++end)
        s.sums[end] = 1;
    for (int row = 0; row < end; row += lanes)
        store(s.sums + row, logarithm(load(s.sums + row)));
    for (int row = 0; row < s.rowCount; ++row)
        judgement.loss += weightOf(s, row) * s.sums[row];
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

const Kernels kernels = {product,  productWithRelu, productBehindRelu, outerProduct, columnSums,
                         activate, multiplyBySlope, transpose,         softmaxLoss,  adam};

}

}
