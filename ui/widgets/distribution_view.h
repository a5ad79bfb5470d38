#pragma once

#include "data/distribution.h"
#include "ui/widgets/data_view.h"

class QGridLayout;

namespace broto::ui {

class ColumnCombo;
class DistributionPlot;

/// How often which values of a column occur, by class, and the column's statistics. The target itself is shown by the
/// parts of the split: the balance of the classes.
class DistributionView : public DataView {
    Q_OBJECT

public:
    explicit DistributionView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void show(const std::shared_ptr<const Column>& column, const RowGroups& groups, const Distribution& distribution);
    void showStatistics(const Column& column, const Distribution& distribution);

    QLabel* m_label;
    ColumnCombo* m_column;
    DistributionPlot* m_plot;
    QGridLayout* m_facts;
};

}
