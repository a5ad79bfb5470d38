#pragma once

#include "data/correlation.h"
#include "ui/widgets/data_view.h"

class QListWidget;
class QScrollArea;

namespace broto::ui {

class HeatMap;

/// How strongly every pair of columns goes together; the target's row comes first. Beside the map stand the columns in
/// the order in which they go with the target. A cell or a line opens its pair.
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
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeSide();
    void show(const Correlations& correlations);
    void listByTarget(const Correlations& correlations, const QStringList& names);
    void placeSide();

    HeatMap* m_map;
    QScrollArea* m_scroll;
    QWidget* m_side;
    QLabel* m_listLabel;
    QListWidget* m_list;
    QLabel* m_explanation;
    std::vector<std::size_t> m_columns;
    QString m_target; ///< its name; empty: none is chosen
};

}
