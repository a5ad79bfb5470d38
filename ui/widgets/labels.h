#pragma once

#include "ui/widgets/tokens.h"

class QLabel;
class QWidget;
class QFrame;

namespace broto::ui {

/// How a label's text is coloured.
enum class Tone { Plain, Muted, Good, Error };

QLabel* makeLabel(Type type, Tone tone, QWidget* parent);
void setTone(QLabel& label, Tone tone);

/// A field with its label above it; `label` is made.
QWidget* makeField(QLabel*& label, QWidget* field, QWidget* parent);

/// A surface with a border: what belongs together.
QFrame* makeCard(QWidget* parent);

}
