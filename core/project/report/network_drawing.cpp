#include "project/report/network_drawing.h"

#include "project/report/html_page.h"
#include "project/report/svg.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

constexpr double drawingWidth = 612, drawingHeight = 236;
constexpr double firstColumn = 110, lastColumn = 500;
constexpr double firstNeuron = 16, lastNeuron = 190;
constexpr int mostNeurons = 9; ///< in a column; the place in the middle stands for those that are left out

/// Where the neurons of a column are drawn, from above. With some left out there is a gap in the middle.
struct NeuronColumn {
    double x = 0;
    std::vector<double> y;
    bool abridged = false;
};

NeuronColumn neuronColumn(int neurons, double x)
{
    const int places = std::min(neurons, mostNeurons);
    const double apart = std::min(26.0, (lastNeuron - firstNeuron) / std::max(1, places - 1));
    NeuronColumn column{x, {}, neurons > mostNeurons};
    for (int i = 0; i < places; ++i)
        if (!column.abridged || i != places / 2)
            column.y.push_back((firstNeuron + lastNeuron) / 2 + apart * (i - (places - 1) / 2.0));
    return column;
}

std::vector<NeuronColumn> columnsOf(const NetworkShape& shape)
{
    const double apart = (lastColumn - firstColumn) / static_cast<double>(shape.size());
    std::vector<NeuronColumn> columns{neuronColumn(shape.front().inputs, firstColumn)};
    for (const LayerShape& layer : shape)
        columns.push_back(neuronColumn(layer.outputs, firstColumn + apart * static_cast<double>(columns.size())));
    return columns;
}

std::string connections(const NeuronColumn& from, const NeuronColumn& to)
{
    std::string text;
    for (const double a : from.y)
        for (const double b : to.y)
            text += svgLine(from.x, a, to.x, b, "#b9c4ce", "stroke-width=\"0.6\"");
    return text;
}

std::string neurons(const NeuronColumn& column, std::string_view colour)
{
    std::string text;
    for (const double y : column.y)
        text += "<circle cx=\"" + svgNumber(column.x) + "\" cy=\"" + svgNumber(y) + "\" r=\"6\" fill=\"" +
                std::string(colour) + "\" stroke=\"#1b5e3a\"/>";
    if (column.abridged)
        for (const double shift : {-5.0, 0.0, 5.0})
            text += "<circle cx=\"" + svgNumber(column.x) + "\" cy=\"" +
                    svgNumber((firstNeuron + lastNeuron) / 2 + shift) + "\" r=\"1.4\" fill=\"#1b5e3a\"/>";
    return text;
}

std::string names(const NeuronColumn& column, const std::vector<std::string>& texts, double aside,
                  std::string_view anchor)
{
    constexpr std::size_t longest = 17;
    std::string text;
    if (texts.size() == column.y.size())
        for (std::size_t i = 0; i < texts.size(); ++i)
            text +=
                svgLabel(column.x + aside, column.y[i] + 3.5, anchor, svg::ink, 10, escapedShort(texts[i], longest));
    return text;
}

}

std::string svgOf(const NetworkDrawing& drawing)
{
    assert(!drawing.shape.empty() && drawing.captions.size() == drawing.shape.size() + 1);
    constexpr double aside = 11;
    constexpr std::size_t longest = 22;
    const std::vector<NeuronColumn> columns = columnsOf(drawing.shape);
    std::string text = svgBegin(drawing.title, drawingWidth, drawingHeight);
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
        text += connections(columns[i], columns[i + 1]);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool hidden = i > 0 && i + 1 < columns.size();
        text += neurons(columns[i], hidden ? "#cfe8d8" : "#ffffff");
        const double lower = columns.size() > 5 && i % 2 ? 13 : 0; // so that many do not touch each other
        text +=
            svgLabel(columns[i].x, 215 + lower, "middle", svg::quiet, 10, escapedShort(drawing.captions[i], longest));
    }
    text += names(columns.front(), drawing.inputNames, -aside, "end");
    text += names(columns.back(), drawing.outputNames, aside, "start");
    return text + "</svg>";
}

}
