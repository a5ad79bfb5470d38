#include "ui/widgets/target_row.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/widgets/elided_combo.h"
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

/// How features become the numbers that the network gets, where they are not the same.
QString inputsText(const Dataset& dataset)
{
    const Preprocessing& preprocessing = dataset.preprocessing;
    const QString numbers = TargetRow::tr("%Ln number(s)", nullptr, dataset.inputs());
    if (preprocessing.stream) {
        const auto sensors = static_cast<int>(preprocessing.stream->channels.size());
        const auto features = static_cast<int>(preprocessing.features.size()) / std::max(sensors, 1);
        return TargetRow::tr("%1 × %2 become %3.")
            .arg(TargetRow::tr("%Ln sensor(s)", nullptr, sensors), TargetRow::tr("%Ln feature(s)", nullptr, features),
                 numbers);
    }
    QStringList categories;
    for (const Feature& feature : preprocessing.features) {
        if (!feature.categories.empty())
            categories << TargetRow::tr("%1 has %Ln category(s)", nullptr, static_cast<int>(feature.categories.size()))
                              .arg(QString::fromStdString(feature.name));
    }
    if (categories.isEmpty())
        return TargetRow::tr("The network gets %1.").arg(numbers);
    const QString features = TargetRow::tr("%Ln feature(s)", nullptr, static_cast<int>(preprocessing.features.size()));
    constexpr qsizetype mostNamed = 2;
    if (categories.size() > mostNamed)
        return TargetRow::tr("%1 become %2.").arg(features, numbers);
    return TargetRow::tr("%1 become %2: %3.").arg(features, numbers, categories.join(QStringLiteral(", ")));
}

}

TargetRow::TargetRow(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_target(new ElidedCombo(this)),
      m_task(new QComboBox(this)),
      m_summary(makeLabel(Type::Text, Tone::Muted, this))
{
    m_target->setObjectName(QStringLiteral("target"));
    m_task->setObjectName(QStringLiteral("task"));
    m_task->addItems({QString(), QString(), QString()});
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
                m_target->addName(QString::fromStdString(columns[i].header), static_cast<int>(i));
        }
        m_target->setCurrentIndex(chosen ? m_target->findData(static_cast<int>(*chosen)) : -1);
    }
    m_task->setCurrentIndex(static_cast<int>(std::ranges::find(tasks, project.data.task) - tasks));
    m_summary->setText(summary());
}

bool TargetRow::isAboutTarget(const Message& problem)
{
    return problem.id == "data.no-target";
}

QString TargetRow::summary() const
{
    const auto dataset = m_document.dataset();
    if (m_document.project().source && !columnWith(Role::Target, m_document.project().data))
        return m_document.project().source->table->columns.size() == 1
                   ? tr("There is only one column. Perhaps another separator?")
                   : tr("Choose the target column to go on.");
    if (!dataset)
        return {};
    const QString unit = QString::fromStdString(dataset->target.unit);
    const QString answer = dataset->target.task == Task::Classification
                               ? tr("The network tells %Ln class(es) apart.", nullptr, dataset->outputs())
                           : unit.isEmpty() ? tr("The network predicts a value.")
                                            : tr("The network predicts a value in %1.").arg(unit);
    return QStringLiteral("%1 %2").arg(inputsText(*dataset), answer);
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
    m_target->setToolTip(tr("The target: what the network predicts from the features."));
    m_taskLabel->setText(tr("As"));
    m_task->setItemText(0, tr("what its values suggest"));
    m_task->setItemText(1, tr("a class"));
    m_task->setItemText(2, tr("a number"));
    m_task->setToolTip(tr("Classes are told apart; a number is estimated as near as can be."));
    refresh();
}

}
