#pragma once

#include "ui/widgets/plot_canvas.h"

#include <vector>

namespace broto::ui {

/// One line of a sweep: its name, its points, and what the mouse is told at each of them.
struct SweepLine {
    QString name;
    std::vector<double> across, up;
    QStringList told;
};

/// Lines with a dot at every point that was tried.
class SweepPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit SweepPlot(QWidget* parent = nullptr);

    /// `reversed`: less stands to the right.
    void show(std::vector<SweepLine> lines, const QString& across, const QString& up, bool reversed);
    int linesShown() const { return static_cast<int>(m_lines.size()); }
    int pointsShown() const
    {
        return m_lines.empty() ? 0 : static_cast<int>(m_lines.front().across.size());
    } ///< of the first

private:
    void draw();
    QString readOut(const QPointF& place) const;
    QString csv() const;

    std::vector<SweepLine> m_lines;
    QString m_across, m_up;
    bool m_reversed = false;
};

}
