#include "ui/widgets/sample_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace broto::ui {

namespace {

struct SampleText {
    const char* id;
    const char* title;
    const char* line;
};
constexpr SampleText sampleTexts[] = {
    {"obd-emissions", QT_TRANSLATE_NOOP("Samples", "CO₂ from a car's own sensors"),
     QT_TRANSLATE_NOOP("Samples", "Learn grams per second from pressure, temperature, revolutions and speed")},
    {"gestures", QT_TRANSLATE_NOOP("Samples", "Which gesture?"),
     QT_TRANSLATE_NOOP("Samples", "Tell movements of a hand apart by its acceleration")},
    {"iris", QT_TRANSLATE_NOOP("Samples", "Iris"),
     QT_TRANSLATE_NOOP("Samples", "Tell three flowers apart by four lengths")},
    {"occupancy", QT_TRANSLATE_NOOP("Samples", "Room occupancy"),
     QT_TRANSLATE_NOOP("Samples", "Is somebody there? From temperature, humidity, light and CO₂")},
    {"wine", QT_TRANSLATE_NOOP("Samples", "Wine"),
     QT_TRANSLATE_NOOP("Samples", "Tell three cultivars apart by 13 measurements of a chemist")},
    {"digits", QT_TRANSLATE_NOOP("Samples", "Digits"),
     QT_TRANSLATE_NOOP("Samples", "Read handwritten digits of 8 by 8 pixels")},
    {"sine", QT_TRANSLATE_NOOP("Samples", "Sine"),
     QT_TRANSLATE_NOOP("Samples", "Learn a curve from noisy points: one number in, one out")},
};

const SampleText* textOf(const Sample& sample)
{
    const auto text =
        std::ranges::find(sampleTexts, sample.id, [](const SampleText& each) { return std::string_view(each.id); });
    return text == std::end(sampleTexts) ? nullptr : text;
}

}

std::vector<const Sample*> samplesInOrder()
{
    std::vector<const Sample*> ordered;
    for (const SampleText& text : sampleTexts)
        for (const Sample& sample : samples())
            if (sample.id == text.id)
                ordered.push_back(&sample);
    return ordered;
}

QString sampleTitle(const Sample& sample)
{
    const SampleText* text = textOf(sample);
    return text ? QCoreApplication::translate("Samples", text->title) : QString();
}

QString sampleLine(const Sample& sample)
{
    const SampleText* text = textOf(sample);
    return text ? QCoreApplication::translate("Samples", text->line) : QString();
}

}
