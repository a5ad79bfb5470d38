#pragma once

#include "compression/model_comparison.h"
#include "data/dataset.h"

#include <QAbstractTableModel>

#include <memory>

namespace broto::ui {

/// The test rows that a variant answers in another way than the float network does: those that became wrong first, of a
/// regression those with the largest difference.
class ChangedAnswersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Row, Truth, Before, After, What, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing to show. All are shared, so that they stay.
    void setComparison(std::shared_ptr<const ModelComparison> comparison, std::shared_ptr<const Dataset> dataset);
    std::size_t testRow(int line) const; ///< in the test part
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Kind { BecameWrong, BecameRight, WrongInAnotherWay, Different };
    struct Line {
        std::size_t place; ///< among the rows of the comparison
        Kind kind;
    };

    QString text(const Line& line, int column) const;
    QString answerText(std::size_t place, int column) const;

    std::shared_ptr<const ModelComparison> m_comparison;
    std::shared_ptr<const Dataset> m_dataset;
    std::vector<Line> m_lines;
};

}
