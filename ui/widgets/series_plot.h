#pragma once

#include "data/recordings.h"
#include "data/series_envelope.h"
#include "data/window_bands.h"
#include "ui/widgets/plot_canvas.h"

#include <QVector>

#include <memory>
#include <utility>

namespace broto::ui {

/// The line of a series over time. The height follows what is shown, so that the line always fills the plot. Windows
/// are brackets under it, in lanes where they overlap, coloured by their class.
class SeriesPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit SeriesPlot(QWidget* parent = nullptr);

    void setColumns(const Column& values, const Column* times); ///< null: over the row numbers
    void setSpan(double first, double last);
    void setOwnTimes(std::optional<LaidRecordings> recordings); ///< where recordings lie end to end
    void setWindows(std::vector<WindowBand> windows, const std::vector<std::string>& classes);
    void show(const Envelope& envelope);
    bool hasWindows() const { return !m_windows.empty(); }
    int windowsShown() const; ///< none while too many would be in sight

    std::pair<double, double> stretch() const; ///< what can be seen, in time
    std::size_t stepsAcross() const;
    int pointsShown() const;
    int breaksShown() const; ///< of the line

private:
    void drawWindows();
    void layWindows();
    void nameClasses();
    double bracketRoom() const; ///< share of the height that the brackets take
    void style();
    QString timeText(double time) const;
    QString readOut(const QPointF& place);
    QString csv() const;

    std::shared_ptr<const Column> m_values, m_times; ///< without their values
    Envelope m_envelope;
    std::optional<LaidRecordings> m_recordings;
    std::vector<WindowBand> m_windows;
    std::vector<int> m_lanes; ///< of the windows
    int m_laneCount = 0;
    std::vector<std::string> m_classes;
    double m_first = 0, m_last = 1;
};

}
