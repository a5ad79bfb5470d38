#include "ui/widgets/byte_texts.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

struct UseText {
    ByteUse use;
    const char* name;
    const char* note;
    QRgb colour;
};

constexpr UseText useTexts[] = {
    {ByteUse::Weights, QT_TRANSLATE_NOOP("Bytes", "Layer %1"),
     QT_TRANSLATE_NOOP("Bytes",
                       "The weights of this layer, as they are stored, and what fills up a last group of neurons."),
     0xFF0072B2},
    {ByteUse::Biases, QT_TRANSLATE_NOOP("Bytes", "Biases"),
     QT_TRANSLATE_NOOP("Bytes",
                       "What each sum begins with, and the multiplier that brings it to the next layer's scale."),
     0xFFE69F00},
    {ByteUse::Codebooks, QT_TRANSLATE_NOOP("Bytes", "Codebooks"),
     QT_TRANSLATE_NOOP("Bytes", "The few values that the weights of a codebook point at."), 0xFF8E63B8},
    {ByteUse::Tables, QT_TRANSLATE_NOOP("Bytes", "Tables"),
     QT_TRANSLATE_NOOP("Bytes", "Activations worked out beforehand: 256 bytes for every layer that bends smoothly."),
     0xFFCC79A7},
    {ByteUse::Inputs, QT_TRANSLATE_NOOP("Bytes", "Inputs"),
     QT_TRANSLATE_NOOP("Bytes", "How each feature is brought from its unit to the network's scale."), 0xFF009E73},
    {ByteUse::Windows, QT_TRANSLATE_NOOP("Bytes", "Windows"),
     QT_TRANSLATE_NOOP("Bytes", "Which features of a window are worked out, and cosines for its spectrum."),
     0xFFD55E00},
    {ByteUse::Code, QT_TRANSLATE_NOOP("Bytes", "Code"),
     QT_TRANSLATE_NOOP("Bytes", "The program that computes the answer; estimated."), 0xFF8A968F},
    {ByteUse::Activations, QT_TRANSLATE_NOOP("Bytes", "Activations"),
     QT_TRANSLATE_NOOP("Bytes", "Two buffers that the layers read and write in turn."), 0xFF0072B2},
    {ByteUse::Row, QT_TRANSLATE_NOOP("Bytes", "Row"),
     QT_TRANSLATE_NOOP("Bytes", "The readings that the network answers, in their own units."), 0xFF009E73},
    {ByteUse::Readings, QT_TRANSLATE_NOOP("Bytes", "Readings"),
     QT_TRANSLATE_NOOP("Bytes", "The last readings of the stream, until a window is full."), 0xFFD55E00},
    {ByteUse::Spectrum, QT_TRANSLATE_NOOP("Bytes", "Spectrum"),
     QT_TRANSLATE_NOOP("Bytes", "Room to work out how strong the frequencies of a window are."), 0xFFCC79A7},
};

/// The layers have one hue, paler from one to the next.
QColor colourOf(const UseText& text, int layer)
{
    constexpr int shades = 4, step = 34;
    return QColor(text.colour).lighter(100 + step * ((layer > 0 ? layer - 1 : 0) % shades));
}

}

std::vector<ByteBar::Part> barParts(const std::vector<BytePart>& parts)
{
    std::vector<ByteBar::Part> result;
    for (const BytePart& part : parts)
        for (const UseText& text : useTexts)
            if (text.use == part.use) {
                QString name = QCoreApplication::translate("Bytes", text.name);
                if (part.layer > 0)
                    name = name.arg(part.layer);
                result.push_back(
                    {name, QCoreApplication::translate("Bytes", text.note), part.bytes, colourOf(text, part.layer)});
            }
    return result;
}

}
