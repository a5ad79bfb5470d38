#pragma once

#include "ui/widgets/run_view.h"

namespace broto::ui {

class ConfusionMap;
class PartCombo;

/// Which class rows are of, and which one the network answers.
class ConfusionView : public RunView {
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);

protected:
    void offerChoices() override;
    void refresh() override;
    void retranslate() override;

private:
    PartCombo* m_part;
    ConfusionMap* m_map;
};

}
