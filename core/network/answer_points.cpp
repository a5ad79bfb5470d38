#include "network/answer_points.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace broto {

namespace {
constexpr double marginAround = 0.04; ///< of the range, so that no point lies on the border
}

AnswerPoints answerPoints(std::span<const float> truth, std::span<const float> answers)
{
    assert(truth.size() == answers.size());
    AnswerPoints drawn;
    const std::size_t step = truth.size() / AnswerPoints::most + 1;
    for (std::size_t row = 0; row < truth.size(); row += step) {
        const auto actual = static_cast<double>(truth[row]), answer = static_cast<double>(answers[row]);
        drawn.points.push_back({row, actual, answer, actual - answer});
    }
    if (drawn.points.empty())
        return drawn;
    drawn.lowest = drawn.highest = drawn.points.front().truth;
    drawn.largestResidual = 0;
    for (const AnswerPoint& point : drawn.points) {
        drawn.lowest = std::min({drawn.lowest, point.truth, point.answer});
        drawn.highest = std::max({drawn.highest, point.truth, point.answer});
        drawn.largestResidual = std::max(drawn.largestResidual, std::abs(point.residual));
    }
    const double range = drawn.highest - drawn.lowest;
    const double room = range > 0 ? marginAround * range : 0.5;
    drawn.lowest -= room;
    drawn.highest += room;
    drawn.largestResidual = drawn.largestResidual > 0 ? (1 + marginAround) * drawn.largestResidual : 1;
    return drawn;
}

}
