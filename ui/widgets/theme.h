#pragma once

#include "ui/widgets/tokens.h"

class QApplication;

namespace broto::ui {

/// Gives the whole application its style, palette, fonts and style sheet. Can be called again to change the theme.
void applyTheme(QApplication& application, Theme theme);

/// How a push button presents itself; set before it is shown.
enum class ButtonKind { Primary, Plain, Quiet, Menu, Link };

}

class QAbstractButton;

namespace broto::ui {
void setKind(QAbstractButton& button, ButtonKind kind);
}
