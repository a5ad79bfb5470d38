#pragma once

#include "ui/widgets/tokens.h"

class QTableView;
class QWidget;

/// What follows the size of text, now and whenever it is changed: fonts, and measures in pixels that have to fit text.
namespace broto::ui {

void setTextFont(QWidget& widget, Type type);
void setCodeFont(QWidget& widget);
void setTableFont(QWidget& widget);

void setTextWidth(QWidget& widget, int pixels); ///< fixed
void setTextHeight(QWidget& widget, int pixels);
void setLeastTextWidth(QWidget& widget, int pixels);
void setRowHeight(QTableView& table, int pixels);

/// Tells all of them that the size has changed.
void announceTextScale();

}
