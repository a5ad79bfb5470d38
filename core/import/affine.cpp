#include "import/affine.h"

#include <algorithm>

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
    dense.integers.reset();
}

void foldBehind(DenseStep& dense, const Affine& behind)
{
    if (behind.isNothing())
        return;
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t o = 0; o < dense.bias.size(); ++o) {
        for (std::size_t i = 0; i < inputs; ++i)
            dense.weights[o * inputs + i] *= behind.factor(o);
        dense.bias[o] = dense.bias[o] * behind.factor(o) + behind.offset(o);
    }
    if (dense.integers && behind.onlyAdds())
        dense.integers->bias.reset(); // the sum of both is no integer of the file's
    else
        dense.integers.reset();
}

Scale scaleOf(const std::vector<PlacedStep>& steps, std::size_t& next, std::size_t count)
{
    Scale scale{std::vector<float>(count, 0), std::vector<float>(count, 1)};
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
    }
    return scale;
}

}
