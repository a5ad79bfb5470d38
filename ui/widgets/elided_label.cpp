#include "ui/widgets/elided_label.h"

#include "ui/widgets/text_measures.h"

#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace broto::ui {

namespace {

/// Says all that it has only while it is wide enough.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override
    {
        return {std::min(QLabel::sizeHint().width(), narrowest), QLabel::sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), static_cast<int>(alignment()),
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width()));
    }
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        setToolTip(fontMetrics().horizontalAdvance(text()) > contentsRect().width() ? text() : QString());
    }

private:
    static constexpr int narrowest = 48;
};

}

QLabel* makeElidedLabel(Type type, Tone tone, const QString& text, QWidget* parent)
{
    auto* label = new ElidedLabel(parent);
    label->setTextFormat(Qt::PlainText);
    setTextFont(*label, type);
    label->setText(text);
    setTone(*label, tone);
    return label;
}

}
