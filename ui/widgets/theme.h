#pragma once

#include "ui/widgets/tokens.h"

class QApplication;

namespace broto::ui {

/// Gives the whole application its style, palette, fonts and style sheet. Can be called again to change the theme.
void applyTheme(QApplication& application, Theme theme);

/// Makes all text so much larger than usual, also where it is shown already.
void applyTextScale(QApplication& application, Theme theme, double scale);

/// How a push button presents itself; set before it is shown.
enum class ButtonKind { Primary, Plain, Quiet, Menu, Link };

}

class QAbstractButton;

namespace broto::ui {
void setKind(QAbstractButton& button, ButtonKind kind);
}
