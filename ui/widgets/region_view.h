#pragma once

#include "network/decision_regions.h"
#include "ui/widgets/run_view.h"

class QLabel;

namespace broto::ui {

class ElidedCombo;
class RegionPlot;

/// Decision regions for two features that can be chosen.
class RegionView : public RunView {
    Q_OBJECT

public:
    explicit RegionView(QWidget* parent = nullptr);

protected:
    void offerChoices() override;
    void refresh() override;
    void retranslate() override;

private:
    void select(int across, int up); ///< -1: not known yet

    QLabel *m_acrossLabel, *m_upLabel;
    ElidedCombo *m_across, *m_up;
    RegionPlot* m_plot;
};

}
