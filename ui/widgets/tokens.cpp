#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <cmath>

namespace broto::ui {

namespace {
double scaleOfText = 1;
}

Colours coloursFor(Theme theme)
{
    if (theme == Theme::Dark)
        return {.background = "#141916",
                .surface = "#1C2320",
                .line = "#303A34",
                .text = "#E6ECE8",
                .muted = "#9AA89F",
                .accent = "#4CC38A",
                .accentSurface = "#1F3A2C",
                .onAccent = "#0E1511",
                .warning = "#ECC94B",
                .error = "#FC8181",
                .good = "#4CC38A"};
    return {.background = "#F6F8F6",
            .surface = "#FFFFFF",
            .line = "#DDE3DE",
            .text = "#1C2420",
            .muted = "#5A675F",
            .accent = "#1B7F45",
            .accentSurface = "#E9F6EE",
            .onAccent = "#FFFFFF",
            .warning = "#B7791F",
            .error = "#C53030",
            .good = "#1B7F45"};
}

Colours coloursFor(const QPalette& palette)
{
    // A style sheet changes a widget's other roles, up to a transparent window; these two stay as the theme set them.
    const bool dark =
        palette.color(QPalette::ToolTipBase).lightness() < palette.color(QPalette::ToolTipText).lightness();
    return coloursFor(dark ? Theme::Dark : Theme::Light);
}

QColor seriesColour(int index, Theme theme)
{
    const QRgb blue = theme == Theme::Dark ? 0xFF2E86C8 : 0xFF0072B2;
    const std::array<QRgb, 6> series = {blue, 0xFFE69F00, 0xFF009E73, 0xFFCC79A7, 0xFF56B4E9, 0xFFD55E00};
    return QColor::fromRgb(series[static_cast<std::size_t>(index) % series.size()]);
}

QColor variantColour(const QString& method)
{
    if (method.contains(u'+')) // several steps
        return "#009E73";
    if (method == u"distill")
        return "#56B4E9";
    if (method == u"ptq")
        return "#0072B2";
    if (method == u"qat")
        return "#E69F00";
    if (method == u"codebook")
        return "#8E63B8";
    if (method == u"prune")
        return "#CC79A7";
    return "#708090";
}

double textScale()
{
    return scaleOfText;
}

double nextTextScale(double scale, int steps)
{
    static constexpr std::array scales = {0.9, 1.0, 1.15, 1.3, 1.5, 1.75};
    const auto nearest = std::min_element(scales.begin(), scales.end(), [scale](double a, double b) {
        return std::abs(a - scale) < std::abs(b - scale);
    });
    const auto index = std::clamp<std::ptrdiff_t>(nearest - scales.begin() + steps, 0, std::ssize(scales) - 1);
    return scales[static_cast<std::size_t>(index)];
}

void setTextScale(double scale)
{
    scaleOfText = scale;
}

TextPixels::operator int() const
{
    return static_cast<int>(std::lround(m_usual * scaleOfText));
}

QFont fontFor(Type type)
{
    QFont font = QApplication::font();
    switch (type) {
    case Type::Note:
        font.setPointSizeF(9 * scaleOfText);
        break;
    case Type::Text:
        font.setPointSizeF(10 * scaleOfText);
        break;
    case Type::Heading:
        font.setPointSizeF(12 * scaleOfText);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Title:
        font.setPointSizeF(16 * scaleOfText);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Number:
        font.setPointSizeF(24 * scaleOfText);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(9.5 * scaleOfText);
    return font;
}

QFont tableFont()
{
    // Inter's digits differ in width, and this Qt cannot ask a font for its tabular ones.
    QFont font = QApplication::font();
    if (font.family() == u"Inter")
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(9.5 * scaleOfText);
    return font;
}

}
