#include "ui/widgets/side_panel.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int sidePanelWidth = 236; ///< so that every page has its room on a screen of 1366 pixels
}

SidePanel::SidePanel(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(Type::Heading, Tone::Plain, this)),
      m_close(new QToolButton(this)),
      m_scroll(new QScrollArea(this))
{
    setTextWidth(*this, sidePanelWidth);
    m_title->setObjectName(QStringLiteral("sidePanelTitle"));
    m_title->setWordWrap(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::medium, space::medium);
    layout->setSpacing(space::medium);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &SidePanel::closeWanted);
}

void SidePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

void SidePanel::write(const QString& title, const QString& name, int spacing,
                      const std::function<void(QVBoxLayout&)>& write)
{
    m_title->setText(title);
    m_scroll->setAccessibleName(name);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(spacing);
    write(*column);
    column->addStretch(1);
    m_scroll->setWidget(content);
}

void SidePanel::describeClosing(const QString& name, const QString& toolTip)
{
    m_close->setAccessibleName(name);
    m_close->setToolTip(toolTip);
}

}
