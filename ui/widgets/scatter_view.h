#pragma once

#include "data/scatter_sample.h"
#include "ui/widgets/data_view.h"

namespace broto::ui {

class ColumnCombo;
class ScatterPlot;

/// Two columns against each other: the shared one across and the target up. Where the target itself is shared, the
/// feature that goes with it best is across.
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
    int proposedAcross() const; ///< -1: the feature that goes with the target best
    void offerColumns();
    void sayWhatIsShown(const RowGroups& groups, const ScatterSample& sample);

    QLabel *m_acrossLabel, *m_upLabel;
    ColumnCombo *m_across, *m_up;
    ScatterPlot* m_plot;
    std::shared_ptr<const Table> m_offered;
    int m_wantedAcross = -1; ///< chosen here by a person
    int m_wantedUp = -1;     ///< -1: nobody has chosen one
};

}
