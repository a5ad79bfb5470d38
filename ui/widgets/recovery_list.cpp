#include "ui/widgets/recovery_list.h"

#include "ui/document/message_text.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

std::string timeText(std::int64_t secondsSince1970)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(secondsSince1970), QLocale::ShortFormat).toStdString();
}

}

Message offerOf(const LeftProject& left)
{
    if (left.damage)
        return message("ui.recovery-damaged",
                       BROTO_TEXT("core",
                                  "A project that Broto kept when it ended unexpectedly cannot be opened. %1 It "
                                  "lies in %2."),
                       messageText(*left.damage).toStdString(), left.place->file().string());
    const std::string time = timeText(left.note.secondsSince1970);
    if (!left.saved)
        return message("ui.recovery-offer",
                       BROTO_TEXT("core", "%1 was not saved when Broto ended unexpectedly. What was there at %2 has "
                                          "been kept."),
                       left.note.name, time);
    constexpr std::int64_t nsOfSecond = 1'000'000'000;
    return message("ui.recovery-offer-saved-since",
                   BROTO_TEXT("core", "%1 was not saved when Broto ended unexpectedly. What was there at %2 has been "
                                      "kept; the file itself was written at %3."),
                   left.note.name, time, timeText(left.saved->modifiedNs / nsOfSecond));
}

Message openedOf(const LeftProject& left)
{
    return message("ui.recovered",
                   BROTO_TEXT("core", "%1 is as it was at %2, when Broto ended unexpectedly. Save it to keep it so."),
                   left.note.name, timeText(left.note.secondsSince1970));
}

RecoveryList::RecoveryList(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout), m_more(new QPushButton(this))
{
    setKind(*m_more, ButtonKind::Link);
    m_more->setObjectName(QStringLiteral("moreLeft"));
    m_lines->setSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(m_lines);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_unfolded = true;
        rebuild();
    });
    setVisible(false);
}

void RecoveryList::show(const std::vector<LeftProject>& found)
{
    m_found = found;
    rebuild();
}

void RecoveryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void RecoveryList::rebuild()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const std::size_t shown = m_unfolded ? m_found.size() : std::min(m_found.size(), mostShown);
    for (std::size_t i = 0; i < shown; ++i)
        addLine(m_found[i]);
    m_more->setVisible(shown < m_found.size());
    m_more->setText(tr("%Ln more", nullptr, static_cast<int>(m_found.size() - shown)));
    setVisible(!m_found.empty());
}

void RecoveryList::addLine(const LeftProject& left)
{
    auto* strip = new MessageStrip(this);
    m_lines->addWidget(strip);
    std::vector<MessageStrip::Answer> answers;
    if (!left.damage)
        answers.push_back({QT_TRANSLATE_NOOP("Answers", "Open what was there"), [this, left] {
                               emit openWanted(left);
                               // The line stays until it is open: a person may think better of it.
                               QMetaObject::invokeMethod(this, &RecoveryList::rebuild, Qt::QueuedConnection);
                           }});
    answers.push_back({QT_TRANSLATE_NOOP("Answers", "Discard"), [this, left] { emit discardWanted(left); }});
    strip->ask(left.damage ? Severity::Error : Severity::Warning, offerOf(left), std::move(answers));
}

}
