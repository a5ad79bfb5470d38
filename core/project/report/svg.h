#pragma once

#include <string>
#include <string_view>

namespace broto {

/// The pieces of a drawing, each an element of SVG. What a title or a label says has been escaped already.

namespace svg {
inline constexpr std::string_view ink = "#1f2933";
inline constexpr std::string_view quiet = "#55616e";
inline constexpr std::string_view grid = "#e3e8ed";
inline constexpr std::string_view blue = "#2563a8";
inline constexpr std::string_view orange = "#c8600a";
}

/// The beginning of a drawing of that size; "</svg>" ends it. The title is for who cannot see it, and not yet escaped.
std::string svgBegin(std::string_view title, double width, double height);

std::string svgNumber(double coordinate);
std::string svgLine(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view more = {});
std::string svgLabel(double x, double y, std::string_view anchor, std::string_view colour, double size,
                     const std::string& text, std::string_view more = {});

}
