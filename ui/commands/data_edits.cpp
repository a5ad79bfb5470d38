#include "ui/commands/data_edits.h"

#include "data/chosen_column.h"
#include "data/column_roles.h"
#include "ui/commands/change_data_choices.h"
#include "ui/commands/change_split.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

QString named(const char* name)
{
    return QCoreApplication::translate("Commands", name);
}

/// What an edit of one column is called, or of several.
QString named(const Table& table, const std::vector<std::size_t>& columns, const char* ofOne, const char* ofSeveral)
{
    if (columns.size() != 1)
        return named(ofSeveral);
    return named(ofOne).arg(QString::fromStdString(table.columns[columns.front()].name));
}

/// A column that marks of missing values turn into numbers is learned from, as it would have been proposed; one that
/// turns back into words is not.
void followUse(ColumnChoice& choice, const Column& column, const ColumnChoice& before, const CellFormat& format)
{
    const auto usable = [&](const ColumnChoice& c) {
        const Result<std::shared_ptr<const Column>> chosen = chosenColumn(column, c, format);
        return usableAsFeature(chosen ? **chosen : column);
    };
    const bool wasUsable = usable(before), isUsable = usable(choice);
    if (!wasUsable && isUsable && choice.role == Role::Ignore)
        choice.role = Role::Feature;
    else if (wasUsable && !isUsable && choice.role == Role::Feature)
        choice.role = Role::Ignore;
}

}

void DataEdits::giveRole(const Columns& columns, Role role)
{
    const auto& source = m_document.project().source;
    if (!source || columns.empty())
        return;
    DataChoices choices = m_document.project().data;
    if (const Result<void> given = broto::giveRole(choices, *source->table, columns, role); !given)
        m_document.report(Stage::Data, given.error());
    else
        push(std::move(choices), named(*source->table, columns, QT_TRANSLATE_NOOP("Commands", "role of %1"),
                                       QT_TRANSLATE_NOOP("Commands", "Change the columns' roles")));
}

void DataEdits::setGroup(std::size_t column)
{
    const auto& source = m_document.project().source;
    if (!source)
        return;
    DataChoices choices = m_document.project().data;
    for (std::size_t i = 0; i < choices.columns.size(); ++i)
        if (choices.columns[i].role == Role::Group)
            choices.columns[i].role = usableAsFeature(source->table->columns[i]) ? Role::Feature : Role::Ignore;
    choices.columns[column].role = Role::Group;
    push(std::move(choices), named(*source->table, {column}, QT_TRANSLATE_NOOP("Commands", "role of %1"),
                                   QT_TRANSLATE_NOOP("Commands", "Change the columns' roles")));
}

void DataEdits::setType(const Columns& columns, std::optional<ColumnType> type)
{
    const auto& source = m_document.project().source;
    if (!source)
        return;
    DataChoices choices = m_document.project().data;
    for (const std::size_t column : columns)
        choices.columns[column].type = type;
    push(std::move(choices), named(*source->table, columns, QT_TRANSLATE_NOOP("Commands", "type of %1"),
                                   QT_TRANSLATE_NOOP("Commands", "Change a column's type")));
}

void DataEdits::setMissingMarks(const Columns& columns, const std::vector<std::string>& marks)
{
    const auto& source = m_document.project().source;
    if (!source)
        return;
    DataChoices choices = m_document.project().data;
    for (const std::size_t column : columns) {
        const ColumnChoice before = choices.columns[column];
        choices.columns[column].missingMarks = marks;
        followUse(choices.columns[column], source->table->columns[column], before, source->table->cellFormat());
    }
    push(std::move(choices), named(*source->table, columns, QT_TRANSLATE_NOOP("Commands", "missing values of %1"),
                                   QT_TRANSLATE_NOOP("Commands", "Change what means “missing”")));
}

void DataEdits::setMissingPolicy(const Columns& columns, std::optional<MissingPolicy> policy)
{
    DataChoices choices = m_document.project().data;
    for (const std::size_t column : columns)
        choices.columns[column].missing = policy;
    push(std::move(choices), named(QT_TRANSLATE_NOOP("Commands", "Change what stands for missing values")));
}

void DataEdits::setTask(std::optional<Task> task)
{
    DataChoices choices = m_document.project().data;
    choices.task = task;
    push(std::move(choices), named(QT_TRANSLATE_NOOP("Commands", "Change what is learned")));
}

void DataEdits::setScaling(Scaling scaling)
{
    DataChoices choices = m_document.project().data;
    choices.scaling = scaling;
    push(std::move(choices), named(QT_TRANSLATE_NOOP("Commands", "Change the scaling")));
}

void DataEdits::setSplit(const Split& split)
{
    if (!(split == m_document.project().data.split))
        m_document.history().push(new ChangeSplit(m_document, split));
}

void DataEdits::setWindows(const std::optional<WindowChoices>& windows)
{
    DataChoices choices = m_document.project().data;
    choices.windows = windows;
    push(std::move(choices), named(QT_TRANSLATE_NOOP("Commands", "Change the windows")));
}

void DataEdits::changeWindows(const std::function<void(WindowChoices&)>& change)
{
    std::optional<WindowChoices> windows = m_document.project().data.windows;
    if (!windows)
        return;
    change(*windows);
    setWindows(windows);
}

void DataEdits::apply(const DataCheck& check)
{
    if (check.remedy)
        push(check.remedied, messageText(*check.remedy));
}

void DataEdits::push(DataChoices after, const QString& name)
{
    if (!(after == m_document.project().data))
        m_document.history().push(new ChangeDataChoices(m_document, std::move(after), name));
}

}
