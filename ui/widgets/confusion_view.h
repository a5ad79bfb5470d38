#pragma once

#include "network/metrics.h"
#include "ui/widgets/run_view.h"

namespace broto::ui {

class HeatMap;
class PartCombo;

/// Which class rows are of, and which one the network answers.
class ConfusionView : public RunView {
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);

protected:
    void offerChoices() override;
    void refresh() override;
    void retranslate() override;

private:
    void draw(const Metrics& metrics);

    PartCombo* m_part;
    HeatMap* m_map;
    QStringList m_classes;
    std::vector<std::vector<int>> m_counts;
    std::vector<double> m_shares; ///< see confusionShares
};

}
