#pragma once

#include "data/series_envelope.h"
#include "data/window_bands.h"
#include "ui/widgets/plot_canvas.h"

#include <QVector>

#include <memory>
#include <utility>

namespace broto::ui {

/// The line of a series over time. The height follows what is shown, so that the line always fills the plot.
class SeriesPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit SeriesPlot(QWidget* parent = nullptr);

    void setColumns(const Column& values, const Column* times); ///< null: over the row numbers
    void setSpan(double first, double last);
    void setWindows(std::vector<WindowBand> windows);
    void show(const Envelope& envelope);
    bool hasWindows() const { return !m_windows.empty(); }
    int windowsShown() const; ///< none while too many would be in sight

    std::pair<double, double> stretch() const; ///< what can be seen, in time
    std::size_t stepsAcross() const;
    int pointsShown() const;

private:
    void drawWindows();
    void style();
    QString timeText(double time) const;
    QString readOut(const QPointF& place);
    QString csv() const;

    std::shared_ptr<const Column> m_values, m_times; ///< without their values
    Envelope m_envelope;
    std::vector<WindowBand> m_windows;
    double m_first = 0, m_last = 1;
};

}
