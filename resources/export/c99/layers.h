#ifndef BROTO_C_LAYERS_H
#define BROTO_C_LAYERS_H

/// bias + sum of weight * x, of the neuron whose weights are at `weights`.
static inline int32_t broto_sum(const int8_t* weights, int32_t bias, uint16_t inputs, const int8_t* x)
{
    for (uint16_t i = 0; i < inputs; ++i)
        bias += (int16_t)broto_fromFlash(weights + i) * x[i];
    return bias;
}

BROTO_ONCE static void broto_denseHidden(const int8_t* weights, const int32_t* bias, const int16_t* multiplier,
                                         uint8_t shift, int8_t lowest, uint16_t inputs, uint16_t outputs,
                                         const int8_t* x, int8_t* y)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs) {
        const int32_t sum = broto_sum(weights, broto_fromFlash(bias + o), inputs, x);
        y[o] = broto_clampActivation(broto_requantize(sum, broto_fromFlash(multiplier + o), shift), lowest);
    }
}

BROTO_ONCE static void broto_denseScores(const int8_t* weights, const int32_t* bias, const int16_t* multiplier,
                                         uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        scores[o] = broto_requantize(broto_sum(weights, broto_fromFlash(bias + o), inputs, x),
                                     broto_fromFlash(multiplier + o), 16);
}

BROTO_ONCE static void broto_denseSums(const int8_t* weights, const int32_t* bias, uint16_t inputs, uint16_t outputs,
                                       const int8_t* x, int32_t* sums)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        sums[o] = broto_sum(weights, broto_fromFlash(bias + o), inputs, x);
}

#endif
