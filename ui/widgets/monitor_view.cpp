#include "ui/widgets/monitor_view.h"

#include "common/number_text.h"
#include "device/line_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int timeWidth = 10;
}

MonitorView::MonitorView(QWidget* parent)
    : QWidget(parent),
      m_times(new QCheckBox(this)),
      m_pause(new QPushButton(this)),
      m_clear(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_text(new QPlainTextEdit(this)),
      m_toSend(new QLineEdit(this)),
      m_send(new QPushButton(this))
{
    m_times->setObjectName(QStringLiteral("monitorTimes"));
    m_pause->setObjectName(QStringLiteral("monitorPause"));
    m_text->setObjectName(QStringLiteral("monitorText"));
    m_send->setObjectName(QStringLiteral("monitorSend"));
    m_toSend->setObjectName(QStringLiteral("monitorToSend"));
    m_pause->setCheckable(true);
    m_text->setReadOnly(true);
    setCodeFont(*m_text);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(space::small);
    tools->addWidget(m_times);
    tools->addStretch(1);
    for (QPushButton* button : {m_pause, m_clear, m_copy, m_save}) {
        setKind(*button, ButtonKind::Quiet);
        tools->addWidget(button);
    }
    auto* sending = new QHBoxLayout;
    sending->setSpacing(space::small);
    sending->addWidget(m_toSend, 1);
    sending->addWidget(m_send);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(tools);
    layout->addWidget(m_text, 1);
    layout->addLayout(sending);
    connect(m_times, &QCheckBox::toggled, this, &MonitorView::showAll);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        if (!paused)
            showAll();
        refreshButtons();
        retranslate();
    });
    connect(m_clear, &QPushButton::clicked, this, &MonitorView::clear);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const QString selected = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
        QApplication::clipboard()->setText(selected.isEmpty() ? text() : selected);
    });
    connect(m_save, &QPushButton::clicked, this, &MonitorView::saveWanted);
    connect(m_send, &QPushButton::clicked, this, &MonitorView::send);
    connect(m_toSend, &QLineEdit::returnPressed, this, &MonitorView::send);
    retranslate();
}

void MonitorView::take(const std::vector<TimedLine>& lines)
{
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    while (m_lines.size() > mostLines)
        m_lines.pop_front();
    refreshButtons();
    if (m_pause->isChecked() || !isVisible()) {
        m_behind = true;
        return;
    }
    QStringList texts;
    for (const TimedLine& line : lines)
        texts << shown(line);
    m_text->appendPlainText(texts.join(u'\n'));
}

void MonitorView::setListening(bool listens)
{
    m_listens = listens;
    refreshButtons();
}

/// What there is nothing for cannot be pressed.
void MonitorView::refreshButtons()
{
    const bool any = !m_lines.empty();
    const QString nothing = any ? QString() : tr("Nothing has come yet.");
    for (QPushButton* button : {m_clear, m_copy, m_save})
        button->setEnabled(any);
    m_clear->setToolTip(any ? tr("Forget the lines so far") : nothing);
    m_copy->setToolTip(any ? tr("Copy what is selected, or all of it") : nothing);
    m_save->setToolTip(any ? tr("Save all lines as a text file") : nothing);
    m_pause->setEnabled(any || m_listens || m_pause->isChecked());
    m_pause->setToolTip(m_pause->isEnabled() ? tr("Hold the text still; what comes meanwhile is kept") : nothing);
    m_text->setPlaceholderText(
        m_listens
            ? tr("Nothing has come yet. Most programs print by themselves, some only when a line is sent to them.")
            : tr("Press Listen: what the board prints appears here, line by line."));
    m_text->viewport()->update(); // it does not draw that by itself
    const QString listenFirst = tr("Listen to the board first.");
    m_toSend->setEnabled(m_listens);
    m_toSend->setToolTip(m_listens ? tr("What is sent to the board when you press Enter") : listenFirst);
    m_send->setEnabled(m_listens);
    m_send->setToolTip(m_listens ? tr("Send the line to the board") : listenFirst);
}

void MonitorView::clear()
{
    m_lines.clear();
    showAll();
    refreshButtons();
}

QString MonitorView::text() const
{
    QString all;
    for (const TimedLine& line : m_lines)
        all += shown(line) + u'\n';
    return all;
}

QString MonitorView::shown(const TimedLine& line) const
{
    const QString words = QString::fromStdString(readableText(line.text));
    if (!m_times->isChecked())
        return words;
    return QString::fromStdString(fixed(line.seconds, 3)).rightJustified(timeWidth) + QStringLiteral("  ") + words;
}

void MonitorView::showAll()
{
    m_behind = false;
    QString all = text();
    all.chop(1); // the view begins a line by itself
    m_text->setPlainText(all);
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void MonitorView::send()
{
    emit sent(m_toSend->text());
    m_toSend->clear();
}

void MonitorView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MonitorView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_behind && !m_pause->isChecked())
        showAll();
}

void MonitorView::retranslate()
{
    m_times->setText(tr("Times"));
    m_times->setToolTip(tr("Begin every line with the seconds since the port was opened"));
    m_pause->setText(m_pause->isChecked() ? tr("Go on") : tr("Pause"));
    m_clear->setText(tr("Clear"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    m_text->setAccessibleName(tr("What the device prints"));
    m_toSend->setAccessibleName(tr("Line to send"));
    m_toSend->setPlaceholderText(tr("A line for the device, such as “?” or “test” for Broto's own program"));
    m_send->setText(tr("Send"));
    refreshButtons();
}

}
