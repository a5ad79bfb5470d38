#include "network/activation_pass.h"

#include "network/activations/all.h"

namespace broto {

void applyActivation(Activation activation, Matrix& sums)
{
    withActivation(activation, [&](auto formula) {
        float* sum = sums.data();
        const Eigen::Index size = sums.size();
        for (Eigen::Index i = 0; i < size; ++i)
            sum[i] = formula.value(sum[i]);
    });
}

}
