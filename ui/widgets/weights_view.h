#pragma once

#include "ui/widgets/run_view.h"

class QScrollArea;

namespace broto::ui {

class SpreadTable;

/// How the weights of each layer and their gradient are spread.
class WeightsView : public RunView {
    Q_OBJECT

public:
    explicit WeightsView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    SpreadTable* m_table;
    QScrollArea* m_scroll; ///< takes the keys, for the table has nothing to reach
};

}
