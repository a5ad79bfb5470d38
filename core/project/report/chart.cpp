#include "project/report/chart.h"

#include "common/number_text.h"
#include "project/report/html_page.h"
#include "project/report/svg.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double chartWidth = 302, chartHeight = 226;                            // two stand beside each other on A4
constexpr double plotLeft = 50, plotRight = 292, plotTop = 48, plotBottom = 184; // of what the axes enclose
constexpr std::size_t longestTitle = 44;

bool isPoint(const ChartPoint& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Both axes of a chart, and where on the paper a point of it is.
struct ChartFrame {
    ChartAxis x, y;

    double across(double value) const { return plotLeft + (value - x.low) / (x.high - x.low) * (plotRight - plotLeft); }
    double down(double value) const { return plotBottom - (value - y.low) / (y.high - y.low) * (plotBottom - plotTop); }
};

ChartFrame frameOf(const Chart& chart)
{
    constexpr double none = std::numeric_limits<double>::infinity();
    double x1 = none, x2 = -none, y1 = none, y2 = -none;
    for (const ChartSeries& series : chart.series)
        for (const ChartPoint& point : series.points) {
            if (!isPoint(point))
                continue;
            x1 = std::min(x1, point.x);
            x2 = std::max(x2, point.x);
            y1 = std::min(y1, point.y);
            y2 = std::max(y2, point.y);
        }
    if (!(x1 <= x2))
        x1 = y1 = 0, x2 = y2 = 1;
    if (chart.diagonal) {
        x1 = y1 = std::min(x1, y1);
        x2 = y2 = std::max(x2, y2);
    }
    constexpr int mostAcross = 6, mostDown = 6;
    return {chartAxis(x1, x2, mostAcross), chartAxis(y1, y2, mostDown)};
}

std::string tickText(double value, const ChartAxis& axis, char decimal)
{
    constexpr double large = 1e6;
    constexpr int mostDigits = 6;
    const double size = std::max(std::abs(axis.low), std::abs(axis.high));
    std::string text =
        size >= large || axis.digits > mostDigits ? shortest(static_cast<float>(value)) : fixed(value, axis.digits);
    std::replace(text.begin(), text.end(), '.', decimal);
    return text;
}

std::string axesOf(const ChartFrame& frame, char decimal)
{
    std::string text;
    for (const double tick : frame.x.ticks) {
        const double x = frame.across(tick);
        text += svgLine(x, plotTop, x, plotBottom, svg::grid);
        text += svgLabel(x, plotBottom + 13, "middle", svg::quiet, 9.5, tickText(tick, frame.x, decimal));
    }
    for (const double tick : frame.y.ticks) {
        const double y = frame.down(tick);
        text += svgLine(plotLeft, y, plotRight, y, svg::grid);
        text += svgLabel(plotLeft - 5, y + 3.5, "end", svg::quiet, 9.5, tickText(tick, frame.y, decimal));
    }
    text += svgLine(plotLeft, plotBottom, plotRight, plotBottom, svg::quiet);
    text += svgLine(plotLeft, plotTop, plotLeft, plotBottom, svg::quiet);
    return text;
}

std::string titlesOf(const Chart& chart)
{
    const double middle = (plotTop + plotBottom) / 2;
    std::string text = svgLabel(plotLeft - 40, 14, "start", svg::ink, 11.5, escapedShort(chart.title, longestTitle),
                                "font-weight=\"bold\"");
    text += svgLabel((plotLeft + plotRight) / 2, plotBottom + 30, "middle", svg::ink, 10,
                     escapedShort(chart.xTitle, longestTitle));
    text += svgLabel(0, 0, "middle", svg::ink, 10, escapedShort(chart.yTitle, longestTitle / 2),
                     "transform=\"translate(11 " + svgNumber(middle) + ") rotate(-90)\"");
    return text;
}

std::string legendOf(const Chart& chart)
{
    constexpr double letter = 5.6; // about as wide as one of this size is
    std::string text;
    double x = plotLeft;
    for (const ChartSeries& series : chart.series) {
        if (series.name.empty())
            continue;
        text += svgLine(x, 29, x + 16, 29, series.colour, "stroke-width=\"2\"");
        text += svgLabel(x + 20, 32.5, "start", svg::ink, 10, escapedShort(series.name, longestTitle / 2));
        x += 34 + letter * static_cast<double>(std::min(series.name.size(), longestTitle / 2));
    }
    return text;
}

std::string pathOf(const ChartSeries& series, const ChartFrame& frame)
{
    const bool dots = series.form == ChartSeries::Form::Dots;
    std::string path;
    for (const ChartPoint& point : series.points)
        if (isPoint(point))
            path += (dots || path.empty() ? "M" : "L") + svgNumber(frame.across(point.x)) + " " +
                    svgNumber(frame.down(point.y)) + (dots ? "h.1" : "");
    if (path.empty())
        return {};
    return "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + series.colour +
           (dots ? "\" stroke-width=\"3.2\" stroke-linecap=\"round\" stroke-opacity=\"0.6\"/>"
                 : "\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>");
}

std::string markOf(const ChartMark& mark, const ChartFrame& frame)
{
    const double x = frame.across(mark.x);
    const bool room = x < (plotLeft + plotRight) / 2;
    return svgLine(x, plotTop, x, plotBottom, svg::quiet, "stroke-dasharray=\"4 3\"") +
           svgLabel(room ? x - 4 : x + 4, plotTop - 5, room ? "start" : "end", svg::quiet, 9.5,
                    escapedShort(mark.text, longestTitle));
}

}

ChartAxis chartAxis(double low, double high, int mostTicks)
{
    // A range that floats can hardly tell from a point is one.
    const double size = std::max(std::abs(low), std::abs(high));
    if (!(high - low > std::max(1e-30, 1e-9 * size))) {
        const double room = size < 1e-30 ? 1 : size / 10;
        low -= room;
        high += room;
    }
    constexpr int decimalBase = 10;
    double power = 1; // by steps, so that no library's pow decides about a digit
    int digits = 0;
    const double rough = (high - low) / mostTicks;
    while (power * decimalBase <= rough)
        power *= decimalBase;
    while (power > rough) {
        power /= decimalBase;
        ++digits;
    }
    double step = power * decimalBase;
    for (const double factor : {5.0, 2.0, 1.0})
        step = power * factor >= rough ? power * factor : step;
    if (step >= power * decimalBase)
        --digits;
    ChartAxis axis{low, high, {}, std::max(0, digits)};
    for (double tick = std::ceil(low / step - 1e-9); tick <= high / step + 1e-9; ++tick)
        axis.ticks.push_back(tick == 0 ? 0 : tick * step);
    return axis;
}

std::string svgOf(const Chart& chart)
{
    const ChartFrame frame = frameOf(chart);
    std::string text = svgBegin(chart.title, chartWidth, chartHeight);
    text += axesOf(frame, chart.decimal) + titlesOf(chart) + legendOf(chart);
    if (chart.diagonal)
        text += svgLine(frame.across(frame.x.low), frame.down(frame.y.low), frame.across(frame.x.high),
                        frame.down(frame.y.high), svg::quiet, "stroke-dasharray=\"4 3\"");
    for (const ChartSeries& series : chart.series)
        text += pathOf(series, frame);
    if (chart.mark)
        text += markOf(*chart.mark, frame);
    return text + "</svg>";
}

}
