#pragma once

#include "training/part_report.h"
#include "ui/widgets/run_view.h"

class QTableView;

namespace broto::ui {

class ClassScoresModel;
class PartCombo;
class RocPlot;

/// Classification: how well each class is found, and how it parts from the others.
class ClassesView : public RunView {
    Q_OBJECT

public:
    explicit ClassesView(QWidget* parent = nullptr);

protected:
    void offerChoices() override;
    void refresh() override;
    void retranslate() override;

private:
    void draw(PartReport report);

    PartCombo* m_part;
    ClassScoresModel* m_model;
    QTableView* m_table;
    RocPlot* m_plot;
};

}
