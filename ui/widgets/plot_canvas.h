#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QCPRange;
class QCustomPlot;

namespace broto::ui {

class PlotLegend;
struct LegendEntry;

/// The ground that the views of the data draw on. The wheel zooms, dragging pans, a double click or Home shows all
/// again; plus, minus and the arrow keys do the same from the keyboard. What is under the mouse is told in a tooltip; a
/// menu saves what is shown.
class PlotCanvas : public QWidget {
    Q_OBJECT

public:
    explicit PlotCanvas(QWidget* parent = nullptr);

    QCustomPlot& plot() { return *m_plot; }
    const QCustomPlot& plot() const { return *m_plot; }
    void setAxisNames(const QString& horizontal, const QString& vertical);
    void setZoom(Qt::Orientations axes);              ///< which axes zoom and pan; both unless told
    void setLegend(std::vector<LegendEntry> entries); ///< beside the plot; none: nothing stands there
    QStringList legendLines() const;                  ///< as they can be read
    QString textAt(const QPointF& place) const;       ///< what the mouse is told there, in pixels of the plot

    /// The ranges that hold everything: shown at once, and never left by an axis that zooms.
    void setHome(double left, double right, double bottom, double top);
    void showAll();

    /// What stands at a place of the plot, in its pixels; empty: nothing.
    void setReadOut(std::function<QString(const QPointF& place)> readOut) { m_readOut = std::move(readOut); }
    void setNamesBeside(bool beside) { m_namesBeside = beside; } ///< the read-out also knows the ticks of the left axis
    void setNumbers(const QString& name, std::function<QString()> csv); ///< for saving; see ExportedPicture

signals:
    void rangeChanged(); ///< somebody zoomed or panned, or the plot is of another size
    void resized();
    void restyled(); ///< another theme: the plot's own parts want new colours

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void zoom(double factor);
    void pan(double across, double up);
    void tell(const QPointF& place);

    void fitAxisNames();

    QCustomPlot* m_plot;
    PlotLegend* m_legend;
    QString m_horizontal, m_vertical; ///< names of the axes, in full
    Qt::Orientations m_axes = Qt::Horizontal | Qt::Vertical;
    double m_home[4] = {0, 1, 0, 1};
    std::function<QString(const QPointF&)> m_readOut;
    bool m_namesBeside = false;
    QString m_name;
    std::function<QString()> m_csv;
};

}
