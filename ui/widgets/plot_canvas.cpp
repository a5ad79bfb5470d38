#include "ui/widgets/plot_canvas.h"

#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tick_room.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace broto::ui {

namespace {
constexpr double zoomStep = 0.8;
constexpr double panStep = 0.1; ///< of what is shown
}

PlotCanvas::PlotCanvas(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(new PlotLegend(*m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_plot);
    setMinimumSize(240, 110);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 12, 16, 8));
    m_plot->legend->setVisible(false);
    keepTicksApart(*m_plot);
    stylePlot(*m_plot, coloursFor(palette()));
    m_legend->setColours(coloursFor(palette()));
    setZoom(m_axes);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { tell(event->position()); });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotCanvas::showAll);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    const auto keepInside = [this](QCPAxis* axis, int home) {
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
                [this, axis, home](const QCPRange& range) {
                    const QCPRange inside = range.bounded(m_home[home], m_home[home + 1]);
                    if (m_axes.testFlag(axis->orientation()) && inside != range)
                        axis->setRange(inside);
                    else if (home == 0)
                        emit rangeChanged();
                });
    };
    keepInside(m_plot->xAxis, 0);
    keepInside(m_plot->yAxis, 2);
}

void PlotCanvas::setAxisNames(const QString& horizontal, const QString& vertical)
{
    m_horizontal = horizontal;
    m_vertical = vertical;
    fitAxisNames();
    setAccessibleDescription(QStringLiteral("%1, %2").arg(horizontal, vertical));
}

/// Names that are longer than their axis would draw over each other.
void PlotCanvas::fitAxisNames()
{
    constexpr int besideAcross = 96, besideUp = 64; // ticks and margins at both ends
    constexpr int shortestName = 24;                // less of it says nothing
    const QFontMetrics metrics(fontFor(Type::Note));
    const auto fitted = [&metrics](const QString& name, int room) {
        return room < shortestName ? QString() : metrics.elidedText(name, Qt::ElideMiddle, room);
    };
    m_plot->xAxis->setLabel(fitted(m_horizontal, width() - besideAcross));
    m_plot->yAxis->setLabel(fitted(m_vertical, height() - besideUp));
}

void PlotCanvas::setLegend(std::vector<LegendEntry> entries)
{
    m_legend->setEntries(std::move(entries));
}

QStringList PlotCanvas::legendLines() const
{
    return m_legend->lines();
}

void PlotCanvas::setZoom(Qt::Orientations axes)
{
    m_axes = axes;
    m_plot->setInteraction(QCP::iRangeDrag, axes != Qt::Orientations());
    m_plot->setInteraction(QCP::iRangeZoom, axes != Qt::Orientations());
    m_plot->axisRect()->setRangeDrag(axes);
    m_plot->axisRect()->setRangeZoom(axes);
}

void PlotCanvas::setHome(double left, double right, double bottom, double top)
{
    const double home[] = {left, right, bottom, top};
    std::copy(std::begin(home), std::end(home), m_home);
    m_plot->xAxis->setRange(left, right);
    m_plot->yAxis->setRange(bottom, top);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotCanvas::showAll()
{
    if (m_axes.testFlag(Qt::Horizontal))
        m_plot->xAxis->setRange(m_home[0], m_home[1]);
    if (m_axes.testFlag(Qt::Vertical))
        m_plot->yAxis->setRange(m_home[2], m_home[3]);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotCanvas::setNumbers(const QString& name, std::function<QString()> csv)
{
    m_name = name;
    m_csv = std::move(csv);
}

void PlotCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) {
        stylePlot(*m_plot, coloursFor(palette()));
        m_legend->setColours(coloursFor(palette()));
        emit restyled();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    QWidget::changeEvent(event);
}

void PlotCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    if (m_axes)
        connect(menu.addAction(tr("Show everything")), &QAction::triggered, this, &PlotCanvas::showAll);
    if (m_csv) {
        const auto draw = [this](QPaintDevice& device) {
            QCPPainter painter(&device);
            painter.setMode(QCPPainter::pmVectorized);
            m_plot->toPainter(&painter, m_plot->width(), m_plot->height());
        };
        addExportActions(menu, *this, {m_name, m_plot->size(), draw, m_csv});
    }
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
}

void PlotCanvas::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

void PlotCanvas::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

void PlotCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep);
    case Qt::Key_Minus:
        return zoom(1 / zoomStep);
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Left:
        return pan(-panStep, 0);
    case Qt::Key_Right:
        return pan(panStep, 0);
    case Qt::Key_Up:
        return pan(0, panStep);
    case Qt::Key_Down:
        return pan(0, -panStep);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlotCanvas::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
}

void PlotCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitAxisNames();
    emit resized();
    emit rangeChanged();
}

void PlotCanvas::zoom(double factor)
{
    if (m_axes.testFlag(Qt::Horizontal))
        m_plot->xAxis->scaleRange(factor);
    if (m_axes.testFlag(Qt::Vertical))
        m_plot->yAxis->scaleRange(factor);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotCanvas::pan(double across, double up)
{
    if (m_axes.testFlag(Qt::Horizontal))
        m_plot->xAxis->moveRange(across * m_plot->xAxis->range().size());
    if (m_axes.testFlag(Qt::Vertical))
        m_plot->yAxis->moveRange(up * m_plot->yAxis->range().size());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotCanvas::tell(const QPointF& place)
{
    QToolTip::showText(m_plot->mapToGlobal(place.toPoint()), textAt(place), m_plot);
}

QString PlotCanvas::textAt(const QPointF& place) const
{
    const QRect drawn = m_plot->axisRect()->rect();
    const QPoint pixel = place.toPoint();
    if (drawn.contains(pixel))
        return m_readOut ? m_readOut(place) : QString();
    if (const QString name = m_legend->nameAt(place); !name.isEmpty())
        return name;
    if (pixel.y() > drawn.bottom())
        return m_horizontal;
    if (pixel.x() >= drawn.left() || pixel.y() < drawn.top())
        return {};
    const QString row = m_namesBeside && m_readOut ? m_readOut(place) : QString();
    return row.isEmpty() ? m_vertical : row;
}

}
