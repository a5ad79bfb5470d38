#include "ui/widgets/icon.h"

#include "ui/widgets/tokens.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace broto::ui {

namespace {

QColor colourOf(Tint tint, const Colours& colours)
{
    switch (tint) {
    case Tint::Text:
        return colours.text;
    case Tint::Muted:
        return colours.muted;
    case Tint::Accent:
        return colours.accent;
    case Tint::OnAccent:
        return colours.onAccent;
    case Tint::Warning:
        return colours.warning;
    case Tint::Error:
        return colours.error;
    case Tint::Good:
        return colours.good;
    }
    return colours.text;
}

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(QString name, Tint tint) : m_name(std::move(name)), m_tint(tint) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, iconPixmap(m_name, rect.size(), ratio, colour(mode)));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, size, 1, colour(mode));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return iconPixmap(m_name, size / scale, scale, colour(mode));
    }

    QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_tint); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        QColor colour = colourOf(m_tint, coloursFor(QGuiApplication::palette()));
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.4f);
        return colour;
    }

    QString m_name;
    Tint m_tint;
};

}

QPixmap iconPixmap(const QString& name, const QSize& size, qreal pixelRatio, const QColor& colour)
{
    const QSize pixels = (QSizeF(size) * pixelRatio).toSize();
    const QString key = QStringLiteral("broto/%1/%2x%3/%4/%5")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(pixelRatio)
                            .arg(colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, Tint tint)
{
    return QIcon(new TintedIconEngine(name, tint));
}

}
