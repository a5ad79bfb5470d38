#include "ui/widgets/quality_ticks.h"

#include <qcustomplot.h>

namespace broto::ui {

namespace {

class QualityTicker : public QCPAxisTicker {
public:
    explicit QualityTicker(Task task) : m_percent(task == Task::Classification) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        constexpr double rounding = 1e-9;
        QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
        ticks.removeIf([](double tick) { return tick > 1 + rounding; });
        return ticks;
    }

    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return m_percent ? QCPAxisTicker::getTickLabel(100 * tick, locale, format, precision) + QStringLiteral(" %")
                         : QCPAxisTicker::getTickLabel(tick, locale, format, precision);
    }

private:
    bool m_percent;
};

}

QSharedPointer<QCPAxisTicker> qualityTicks(Task task)
{
    return QSharedPointer<QCPAxisTicker>(new QualityTicker(task));
}

}
