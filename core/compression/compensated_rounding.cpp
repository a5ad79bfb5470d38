#include "compression/compensated_rounding.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr double damping = 0.01; // of the mean of the diagonal: keeps inputs that always move together apart

}

CompensatedRounding::CompensatedRounding(const ProductMatrix& products)
    : m_order(static_cast<std::size_t>(products.rows())), m_importance(m_order.size())
{
    const Eigen::Index count = products.rows();
    const double mean = std::max(products.diagonal().mean(), 1e-30);
    for (std::size_t i = 0; i < m_importance.size(); ++i) {
        const auto input = static_cast<Eigen::Index>(i);
        m_importance[i] = products(input, input) + damping * mean;
    }
    std::iota(m_order.begin(), m_order.end(), Eigen::Index{0});
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](Eigen::Index a, Eigen::Index b) { return products(a, a) > products(b, b); });

    // products = (1 + S) D (1 + S)', S strictly above the diagonal: a weight takes over S of every error before it.
    m_shares.resize(count, count);
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j < count; ++j)
            m_shares(i, j) = products(m_order[static_cast<std::size_t>(i)], m_order[static_cast<std::size_t>(j)]);
    m_shares.diagonal().array() += damping * mean;
    for (Eigen::Index k = count - 1; k > 0; --k) {
        const Eigen::RowVectorXd row = m_shares.row(k).head(k);
        const Eigen::RowVectorXd share = row / m_shares(k, k);
        m_shares.topLeftCorner(k, k).noalias() -= row.transpose() * share;
        m_shares.row(k).head(k) = share;
    }
}

std::int8_t nearestOnGrid(double weight, double scale, const WeightGrid& grid)
{
    const double level = std::clamp<double>(std::round(weight / (scale * grid.step)), -grid.levels, grid.levels);
    return static_cast<std::int8_t>(grid.step * static_cast<int>(level));
}

std::vector<std::int8_t> CompensatedRounding::rounded(std::span<const float> weights, double scale,
                                                      const WeightGrid& grid) const
{
    std::vector<std::int8_t> result(weights.size());
    Eigen::RowVectorXd errors(static_cast<Eigen::Index>(weights.size())); // weight - rounded, in the order
    for (std::size_t k = 0; k < m_order.size(); ++k) {
        const auto place = static_cast<std::size_t>(m_order[k]);
        const auto column = static_cast<Eigen::Index>(k);
        const double weight = weights[place];
        const double wanted = weight + m_shares.row(column).head(column).dot(errors.head(column));
        result[place] = weight == 0 ? std::int8_t{0} : nearestOnGrid(wanted, scale, grid); // pruned ones stay so
        errors(column) = weight - result[place] * scale;
    }
    return result;
}

}
