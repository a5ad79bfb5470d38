#include "ui/widgets/figure_view.h"

#include <QEvent>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace broto::ui {

namespace {

constexpr int usualWidth = 232;

}

QByteArray inColoursOf(Theme theme, QByteArray svg)
{
    const Colours from = coloursFor(Theme::Light), to = coloursFor(theme);
    // Good has the colour of the accent in both themes.
    const std::pair<QColor, QColor> pairs[] = {{from.background, to.background},
                                               {from.surface, to.surface},
                                               {from.line, to.line},
                                               {from.text, to.text},
                                               {from.muted, to.muted},
                                               {from.accent, to.accent},
                                               {from.warning, to.warning},
                                               {from.error, to.error},
                                               {from.accentSurface, to.accentSurface}};
    for (const auto& [drawn, shown] : pairs)
        svg.replace(drawn.name().toUpper().toLatin1(), shown.name().toLatin1()); // small letters: replaced once
    return svg;
}

FigureView::FigureView(const QString& name, const QString& description, QWidget* parent) : QWidget(parent)
{
    QFile file(QStringLiteral(":/help/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly))
        m_svg = file.readAll();
    setAccessibleName(description);
    setToolTip(description);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    draw();
}

FigureView::~FigureView() = default;

int FigureView::heightForWidth(int width) const
{
    const QSizeF size = m_renderer->viewBoxF().size();
    return size.isEmpty() ? 0 : qRound(width * size.height() / size.width());
}

QSize FigureView::sizeHint() const
{
    const int width = TextPixels(usualWidth);
    return {width, heightForWidth(width)};
}

void FigureView::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    m_renderer->render(&painter, rect());
}

void FigureView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        draw();
        update();
    }
    QWidget::changeEvent(event);
}

void FigureView::draw()
{
    const bool dark = coloursFor(palette()).text == coloursFor(Theme::Dark).text;
    m_renderer = std::make_unique<QSvgRenderer>(inColoursOf(dark ? Theme::Dark : Theme::Light, m_svg));
}

}
