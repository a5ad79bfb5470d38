#include "ui/models/variants_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

bool hasBar(int column)
{
    return column == VariantsModel::Metric || column >= VariantsModel::WeightBytes;
}

int variantsAlignment(int column)
{
    return (column == VariantsModel::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

}

void VariantsModel::setVariants(std::vector<std::shared_ptr<const Variant>> variants, const Board& board)
{
    beginResetModel();
    m_rows.clear();
    m_board = board;
    for (auto& variant : variants)
        m_rows.push_back({variant, estimateCost(variant->model, board)});
    endResetModel();
}

bool VariantsModel::anyControl() const
{
    return std::ranges::any_of(m_rows, [](const Row& row) { return row.variant->control.has_value(); });
}

int VariantsModel::rowNamed(const std::string& name) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.variant->model.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void VariantsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int VariantsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VariantsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant VariantsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return variantsAlignment(index.column());
    case Qt::FontRole:
        return index.column() == Name ? fontFor(Type::Text) : tableFont();
    case PartRole:
        return hasBar(index.column()) ? QVariant(part(row, index.column())) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case TooMuchRole:
        return tooMuch(row, index.column());
    case MethodRole:
        return QString::fromStdString(methodOf(*row.variant));
    default:
        return {};
    }
}

QVariant VariantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return variantsAlignment(section);
    if (role == Qt::ToolTipRole)
        return headerToolTip(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Variant");
    case Metric:
        return m_rows.empty() ? tr("Metric") : metricName(m_rows.front().variant->model.decoding.target.task);
    case Change:
        return tr("Change");
    case Interval:
        return tr("95 % interval");
    case Control:
        return tr("Control");
    case WeightBytes:
        return tr("Weights");
    case FlashBytes:
        return tr("Flash");
    case RamBytes:
        return tr("RAM");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

QString VariantsModel::text(const Row& row, int column) const
{
    const Task task = row.variant->model.decoding.target.task;
    switch (column) {
    case Name:
        return QString::fromStdString(row.variant->model.name);
    case Metric:
        return metricText(task, row.variant->test.headline);
    case Change:
        if (&row == &m_rows.front())
            return QStringLiteral("–");
        return shortChangeText(task, row.variant->test.headline - m_rows.front().variant->test.headline);
    case Interval:
        return intervalText(row);
    case Control:
        if (!row.variant->control)
            return QStringLiteral("–");
        return shortChangeText(task, row.variant->test.headline - row.variant->control->test.headline);
    case WeightBytes:
        return bytesText(weightBytes(row.variant->model));
    case FlashBytes:
        return bytesText(row.cost.flashBytes);
    case RamBytes:
        return bytesText(row.cost.ramBytes);
    case Time:
        return microsecondsText(row.cost.microseconds);
    default:
        return {};
    }
}

QString VariantsModel::intervalText(const Row& row) const
{
    const ModelComparison* comparison = m_compare && &row != &m_rows.front() ? m_compare(*row.variant) : nullptr;
    if (!comparison)
        return QStringLiteral("–");
    const broto::Interval& interval = comparison->change.changeInterval;
    return changeRangeText(comparison->change.task, interval.low, interval.high);
}

QString VariantsModel::toolTip(const Row& row, int column) const
{
    if (column == Name)
        return QStringLiteral("%1\n%2").arg(
            QString::fromStdString(row.variant->model.name),
            tr("Weights kept as %1.").arg(QString::fromStdString(storageText(row.variant->model))));
    if (column == Control && row.variant->control) {
        const QString metric = metricText(row.variant->model.decoding.target.task, row.variant->control->test.headline);
        return row.variant->extraEpochs > 0
                   ? tr("The float network reaches %1 after %n more epochs.", nullptr, row.variant->extraEpochs)
                         .arg(metric)
                   : tr("The same network, trained without a teacher, reaches %1.").arg(metric);
    }
    if (tooMuch(row, column))
        return column == FlashBytes ? tr("More than the %1 of flash that the %2 has.")
                                          .arg(bytesText(m_board.flashBytes), QString::fromStdString(m_board.name))
                                    : tr("With its stack more than the %1 of RAM that the %2 has.")
                                          .arg(bytesText(m_board.ramBytes), QString::fromStdString(m_board.name));
    const ModelComparison* comparison = m_compare ? m_compare(*row.variant) : nullptr;
    if (column != Interval || !comparison || &row == &m_rows.front())
        return {};
    if (comparison->change.task == Task::Regression)
        return tr("The answers differ from those in float by %1 on average, and by %2 at most.")
            .arg(valueText(comparison->change.meanDifference), valueText(comparison->change.largestDifference));
    return tr("%1 of %2 test rows have the same answer as in float.")
        .arg(metricText(Task::Classification, comparison->change.agreement),
             countText(static_cast<std::int64_t>(comparison->change.rows)));
}

QString VariantsModel::headerToolTip(int column) const
{
    switch (column) {
    case Change:
        return tr("Against the float network, on the same test rows.");
    case Interval:
        return tr("In 95 of 100 test sets as large as this one, such an interval holds the true change. With 0 in it, "
                  "the test "
                  "rows cannot tell the two apart.");
    case Control:
        return tr(
            "Against the float network that has trained as many epochs more: what is left is the compression's own.");
    case WeightBytes:
        return tr("Bytes of weights, biases, multipliers and tables.");
    case FlashBytes:
    case RamBytes:
    case Time:
        return tr("Estimated for the chosen board, of the model and its code alone.");
    default:
        return {};
    }
}

void VariantsModel::showComparisons()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, Interval), index(rowCount() - 1, Interval));
}

double VariantsModel::part(const Row& row, int column) const
{
    double largest = 0;
    for (const Row& other : m_rows)
        largest = std::max(largest, amount(other, column));
    return largest > 0 ? std::clamp(amount(row, column) / largest, 0.0, 1.0) : 0.0;
}

bool VariantsModel::tooMuch(const Row& row, int column)
{
    return (column == FlashBytes && !row.cost.fitsFlash) || (column == RamBytes && !row.cost.fitsRam);
}

double VariantsModel::amount(const Row& row, int column) const
{
    switch (column) {
    case Metric:
        return std::isnan(row.variant->test.headline) ? 0 : row.variant->test.headline;
    case WeightBytes:
        return static_cast<double>(weightBytes(row.variant->model));
    case FlashBytes:
        return static_cast<double>(row.cost.flashBytes);
    case RamBytes:
        return static_cast<double>(row.cost.ramBytes);
    case Time:
        return row.cost.microseconds;
    default:
        return 0;
    }
}

}
