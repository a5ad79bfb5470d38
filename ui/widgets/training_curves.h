#pragma once

#include "data/data_choices.h"
#include "training/drawn_curve.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QSlider;

namespace broto::ui {

class PlotPanel;

/// Loss and metric of a run over its epochs, before pale curves of others. The loss can have a logarithmic axis, and
/// all curves can be smoothed.
class TrainingCurves : public QWidget {
    Q_OBJECT

public:
    explicit TrainingCurves(QWidget* parent = nullptr);

    /// A run from its first epoch, in place of what is shown. `bestEpoch` is marked; nothing: it is not over yet.
    void begin(std::span<const EpochRecord> records, std::optional<int> bestEpoch = {});
    void add(std::span<const EpochRecord> more);
    std::size_t epochs() const { return m_records.size(); } ///< of the run that is shown

    void setOthers(std::vector<std::shared_ptr<const TrainedNetwork>> runs);
    void setData(std::optional<Task> task, bool validated); ///< what is learned, and whether there are validation rows

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void rebuild();
    void drawRun();
    void drawOthers();

    std::vector<EpochRecord> m_records;
    std::optional<int> m_bestEpoch;
    std::vector<std::shared_ptr<const TrainedNetwork>> m_others;
    RunCurves m_curves;
    std::optional<Task> m_task;
    bool m_validated = true;
    QBoxLayout* m_plots;
    PlotPanel* m_loss;
    PlotPanel* m_metric;
    QCheckBox* m_logarithmic;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
};

}
