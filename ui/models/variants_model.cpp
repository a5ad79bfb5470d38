#include "ui/models/variants_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

int alignment(int column)
{
    return (column == VariantsModel::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

}

void VariantsModel::setVariants(std::vector<std::shared_ptr<const Variant>> variants, const Board& board)
{
    beginResetModel();
    m_rows.clear();
    for (auto& variant : variants)
        m_rows.push_back({variant, estimateCost(variant->model, board)});
    endResetModel();
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
        return alignment(index.column());
    case Qt::FontRole:
        return index.column() == Name ? fontFor(Type::Text) : tableFont();
    case PartRole:
        return part(row, index.column());
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
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Variant");
    case Metric:
        return m_rows.empty() ? tr("Metric") : metricName(m_rows.front().variant->model.decoding.target.task);
    case Change:
        return tr("Change");
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
        return changeText(task, row.variant->test.headline - m_rows.front().variant->test.headline);
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

double VariantsModel::part(const Row& row, int column) const
{
    double largest = 0;
    for (const Row& other : m_rows)
        largest = std::max(largest, amount(other, column));
    return largest > 0 ? std::clamp(amount(row, column) / largest, 0.0, 1.0) : 0.0;
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
