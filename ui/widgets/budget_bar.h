#pragma once

#include "boards/board.h"
#include "export/cost_estimate.h"

#include <QFrame>

#include <array>

class QLabel;

namespace broto::ui {

class Meter;

/// What a network costs on the chosen board: flash, RAM and time, each with a thin meter.
class BudgetBar : public QFrame {
    Q_OBJECT

public:
    explicit BudgetBar(QWidget* parent = nullptr);

    void show(const Board& board, std::int64_t parameters, const CostEstimate& cost);
    QString text() const; ///< all of it in one line, for tests and screen readers

private:
    struct Entry {
        QLabel* text = nullptr;
        Meter* meter = nullptr;
    };

    QLabel* m_board;
    std::array<Entry, 3> m_entries;
};

}
