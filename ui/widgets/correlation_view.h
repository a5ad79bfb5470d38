#pragma once

#include "data/correlation.h"
#include "ui/widgets/data_view.h"

namespace broto::ui {

class HeatMap;

/// How strongly every pair of columns goes together; the target's row comes first.
class CorrelationView : public DataView {
    Q_OBJECT

public:
    explicit CorrelationView(QWidget* parent = nullptr);

    static constexpr std::size_t mostColumns = 32;

signals:
    void pairWanted(int across, int up);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void show(const Correlations& correlations);

    HeatMap* m_map;
    QLabel* m_explanation;
    std::vector<std::size_t> m_columns;
};

}
