#include "ui/widgets/grip_splitter.h"

#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace broto::ui {

namespace {

class Grip : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr double length = 32, thickness = 3;
        const Colours colours = coloursFor(palette());
        const bool lying = orientation() == Qt::Vertical; // parts above each other
        QRectF line(QPointF(), lying ? QSizeF(length, thickness) : QSizeF(thickness, length));
        line.moveCenter(QRectF(rect()).center());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(underMouse() ? colours.accent : colours.muted);
        painter.drawRoundedRect(line, thickness / 2, thickness / 2);
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QSplitterHandle::event(event);
    }
};

}

GripSplitter::GripSplitter(Qt::Orientation orientation, QWidget* parent) : QSplitter(orientation, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(space::medium);
}

void GripSplitter::giveLastAtMost(double share)
{
    m_mostOfLast = share;
    connect(this, &QSplitter::splitterMoved, this, [this] { m_mostOfLast = 0; });
}

QSplitterHandle* GripSplitter::createHandle()
{
    return new Grip(orientation(), this);
}

bool GripSplitter::event(QEvent* event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        share();
    return done;
}

void GripSplitter::share()
{
    if (m_mostOfLast == 0 || count() < 2)
        return;
    QList<int> parts = sizes();
    const int all = std::accumulate(parts.begin(), parts.end(), 0);
    const int last = std::min(widget(count() - 1)->sizeHint().height(), static_cast<int>(m_mostOfLast * all));
    parts.front() += parts.back() - last;
    parts.back() = last;
    if (parts != sizes())
        setSizes(parts);
}

}
