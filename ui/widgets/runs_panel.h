#pragma once

#include "ui/models/runs_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTableView;

namespace broto::ui {

/// The runs of the project as a table: ticked ones are drawn, selected ones compared in words, brought back or deleted.
class RunsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunsPanel(QWidget* parent = nullptr);

    void show(const std::vector<RunsModel::Run>& runs, const RunsModel::Run& current, bool mayUse);
    std::vector<RunsModel::Run> ticked() const { return m_model->ticked(); }

signals:
    void tickedChanged();
    void useWanted(int number);
    void deleteWanted(int number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refreshSelection();
    void fitTable();
    std::vector<int> selectedRows() const; ///< the older run first
    QString differenceText(const TrainedNetwork& before, const TrainedNetwork& after) const;

    RunsModel* m_model;
    QTableView* m_table;
    QWidget* m_bar; ///< where there is more than one run
    QLabel* m_difference;
    QScrollArea* m_differenceScroll;
    QPushButton* m_use;
    QPushButton* m_delete;
    bool m_mayUse = false;
};

}
