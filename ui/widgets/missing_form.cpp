#include "ui/widgets/missing_form.h"

#include "data/column_roles.h"
#include "data/value_text.h"
#include "ui/document/message_text.h"
#include "ui/widgets/choice_texts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int asUsual = -1;

bool isNumber(const std::string& text)
{
    return readNumber(text, '.').kind == NumberKind::Finite || readNumber(text, ',').kind == NumberKind::Finite;
}

}

std::vector<std::string> marksIn(const QString& line, bool numbers)
{
    static const QRegularExpression apart(QStringLiteral(";|,\\s+"));
    static const QRegularExpression apartNumbers(QStringLiteral(";|,?\\s+"));
    std::vector<std::string> marks;
    for (const QString& part : line.split(numbers ? apartNumbers : apart, Qt::SkipEmptyParts)) {
        const std::string mark = part.trimmed().toStdString();
        if (!mark.empty() && std::ranges::find(marks, mark) == marks.end())
            marks.push_back(mark);
    }
    return marks;
}

QString marksText(const std::vector<std::string>& marks)
{
    QStringList texts;
    for (const std::string& mark : marks)
        texts << QString::fromStdString(mark);
    return texts.join(QStringLiteral("; "));
}

MissingForm::MissingForm(QWidget* parent)
    : QWidget(parent),
      m_count(makeLabel(Type::Text, Tone::Plain, this)),
      m_marksLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_marks(new QLineEdit(this)),
      m_problem(makeLabel(Type::Note, Tone::Error, this)),
      m_suggestions(new QVBoxLayout),
      m_policyLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_policy(new QComboBox(this)),
      m_explanation(makeLabel(Type::Note, Tone::Muted, this))
{
    m_count->setObjectName(QStringLiteral("missingCount"));
    m_marks->setObjectName(QStringLiteral("missingMarks"));
    m_problem->setObjectName(QStringLiteral("marksProblem"));
    m_policy->setObjectName(QStringLiteral("missingPolicy"));
    for (QLabel* label : {m_count, m_problem, m_explanation, m_marksLabel, m_policyLabel}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_marksLabel->setBuddy(m_marks);
    m_policyLabel->setBuddy(m_policy);
    m_suggestions->setSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(m_count);
    layout->addLayout(m_suggestions);
    layout->addSpacing(space::small);
    layout->addWidget(m_marksLabel);
    layout->addWidget(m_marks);
    layout->addWidget(m_problem);
    layout->addSpacing(space::small);
    layout->addWidget(m_policyLabel);
    layout->addWidget(m_policy);
    layout->addWidget(m_explanation);
    connect(m_marks, &QLineEdit::editingFinished, this, &MissingForm::takeMarks);
    connect(m_policy, &QComboBox::activated, this, [this] {
        const int policy = m_policy->currentData().toInt();
        emit policyWanted(policy == asUsual ? std::nullopt : std::optional(static_cast<MissingPolicy>(policy)));
    });
    retranslate();
}

void MissingForm::show(const Column& column, std::size_t index, const DataChoices& choices, std::size_t rows)
{
    const ColumnChoice& choice = choices.columns[index];
    m_numeric = column.numeric();
    const auto missing = static_cast<std::int64_t>(column.missing);
    m_count->setText(missing == 0
                         ? tr("No value is missing.")
                         : tr("%1 of %2 values are missing.").arg(countText(missing), countText(std::int64_t(rows))));
    m_count->setVisible(true);
    // News about the data must not take away what somebody is writing.
    if (!m_marks->hasFocus() || !m_marks->isModified())
        m_marks->setText(marksText(choice.missingMarks));
    const bool marks = column.values != Column::Values::Times;
    m_marks->setVisible(marks);
    m_marksLabel->setVisible(marks);
    m_problem->setVisible(false);
    const bool feature = choice.role == Role::Feature;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_policyLabel, m_policy, m_explanation})
        widget->setVisible(feature);
    fillPolicies(possibleMissingPolicies(column), usualMissingPolicy(column, choices), choice.missing);
}

void MissingForm::showSeveral(std::optional<MissingPolicy> policy, bool numeric, const DataChoices& choices)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_count, m_marks, m_marksLabel, m_problem})
        widget->setVisible(false);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_policyLabel, m_policy, m_explanation})
        widget->setVisible(true);
    Column like;
    like.values = numeric ? Column::Values::Numbers : Column::Values::Texts;
    fillPolicies(possibleMissingPolicies(like), usualMissingPolicy(like, choices), policy);
}

void MissingForm::setSuggestions(const std::vector<DataCheck>& suggestions)
{
    while (QLayoutItem* item = m_suggestions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const DataCheck& check : suggestions) {
        auto* button = new QPushButton(messageText(*check.remedy), this);
        button->setObjectName(QStringLiteral("suggestion"));
        button->setToolTip(messageText(check.finding));
        m_suggestions->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, check] { emit remedyWanted(check); });
    }
}

void MissingForm::focusMarks()
{
    m_marks->setFocus(Qt::OtherFocusReason);
}

void MissingForm::fillPolicies(const std::vector<MissingPolicy>& policies, MissingPolicy usual,
                               std::optional<MissingPolicy> chosen)
{
    const QSignalBlocker blocker(m_policy);
    m_policy->clear();
    m_policy->addItem(tr("%1, as usual").arg(missingPolicyText(usual)), asUsual);
    for (const MissingPolicy policy : policies) {
        m_policy->addItem(missingPolicyText(policy), static_cast<int>(policy));
        m_policy->setItemData(m_policy->count() - 1, missingPolicyExplanation(policy), Qt::ToolTipRole);
    }
    m_policy->setCurrentIndex(chosen ? m_policy->findData(static_cast<int>(*chosen)) : 0);
    m_explanation->setText(missingPolicyExplanation(chosen.value_or(usual)));
}

void MissingForm::takeMarks()
{
    if (!m_marks->isModified())
        return;
    const std::vector<std::string> marks = marksIn(m_marks->text(), m_numeric);
    const auto odd = std::ranges::find_if_not(marks, isNumber);
    const bool wrong = m_numeric && odd != marks.end();
    m_problem->setVisible(wrong);
    if (wrong)
        m_problem->setText(tr("“%1” is no number, and this column holds numbers. Write numbers apart by semicolons.")
                               .arg(QString::fromStdString(*odd)));
    else {
        m_marks->setModified(false);
        emit marksWanted(marks);
    }
}

void MissingForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MissingForm::retranslate()
{
    m_marksLabel->setText(tr("Values that mean “missing”"));
    m_marks->setPlaceholderText(tr("such as −200; 9999"));
    m_marks->setAccessibleName(m_marksLabel->text());
    m_marks->setToolTip(tr("Some sensors write a number such as −200 where they could not measure. Write such values "
                           "here, apart by semicolons."));
    m_policyLabel->setText(tr("What stands for missing values"));
    m_policy->setAccessibleName(m_policyLabel->text());
    m_policy->setToolTip(tr("Found out from the training rows alone, and done the same way on the board."));
}

}
