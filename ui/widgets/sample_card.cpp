#include "ui/widgets/sample_card.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace broto::ui {

namespace {
constexpr QSize sampleCardSize(260, 216);
constexpr QSize samplePictureSize(96, 64);
constexpr int sampleBandHeight = 96;
}

SampleCard::SampleCard(const QString& picture, QWidget* parent) : QAbstractButton(parent), m_picture(picture)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setMinimumSize(220, sampleCardSize.height());
}

void SampleCard::setTexts(const QString& title, const QString& line)
{
    setText(title);
    m_line = line;
    setAccessibleDescription(line);
    update();
}

QSize SampleCard::sizeHint() const
{
    return sampleCardSize;
}

void SampleCard::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = hasFocus() || underMouse();
    painter.setPen(QPen(lit ? colours.accent : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? colours.accentSurface : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);

    const QRect band(2, 2, width() - 4, sampleBandHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accentSurface);
    painter.drawRoundedRect(band, cornerRadius - 1, cornerRadius - 1);
    QRect place(QPoint(), samplePictureSize);
    place.moveCenter(band.center());
    painter.drawPixmap(place, iconPixmap(m_picture, samplePictureSize, devicePixelRatioF(), colours.accent));

    const QRect texts = rect().adjusted(space::large, sampleBandHeight + space::medium, -space::large, -space::small);
    painter.setFont(fontFor(Type::Heading));
    painter.setPen(colours.text);
    QRect used;
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text(), &used);
    painter.setFont(fontFor(Type::Text));
    painter.setPen(colours.muted);
    painter.drawText(texts.adjusted(0, used.height() + space::hair, 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_line);
}

}
