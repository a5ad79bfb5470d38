#pragma once

#include "data/data_choices.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

#include <array>
#include <cstddef>

namespace broto::ui {

/// The colours of training, validation and test, here and wherever rows are counted.
std::array<QColor, 3> partColours(const Colours& colours);

/// Training, validation and test as parts of one bar, with how many rows each has. The borders between them can be
/// dragged, or moved with the arrow keys (with Shift the second one), as far as the way to split leaves them free.
class SplitBar : public QWidget {
    Q_OBJECT

public:
    explicit SplitBar(QWidget* parent = nullptr);

    enum class Free { Both, First, None };

    void setSplit(const Split& split, Free borders = Free::Both);
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

    bool isFree(int border) const;
    double allRows() const;
    QString legend() const;

    Split m_split;
    Free m_free = Free::Both;
    std::array<std::size_t, 3> m_rows{};
    int m_dragged = -1;
};

}
