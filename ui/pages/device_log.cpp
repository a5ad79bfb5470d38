#include "ui/pages/device_log.h"

#include "ui/jobs/device_job.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

DeviceLog::DeviceLog(const DeviceJob& device, QWidget* parent)
    : QWidget(parent), m_device(device), m_show(new QPushButton(this)), m_text(new QPlainTextEdit(this))
{
    m_show->setObjectName(QStringLiteral("showLog"));
    m_show->setCheckable(true);
    setKind(*m_show, ButtonKind::Link);
    m_text->setReadOnly(true);
    setCodeFont(*m_text);
    m_text->setVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    layout->addWidget(m_text, 1);
    layout->addStretch(0);
    connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
        m_text->setVisible(shown);
        retranslate();
    });
    retranslate();
    refresh();
}

void DeviceLog::unfold()
{
    m_show->setChecked(true);
}

void DeviceLog::refresh()
{
    const QString log = QString::fromStdString(m_device.log());
    if (log.isEmpty() && !m_device.running())
        m_show->setChecked(false);
    m_show->setVisible(!log.isEmpty() || m_show->isChecked());
    if (log == m_text->toPlainText())
        return;
    m_text->setPlainText(log);
    if (m_device.running())
        m_text->moveCursor(QTextCursor::End); // where the news is
}

void DeviceLog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeviceLog::retranslate()
{
    m_show->setText(m_show->isChecked() ? tr("Hide the log") : tr("Show the log"));
    m_text->setAccessibleName(tr("What compiler and uploader said"));
}

}
