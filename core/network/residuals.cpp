#include "network/residuals.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

Residuals residualsOf(std::span<const float> truth, std::span<const float> answers)
{
    assert(truth.size() == answers.size());
    Residuals residuals;
    if (truth.empty()) {
        residuals.mean = residuals.deviation = residuals.largest = std::numeric_limits<double>::quiet_NaN();
        return residuals;
    }
    const auto residual = [&](std::size_t row) {
        return static_cast<double>(truth[row]) - static_cast<double>(answers[row]);
    };
    const auto count = static_cast<double>(truth.size());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        residuals.mean += residual(row) / count;
        if (row == 0 || std::abs(residual(row)) > std::abs(residuals.largest)) {
            residuals.largest = residual(row);
            residuals.largestRow = row;
        }
    }
    double squares = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const double distance = residual(row) - residuals.mean;
        squares += distance * distance;
    }
    residuals.deviation = std::sqrt(squares / count);
    return residuals;
}

}
