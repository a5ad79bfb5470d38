#include "ui/widgets/page_room.h"

#include <QEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

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

void PageRoom::setBeside(std::vector<QWidget*> beside)
{
    m_beside = std::move(beside);
    updateGeometry();
}

bool PageRoom::fitsBeside(const std::vector<QWidget*>& beside) const
{
    return m_pages->minimumSizeHint().width() <= mostWidth(beside);
}

int PageRoom::mostWidth(const std::vector<QWidget*>& beside) const
{
    int most = screen()->availableGeometry().width() - (window()->frameGeometry().width() - window()->width());
    for (const QWidget* each : beside)
        most -= each->minimumWidth();
    return most;
}

QSize PageRoom::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    if (!isVisible())
        return least;
    const int aboveAndBelow = window()->frameGeometry().height() - height();
    const QSize most(mostWidth(m_beside), screen()->availableGeometry().height() - aboveAndBelow);
    QSize wanted = m_pages->minimumSizeHint();
    wanted.setHeight(std::min(wanted.height(), m_usualHeight));
    return wanted.boundedTo(most).expandedTo(least);
}

/// The height that pages need when they have nothing to say. A message that comes is scrolled where there is no room
/// for it: a window that grew would not shrink again.
void PageRoom::noteHeight()
{
    m_usualHeight = std::min(m_usualHeight, m_pages->minimumSizeHint().height());
}

void PageRoom::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::StyleChange)
        m_usualHeight = QWIDGETSIZE_MAX; // to be measured anew
    QScrollArea::changeEvent(event);
}

bool PageRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pages && event->type() == QEvent::LayoutRequest) {
        noteHeight();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

void PageRoom::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    noteHeight();
    updateGeometry();
}

}
