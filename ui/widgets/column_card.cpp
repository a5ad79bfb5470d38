#include "ui/widgets/column_card.h"

#include "data/chosen_column.h"
#include "data/column_roles.h"
#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/choice_texts.h"
#include "ui/widgets/column_facts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/missing_form.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int asSuggested = -1;

/// What all of the columns have alike, or nothing.
template<class Get>
auto alike(const std::vector<std::size_t>& columns, Get get) -> std::optional<decltype(get(columns.front()))>
{
    const auto first = get(columns.front());
    const bool same = std::ranges::all_of(columns, [&](std::size_t column) { return get(column) == first; });
    return same ? std::optional(first) : std::nullopt;
}

}

ColumnCard::ColumnCard(Document& document, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_name(makeLabel(Type::Heading, Tone::Plain, this)),
      m_hint(makeLabel(Type::Text, Tone::Muted, this)),
      m_roleLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_role(new QComboBox(this)),
      m_roleExplanation(makeLabel(Type::Note, Tone::Muted, this)),
      m_typeLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_type(new QComboBox(this)),
      m_problem(makeLabel(Type::Note, Tone::Error, this)),
      m_facts(new ColumnFacts(this)),
      m_missing(new MissingForm(this))
{
    setProperty("card", true);
    for (QLabel* label : {m_name, m_hint, m_roleExplanation, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_name->setObjectName(QStringLiteral("columnName"));
    m_role->setObjectName(QStringLiteral("columnRole"));
    m_type->setObjectName(QStringLiteral("columnType"));
    m_problem->setObjectName(QStringLiteral("columnProblem"));
    m_roleLabel->setBuddy(m_role);
    m_typeLabel->setBuddy(m_type);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::hair);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_hint, m_roleLabel, m_role, m_roleExplanation,
                                                           m_typeLabel, m_type, m_problem}) {
        if (widget == m_roleLabel || widget == m_typeLabel)
            layout->addSpacing(space::small);
        layout->addWidget(widget);
    }
    layout->addSpacing(space::small);
    layout->addWidget(m_facts);
    layout->addSpacing(space::small);
    layout->addWidget(m_missing);
    layout->addStretch(1);

    DataEdits edits(document);
    connect(m_role, &QComboBox::activated, this,
            [this, edits]() mutable { edits.giveRole(m_columns, static_cast<Role>(m_role->currentData().toInt())); });
    connect(m_type, &QComboBox::activated, this, [this, edits]() mutable {
        const int type = m_type->currentData().toInt();
        edits.setType(m_columns, type == asSuggested ? std::nullopt : std::optional(static_cast<ColumnType>(type)));
    });
    connect(m_missing, &MissingForm::marksWanted, this,
            [this, edits](const auto& marks) mutable { edits.setMissingMarks(m_columns, marks); });
    connect(m_missing, &MissingForm::policyWanted, this,
            [this, edits](const auto& policy) mutable { edits.setMissingPolicy(m_columns, policy); });
    connect(m_missing, &MissingForm::remedyWanted, this,
            [edits](const DataCheck& check) mutable { edits.apply(check); });
    connect(&document, &Document::sourceChanged, this, [this] { setColumns({}); });
    connect(&document, &Document::dataChanged, this, &ColumnCard::refresh);
    connect(&document, &Document::checksChanged, this, &ColumnCard::refreshSuggestions);
    retranslate();
}

/// A field that is left because it goes must not edit any more.
ColumnCard::~ColumnCard()
{
    m_missing->disconnect(this);
}

void ColumnCard::setColumns(Columns columns)
{
    m_columns = std::move(columns);
    refresh();
}

void ColumnCard::refresh()
{
    const Project& project = m_document.project();
    const std::size_t all = project.source ? project.source->table->columns.size() : 0;
    const bool known = project.data.columns.size() == all &&
                       std::ranges::all_of(m_columns, [&](std::size_t column) { return column < all; });
    if (m_columns.empty() || !known)
        showNothing();
    else if (m_columns.size() == 1)
        showOne(m_columns.front());
    else
        showSeveral();
    refreshSuggestions();
}

void ColumnCard::showNothing()
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_roleLabel, m_role, m_roleExplanation, m_typeLabel,
                                                           m_type, m_problem, m_facts, m_missing})
        widget->setVisible(false);
    m_hint->setVisible(true);
}

void ColumnCard::showNames(std::size_t index)
{
    const Column& column = m_document.project().source->table->columns[index];
    const QString name = QString::fromStdString(column.name);
    const QString unit = QString::fromStdString(column.unit);
    m_name->setText(columnTitle(column) == name ? name : QStringLiteral("%1 · %2").arg(name, unit));
}

void ColumnCard::showOne(std::size_t index)
{
    const Project& project = m_document.project();
    const Column& asRead = project.source->table->columns[index];
    const Result<std::shared_ptr<const Column>> wanted = m_document.column(index);
    const Column& column = wanted ? **wanted : asRead;
    const ColumnChoice& choice = project.data.columns[index];
    showNames(index);
    fillRoles(possibleRoles(column), choice.role);
    fillTypes(asRead, choice);
    showFacts(column, choice);
    m_missing->show(column, index, project.data, project.source->table->rows);
    m_problem->setText(wanted ? QString() : messageText(wanted.error()));
    m_problem->setVisible(!wanted);
    m_hint->setVisible(false);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_roleLabel, m_role, m_roleExplanation, m_typeLabel,
                                                           m_type, m_facts, m_missing})
        widget->setVisible(true);
}

