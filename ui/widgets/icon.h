#pragma once

#include <QIcon>
#include <QString>

namespace broto::ui {

/// Which colour of the theme an icon is drawn in.
enum class Tint { Text, Muted, Accent, OnAccent, Warning, Error, Good };

/// One of our own line icons (resources/icons), drawn in the colours of the palette at the time it is painted.
QIcon icon(const QString& name, Tint tint = Tint::Text);

/// The same as a picture of a given size.
QPixmap iconPixmap(const QString& name, const QSize& size, qreal pixelRatio, const QColor& colour);

}
