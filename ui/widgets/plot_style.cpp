#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

namespace broto::ui {

void stylePlot(QCustomPlot& plot, const Colours& colours)
{
    plot.setBackground(QBrush(colours.surface));
    QLocale locale; // a plot has one of its own, with what it was when it was made
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    plot.setLocale(locale);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setNumberPrecision(8); // enough for neighbours of a large number
        axis->setBasePen(QPen(colours.line, 1));
        axis->setTickPen(QPen(colours.line, 1));
        axis->setSubTickPen(QPen(Qt::NoPen));
        axis->setTickLabelColor(colours.muted);
        axis->setLabelColor(colours.muted);
        axis->setTickLabelFont(fontFor(Type::Note));
        axis->setLabelFont(fontFor(Type::Note));
        axis->grid()->setPen(QPen(colours.line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(colours.line, 1));
    }
    QColor behind = colours.surface;
    behind.setAlpha(210);
    plot.legend->setBrush(behind);
    plot.legend->setBorderPen(QPen(Qt::NoPen));
    plot.legend->setTextColor(colours.text);
    plot.legend->setFont(fontFor(Type::Note));
}

QColor seriesInk(int index, const Colours& colours)
{
    return seriesColour(index, colours.surface.lightness() < 128 ? Theme::Dark : Theme::Light);
}

}
