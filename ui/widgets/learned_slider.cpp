#include "ui/widgets/learned_slider.h"

#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

#include <cmath>

namespace broto::ui {

namespace {
constexpr double grooveHeight = 4, handleRadius = 7, ringWidth = 2, endMark = 5;
}

LearnedSlider::LearnedSlider(const SliderSpan& span, QWidget* parent) : QSlider(Qt::Horizontal, parent), m_span(span)
{
    setRange(0, SliderSpan::steps);
    setSingleStep(SliderSpan::steps / 100);
    setPageStep(SliderSpan::steps / 10);
    setMinimumWidth(80);
}

double LearnedSlider::middleOf(int step) const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const int room = width() - handle.width();
    return QStyle::sliderPositionFromValue(minimum(), maximum(), step, room) + handle.width() / 2.0;
}

/// The handle goes to where it is pressed, and can be dragged from there.
void LearnedSlider::mousePressEvent(QMouseEvent* event)
{
    const double first = middleOf(minimum()), last = middleOf(maximum());
    const double x = event->position().x();
    if (event->button() == Qt::LeftButton && std::abs(x - middleOf(value())) > handleRadius)
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), qRound(x - first), qRound(last - first)));
    QSlider::mousePressEvent(event);
}

void LearnedSlider::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    const double middle = height() / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(QRectF(0, middle - grooveHeight / 2, width(), grooveHeight), grooveHeight / 2,
                            grooveHeight / 2);
    const double from = middleOf(m_span.stepOf(m_span.learnedLow)), to = middleOf(m_span.stepOf(m_span.learnedHigh));
    const QColor ink = isEnabled() ? colours.accent : colours.muted;
    painter.setBrush(ink);
    painter.drawRect(QRectF(from, middle - grooveHeight / 2, to - from, grooveHeight));
    for (const double end : {from, to})
        painter.drawRect(QRectF(end - 0.75, middle - endMark, 1.5, 2 * endMark));
    const bool outside = chosen() < m_span.learnedLow || chosen() > m_span.learnedHigh;
    painter.setPen(QPen(!isEnabled() ? colours.muted : outside ? colours.warning : colours.accent, ringWidth));
    painter.setBrush(hasFocus() ? painter.pen().color() : colours.surface);
    const double radius = handleRadius - ringWidth / 2;
    painter.drawEllipse(QPointF(middleOf(value()), middle), radius, radius);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.text, 1));
    painter.drawEllipse(QPointF(middleOf(value()), middle), handleRadius + 0.5, handleRadius + 0.5);
}

}
