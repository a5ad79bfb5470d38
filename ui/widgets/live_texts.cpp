#include "ui/widgets/live_texts.h"

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

QString differenceText(const LiveAnswer& answer, const Target& target)
{
    if (answer.same)
        return {};
    if (answer.board.refused != answer.workbench.refused)
        return answer.board.refused ? LiveTexts::tr("The board refuses the row, the workbench does not.")
                                    : LiveTexts::tr("The workbench refuses the row, the board does not.");
    if (!answer.difference)
        return LiveTexts::tr("The outputs differ by %1, which is more than rounding does.")
            .arg(valueText(answer.largestDifference));
    const Difference& difference = *answer.difference;
    const bool named = target.task == Task::Classification;
    const QString output = named ? QString::fromStdString(target.classes[static_cast<std::size_t>(difference.output)])
                                 : QString::fromStdString(target.name);
    QString text = LiveTexts::tr("First difference: output “%1”, the workbench says %2, the board %3.")
                       .arg(output, countText(difference.expected), countText(difference.received));
    if (difference.layer >= 0)
        text += u' ' + LiveTexts::tr("It begins in layer %1, neuron %2.")
                           .arg(countText(difference.layer + 1), countText(difference.neuron + 1));
    return text;
}

}
