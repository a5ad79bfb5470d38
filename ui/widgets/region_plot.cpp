#include "ui/widgets/region_plot.h"

#include "ui/widgets/feature_texts.h"
#include "ui/widgets/group_symbol.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tick_room.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr int valueBands = 5; ///< points of a regression: one graph each
constexpr const char* areasLayer = "areas";

/// Half a cell beyond the middle of the first, and of the last.
double lowerEnd(const RegionAxis& axis)
{
    return axis.cells > 1 ? axis.first - (axis.last - axis.first) / (axis.cells - 1) / 2 : axis.first - 0.5;
}

double upperEnd(const RegionAxis& axis)
{
    return axis.cells > 1 ? axis.last + (axis.last - axis.first) / (axis.cells - 1) / 2 : axis.last + 0.5;
}

int cellAt(const RegionAxis& axis, double value)
{
    const double share = (value - lowerEnd(axis)) / (upperEnd(axis) - lowerEnd(axis));
    return std::clamp(static_cast<int>(share * axis.cells), 0, axis.cells - 1);
}

QSharedPointer<QCPAxisTicker> tickerFor(const Feature& feature)
{
    if (feature.categories.empty())
        return QSharedPointer<QCPAxisTicker>(new QCPAxisTicker);
    QSharedPointer<NameTicker> ticks(new NameTicker);
    for (std::size_t i = 0; i < feature.categories.size(); ++i)
        ticks->addTick(static_cast<double>(i), QString::fromStdString(feature.categories[i]));
    return ticks;
}

QColor mixed(const QColor& ink, const QColor& ground, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(b + share * (a - b))); };
    return {mix(ink.red(), ground.red()), mix(ink.green(), ground.green()), mix(ink.blue(), ground.blue())};
}

}

RegionPlot::RegionPlot(QWidget* parent) : PlotCanvas(parent), m_areas(new QCPItemPixmap(&plot()))
{
    plot().addLayer(QLatin1String(areasLayer), plot().layer(QStringLiteral("grid")), QCustomPlot::limBelow);
    m_areas->setLayer(QLatin1String(areasLayer));
    m_areas->setVisible(false);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, [this] {
        if (m_dataset)
            draw();
    });
}

void RegionPlot::show(DecisionRegions regions, const RegionChoice& choice, std::shared_ptr<const Dataset> dataset)
{
    const bool otherPlace = choice != m_choice || dataset != m_dataset;
    m_regions = std::move(regions);
    m_choice = choice;
    m_dataset = std::move(dataset);
    if (otherPlace) {
        const Feature& across = m_dataset->preprocessing.features[choice.across];
        const Feature& up = m_dataset->preprocessing.features[choice.up];
        plot().xAxis->setTicker(tickerFor(across));
        plot().yAxis->setTicker(tickerFor(up));
        setAxisNames(featureTitle(across), featureTitle(up));
        setHome(lowerEnd(m_regions.across), upperEnd(m_regions.across), lowerEnd(m_regions.up), upperEnd(m_regions.up));
    }
    setNumbers(tr("Decision regions"), [this] { return csv(); });
    draw();
}

void RegionPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearGraphs();
    if (m_dataset->target.task == Task::Classification)
        drawClasses(colours);
    else
        drawValues(colours);
    drawAreas(colours);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void RegionPlot::drawAreas(const Colours& colours)
{
    const int columns = m_regions.across.cells, rows = m_regions.up.cells;
    QImage image(columns, rows, QImage::Format_RGB32);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const auto cell = static_cast<std::size_t>(row * columns + column);
            const double sure = m_regions.certainties.empty() ? 1 : static_cast<double>(m_regions.certainties[cell]);
            const QColor ink = colourOf(m_regions.answers[cell], colours);
            const double share = m_regions.certainties.empty() ? 0.75 : 0.5 * sure * sure;
            image.setPixelColor(column, rows - 1 - row, mixed(ink, colours.surface, share));
        }
    }
    m_areas->setPixmap(QPixmap::fromImage(image));
    m_areas->setScaled(true, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_areas->topLeft->setCoords(lowerEnd(m_regions.across), upperEnd(m_regions.up));
    m_areas->bottomRight->setCoords(upperEnd(m_regions.across), lowerEnd(m_regions.up));
    m_areas->setVisible(true);
}

