#include "ui/widgets/live_texts.h"

#include "device/verdict.h"
#include "ui/document/message_text.h"
#include "ui/widgets/number_format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace broto::ui {

namespace {

class LiveTexts {
    Q_DECLARE_TR_FUNCTIONS(LiveTexts)
};

QString numberText(double value, const Target& target)
{
    return (valueText(value) + u' ' + QString::fromStdString(target.unit)).trimmed();
}

}

QString connectionText(ConnectionState state, const Port& port)
{
    switch (state) {
    case ConnectionState::Opening:
        return LiveTexts::tr("Opening %1 …").arg(QString::fromStdString(port.path));
    case ConnectionState::Greeting:
        return LiveTexts::tr("Waiting until the board says who it is …");
    case ConnectionState::Ready:
        return LiveTexts::tr("The board answers.");
    case ConnectionState::Waiting:
        return port.isVirtual ? LiveTexts::tr("The virtual board does not answer; trying again.")
                              : LiveTexts::tr("The board is away; trying again. Is its cable plugged in?");
    case ConnectionState::Lost:
        return LiveTexts::tr("The board is lost.");
    }
    return {};
}

QString answerTimeText(double time, TimeUnit unit)
{
    if (unit == TimeUnit::Microseconds)
        return microsecondsText(time);
    const QString count = countText(static_cast<std::int64_t>(time));
    return unit == TimeUnit::Instructions ? LiveTexts::tr("%1 instructions").arg(count)
                                          : LiveTexts::tr("%1 cycles").arg(count);
}

QString answerText(const Prediction& prediction, const Target& target)
{
    if (prediction.refused)
        return QStringLiteral("–");
    if (target.task == Task::Regression)
        return numberText(prediction.value, target);
    return QString::fromStdString(target.classes[static_cast<std::size_t>(prediction.classIndex)]);
}

QString truthText(float truth, const Target& target)
{
    if (std::isnan(truth))
        return QStringLiteral("–");
    return target.task == Task::Regression ? numberText(truth, target)
                                           : QString::fromStdString(target.classes[static_cast<std::size_t>(truth)]);
}

QString errorText(const LiveAnswer& answer, const Target& target)
{
    const double error = missedBy(answer, target.task);
    if (std::isnan(error))
        return {};
    constexpr int errorDigits = 3;
    const QString size = QLocale().toString(std::abs(error), 'g', errorDigits);
    return (error < 0 ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

QString certaintyText(const Prediction& prediction)
{
    if (prediction.refused || prediction.certainty.empty())
        return {};
    const float certainty = prediction.certainty[static_cast<std::size_t>(prediction.classIndex)];
    return LiveTexts::tr("%1 certain").arg(metricText(Task::Classification, certainty));
}

QString differenceText(const LiveAnswer& answer)
{
    return messagesText(whereTheyPart(answer));
}

}
