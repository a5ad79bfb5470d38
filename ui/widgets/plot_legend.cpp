#include "ui/widgets/plot_legend.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {
constexpr int symbolWidth = 20;
constexpr int widestEntry = 132;
}

PlotLegend::PlotLegend(QCustomPlot& plot) : QCPLayoutElement(&plot)
{
    setLayer(QStringLiteral("legend"));
    setMargins(QMargins(0, space::medium, 0, space::small));
    plot.plotLayout()->addElement(0, 1, this);
    plot.plotLayout()->setColumnStretchFactor(1, 0.001);
}

void PlotLegend::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
}

std::size_t PlotLegend::named() const
{
    const auto room = static_cast<std::size_t>(std::max(rect().height() / lineHeight, 1));
    return m_entries.size() <= room ? m_entries.size() : room - 1;
}

QString PlotLegend::elided(const QString& name) const
{
    return QFontMetrics(fontFor(Type::Note)).elidedText(name, Qt::ElideMiddle, widestEntry);
}

QStringList PlotLegend::lines() const
{
    QStringList lines;
    for (std::size_t i = 0; i < named(); ++i)
        lines << elided(m_entries[i].name);
    if (named() < m_entries.size())
        lines << QCoreApplication::translate("PlotLegend", "%Ln other(s)", nullptr,
                                             static_cast<int>(m_entries.size() - named()));
    return lines;
}

QString PlotLegend::nameAt(const QPointF& place) const
{
    const QRectF area = rect();
    if (!area.contains(place))
        return {};
    const auto line = static_cast<std::size_t>((place.y() - area.top()) / lineHeight);
    if (line < named())
        return m_entries[line].name;
    QStringList others;
    for (std::size_t i = named(); i < m_entries.size() && line == named(); ++i)
        others << m_entries[i].name;
    return others.join(u'\n');
}

QSize PlotLegend::minimumOuterSizeHint() const
{
    if (m_entries.empty())
        return {0, 0};
    const QFontMetrics metrics(fontFor(Type::Note));
    int widest = 0;
    for (const LegendEntry& entry : m_entries)
        widest = std::max(widest, metrics.horizontalAdvance(elided(entry.name)));
    return {symbolWidth + widest + space::medium, lineHeight};
}

void PlotLegend::draw(QCPPainter* painter)
{
    const QStringList texts = lines();
    painter->setFont(fontFor(Type::Note));
    QRectF line(rect().left(), rect().top(), rect().width(), lineHeight);
    for (int i = 0; i < texts.size(); ++i, line.translate(0, lineHeight)) {
        if (static_cast<std::size_t>(i) < named()) {
            const QCPScatterStyle& symbol = m_entries[static_cast<std::size_t>(i)].symbol;
            symbol.applyTo(painter, symbol.pen());
            symbol.drawShape(painter, QPointF(line.left() + symbolWidth / 2.0 - 2, line.center().y()));
        }
        painter->setPen(m_colours.text);
        painter->drawText(line.adjusted(symbolWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, texts[i]);
    }
}

}
