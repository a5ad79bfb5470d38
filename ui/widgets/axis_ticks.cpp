#include "ui/widgets/axis_ticks.h"

#include "data/time_text.h"
#include "ui/widgets/tick_room.h"

#include <qcustomplot.h>

namespace broto::ui {

namespace {

constexpr int longestName = 14;
constexpr std::size_t mostNames = 24;

QSharedPointer<QCPAxisTicker> dateTicks(const Column& column)
{
    QSharedPointer<QCPAxisTickerDateTime> ticks(new QCPAxisTickerDateTime);
    constexpr double secondsPerDay = 86400;
    const bool hours = column.max - column.min < 3 * secondsPerDay;
    ticks->setDateTimeSpec(Qt::UTC); // as written in the file: no time zone is added
    ticks->setDateTimeFormat(holdsTimesOfDay(column) ? QStringLiteral("HH:mm:ss")
                             : hours                 ? QStringLiteral("yyyy-MM-dd\nHH:mm:ss")
                                                     : QStringLiteral("yyyy-MM-dd"));
    return ticks;
}

QSharedPointer<QCPAxisTicker> nameTicks(const Column& column)
{
    QSharedPointer<NameTicker> ticks(new NameTicker);
    const std::size_t step = column.categories.size() / mostNames + 1;
    for (std::size_t i = 0; i < column.categories.size(); i += step) {
        QString name = QString::fromStdString(column.categories[i]);
        if (name.size() > longestName)
            name = name.left(longestName - 1) + u'…';
        ticks->addTick(static_cast<double>(i), name);
    }
    return ticks;
}

}

QSharedPointer<QCPAxisTicker> tickerFor(const Column& column)
{
    if (column.texts())
        return nameTicks(column);
    if (column.values == Column::Values::Times)
        return dateTicks(column);
    return QSharedPointer<QCPAxisTicker>(new QCPAxisTicker);
}

}
