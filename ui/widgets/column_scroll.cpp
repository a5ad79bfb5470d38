#include "ui/widgets/column_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace broto::ui {

ColumnScroll::ColumnScroll(QWidget* parent) : QScrollArea(parent)
{
    setFocusPolicy(Qt::NoFocus); // what it holds takes the keys
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ColumnScroll::hold(QWidget* content)
{
    setWidget(content);
    content->installEventFilter(this);
    fit();
}

QSize ColumnScroll::minimumSizeHint() const
{
    const int content = widget() ? widget()->minimumSizeHint().width() : 0;
    return {content + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

/// Not as Qt's own resizing does it: where texts wrap, that would give the content the height it would like to have.
void ColumnScroll::fit()
{
    if (!widget())
        return;
    const int width = viewport()->width();
    const QLayout* layout = widget()->layout();
    const int wrapped = layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : 0;
    widget()->resize(width, std::max({viewport()->height(), widget()->minimumSizeHint().height(), wrapped}));
}

void ColumnScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool ColumnScroll::eventFilter(QObject* object, QEvent* event)
{
    if (object == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::eventFilter(object, event);
}

}
