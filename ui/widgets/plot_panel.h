#pragma once

#include <QPen>
#include <QVector>
#include <QWidget>

class QCPItemStraightLine;
class QCustomPlot;

namespace broto::ui {

/// A plot of curves over a common axis, in the colours of the theme. Draws when Qt finds time, never more than once a
/// frame. Curves are one pixel wide: wider ones cost thirty times as much.
class PlotPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlotPanel(QWidget* parent = nullptr);

    void setCurves(int count); ///< each takes the colour and dash of its index
    void setCurveName(int curve, const QString& name);
    void setAxisNames(const QString& horizontal, const QString& vertical);
    void setLegendCorner(Qt::Alignment corner); ///< where the curves will not be; top right unless told
    void setData(int curve, const QVector<double>& x, const QVector<double>& y);
    void setMarker(double x, bool visible); ///< a vertical line: the best epoch
    void rescale();                         ///< to the data; from 0 to 1 while there is none

    int points(int curve) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QCustomPlot* m_plot;
    QCPItemStraightLine* m_marker;
};

}
