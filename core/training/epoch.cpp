#include "training/epoch.h"

namespace broto {

EpochSums EpochPass::run(Network& network, const Batches& batches, double learningRate,
                         const std::function<bool()>& brokenOff)
{
    EpochSums sums;
    for (std::size_t i = 0; i < batches.count(); ++i) {
        if (brokenOff()) {
            sums.whole = false;
            return sums;
        }
        batches.take(i, m_batch);
        sums.loss += m_pass.run(network, m_loss, m_batch.inputs, m_batch.truth);
        count(sums);
        m_rule->step(network, m_pass.gradient(), learningRate);
    }
    return sums;
}

void EpochPass::count(EpochSums& sums) const
{
    const std::vector<std::int32_t>& labels = m_batch.truth.labels;
    for (std::size_t row = 0; row < labels.size(); ++row)
        sums.right += largestOutput(m_pass.outputs(), static_cast<Eigen::Index>(row)) == labels[row];
}

}
