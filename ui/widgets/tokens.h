#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

/// The measures and colours of the window, in one place: widgets, delegates and plots take them from here.
namespace broto::ui {

enum class Theme { Light, Dark };

struct Colours {
    QColor background, surface, line;
    QColor text, muted;
    QColor accent, accentSurface, onAccent;
    QColor warning, error, good;
};

Colours coloursFor(Theme theme);

/// The colours of the theme that a widget's palette belongs to.
Colours coloursFor(const QPalette& palette);

/// Series of a plot, told apart by people who see colours differently (Okabe and Ito); `index` wraps around. In the
/// dark the one that would be lost in it is lighter, and no other changes.
QColor seriesColour(int index, Theme theme = Theme::Light);

/// The colour that a variant has everywhere: float slate, PTQ blue, QAT orange, codebook purple, pruned pink,
/// distilled sky blue, several steps green.
QColor variantColour(const QString& method);

/// Distances between things, in device independent pixels.
namespace space {
inline constexpr int hair = 4, small = 8, medium = 12, large = 16, huge = 24;
}
inline constexpr int cornerRadius = 6;

/// How much larger than usual all text is, for a projector or for tired eyes.
double textScale();
double nextTextScale(double scale, int steps); ///< of those that a person can choose
void setTextScale(double scale); ///< for what is shown from now on; applyTextScale changes what is there too

/// A measure in pixels that has to fit text, as a row's height has: it grows with it.
class TextPixels {
public:
    constexpr explicit TextPixels(int usual) : m_usual(usual) {}
    operator int() const;

private:
    int m_usual;
};

/// Sizes of type.
enum class Type { Note, Text, Heading, Title, Number };

/// The application's font in one of its sizes.
QFont fontFor(Type type);

/// A font of fixed width for code, and one whose digits are all equally wide for tables.
QFont codeFont();
QFont tableFont();

}
