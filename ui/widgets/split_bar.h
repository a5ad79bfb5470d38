#pragma once

#include "data/data_choices.h"

#include <QWidget>

#include <array>
#include <cstddef>

namespace broto::ui {

/// Training, validation and test as parts of one bar; the borders between them can be dragged, or moved with the arrow
/// keys (with Shift the second one).
class SplitBar : public QWidget {
    Q_OBJECT

public:
    explicit SplitBar(QWidget* parent = nullptr);

    void setSplit(const Split& split);
    void setCounts(const std::array<std::size_t, 3>& rows);
    QSize sizeHint() const override;

signals:
    void splitWanted(const Split& split);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double borderAt(int border) const; ///< percent from the left
    void moveBorder(int border, double percent);
    int borderNear(double x) const;

    Split m_split;
    std::array<std::size_t, 3> m_rows{};
    int m_dragged = -1;
};

}
