#include "ui/widgets/data_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <cmath>

namespace broto::ui {

namespace {
/// Nobody wants to read of work that is over in a blink.
constexpr int patienceMs = 200;
}

DataView::DataView(QWidget* parent)
    : QWidget(parent),
      m_bar(new QHBoxLayout),
      m_stack(new QStackedWidget(this)),
      m_message(makeLabel(Type::Heading, Tone::Muted, m_stack)),
      m_note(makeLabel(Type::Note, Tone::Muted, this)),
      m_working(new QWidget(this)),
      m_workingText(makeLabel(Type::Note, Tone::Muted, m_working)),
      m_cancel(new QPushButton(m_working))
{
    m_bar->setSpacing(space::small);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("viewMessage"));
    m_note->setObjectName(QStringLiteral("viewNote"));
    m_note->setVisible(false);
    m_note->setWordWrap(true);
    m_stack->addWidget(m_message);
    m_cancel->setObjectName(QStringLiteral("cancelView"));
    setKind(*m_cancel, ButtonKind::Quiet);
    auto* working = new QHBoxLayout(m_working);
    working->setContentsMargins(0, 0, 0, 0);
    working->addWidget(m_workingText, 1);
    working->addWidget(m_cancel);
    m_working->setVisible(false);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_working);

    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner.cancel();
        giveUp();
    });
    connect(&m_patience, &QTimer::timeout, this, &DataView::showWorking);
    connect(&m_runner, &JobRunner::started, &m_patience, [this] { m_patience.start(); });
    connect(&m_runner, &JobRunner::progressed, this, [this] {
        if (m_working->isVisible())
            showWorking();
    });
    connect(&m_runner, &JobRunner::finished, this, [this] {
        m_patience.stop();
        m_working->setVisible(false);
    });
    retranslateAll();
}

void DataView::setData(const ViewedData& data)
{
    if (data.table != m_data.table)
        m_runner.cancel(); // what is under way is about columns that may be gone, and a hidden view starts nothing else
    m_data = data;
    m_outdated = true;
    refreshIfVisible();
}

void DataView::setBody(QWidget* body)
{
    m_stack->addWidget(body);
    m_stack->setCurrentWidget(body);
}

void DataView::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void DataView::setMessage(const QString& message)
{
    m_message->setText(message);
    m_stack->setCurrentIndex(message.isEmpty() ? 1 : 0);
}

void DataView::refreshIfVisible()
{
    if (!m_outdated || !isVisible())
        return;
    m_outdated = false;
    refresh();
}

void DataView::showWorking()
{
    const Progress progress = m_runner.progress();
    const auto percent = progress.total > 0 ? std::lround(100 * progress.done / progress.total) : 0;
    m_workingText->setText(percent > 0 ? tr("Working… %1 %").arg(countText(percent)) : tr("Working…"));
    m_working->setVisible(true);
}

void DataView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateAll();
        retranslate();
        m_outdated = true;
        refreshIfVisible();
    }
    QWidget::changeEvent(event);
}

void DataView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshIfVisible();
}

void DataView::retranslateAll()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Leave the view as it was before"));
}

}