/// Digits that name a class are counted, not averaged.
void ColumnCard::showFacts(const Column& column, const ColumnChoice& choice)
{
    const Project& project = m_document.project();
    const bool classes =
        choice.role == Role::Target && project.data.task.value_or(suggestedTask(column)) == Task::Classification;
    if (!classes || !column.numeric())
        return m_facts->show(column);
    const Result<std::shared_ptr<const Column>> counted =
        chosenColumn(column, {.type = ColumnType::Category}, project.source->table->cellFormat());
    m_facts->show(counted ? **counted : column);
}

void ColumnCard::focusMarks()
{
    m_missing->focusMarks();
}

bool ColumnCard::saysProblem(const Message& problem) const
{
    const auto& source = m_document.project().source;
    if (m_columns.size() != 1 || !source || m_columns.front() >= source->table->columns.size())
        return false;
    const Result<std::shared_ptr<const Column>> wanted = m_document.column(m_columns.front());
    return !wanted && wanted.error().id == problem.id && wanted.error().arguments == problem.arguments;
}

void ColumnCard::showSeveral()
{
    const Project& project = m_document.project();
    const auto& columns = project.source->table->columns;
    const auto choice = [&](std::size_t column) -> const ColumnChoice& { return project.data.columns[column]; };
    showNothing();
    m_hint->setVisible(false);
    m_name->setText(tr("%Ln columns", nullptr, static_cast<int>(m_columns.size())));
    fillRoles({Role::Feature, Role::Ignore, Role::Group},
              alike(m_columns, [&](std::size_t c) { return choice(c).role; }));
    const bool numeric = std::ranges::all_of(m_columns, [&](std::size_t c) { return columns[c].numeric(); });
    const auto policy = alike(m_columns, [&](std::size_t c) { return choice(c).missing; });
    m_missing->showSeveral(policy.value_or(std::nullopt), numeric, project.data);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_roleLabel, m_role, m_roleExplanation, m_missing})
        widget->setVisible(true);
}

void ColumnCard::fillRoles(const std::vector<Role>& roles, std::optional<Role> chosen)
{
    const QSignalBlocker blocker(m_role);
    m_role->clear();
    const auto offer = [&](Role role) {
        m_role->addItem(roleText(role), static_cast<int>(role));
        m_role->setItemData(m_role->count() - 1, roleExplanation(role), Qt::ToolTipRole);
    };
    std::ranges::for_each(roles, offer);
    if (chosen && std::ranges::find(roles, *chosen) == roles.end())
        offer(*chosen);
    m_role->setPlaceholderText(tr("different ones"));
    m_role->setCurrentIndex(chosen ? m_role->findData(static_cast<int>(*chosen)) : -1);
    m_roleExplanation->setText(chosen ? roleExplanation(*chosen) : tr("Choose one for all of them."));
}

void ColumnCard::fillTypes(const Column& asRead, const ColumnChoice& choice)
{
    const QSignalBlocker blocker(m_type);
    m_type->clear();
    ColumnChoice marks = choice; // without the marks of missing values, words may turn out to be numbers
    marks.type.reset();
    const Result<std::shared_ptr<const Column>> suggested =
        chosenColumn(asRead, marks, m_document.project().source->table->cellFormat());
    const Column& column = suggested ? **suggested : asRead;
    m_type->addItem(tr("%1, as its values suggest").arg(typeText(column.type)), asSuggested);
    std::vector<ColumnType> types = possibleTypes(column);
    if (choice.type && std::ranges::find(types, *choice.type) == types.end())
        types.push_back(*choice.type);
    for (const ColumnType type : types)
        m_type->addItem(typeText(type), static_cast<int>(type));
    m_type->setCurrentIndex(choice.type ? m_type->findData(static_cast<int>(*choice.type)) : 0);
}

void ColumnCard::refreshSuggestions()
{
    std::vector<DataCheck> suggestions;
    if (m_columns.size() == 1 && m_document.checks() && m_document.checksAreCurrent()) {
        for (const DataCheck& check : *m_document.checks()) {
            if (check.finding.id == "data.check-missing-mark" && check.columns == m_columns)
                suggestions.push_back(check);
        }
    }
    m_missing->setSuggestions(suggestions);
}

void ColumnCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ColumnCard::retranslate()
{
    m_hint->setText(tr("Select a column in the table to see its values and to decide about it."));
    m_roleLabel->setText(tr("Role"));
    m_role->setAccessibleName(tr("Role of the column"));
    m_role->setToolTip(tr("What the column is for: to learn from, to be learned, or something about the rows."));
    m_typeLabel->setText(tr("Type"));
    m_type->setAccessibleName(tr("Type of the column"));
    m_type->setToolTip(tr("Numbers have a size, categories are only different: a sensor's number is a category."));
    refresh();
}

}
