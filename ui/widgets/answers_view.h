#pragma once

#include "training/part_report.h"
#include "ui/widgets/run_view.h"

class QComboBox;

namespace broto::ui {

class AnswersPlot;
class PartCombo;

/// Regression: predicted against actual, or the residuals.
class AnswersView : public RunView {
    Q_OBJECT

public:
    explicit AnswersView(QWidget* parent = nullptr);

protected:
    void offerChoices() override;
    void refresh() override;
    void retranslate() override;

private:
    void draw(const PartReport& report);

    PartCombo* m_part;
    QComboBox* m_kind;
    AnswersPlot* m_plot;
};

}
