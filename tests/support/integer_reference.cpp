#include "support/integer_reference.h"

#include <algorithm>
#include <cmath>

namespace broto::reference {

namespace {

Integer powerOfTwo(int exponent)
{
    return Integer{1} << exponent;
}

Integer floorOfQuotient(Integer dividend, Integer divisor)
{
    const Integer quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// Appends the activations of one value, or returns false if the row is refused.
bool appendInput(const Input& input, float value, Integers& activations, int& outOfRange)
{
    if (std::isnan(value) && !input.fill)
        return false;
    if (input.categories > 0) {
        const Integer chosen = std::isnan(value) ? *input.fill : fixedPoint(value, 0);
        outOfRange += chosen < 0 || chosen >= input.categories;
        for (Integer c = 0; c < input.categories; ++c)
            activations.push_back(c == chosen ? input.factor : 0);
        return true;
    }
    if (std::isnan(value)) {
        activations.push_back(*input.fill);
        return true;
    }
    const Integer fixed = fixedPoint(value, input.exponent);
    outOfRange += fixed < input.lowest || fixed > input.highest;
    activations.push_back(scaledInput(fixed, input.centre, input.factor));
    return true;
}

Integers outputs(const Layer& layer, const Integers& x)
{
    Integers result;
    for (std::size_t o = 0; o < layer.bias.size(); ++o) {
        Integer y = neuronSum(layer.weights.data() + o * x.size(), layer.bias[o], x);
        if (!layer.multiplier.empty())
            y = requantized(y, layer.multiplier[o], layer.shift);
        if (layer.clamped)
            y = std::clamp(y, layer.lowest, Integer{127});
        if (!layer.table.empty())
            y = layer.table[static_cast<std::size_t>(y + 128)];
        result.push_back(y);
    }
    return result;
}

}

Integer fixedPoint(float x, int exponent)
{
    const Integer limit = powerOfTwo(30);
    if (std::isinf(x))
        return x > 0 ? limit : -limit;
    // |x| = digits * 2^power with whole digits below 2^24, exactly.
    int power = 0;
    const auto digits = static_cast<Integer>(std::ldexp(std::frexp(std::abs(static_cast<double>(x)), &power), 24));
    power += exponent - 24;
    Integer size = 0;
    if (power >= 31)
        size = digits == 0 ? 0 : limit;
    else if (power >= 0)
        size = std::min(digits * powerOfTwo(power), limit);
    else if (power >= -40)
        size = std::min((digits + powerOfTwo(-power - 1)) / powerOfTwo(-power), limit);
    return std::signbit(x) ? -size : size;
}

Integer scaledInput(Integer value, Integer centre, Integer factor)
{
    const Integer distance = std::clamp<Integer>(value - centre, -32767, 32767);
    return std::clamp<Integer>(floorOfQuotient(distance * factor + powerOfTwo(19), powerOfTwo(20)), -127, 127);
}

Integer neuronSum(const Integer* weights, Integer bias, const Integers& x)
{
    Integer sum = bias;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += weights[i] * x[i];
    return sum;
}

Integer requantized(Integer sum, Integer multiplier, int shift)
{
    return floorOfQuotient(sum * multiplier + powerOfTwo(shift - 1), powerOfTwo(shift));
}

Answer answer(const Model& model, const std::vector<float>& row)
{
    Answer result;
    Integers x;
    for (std::size_t f = 0; f < model.inputs.size(); ++f) {
        if (!appendInput(model.inputs[f], row[f], x, result.outOfRange)) {
            result.refused = true;
            result.refusedFeature = static_cast<int>(f);
            return result;
        }
    }
    for (const Layer& layer : model.layers) {
        x = outputs(layer, x);
        result.layers.push_back(x);
    }
    if (model.classification) {
        result.classIndex = static_cast<int>(std::max_element(x.begin(), x.end()) - x.begin());
    } else {
        // The product of two floats is exact in double, so it is rounded once.
        const auto sum = static_cast<float>(x[0] + model.offset);
        result.value = static_cast<float>(static_cast<double>(sum) * static_cast<double>(model.unit));
    }
    return result;
}

}
