#include "device/answer_times.h"

#include <algorithm>

namespace broto {

std::optional<double> microseconds(double time, TimeUnit unit, std::uint32_t clockHz)
{
    if (unit == TimeUnit::Microseconds)
        return time;
    if (unit == TimeUnit::Instructions || clockHz == 0)
        return std::nullopt;
    return time * 1e6 / clockHz;
}

AnswerTimes answerTimes(std::vector<double> times, std::size_t ranges)
{
    AnswerTimes result;
    if (times.empty())
        return result;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    result.usual = *middle;
    const auto [least, most] = std::ranges::minmax(times);
    result.least = least;
    result.most = most;
    result.counts.resize(least < most ? ranges : 1);
    for (const double time : times) {
        const double place = least < most ? (time - least) / (most - least) * static_cast<double>(ranges) : 0;
        ++result.counts[std::min(static_cast<std::size_t>(place), result.counts.size() - 1)];
    }
    return result;
}

}
