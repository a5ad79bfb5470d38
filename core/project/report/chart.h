#pragma once

#include <optional>
#include <string>
#include <vector>

namespace broto {

struct ChartPoint {
    double x = 0;
    double y = 0;
};

/// One curve, or one cloud of dots. Points that are no numbers are left out.
struct ChartSeries {
    enum class Form { Line, Dots };
    std::string name; ///< in the legend; empty: it is not in there
    std::string colour;
    std::vector<ChartPoint> points;
    Form form = Form::Line;
};

/// A place on the x axis that is marked by a line across.
struct ChartMark {
    double x = 0;
    std::string text;
};

/// A small chart with two axes.
struct Chart {
    std::string title;
    std::string xTitle;
    std::string yTitle;
    std::vector<ChartSeries> series;
    std::optional<ChartMark> mark = {};
    bool diagonal = false; ///< a line on which x and y are the same; both axes then span the same
    char decimal = '.';
};

/// As an SVG element that stands for itself.
std::string svgOf(const Chart& chart);

/// An axis: the range that is drawn, and where its numbers stand.
struct ChartAxis {
    double low = 0;
    double high = 1;
    std::vector<double> ticks;
    int digits = 0; ///< of the numbers, after the point
};

/// With ticks at 1, 2 or 5 times a power of ten. Low and high may be the same.
ChartAxis chartAxis(double low, double high, int mostTicks);

}
