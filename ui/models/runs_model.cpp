#include "ui/models/runs_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/training_texts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

int runsAlignment(int column)
{
    return (column <= RunsModel::OptimizerName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString metric(const TrainedNetwork& run, const Metrics& metrics)
{
    return std::isnan(metrics.headline) ? QStringLiteral("–") : metricText(taskOf(run), metrics.headline);
}

}

void RunsModel::setRuns(const std::vector<Run>& runs, const Run& current)
{
    std::vector<Run> newestFirst(runs.rbegin(), runs.rend());
    if (newestFirst == m_runs && current == m_current)
        return;
    beginResetModel();
    m_runs = std::move(newestFirst);
    m_current = current;
    std::erase_if(m_ticked, [this](int number) { return rowOf(number) < 0; });
    endResetModel();
    emit tickedChanged();
}

int RunsModel::rowOf(int number) const
{
    const auto found = std::ranges::find_if(m_runs, [&](const Run& run) { return run->number == number; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

std::vector<RunsModel::Run> RunsModel::ticked() const
{
    std::vector<Run> runs;
    for (const Run& run : m_runs)
        if (run != m_current && m_ticked.contains(run->number))
            runs.push_back(run);
    return runs;
}

void RunsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrainedNetwork& shown = *run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        return explanation(shown);
    case Qt::CheckStateRole:
        if (index.column() == Number && !isCurrent(index.row()))
            return m_ticked.contains(shown.number) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::TextAlignmentRole:
        return runsAlignment(index.column());
    case Qt::FontRole: {
        QFont font = tableFont();
        font.setBold(isCurrent(index.row()));
        return font;
    }
    default:
        return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Number ||
        isCurrent(index.row()))
        return false;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(run(index.row())->number);
    else
        m_ticked.erase(run(index.row())->number);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit tickedChanged();
    return true;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return runsAlignment(section);
    if (role == Qt::FontRole)
        return fontFor(Type::Note); // small: there are nine
    if (role == Qt::ToolTipRole && section == Number)
        return tr("A tick draws a run's curves behind those of the current one, which stands in bold.");
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Run"),    tr("Layers"), tr("Optimizer"),  tr("Rate"), tr("Seed"),
                             tr("Epochs"), tr("Best"),   tr("Validation"), tr("Test")};
    return names[section];
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Number && !isCurrent(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString RunsModel::text(const TrainedNetwork& run, int column) const
{
    if (isImported(run) && column >= OptimizerName && column <= Best)
        return column == OptimizerName ? tr("imported") : QStringLiteral("–");
    switch (column) {
    case Number:
        return countText(run.number);
    case Layers: {
        QStringList units;
        for (const HiddenLayer& layer : run.design.hidden)
            units << QString::number(layer.units);
        return units.isEmpty() ? QStringLiteral("–") : units.join(QStringLiteral(" · "));
    }
    case OptimizerName:
        return optimizerText(run.settings.optimizer);
    case Rate:
        return valueText(run.settings.learningRate);
    case Seed:
        return QLocale().toString(static_cast<qulonglong>(run.settings.seed));
    case Epochs:
        return countText(static_cast<std::int64_t>(run.history.size()));
    case Best:
        return countText(run.bestEpoch);
    case Validation:
        return metric(run, run.validation);
    case Test:
        return metric(run, run.test);
    default:
        return {};
    }
}

QString RunsModel::explanation(const TrainedNetwork& run) const
{
    QStringList layers;
    for (const HiddenLayer& layer : run.design.hidden)
        layers << tr("%1 neurons, %2").arg(countText(layer.units), activationText(layer.activation));
    return layers.isEmpty() ? tr("No hidden layer") : layers.join(u'\n');
}

}
