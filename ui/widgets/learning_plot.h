#pragma once

#include "training/trainer.h"
#include "ui/widgets/plot_canvas.h"

#include <QColor>

namespace broto::ui {

/// How a network learns while it is compressed, beside its float control that gets the same epochs.
class LearningPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit LearningPlot(QWidget* parent = nullptr);

    /// `colour`: the variant's own, as it has it everywhere.
    void show(const std::vector<EpochRecord>& control, const std::vector<EpochRecord>& curve, const QString& name,
              const QColor& colour);

    QColor curveColour() const { return m_colour; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    QString csv() const;

    std::vector<double> m_control, m_curve; ///< losses
    bool m_onValidation = false;
    QString m_name;
    QColor m_colour;
};

}
