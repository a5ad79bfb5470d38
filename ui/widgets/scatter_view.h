#pragma once

#include "data/scatter_sample.h"
#include "ui/widgets/data_view.h"

namespace broto::ui {

class ColumnCombo;
class ScatterPlot;

/// Two columns against each other: the shared one across, another one up.
class ScatterView : public DataView {
    Q_OBJECT

public:
    explicit ScatterView(QWidget* parent = nullptr);

    static constexpr std::size_t mostPoints = 4000;

    void setUp(int column);

protected:
    void refresh() override;
    void retranslate() override;

private:
    int proposedUp() const;
    void offerColumns();
    void sayWhatIsShown(const RowGroups& groups, const ScatterSample& sample);

    QLabel *m_acrossLabel, *m_upLabel;
    ColumnCombo *m_across, *m_up;
    ScatterPlot* m_plot;
    std::shared_ptr<const Table> m_offered;
    int m_wantedUp = -1; ///< -1: nobody has chosen one
};

}
