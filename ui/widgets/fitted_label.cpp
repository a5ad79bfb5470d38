#include "ui/widgets/fitted_label.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

namespace broto::ui {

FittedLabel::FittedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FittedLabel::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    update();
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

QFont FittedLabel::fittingFont() const
{
    for (const Type type : {Type::Number, Type::Title, Type::Heading})
        if (QFontMetrics(fontFor(type)).horizontalAdvance(m_text) <= width())
            return fontFor(type);
    return fontFor(Type::Heading);
}

void FittedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fittingFont());
    painter.setPen(m_colour.isValid() ? m_colour : coloursFor(palette()).text);
    painter.drawText(rect(), Qt::AlignCenter, painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

}
