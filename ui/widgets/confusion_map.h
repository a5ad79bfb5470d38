#pragma once

#include <QScrollArea>
#include <QStringList>

#include <string>
#include <vector>

namespace broto::ui {

class HeatMap;

/// How many rows of a class were answered as which, and which share of it that is.
class ConfusionMap : public QScrollArea {
    Q_OBJECT

public:
    explicit ConfusionMap(QWidget* parent = nullptr);

    /// Counts by [true class][answered class].
    void show(const std::vector<std::string>& classes, std::vector<std::vector<int>> counts);
    int count(int row, int column) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    HeatMap* m_map;
    QStringList m_classes;
    std::vector<std::vector<int>> m_counts;
    std::vector<double> m_shares; ///< see confusionShares
};

}
