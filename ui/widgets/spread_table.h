#pragma once

#include "training/layer_statistics.h"

#include <QWidget>

namespace broto::ui {

/// A line a layer: the histograms of its weights and of their gradient around 0, with mean and deviation.
class SpreadTable : public QWidget {
    Q_OBJECT

public:
    explicit SpreadTable(QWidget* parent = nullptr);

    void show(std::vector<LayerStatistics> layers);
    void retranslate();
    QString lineText(std::size_t layer) const; ///< all of it in words

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString layerName(std::size_t layer) const;
    QString spreadText(const NumberSpread& spread) const;
    void paintSpread(QPainter& painter, const QRectF& area, const NumberSpread& spread, int series) const;

    std::vector<LayerStatistics> m_layers;
};

}
