#include "ui/pages/missing_note.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

/// The earliest stage before this one that has nothing to show yet: what a person has to do first.
Stage firstMissing(Stage stage, const Document& document)
{
    for (Stage earlier : {Stage::Data, Stage::Train, Stage::Compress})
        if (earlier < stage && document.state(earlier) != StageState::Done &&
            document.state(earlier) != StageState::Stale)
            return earlier;
    return Stage::Data;
}

}

MissingNote::MissingNote(QWidget* parent)
    : QWidget(parent), m_text(makeLabel(Type::Heading, Tone::Muted, this)), m_get(new QPushButton(this))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_get->setObjectName(QStringLiteral("getMissing"));
    setKind(*m_get, ButtonKind::Primary);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addSpacing(space::medium);
    layout->addWidget(m_get, 0, Qt::AlignCenter);
    layout->addStretch(3);
    connect(m_get, &QPushButton::clicked, this, [this] { emit stageWanted(m_missing); });
}

void MissingNote::show(const Document& document, Stage stage)
{
    m_missing = firstMissing(stage, document);
    const auto reason = reasonFor(stage, document.project());
    m_text->setText(reason ? messageText(*reason) : QString());
    m_get->setText(tr("Go to %1").arg(stageName(m_missing)));
}

}
