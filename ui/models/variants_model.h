#pragma once

#include "boards/board.h"
#include "compression/model_comparison.h"
#include "export/cost_estimate.h"
#include "project/project.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

namespace broto::ui {

/// The variants of a project side by side, the float one first: metric, change against float with its 95 % interval and
/// against the float control, and what each costs on a board.
class VariantsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Name, Metric, Change, Interval, Control, WeightBytes, FlashBytes, RamBytes, Time, columns };

    /// Tells how a variant compares with the float one on the test rows; null: not known yet.
    using Compare = std::function<const ModelComparison*(const Variant&)>;

    /// A number from 0 to 1 to draw a small bar with, relative to the largest of the column; none: no bar.
    static constexpr int PartRole = Qt::UserRole;
    static constexpr int MethodRole = Qt::UserRole + 1;
    static constexpr int TooMuchRole = Qt::UserRole + 2; ///< more than the board has

    using QAbstractTableModel::QAbstractTableModel;

    void setVariants(std::vector<std::shared_ptr<const Variant>> variants, const Board& board);
    void setComparison(Compare compare) { m_compare = std::move(compare); }
    void showComparisons(); ///< more of them are known
    const std::shared_ptr<const Variant>& variant(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)].variant;
    }
    const CostEstimate& cost(int row) const { return m_rows[static_cast<std::size_t>(row)].cost; }
    int rowNamed(const std::string& name) const; ///< -1 when there is none
    bool anyControl() const; ///< a variant has been compared with float networks that learned as long
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::shared_ptr<const Variant> variant;
        CostEstimate cost;
    };

    QString text(const Row& row, int column) const;
    QString intervalText(const Row& row) const;
    QString toolTip(const Row& row, int column) const;
    QString headerToolTip(int column) const;
    double part(const Row& row, int column) const;
    double amount(const Row& row, int column) const;
    static bool tooMuch(const Row& row, int column);

    std::vector<Row> m_rows;
    Board m_board;
    Compare m_compare;
};

}
