#pragma once

#include "network/class_report.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace broto::ui {

/// Precision, recall, F1 and the area under the ROC curve of each class, in the colour of its curve.
class ClassScoresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Class, Precision, Recall, F1, Area, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// `areas`: under the ROC curve of each class.
    void setScores(const QStringList& classes, std::vector<ClassScore> scores, std::vector<double> areas);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_classes;
    std::vector<ClassScore> m_scores;
    std::vector<double> m_areas;
};

}