void RegionPlot::drawClasses(const Colours& colours)
{
    const auto& classes = m_dataset->target.classes;
    std::vector<QVector<double>> x(classes.size()), y(classes.size());
    for (const RegionPoint& point : m_regions.points) {
        const auto truth = static_cast<std::size_t>(point.truth);
        x[truth] << static_cast<double>(point.across);
        y[truth] << static_cast<double>(point.up);
    }
    std::vector<LegendEntry> legend;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        QCPGraph* graph = plot().addGraph();
        const QCPScatterStyle symbol = groupSymbol(i, colourOf(static_cast<float>(i), colours));
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(symbol);
        graph->setData(x[i], y[i]);
        legend.push_back({QString::fromStdString(classes[i]), symbol});
    }
    setLegend(std::move(legend));
}

/// A value is drawn in the colour of the nearest of a few.
void RegionPlot::drawValues(const Colours& colours)
{
    std::vector<float> truths;
    for (const RegionPoint& point : m_regions.points)
        truths.push_back(point.truth);
    if (truths.empty())
        truths.push_back(0);
    const auto [least, most] = std::minmax_element(truths.begin(), truths.end());
    m_lowest = static_cast<double>(*least);
    m_highest = *most > *least ? static_cast<double>(*most) : m_lowest + 1;
    std::vector<QVector<double>> x(valueBands), y(valueBands);
    for (const RegionPoint& point : m_regions.points) {
        const double share = (static_cast<double>(point.truth) - m_lowest) / (m_highest - m_lowest);
        const auto band = static_cast<std::size_t>(std::lround(share * (valueBands - 1))); // the nearest one's colour
        x[band] << static_cast<double>(point.across);
        y[band] << static_cast<double>(point.up);
    }
    std::vector<LegendEntry> legend;
    for (int band = valueBands - 1; band >= 0; --band) {
        const double value = m_lowest + (m_highest - m_lowest) * band / (valueBands - 1);
        QCPGraph* graph = plot().addGraph();
        const QCPScatterStyle symbol(QCPScatterStyle::ssCircle, QPen(colours.text, 0.75),
                                     colourOf(static_cast<float>(value), colours), 6);
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(symbol);
        graph->setData(x[static_cast<std::size_t>(band)], y[static_cast<std::size_t>(band)]);
        legend.push_back({answerText(static_cast<float>(value)), symbol});
    }
    setLegend(std::move(legend));
}

QColor RegionPlot::colourOf(float answer, const Colours& colours) const
{
    if (m_dataset->target.task == Task::Classification)
        return seriesInk(static_cast<int>(answer), colours);
    const double share = std::clamp((static_cast<double>(answer) - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
    const QColor ink = colours.surface.lightness() < 128 ? QColor(0x56B4E9) : QColor(0x00507D);
    return mixed(ink, colours.surface, 0.08 + 0.92 * share);
}

QString RegionPlot::answerText(float answer) const
{
    const Target& target = m_dataset->target;
    if (target.task == Task::Classification)
        return QString::fromStdString(target.classes[static_cast<std::size_t>(answer)]);
    return (valueText(static_cast<double>(answer)) + QLatin1Char(' ') + QString::fromStdString(target.unit)).trimmed();
}

QString RegionPlot::readOut(const QPointF& place) const
{
    if (!m_dataset)
        return {};
    const double x = plot().xAxis->pixelToCoord(place.x()), y = plot().yAxis->pixelToCoord(place.y());
    const int column = cellAt(m_regions.across, x), row = cellAt(m_regions.up, y);
    const auto cell = static_cast<std::size_t>(row * m_regions.across.cells + column);
    const auto& features = m_dataset->preprocessing.features;
    QStringList lines = {
        QStringLiteral("%1: %2").arg(featureTitle(features[m_choice.across]),
                                     featureValue(features[m_choice.across], x)),
        QStringLiteral("%1: %2").arg(featureTitle(features[m_choice.up]), featureValue(features[m_choice.up], y)),
        tr("Answer: %1").arg(answerText(m_regions.answers[cell]))};
    if (!m_regions.certainties.empty())
        lines.back() += QStringLiteral(" (%1)").arg(
            metricText(Task::Classification, static_cast<double>(m_regions.certainties[cell])));
    return lines.join(u'\n');
}

QString RegionPlot::csv() const
{
    const auto& features = m_dataset->preprocessing.features;
    QString text = QStringLiteral("%1,%2,%3\n")
                       .arg(csvCell(featureTitle(features[m_choice.across])),
                            csvCell(featureTitle(features[m_choice.up])), tr("answer"));
    for (int row = 0; row < m_regions.up.cells; ++row)
        for (int column = 0; column < m_regions.across.cells; ++column)
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(QString::number(m_regions.across.at(column)), QString::number(m_regions.up.at(row)),
                             csvCell(answerText(
                                 m_regions.answers[static_cast<std::size_t>(row * m_regions.across.cells + column)])));
    return text;
}

}
