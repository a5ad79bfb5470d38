#include "data/series_envelope.h"

#include "data/missing_value.h"
#include "data/row_order.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

double valueOf(const Column& column, std::size_t row)
{
    if (!column.texts())
        return column.numbers[row];
    return column.codes[row] < 0 ? missingValue : static_cast<double>(column.codes[row]);
}

double timeOf(const Series& series, std::size_t place)
{
    return series.times.empty() ? static_cast<double>(place + 1) : series.times[place];
}

/// The first place whose time is not before `time`.
std::size_t placeAt(const Series& series, double time)
{
    if (!series.times.empty())
        return static_cast<std::size_t>(std::lower_bound(series.times.begin(), series.times.end(), time) -
                                        series.times.begin());
    return static_cast<std::size_t>(std::clamp(std::ceil(time) - 1, 0.0, static_cast<double>(series.values.size())));
}

/// The smallest and the largest value of a step, as they come; a break where the step has no values.
class Step {
public:
    void add(const Series& series, std::size_t place)
    {
        const double value = series.values[place];
        if (m_places++ == 0)
            m_first = place;
        if (std::isnan(value))
            return;
        if (!m_any || value < series.values[m_min])
            m_min = place;
        if (!m_any || value > series.values[m_max])
            m_max = place;
        m_any = true;
    }
    void flush(const Series& series, Envelope& envelope)
    {
        if (m_places == 0)
            return;
        const auto put = [&](std::size_t place) {
            envelope.x.push_back(timeOf(series, place));
            envelope.y.push_back(series.values[place]);
        };
        if (!m_any) {
            put(m_first);
        } else {
            put(std::min(m_min, m_max));
            if (m_min != m_max)
                put(std::max(m_min, m_max));
        }
        *this = {};
    }

private:
    std::size_t m_places = 0, m_first = 0, m_min = 0, m_max = 0;
    bool m_any = false;
};

}

Result<Series> seriesOf(const Column& values, const Column* times, const RunControl& control)
{
    Series series;
    const std::size_t count = values.texts() ? values.codes.size() : values.numbers.size();
    series.values.reserve(count);
    if (!times) {
        for (std::size_t row = 0; row < count; ++row)
            series.values.push_back(valueOf(values, row));
        return series;
    }
    Result<RowNumbers> order = sortedRows(*times, SortDirection::Ascending, allRows(count), control);
    if (!order)
        return order.error();
    series.rows = *std::move(order);
    const auto untimed = std::find_if(series.rows.begin(), series.rows.end(),
                                      [&](std::uint32_t row) { return std::isnan(valueOf(*times, row)); });
    series.rows.erase(untimed, series.rows.end());
    for (const std::uint32_t row : series.rows) {
        series.times.push_back(valueOf(*times, row));
        series.values.push_back(valueOf(values, row));
    }
    return series;
}

Envelope envelopeOf(const Series& series, double from, double to, std::size_t steps)
{
    Envelope envelope;
    if (series.values.empty() || !(from < to) || steps == 0)
        return envelope;
    const std::size_t inside = placeAt(series, from);
    const std::size_t begin = inside > 0 ? inside - 1 : 0;
    const std::size_t end = std::min(placeAt(series, std::nextafter(to, HUGE_VAL)) + 1, series.values.size());
    envelope.everyValue = end - begin <= 2 * steps;
    Step step;
    double current = -HUGE_VAL, broken = -HUGE_VAL;
    auto nextBreak = std::upper_bound(series.breaks.begin(), series.breaks.end(), begin);
    for (std::size_t place = begin; place < end; ++place) {
        const double time = timeOf(series, place);
        const double index = std::floor((time - from) / (to - from) * static_cast<double>(steps));
        const bool breaks = nextBreak != series.breaks.end() && *nextBreak == place;
        nextBreak += breaks;
        const bool seen = breaks && (envelope.everyValue || index != broken); // one a step is enough
        if (envelope.everyValue || index != current || seen)
            step.flush(series, envelope);
        if (seen) {
            envelope.x.push_back(time);
            envelope.y.push_back(missingValue);
            broken = index;
        }
        current = index;
        step.add(series, place);
    }
    step.flush(series, envelope);
    return envelope;
}

}
