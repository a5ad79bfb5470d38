#include "ui/widgets/understood_line.h"

#include "ui/document/message_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reading_part.h"
#include "ui/widgets/reading_popup.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace broto::ui {

namespace {
constexpr int linkPadding = 2; ///< of the links' frame, so that all parts stand on one line
}

UnderstoodLine::UnderstoodLine(QWidget* parent) : QWidget(parent)
{
    setLayout(new FlowLayout(space::hair, 2));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void UnderstoodLine::setSource(const std::optional<DataSource>& source)
{
    const bool same = m_source && source && m_source->table == source->table;
    m_source = source;
    if (!same)
        rebuild();
}

QString UnderstoodLine::text() const
{
    QStringList parts;
    for (int i = 0; i < layout()->count(); ++i)
        parts << layout()->itemAt(i)->widget()->property("text").toString();
    return parts.join(u' ');
}

void UnderstoodLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void UnderstoodLine::rebuild()
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    if (!m_source)
        return;
    const Table& table = *m_source->table;
    addText(QString::fromStdString(m_source->fileName), true);
    addText(QStringLiteral("·"));
    addText(tr("%Ln row(s)", nullptr, static_cast<int>(table.rows)) + QStringLiteral(", ") +
            tr("%Ln column(s)", nullptr, static_cast<int>(table.columns.size())));
    for (const ReadingPart& part : readingPartsOf(table)) {
        addText(QStringLiteral("·"));
        addLink(part);
    }
}

void UnderstoodLine::addText(const QString& text, bool strong)
{
    QLabel* label = makeLabel(Type::Text, text == u"·" ? Tone::Muted : Tone::Plain, this);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    QFont font = label->font();
    font.setBold(strong);
    label->setFont(font);
    label->setMinimumHeight(QFontMetrics(font).height() + 2 * linkPadding);
    layout()->addWidget(label);
    label->show();
}

void UnderstoodLine::addLink(const ReadingPart& part)
{
    const Table& table = *m_source->table;
    const ReadingGuess* guess = guessAbout(part.about(), table);
    auto* link = new QPushButton(part.text(part.valueIn(table)), this);
    setKind(*link, ButtonKind::Link);
    link->setObjectName(QStringLiteral("reading%1").arg(static_cast<int>(part.about())));
    link->setCursor(Qt::PointingHandCursor);
    const QString reason = guess ? messageText(guess->reason) : QString();
    link->setToolTip(reason.isEmpty() ? part.explanation() : part.explanation() + u'\n' + reason);
    link->setAccessibleDescription(tr("%1. Opens the other choices.").arg(part.name()));
    layout()->addWidget(link);
    link->show();
    connect(link, &QPushButton::clicked, this, [this, link, part] {
        auto* popup = new ReadingPopup(*m_source, part, this);
        connect(popup, &ReadingPopup::readingWanted, this, &UnderstoodLine::readingWanted);
        popup->openBelow(*link);
    });
}

}
