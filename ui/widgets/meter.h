#pragma once

#include <QWidget>

namespace broto::ui {

/// A thin bar that says how much of something is used. Turns to the error colour when it is more than there is.
class Meter : public QWidget {
    Q_OBJECT

public:
    explicit Meter(QWidget* parent = nullptr);

    void setFraction(double fraction);
    void setColour(const QColor& colour); ///< instead of the accent
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
    QColor m_colour;
};

}
