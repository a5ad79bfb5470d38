#pragma once

#include "training/drawn_curve.h"

#include <QPen>
#include <QString>
#include <QWidget>

#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace broto::ui {

/// A curve of another run, drawn pale behind the others.
struct PaleCurve {
    QString name;
    int series = 0; ///< whose colour it has
    std::vector<CurvePoint> points;
};

/// A plot of curves over epochs, in the colours of the theme; the mouse is told the numbers at its epoch. Draws when Qt
/// finds time, never more than once a frame. Curves are one pixel wide: wider ones cost thirty times as much.
class PlotPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlotPanel(QWidget* parent = nullptr);

    void setCurves(int count); ///< each takes the colour and dash of its index
    void setCurveName(int curve, const QString& name);
    void setAxisNames(const QString& horizontal, const QString& vertical);
    void setLegendCorner(Qt::Alignment corner); ///< where the curves will not be; top right unless told
    void setLogarithmic(bool logarithmic);      ///< what is not above 0 is not drawn then
    void setData(int curve, const std::vector<CurvePoint>& points);
    void setPaleCurves(const std::vector<PaleCurve>& curves);
    void setMarker(double x, const QString& text); ///< a vertical line: the best epoch
    void clearMarker();
    void rescale(); ///< to the data; from 0 to 1 while there is none

    int points(int curve) const;
    int paleCurves() const;
    bool logarithmic() const;
    QString textAt(double epoch) const; ///< the numbers of all curves there, one a line

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();
    void addGraph(const char* layer);

    QCustomPlot* m_plot;
    QCPItemStraightLine* m_marker;
    QCPItemText* m_markerText;
    bool m_markerAtBottom = false;
    int m_curves = 0;
    std::vector<int> m_paleSeries;
};

}
