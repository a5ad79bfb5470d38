#include "ui/widgets/page_room.h"

#include <QEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

/// A scroll area would make room for all that wrapped texts would like, and scroll where it need not.
class LeastRoomLayout : public QVBoxLayout {
public:
    using QVBoxLayout::QVBoxLayout;
    bool hasHeightForWidth() const override { return false; }
};

}

PageRoom::PageRoom(QWidget* pages, QWidget* parent) : QScrollArea(parent), m_pages(pages)
{
    auto* room = new QWidget(this);
    auto* layout = new LeastRoomLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages);
    setWidget(room);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    pages->installEventFilter(this);
}

QSize PageRoom::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    if (!isVisible())
        return least;
    const QSize beside = window()->frameGeometry().size() - size();
    const QSize most = screen()->availableGeometry().size() - beside;
    return m_pages->minimumSizeHint().boundedTo(most).expandedTo(least);
}

bool PageRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pages && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void PageRoom::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    updateGeometry();
}

}
