#include "network/activation.h"

#include "network/exponential.h"

#include <cassert>

namespace broto {

namespace {

template<class Function>
void replaceEach(Matrix& values, Function function)
{
    float* value = values.data();
    const Eigen::Index size = values.size();
    for (Eigen::Index i = 0; i < size; ++i)
        value[i] = function(value[i]);
}

template<class Derivative>
void multiplyEach(const Matrix& outputs, Matrix& gradient, Derivative derivative)
{
    const float* output = outputs.data();
    float* slope = gradient.data();
    const Eigen::Index size = gradient.size();
    for (Eigen::Index i = 0; i < size; ++i)
        slope[i] *= derivative(output[i]);
}

}

void applyActivation(Activation activation, Matrix& sums)
{
    switch (activation) {
    case Activation::Linear:
        return;
    case Activation::Relu:
        return replaceEach(sums, [](float x) { return x > 0 ? x : 0.0f; });
    case Activation::Tanh:
        return replaceEach(sums, [](float x) { return 1 - 2 / (exponential(2 * x) + 1); });
    case Activation::Sigmoid:
        return replaceEach(sums, [](float x) { return 1 / (1 + exponential(-x)); });
    }
}

void multiplyByDerivative(Activation activation, const Matrix& outputs, Matrix& gradient)
{
    assert(outputs.rows() == gradient.rows() && outputs.cols() == gradient.cols());
    switch (activation) {
    case Activation::Linear:
        return;
    case Activation::Relu:
        return multiplyEach(outputs, gradient, [](float y) { return y > 0 ? 1.0f : 0.0f; });
    case Activation::Tanh:
        return multiplyEach(outputs, gradient, [](float y) { return 1 - y * y; });
    case Activation::Sigmoid:
        return multiplyEach(outputs, gradient, [](float y) { return y * (1 - y); });
    }
}

}
