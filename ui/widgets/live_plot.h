#pragma once

#include "device/line_history.h"
#include "ui/widgets/plot_canvas.h"

namespace broto::ui {

/// The newest numbers of a device over time, one line a channel.
class LivePlot : public PlotCanvas {
    Q_OBJECT

public:
    static constexpr std::size_t mostLines = 12; ///< more cannot be told apart

    explicit LivePlot(QWidget* parent = nullptr);

    void show(PlottedStretch stretch, const QStringList& names);
    std::size_t stepsAcross() const;
    std::size_t linesShown() const { return m_stretch.lines.size(); }
    std::size_t pointsShown() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void style();
    void nameAxes();
    QString readOut(const QPointF& place) const;
    QString csv() const;

    PlottedStretch m_stretch;
    QStringList m_names;
};

}
