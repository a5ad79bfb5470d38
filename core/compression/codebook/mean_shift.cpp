#include "compression/codebook/mean_shift.h"

#include "compression/codebook/range_moments.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace broto {

namespace {

constexpr int mostSweeps = 10000; // rounding could have a window go to and fro for ever

/// The values from `first` to before `end`.
struct Window {
    std::size_t first = 0;
    std::size_t end = 0;
    bool operator==(const Window&) const = default;
};

/// What windows see around ascending places, which are not above all values. All see something: rounding might leave
/// nothing between two values that are at the very edges.
std::vector<Window> windowsAround(const std::vector<double>& places, const WeightedValues& ascending, double bandwidth)
{
    std::vector<Window> windows;
    Window window;
    for (const double place : places) {
        while (ascending.values[window.first] < place - bandwidth)
            ++window.first;
        window.end = std::max(window.end, window.first + 1);
        while (window.end < ascending.size() && ascending.values[window.end] <= place + bandwidth)
            ++window.end;
        if (windows.empty() || windows.back() != window)
            windows.push_back(window);
    }
    return windows;
}

/// Rounding must not bring a mean out of its window, or below the one before.
std::vector<double> meansOf(const std::vector<Window>& windows, const WeightedValues& ascending,
                            const RangeMoments& moments)
{
    std::vector<double> means;
    for (const Window& window : windows) {
        const double mean = std::clamp(moments.of(window.first, window.end).mean, ascending.values[window.first],
                                       ascending.values[window.end - 1]);
        means.push_back(means.empty() ? mean : std::max(mean, means.back()));
    }
    return means;
}

std::vector<double> heaviestApart(const std::vector<Window>& windows, const std::vector<double>& means,
                                  const RangeMoments& moments, double bandwidth)
{
    std::vector<std::pair<double, double>> tops; // the weight with its sign changed, so that the heaviest is first
    for (std::size_t i = 0; i < windows.size(); ++i)
        tops.emplace_back(-moments.of(windows[i].first, windows[i].end).weight, means[i]);
    std::sort(tops.begin(), tops.end());
    std::set<double> kept;
    for (const auto& [weight, mean] : tops) {
        const auto near = kept.lower_bound(mean - bandwidth);
        if (near == kept.end() || *near > mean + bandwidth)
            kept.insert(mean);
    }
    return {kept.begin(), kept.end()};
}

}

std::vector<double> meanShiftCentres(const WeightedValues& values, const MeanShiftOptions& options,
                                     const RunControl& control)
{
    assert(isValid(values) && options.bandwidth >= 0);
    const WeightedValues ascending = ascendingDistinct(values);
    if (ascending.size() < 2)
        return ascending.values;
    const double bandwidth = options.bandwidth * deviationOf(ascending);
    const RangeMoments moments(ascending);
    std::vector<Window> windows = windowsAround(ascending.values, ascending, bandwidth);
    std::vector<double> means = meansOf(windows, ascending, moments);
    for (int sweep = 1; sweep <= mostSweeps && !control.stopRequested(); ++sweep) {
        std::vector<Window> moved = windowsAround(means, ascending, bandwidth);
        if (moved == windows)
            break;
        windows = std::move(moved);
        means = meansOf(windows, ascending, moments);
        control.report(sweep, 0);
    }
    return heaviestApart(windows, means, moments, bandwidth);
}

}
