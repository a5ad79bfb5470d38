#include "project/report/svg.h"

#include "common/number_text.h"
#include "project/report/html_page.h"

namespace broto {

std::string svgBegin(std::string_view title, double width, double height)
{
    const std::string w = svgNumber(width), h = svgNumber(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escaped(title) + "\" width=\"" + w +
           "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h +
           "\" font-family=\"Inter, Noto Sans, Segoe UI, Arial, sans-serif\">";
}

std::string svgNumber(double coordinate)
{
    std::string text = fixed(coordinate, 1);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

std::string svgLine(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view more)
{
    return "<line x1=\"" + svgNumber(x1) + "\" y1=\"" + svgNumber(y1) + "\" x2=\"" + svgNumber(x2) + "\" y2=\"" +
           svgNumber(y2) + "\" stroke=\"" + std::string(colour) + "\" " + std::string(more) + "/>";
}

std::string svgLabel(double x, double y, std::string_view anchor, std::string_view colour, double size,
                     const std::string& text, std::string_view more)
{
    return "<text x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" text-anchor=\"" + std::string(anchor) +
           "\" font-size=\"" + svgNumber(size) + "\" fill=\"" + std::string(colour) + "\" " + std::string(more) + ">" +
           text + "</text>";
}

}
