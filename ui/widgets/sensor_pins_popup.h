#pragma once

#include "device/sensed_quantity.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace broto::ui {

class NumberSpin;

/// Which pin of a board measures which quantity of a model, and how its readings become the quantity's unit. Closes by
/// itself, and goes when it is closed.
class SensorPinsPopup : public QFrame {
    Q_OBJECT

public:
    SensorPinsPopup(std::vector<SensedQuantity> quantities, const std::vector<SensorPin>& pins, const Board& board,
                    QWidget* parent);

    void openBelow(const QWidget& widget); ///< inside its window, and scrolled where that is narrow

signals:
    void pinsWanted(const std::vector<SensorPin>& pins);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row {
        SensedQuantity quantity;
        QComboBox* pin;
        NumberSpin* factor;
        NumberSpin* offset;
        QLabel* values; ///< what the smallest and the largest reading stand for
    };

    Row makeRow(const SensedQuantity& quantity, QGridLayout& grid, int line);
    NumberSpin* makeNumber(const QString& name, const QString& toolTip);
    void choose(const Row& row, const SensorPin& pin);
    void choosePin(const Row& row);
    void refresh(const Row& row);
    std::optional<SensorPin> pinOf(const Row& row) const;
    void fitInto(const QRect& room);
    void take();

    Board m_board;
    QScrollArea* m_lines;
    std::vector<Row> m_rows; ///< of numbers alone
};

}
