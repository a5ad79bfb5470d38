#include "data/reading_times.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broto {

namespace {

constexpr double usualGaps = 2.5; // steps

struct NamedUnit {
    std::string_view name;
    double seconds;
};

constexpr auto timeUnits = std::to_array<NamedUnit>({{"s", 1},
                                                     {"sec", 1},
                                                     {"seconds", 1},
                                                     {"segundos", 1},
                                                     {"elapsed", 1},
                                                     {"ms", 1e-3},
                                                     {"millis", 1e-3},
                                                     {"millis()", 1e-3},
                                                     {"milliseconds", 1e-3},
                                                     {"us", 1e-6},
                                                     {"micros", 1e-6},
                                                     {"micros()", 1e-6},
                                                     {"µs", 1e-6},
                                                     {"μs", 1e-6},
                                                     {"ns", 1e-9},
                                                     {"min", 60},
                                                     {"h", 3600}});

std::optional<double> unitNamed(std::string_view name)
{
    const auto unit =
        std::find_if(timeUnits.begin(), timeUnits.end(), [&](const NamedUnit& u) { return u.name == name; });
    return unit == timeUnits.end() ? std::nullopt : std::optional(unit->seconds);
}

/// Counted since 1970: no recording in seconds is as long, and none in smaller units is from before 2001.
struct Epoch {
    double least;
    double seconds;
};
constexpr auto epochs = std::to_array<Epoch>({{1e9, 1}, {1e12, 1e-3}, {1e15, 1e-6}, {1e18, 1e-9}});
constexpr double sinceFirst = 10; // 2286

/// Programs on boards stamp readings with the milliseconds since they were switched on.
bool isStamp(const Column& column, std::string_view name)
{
    return name == "timestamp" && column.type != ColumnType::Number && column.max > 1;
}

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// 50.00000001 readings a second are 50.
double rounded(double rate)
{
    constexpr int digits = 6;
    if (!(rate > 0) || !std::isfinite(rate))
        return 0;
    const double scale = std::pow(10.0, digits - 1 - static_cast<int>(std::floor(std::log10(rate))));
    return std::round(rate * scale) / scale;
}

}

double secondsPerUnit(const Column& column)
{
    if (column.values == Column::Values::Times)
        return 1;
    if (column.numeric() && column.min > 0) {
        for (const Epoch& epoch : epochs)
            if (column.min >= epoch.least && column.max < epoch.least * sinceFirst)
                return epoch.seconds;
    }
    if (const std::optional<double> unit = unitNamed(lowerCase(column.unit)))
        return *unit;
    const std::string name = lowerCase(column.name);
    if (const std::optional<double> unit = unitNamed(name))
        return *unit;
    const std::size_t last = name.find_last_of("_ -");
    if (last != std::string::npos)
        return unitNamed(std::string_view(name).substr(last + 1)).value_or(1);
    return isStamp(column, name) ? 1e-3 : 1;
}

std::vector<double> secondsOf(const Column& column)
{
    if (column.texts())
        return {};
    std::vector<double> seconds = column.numbers;
    const double unit = secondsPerUnit(column);
    if (unit != 1)
        for (double& time : seconds)
            time *= unit;
    return seconds;
}

ReadingPace paceOf(const std::vector<double>& seconds, const std::vector<std::int32_t>& groups)
{
    std::vector<double> steps;
    std::size_t equal = 0;
    for (std::size_t row = 1; row < seconds.size(); ++row) {
        const double step = seconds[row] - seconds[row - 1];
        if (!groups.empty() && groups[row] != groups[row - 1])
            continue;
        if (step > 0)
            steps.push_back(step);
        else if (step == 0)
            ++equal;
    }
    if (steps.empty())
        return {};
    ReadingPace pace;
    pace.step = median(steps);
    if (equal < steps.size()) {
        pace.readingsPerSecond = rounded(1 / pace.step);
        return pace;
    }
    double duration = 0;
    std::size_t counted = equal;
    for (const double step : steps) {
        if (step <= usualGaps * pace.step) {
            duration += step;
            ++counted;
        }
    }
    pace.readingsPerSecond = rounded(static_cast<double>(counted) / duration);
    return pace;
}

}
