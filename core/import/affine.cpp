#include "import/affine.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

std::vector<float> spread(const std::vector<float>& values, std::size_t count)
{
    return values.size() == count ? values : std::vector<float>(count, values.front());
}

}

bool Affine::onlyAdds() const
{
    return std::all_of(m_factor.begin(), m_factor.end(), [](float factor) { return factor == 1; });
}

bool Affine::isNothing() const
{
    return onlyAdds() && std::all_of(m_offset.begin(), m_offset.end(), [](float offset) { return offset == 0; });
}

std::optional<float> Affine::commonFactor() const
{
    const float factor = m_factor.front();
    const bool isCommon =
        factor > 0 && std::all_of(m_factor.begin(), m_factor.end(), [&](float f) { return f == factor; });
    const bool adds = std::any_of(m_offset.begin(), m_offset.end(), [](float offset) { return offset != 0; });
    return isCommon && !adds ? std::optional(factor) : std::nullopt;
}

void Affine::multiply(const std::vector<float>& by)
{
    const std::vector<float> each = spread(by, m_factor.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
        m_factor[i] *= each[i];
        m_offset[i] *= each[i];
    }
}

void Affine::add(const std::vector<float>& by, float sign)
{
    const std::vector<float> each = spread(by, m_offset.size());
    for (std::size_t i = 0; i < each.size(); ++i)
        m_offset[i] += sign * each[i];
}

bool Affine::apply(const ChainStep& step)
{
    if (const auto* subtract = std::get_if<SubtractStep>(&step))
        add(subtract->by, -1);
    else if (const auto* multiply = std::get_if<MultiplyStep>(&step))
        this->multiply(multiply->by);
    else if (const auto* add = std::get_if<AddStep>(&step))
        this->add(add->by, 1);
    else
        return false;
    return true;
}

namespace {

/// Steps of weights that have been multiplied; none where they are no steps any more.
void multiplyScale(DenseStep& dense, std::size_t neuron, float factor)
{
    if (!dense.integers)
        return;
    ChainIntegers& integers = *dense.integers;
    integers.scale[neuron] *= std::abs(factor);
    if (!std::isnormal(integers.scale[neuron]))
        return dense.integers.reset();
    if (factor > 0)
        return;
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t i = neuron * inputs; i < (neuron + 1) * inputs; ++i)
        integers.weights[i] = static_cast<std::int8_t>(-integers.weights[i]);
    integers.bias.reset();
}

/// A sum of both is no integer of the file's.
void forgetBias(DenseStep& dense)
{
    if (dense.integers)
        dense.integers->bias.reset();
}

}

void foldBefore(DenseStep& dense, const Affine& before)
{
    if (before.isNothing())
        return;
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t o = 0; o < dense.bias.size(); ++o) {
        double bias = dense.bias[o];
        for (std::size_t i = 0; i < inputs; ++i) {
            float& weight = dense.weights[o * inputs + i];
            bias += static_cast<double>(weight) * before.offset(i);
            weight *= before.factor(i);
        }
        dense.bias[o] = static_cast<float>(bias);
    }
    if (const std::optional<float> factor = before.commonFactor())
        for (std::size_t o = 0; o < dense.bias.size(); ++o)
            multiplyScale(dense, o, *factor);
    else if (before.onlyAdds())
        forgetBias(dense);
    else
        dense.integers.reset();
}

void foldBehind(DenseStep& dense, const Affine& behind)
{
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t o = 0; o < dense.bias.size(); ++o) {
        const float factor = behind.factor(o);
        if (factor != 1) {
            for (std::size_t i = 0; i < inputs; ++i)
                dense.weights[o * inputs + i] *= factor;
            multiplyScale(dense, o, factor);
        }
        dense.bias[o] = dense.bias[o] * factor + behind.offset(o);
        if (behind.offset(o) != 0)
            forgetBias(dense);
    }
}

RowScale scaleOf(const std::vector<PlacedStep>& steps, std::size_t& next, std::size_t count)
{
    RowScale result{{std::vector<float>(count, 0), std::vector<float>(count, 1)}, Affine(count)};
    Scale& scale = result.scale;
    // As it is written most often, and as this program writes it: to the last bit.
    if (next < steps.size())
        if (const auto* subtract = std::get_if<SubtractStep>(&steps[next].step)) {
            scale.centre = spread(subtract->by, count);
            ++next;
        }
    Affine rest(count);
    for (; next < steps.size() && rest.apply(steps[next].step); ++next) {
    }
    for (std::size_t i = 0; i < count; ++i) {
        scale.factor[i] = rest.factor(i);
        if (rest.factor(i) != 0)
            scale.centre[i] -= rest.offset(i) / rest.factor(i);
        else
            result.constants.add(i, rest.offset(i));
    }
    return result;
}

}
