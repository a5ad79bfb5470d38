#pragma once

#include "common/run_control.h"
#include "training/batches.h"
#include "training/gradient.h"
#include "training/optimizer.h"

#include <functional>

namespace broto {

/// Sums over the rows of an epoch, each row judged by the network as it was when its batch came.
struct EpochSums {
    double loss = 0;
    std::size_t right = 0; ///< classification: rows answered with the right class
    bool whole = true;     ///< false when the epoch was broken off
};

/// Passes over the training rows, each of which leaves the network a little better.
class EpochPass {
public:
    EpochPass(Loss loss, std::unique_ptr<UpdateRule> rule) : m_loss(loss), m_rule(std::move(rule)) {}

    /// One pass. `brokenOff` is asked before every batch.
    EpochSums run(Network& network, const Batches& batches, double learningRate,
                  const std::function<bool()>& brokenOff);

private:
    void count(EpochSums& sums) const;

    Loss m_loss;
    std::unique_ptr<UpdateRule> m_rule;
    Batch m_batch;
    GradientPass m_pass;
};

}
