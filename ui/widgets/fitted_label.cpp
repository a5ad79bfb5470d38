#include "ui/widgets/fitted_label.h"

#include <QPainter>

namespace broto::ui {

FittedLabel::FittedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FittedLabel::setText(const QString& text)
{
    m_text = text;
    fit();
    setAccessibleName(text);
    setToolTip(text);
}

void FittedLabel::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

QSize FittedLabel::sizeHint() const
{
    return {120, QFontMetrics(fontFor(Type::Number)).height()};
}

void FittedLabel::beginLarge()
{
    m_type = Type::Number;
    fit();
}

void FittedLabel::fit()
{
    for (const Type smaller : {Type::Title, Type::Heading}) {
        if (QFontMetrics(fontFor(m_type)).horizontalAdvance(m_text) <= width())
            break;
        if (m_type > smaller)
            m_type = smaller;
    }
    update();
}

void FittedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    beginLarge();
}

void FittedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontFor(m_type));
    painter.setPen(m_colour.isValid() ? m_colour : coloursFor(palette()).text);
    painter.drawText(rect(), Qt::AlignCenter, painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

}
