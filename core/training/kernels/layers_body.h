// Slopes of weights and biases, activations, and rows that become columns.
// A part of kernels_body.h.
#pragma once

#include "network/activations/all.h"
#include "training/kernels/floats.h"
#include "training/kernels/kernels.h"

namespace broto {

namespace {

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

}

}
