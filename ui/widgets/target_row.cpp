#include "ui/widgets/target_row.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr std::optional<Task> tasks[] = {std::nullopt, Task::Classification, Task::Regression};
constexpr int leastCharacters = 12;

}

TargetRow::TargetRow(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_target(new QComboBox(this)),
      m_task(new QComboBox(this)),
      m_summary(makeLabel(Type::Text, Tone::Muted, this))
{
    m_target->setObjectName(QStringLiteral("target"));
    m_task->setObjectName(QStringLiteral("task"));
    m_task->addItems({QString(), QString(), QString()});
    // As wide as the row has room for, whatever the names of the columns.
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(leastCharacters);
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary->setObjectName(QStringLiteral("learnSummary"));
    m_summary->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(makeField(m_targetLabel, m_target, this), 2);
    layout->addWidget(makeField(m_taskLabel, m_task, this), 0);
    layout->addWidget(m_summary, 3, Qt::AlignBottom);
    connect(m_target, &QComboBox::activated, this, [this] {
        const auto column = static_cast<std::size_t>(m_target->currentData().toInt());
        DataEdits(m_document).giveRole({column}, Role::Target);
        emit columnWanted(column);
    });
    connect(m_task, &QComboBox::activated, this, [this](int index) { DataEdits(m_document).setTask(tasks[index]); });
    connect(&document, &Document::dataChanged, this, &TargetRow::refresh);
    retranslate();
}

void TargetRow::refresh()
{
    const Project& project = m_document.project();
    const QSignalBlocker target(m_target), task(m_task);
    m_target->clear();
    if (project.source) {
        const auto& columns = project.source->table->columns;
        const auto chosen = columnWith(Role::Target, project.data);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i == chosen || usableAsTarget(columns[i]))
                m_target->addItem(QString::fromStdString(columns[i].header), static_cast<int>(i));
        }
        m_target->setCurrentIndex(chosen ? m_target->findData(static_cast<int>(*chosen)) : -1);
    }
    m_task->setCurrentIndex(static_cast<int>(std::ranges::find(tasks, project.data.task) - tasks));
    m_summary->setText(summary());
}

QString TargetRow::summary() const
{
    const auto dataset = m_document.dataset();
    if (m_document.project().source && !columnWith(Role::Target, m_document.project().data))
        return tr("Choose the target column to go on.");
    if (!dataset)
        return {};
    const QString inputs = tr("The network gets %Ln number(s)", nullptr, dataset->inputs());
    if (dataset->target.task == Task::Classification)
        return tr("%1 and tells %2.").arg(inputs, tr("%Ln class(es) apart", nullptr, dataset->outputs()));
    const QString unit = QString::fromStdString(dataset->target.unit);
    return unit.isEmpty() ? tr("%1 and tells one.").arg(inputs) : tr("%1 and tells one, in %2.").arg(inputs, unit);
}

void TargetRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TargetRow::retranslate()
{
    m_targetLabel->setText(tr("Learn the column"));
    m_target->setPlaceholderText(tr("choose a column"));
    m_target->setToolTip(tr("The target: what the network is to tell from the features."));
    m_taskLabel->setText(tr("As"));
    m_task->setItemText(0, tr("what its values suggest"));
    m_task->setItemText(1, tr("a class"));
    m_task->setItemText(2, tr("a number"));
    m_task->setToolTip(tr("Classes are told apart; a number is estimated as near as can be."));
    refresh();
}

}
