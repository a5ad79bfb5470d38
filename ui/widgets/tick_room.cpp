#include "ui/widgets/tick_room.h"

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int usualTicks = 5;
constexpr double betweenLabels = 8; ///< pixels, along a horizontal axis

/// Whether labels that are drawn at these ticks leave each other room.
bool labelsAreApart(const QCPAxis& axis, const QVector<double>& ticks, const QVector<QString>& labels)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    const bool across = axis.orientation() == Qt::Horizontal;
    const auto room = [&](qsizetype tick) {
        const QSizeF size = metrics.size(0, labels[tick]);
        return across ? size.width() + betweenLabels : size.height();
    };
    for (qsizetype tick = 1; tick < std::min(ticks.size(), labels.size()); ++tick) {
        const double distance = std::abs(axis.coordToPixel(ticks[tick]) - axis.coordToPixel(ticks[tick - 1]));
        if (distance < (room(tick) + room(tick - 1)) / 2)
            return false;
    }
    return true;
}

/// As many ticks as have room; true: others than before.
bool fitTicks(QCPAxis& axis, const QLocale& locale)
{
    QCPAxisTicker& ticker = *axis.ticker();
    const int before = ticker.tickCount();
    auto* names = dynamic_cast<NameTicker*>(&ticker);
    int count = names ? std::max(static_cast<int>(names->ticks().size()), 1) : usualTicks;
    for (; count > 1; --count) {
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.setTickCount(count);
        ticker.generate(axis.range(), locale, axis.numberFormat().front(), axis.numberPrecision(), ticks, nullptr,
                        &labels);
        if (labelsAreApart(axis, ticks, labels))
            break;
    }
    ticker.setTickCount(count);
    return count != before;
}

bool fitTicks(QCustomPlot& plot)
{
    const bool across = fitTicks(*plot.xAxis, plot.locale());
    const bool up = fitTicks(*plot.yAxis, plot.locale());
    return across || up;
}

}

QVector<double> NameTicker::createTickVector(double, const QCPRange&)
{
    const auto step = static_cast<int>(std::ceil(static_cast<double>(ticks().size()) / tickCount()));
    QVector<double> named;
    int index = 0;
    for (auto tick = ticks().constBegin(); tick != ticks().constEnd(); ++tick, ++index)
        if (index % std::max(step, 1) == 0)
            named << tick.key();
    return named;
}

void keepTicksApart(QCustomPlot& plot)
{
    QObject::connect(&plot, &QCustomPlot::beforeReplot, &plot, [&plot] { fitTicks(plot); });
    // Only then is it known how long the axes are: after a change of size once more.
    QObject::connect(&plot, &QCustomPlot::afterLayout, &plot, [&plot] {
        if (fitTicks(plot))
            plot.replot(QCustomPlot::rpQueuedReplot);
    });
}

}
