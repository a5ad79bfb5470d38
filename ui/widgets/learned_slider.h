#pragma once

#include "device/slider_span.h"

#include <QSlider>

namespace broto::ui {

/// A slider for the value of a feature. What the training rows held is drawn on its groove; it goes some way beyond.
class LearnedSlider : public QSlider {
    Q_OBJECT

public:
    explicit LearnedSlider(const SliderSpan& span, QWidget* parent = nullptr);

    double chosen() const { return m_span.valueAt(value()); }
    void choose(double value) { setValue(m_span.stepOf(value)); }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double middleOf(int step) const; ///< pixels from the left

    SliderSpan m_span;
};

}
