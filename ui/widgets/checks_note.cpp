#include "ui/widgets/checks_note.h"

#include "ui/document/document.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/tokens.h"

#include <QEvent>

namespace broto::ui {

ChecksNote::ChecksNote(const Document& document, QWidget* parent) : QLabel(parent), m_document(document)
{
    setObjectName(QStringLiteral("checksNote"));
    setTextFont(*this, Type::Text);
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, &ChecksNote::checksWanted);
    connect(&document, &Document::checksChanged, this, &ChecksNote::refresh);
    refresh();
}

void ChecksNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QLabel::changeEvent(event);
}

void ChecksNote::refresh()
{
    const int count = m_document.seriousChecks();
    setVisible(count > 0);
    const QString sentence = tr("%Ln thing(s) about the data may make the result deceive.", nullptr, count);
    setText(QStringLiteral("%1 <a href=\"checks\">%2</a>").arg(sentence.toHtmlEscaped(), tr("Look at them")));
}

}
