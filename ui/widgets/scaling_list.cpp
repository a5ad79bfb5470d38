#include "ui/widgets/scaling_list.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/widgets/choice_texts.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace broto::ui {

namespace {
constexpr Scaling scalings[] = {Scaling::Standard, Scaling::MinMax, Scaling::Robust, Scaling::None};
}

ScalingList::ScalingList(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_note(makeLabel(Type::Note, Tone::Muted, this)),
      m_choices(new QButtonGroup(this))
{
    m_note->setWordWrap(true);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setHorizontalSpacing(space::large);
    layout->setVerticalSpacing(space::hair);
    layout->setColumnStretch(1, 1);
    for (const Scaling scaling : scalings) {
        auto* button = new QRadioButton(this);
        button->setObjectName(QStringLiteral("scaling%1").arg(static_cast<int>(scaling)));
        QLabel* explanation = makeLabel(Type::Text, Tone::Muted, this);
        explanation->setWordWrap(true);
        m_choices->addButton(button, static_cast<int>(scaling));
        m_explanations << explanation;
        const int row = layout->rowCount();
        layout->addWidget(button, row, 0, Qt::AlignTop);
        layout->addWidget(explanation, row, 1);
    }
    layout->addWidget(m_note, layout->rowCount(), 0, 1, 2);
    layout->setRowStretch(layout->rowCount(), 1);
    connect(m_choices, &QButtonGroup::idClicked, this,
            [this](int scaling) { DataEdits(m_document).setScaling(static_cast<Scaling>(scaling)); });
    connect(&document, &Document::dataChanged, this, &ScalingList::refresh);
    retranslate();
}

void ScalingList::refresh()
{
    if (QAbstractButton* button = m_choices->button(static_cast<int>(m_document.project().data.scaling)))
        button->setChecked(true);
}

void ScalingList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScalingList::retranslate()
{
    m_note->setText(tr("Networks learn best from numbers of like size. Fitted on the training rows alone, and exported "
                       "with the model: the board takes and gives real units."));
    for (int i = 0; i < m_explanations.size(); ++i) {
        const Scaling scaling = scalings[i];
        QAbstractButton* button = m_choices->button(static_cast<int>(scaling));
        button->setText(scalingText(scaling));
        button->setToolTip(scalingExplanation(scaling));
        m_explanations[i]->setText(scalingExplanation(scaling));
    }
    refresh();
}

}
