#include "training/batches.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace broto {

Batches::Batches(const Matrix& inputs, const Truth& truth, int size)
    : m_inputs(inputs),
      m_truth(truth),
      m_order(static_cast<std::size_t>(inputs.rows())),
      m_size(static_cast<std::size_t>(size))
{
    assert(size >= 1);
    std::iota(m_order.begin(), m_order.end(), 0u);
}

void Batches::take(std::size_t index, Batch& batch) const
{
    const std::size_t begin = index * m_size;
    const std::size_t rows = std::min(m_size, m_order.size() - begin);
    batch.inputs.resize(static_cast<Eigen::Index>(rows), m_inputs.cols());
    batch.truth.labels.clear();
    batch.truth.values.clear();
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t row = m_order[begin + i];
        batch.inputs.row(static_cast<Eigen::Index>(i)) = m_inputs.row(static_cast<Eigen::Index>(row));
        if (!m_truth.labels.empty())
            batch.truth.labels.push_back(m_truth.labels[row]);
        else
            batch.truth.values.push_back(m_truth.values[row]);
    }
}

}
