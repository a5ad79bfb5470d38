#include "ui/widgets/answer_card.h"

#include "ui/widgets/feature_texts.h"
#include "ui/widgets/fitted_label.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_texts.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace broto::ui {

namespace {
constexpr int answerSignWidth = 48;
constexpr int outsideSign = 16;
}

AnswerCard::AnswerCard(QWidget* parent)
    : QFrame(parent),
      m_boardTitle(makeLabel(Type::Text, Tone::Muted, this)),
      m_workbenchTitle(makeLabel(Type::Text, Tone::Muted, this)),
      m_board(new FittedLabel(this)),
      m_sign(new FittedLabel(this)),
      m_workbench(new FittedLabel(this)),
      m_boardNote(makeLabel(Type::Note, Tone::Muted, this)),
      m_workbenchNote(makeLabel(Type::Note, Tone::Muted, this)),
      m_note(makeLabel(Type::Text, Tone::Muted, this)),
      m_truth(makeLabel(Type::Text, Tone::Plain, this)),
      m_warning(new QLabel(this)),
      m_outside(makeLabel(Type::Text, Tone::Plain, this))
{
    setProperty("card", true);
    m_board->setObjectName(QStringLiteral("boardAnswer"));
    m_sign->setObjectName(QStringLiteral("answerSign"));
    m_sign->setFixedWidth(answerSignWidth);
    m_workbench->setObjectName(QStringLiteral("workbenchAnswer"));
    m_note->setObjectName(QStringLiteral("answerNote"));
    m_truth->setObjectName(QStringLiteral("answerTruth"));
    m_outside->setObjectName(QStringLiteral("answerOutside"));
    m_warning->setPixmap(icon(QStringLiteral("warning"), Tint::Warning).pixmap(QSize(outsideSign, outsideSign)));
    auto* answers = new QGridLayout;
    answers->setHorizontalSpacing(space::small);
    answers->setVerticalSpacing(2);
    answers->setColumnStretch(0, 1);
    answers->setColumnStretch(2, 1);
    QWidget* const cells[][3] = {{m_boardTitle, nullptr, m_workbenchTitle},
                                 {m_board, m_sign, m_workbench},
                                 {m_boardNote, nullptr, m_workbenchNote}};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            if (QWidget* cell = cells[row][column])
                answers->addWidget(cell, row, column);
    for (QLabel* label : {m_boardTitle, m_workbenchTitle, m_boardNote, m_workbenchNote})
        label->setAlignment(Qt::AlignCenter);
    for (QLabel* label : {m_note, m_outside})
        label->setWordWrap(true);
    auto* notes = new QHBoxLayout;
    notes->setSpacing(space::medium);
    notes->addWidget(m_note, 1);
    notes->addWidget(m_truth, 0, Qt::AlignTop);
    auto* outside = new QHBoxLayout;
    outside->setSpacing(space::hair);
    outside->addWidget(m_warning, 0, Qt::AlignTop);
    outside->addWidget(m_outside, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::hair);
    layout->addLayout(answers);
    layout->addLayout(notes);
    layout->addLayout(outside);
    retranslate();
}

void AnswerCard::setModel(const std::vector<Feature>& features, const Target& target)
{
    m_features = features;
    m_target = target;
    m_answer.reset();
    m_board->beginLarge();
    m_workbench->beginLarge();
    refresh();
}

void AnswerCard::show(const LiveAnswer& answer)
{
    m_answer = answer;
    refresh();
}

void AnswerCard::setBoardName(const QString& name)
{
    if (m_boardName == name)
        return;
    m_boardName = name;
    retranslate();
}

bool AnswerCard::saysSame() const
{
    return m_sign->text() == QStringLiteral("=");
}

void AnswerCard::refresh()
{
    const Colours colours = coloursFor(palette());
    if (!m_answer) {
        for (FittedLabel* label : {m_board, m_workbench}) {
            label->setText(QStringLiteral("–"));
            label->setColour(colours.muted);
        }
        m_sign->setText({});
    } else {
        m_board->setText(answerText(m_answer->board, m_target));
        m_workbench->setText(answerText(m_answer->workbench, m_target));
        m_board->setColour(m_answer->same ? QColor() : colours.error);
        m_workbench->setColour({});
        m_sign->setText(m_answer->same ? QStringLiteral("=") : QStringLiteral("≠"));
        m_sign->setColour(m_answer->same ? colours.good : colours.error);
        m_sign->setAccessibleName(m_answer->same ? tr("the same") : tr("not the same"));
    }
    m_boardNote->setText(m_answer ? certaintyText(m_answer->board) : QString());
    m_workbenchNote->setText(m_answer ? certaintyText(m_answer->workbench) : QString());
    const bool certain = m_target.task == Task::Classification;
    m_boardNote->setVisible(certain);
    m_workbenchNote->setVisible(certain);
    refreshNote();
}

void AnswerCard::refreshNote()
{
    const QString outside = outsideText();
    m_warning->setVisible(!outside.isEmpty());
    m_outside->setVisible(!outside.isEmpty());
    m_outside->setText(outside);
    const bool known = m_answer && !std::isnan(m_answer->question.truth);
    m_truth->setVisible(known);
    setTone(*m_note, m_answer && !m_answer->same ? Tone::Error : Tone::Muted);
    if (!m_answer) {
        m_note->setText(tr("Move a slider: board and workbench answer the same question."));
        return;
    }
    const Prediction& board = m_answer->board;
    if (!m_answer->same)
        m_note->setText(differenceText(*m_answer));
    else if (board.refused)
        m_note->setText(tr("Both refuse the row: %1 has no value, and nothing stands for it.")
                            .arg(featureTitle(m_features[static_cast<std::size_t>(board.refusedFeature)])));
    else
        m_note->setText((board.raw.empty() ? tr("The same but for rounding, in %1") : tr("Identical to the bit, in %1"))
                            .arg(answerTimeText(m_answer->time, m_answer->timeUnit)));
    if (!known)
        return;
    const QString truth = truthText(m_answer->question.truth, m_target);
    const QString error = errorText(*m_answer, m_target);
    m_truth->setText(error.isEmpty() ? tr("In the table: %1").arg(truth)
                                     : tr("In the table: %1 (%2)").arg(truth, error));
    m_truth->setToolTip(error.isEmpty() ? QString() : tr("In brackets: by how much the board misses it"));
}

QString AnswerCard::outsideText() const
{
    constexpr std::size_t mostNamed = 3;
    if (!m_answer || m_answer->outOfRange.empty())
        return {};
    QStringList names;
    for (const int feature : m_answer->outOfRange)
        if (names.size() < static_cast<qsizetype>(mostNamed))
            names << QString::fromStdString(m_features[static_cast<std::size_t>(feature)].name);
    if (m_answer->outOfRange.size() > mostNamed)
        names << QStringLiteral("…");
    return tr("Outside of what was learned: %1. The answer is a guess.").arg(names.join(QStringLiteral(", ")));
}

void AnswerCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QFrame::changeEvent(event);
}

void AnswerCard::retranslate()
{
    m_boardTitle->setText(m_boardName.isEmpty() ? tr("Board") : m_boardName);
    m_workbenchTitle->setText(tr("Workbench"));
    refresh();
}

}
