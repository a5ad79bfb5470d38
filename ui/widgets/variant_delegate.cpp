#include "ui/widgets/variant_delegate.h"

#include "ui/models/variants_model.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace broto::ui {

namespace {
constexpr TextPixels rowHeight(36);
constexpr int barHeight = 4;
constexpr int underText = 10; ///< room for the bar
constexpr int swatch = 10;
}

void VariantDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours colours = coloursFor(option.palette);
    const QColor colour = variantColour(index.data(VariantsModel::MethodRole).toString());
    const bool tooMuch = index.data(VariantsModel::TooMuchRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSurface);
    QRect text = option.rect.adjusted(space::small, 0, -space::small, 0);
    if (index.column() == VariantsModel::Name) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(QRectF(text.left(), text.center().y() - swatch / 2.0 + 0.5, swatch, swatch));
        text.setLeft(text.left() + swatch + space::small);
    } else if (!index.data(VariantsModel::PartRole).isValid()) {
        text.setBottom(text.bottom() - underText);
    } else {
        const QRectF track(text.left(), text.bottom() - 8, text.width(), barHeight);
        const double part = index.data(VariantsModel::PartRole).toDouble();
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.line);
        painter->drawRoundedRect(track, 2, 2);
        painter->setBrush(tooMuch ? colours.error : colour);
        painter->drawRoundedRect(QRectF(track.left(), track.top(), track.width() * part, barHeight), 2, 2);
        text.setBottom(text.bottom() - underText);
    }
    painter->setFont(index.data(Qt::FontRole).value<QFont>());
    painter->setPen(tooMuch ? colours.error : colours.text);
    painter->drawText(text, index.data(Qt::TextAlignmentRole).toInt(),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter->restore();
}

QSize VariantDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics metrics(index.data(Qt::FontRole).value<QFont>());
    const int beside = 2 * space::small + (index.column() == VariantsModel::Name ? swatch + space::small : 0);
    return {metrics.horizontalAdvance(index.data().toString()) + beside + 1, rowHeight};
}

}
