#include "ui/widgets/window_texts.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

struct NameAndExplanation {
    const char* name;
    const char* explanation;
};

NameAndExplanation textsOf(WindowFeatureKind kind)
{
    switch (kind) {
    case runtime::meanFeature:
        return {QT_TRANSLATE_NOOP("Windows", "mean"),
                QT_TRANSLATE_NOOP("Windows", "The usual level: of an accelerometer, how the board is held.")};
    case runtime::deviationFeature:
        return {QT_TRANSLATE_NOOP("Windows", "standard deviation"),
                QT_TRANSLATE_NOOP("Windows", "How much the readings move about their mean: the strength of a motion.")};
    case runtime::minFeature:
        return {QT_TRANSLATE_NOOP("Windows", "minimum"), QT_TRANSLATE_NOOP("Windows", "The smallest reading.")};
    case runtime::maxFeature:
        return {QT_TRANSLATE_NOOP("Windows", "maximum"), QT_TRANSLATE_NOOP("Windows", "The largest reading.")};
    case runtime::rangeFeature:
        return {QT_TRANSLATE_NOOP("Windows", "range"),
                QT_TRANSLATE_NOOP("Windows", "Largest less smallest reading: one single jolt shows in it.")};
    case runtime::rmsFeature:
        return {QT_TRANSLATE_NOOP("Windows", "RMS"),
                QT_TRANSLATE_NOOP("Windows", "Root of the mean square: the strength of a vibration or a current.")};
    case runtime::energyFeature:
        return {QT_TRANSLATE_NOOP("Windows", "energy"),
                QT_TRANSLATE_NOOP("Windows", "Sum of the squares: grows with strength and with the window's length.")};
    case runtime::zeroCrossingsFeature:
        return {QT_TRANSLATE_NOOP("Windows", "crossings"),
                QT_TRANSLATE_NOOP("Windows", "How often the readings pass their mean: slow and fast motions differ.")};
    case runtime::slopeFeature:
        return {QT_TRANSLATE_NOOP("Windows", "slope"),
                QT_TRANSLATE_NOOP("Windows", "Whether the readings rise or fall, and how fast.")};
    case runtime::peaksFeature:
        return {
            QT_TRANSLATE_NOOP("Windows", "peaks"),
            QT_TRANSLATE_NOOP("Windows", "How often the readings rise far above their mean: steps, beats, knocks.")};
    case runtime::skewnessFeature:
        return {QT_TRANSLATE_NOOP("Windows", "skewness"),
                QT_TRANSLATE_NOOP("Windows", "Whether the readings stray farther up than down.")};
    case runtime::kurtosisFeature:
        return {QT_TRANSLATE_NOOP("Windows", "kurtosis"),
                QT_TRANSLATE_NOOP("Windows", "Whether a few readings stray far from all others, as knocks do.")};
    case runtime::bandPowerFeature:
        return {QT_TRANSLATE_NOOP("Windows", "band powers"),
                QT_TRANSLATE_NOOP("Windows", "How much of the motion is in each band of frequencies; needs a window of "
                                             "a power of two readings.")};
    case runtime::streamFeatureKinds:
        break;
    }
    return {"", ""};
}

}

QString windowFeatureText(WindowFeatureKind kind)
{
    return QCoreApplication::translate("Windows", textsOf(kind).name);
}

QString windowFeatureExplanation(WindowFeatureKind kind)
{
    return QCoreApplication::translate("Windows", textsOf(kind).explanation);
}

}
