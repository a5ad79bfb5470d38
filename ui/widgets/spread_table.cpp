#include "ui/widgets/spread_table.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr TextPixels spreadHeadingHeight(26);
constexpr TextPixels spreadHeight(84);
constexpr TextPixels layerNameWidth(96);
constexpr TextPixels spreadTextHeight(18);
constexpr TextPixels leastSpreadWidth(420);

QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 3).replace(u'-', u'−');
}

}

SpreadTable::SpreadTable(QWidget* parent) : QWidget(parent)
{
    setMinimumWidth(leastSpreadWidth);
}

void SpreadTable::show(std::vector<LayerStatistics> layers)
{
    m_layers = std::move(layers);
    setMinimumHeight(spreadHeadingHeight + spreadHeight * static_cast<int>(m_layers.size()));
    retranslate();
}

void SpreadTable::retranslate()
{
    QStringList lines;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
        lines << lineText(layer);
    setAccessibleDescription(lines.join(u'\n'));
    update();
}

QString SpreadTable::layerName(std::size_t layer) const
{
    return layer + 1 == m_layers.size() ? tr("Output layer") : tr("Layer %1").arg(layer + 1);
}

QString SpreadTable::spreadText(const NumberSpread& spread) const
{
    return tr("mean %1 · deviation %2 · up to ±%3")
        .arg(shortNumber(spread.mean), shortNumber(spread.deviation), shortNumber(spread.largest));
}

QString SpreadTable::lineText(std::size_t layer) const
{
    return tr("%1\nWeights: %2\nGradient: %3")
        .arg(layerName(layer), spreadText(m_layers[layer].weights), spreadText(m_layers[layer].gradient));
}

bool SpreadTable::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int line = (help->pos().y() - spreadHeadingHeight) / spreadHeight;
    const bool inside = help->pos().y() >= spreadHeadingHeight && line < static_cast<int>(m_layers.size());
    QToolTip::showText(help->globalPos(), inside ? lineText(static_cast<std::size_t>(line)) : QString(), this);
    return true;
}

void SpreadTable::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    const double column = (width() - layerNameWidth) / 2.0;
    painter.setFont(fontFor(Type::Note));
    painter.setPen(colours.muted);
    painter.drawText(QRectF(layerNameWidth, 0, column, spreadHeadingHeight), Qt::AlignVCenter, tr("Weights"));
    painter.drawText(QRectF(layerNameWidth + column, 0, column, spreadHeadingHeight), Qt::AlignVCenter, tr("Gradient"));
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const double top = spreadHeadingHeight + spreadHeight * static_cast<double>(i);
        painter.setPen(colours.line);
        painter.drawLine(QPointF(0, top), QPointF(width(), top));
        painter.setPen(colours.text);
        painter.setFont(fontFor(Type::Text));
        painter.drawText(QRectF(0, top, layerNameWidth, spreadHeight), Qt::AlignVCenter | Qt::TextWordWrap,
                         layerName(i));
        const QRectF area(layerNameWidth, top + space::hair, column - space::large, spreadHeight - 2 * space::hair);
        paintSpread(painter, area, m_layers[i].weights, 0);
        paintSpread(painter, area.translated(column, 0), m_layers[i].gradient, 1);
    }
}

void SpreadTable::paintSpread(QPainter& painter, const QRectF& area, const NumberSpread& spread, int series) const
{
    const Colours colours = coloursFor(palette());
    const double most = static_cast<double>(*std::max_element(spread.counts.begin(), spread.counts.end()));
    const QRectF bars = area.adjusted(0, 0, 0, -spreadTextHeight);
    const double width = bars.width() / static_cast<double>(spread.counts.size());
    for (std::size_t i = 0; i < spread.counts.size() && most > 0; ++i) {
        const double height = bars.height() * static_cast<double>(spread.counts[i]) / most;
        painter.fillRect(QRectF(bars.left() + width * static_cast<double>(i), bars.bottom() - height,
                                std::max(width - 1, 1.0), height),
                         seriesInk(series, colours));
    }
    painter.setPen(QPen(colours.muted, 1, Qt::DotLine));
    painter.drawLine(QPointF(bars.center().x(), bars.top()), QPointF(bars.center().x(), bars.bottom()));
    painter.setPen(colours.muted);
    painter.setFont(fontFor(Type::Note));
    const QRectF text(area.left(), bars.bottom(), area.width(), spreadTextHeight);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("−") + shortNumber(spread.largest));
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignVCenter, tr("σ %1").arg(shortNumber(spread.deviation)));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, shortNumber(spread.largest));
}

}
