#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace broto::ui {

/// The colour of a correlation from -1 to 1; NaN: that of the ground.
QColor correlationColour(double value, const Colours& colours);

/// Which colour stands for which correlation: a bar from -1 to 1.
class ColourScale : public QWidget {
    Q_OBJECT

public:
    explicit ColourScale(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
