#pragma once

#include "compression/sensitivity.h"
#include "ui/widgets/inside_view.h"

namespace broto::ui {

class SweepPlot;

/// What shrinking costs, before anything is trained again: fewer bits of all weights, fewer weights, fewer bits of one
/// layer.
class SweepView : public QWidget {
    Q_OBJECT

public:
    explicit SweepView(QWidget* parent = nullptr);

    /// The run and its data; no variant is needed.
    void show(const ViewedVariant& viewed);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// All that is drawn; made at once in the background.
    struct Sweeps {
        std::vector<BitPoint> bits;
        std::vector<SparsityPoint> sparsity;
        Sensitivity layers;
    };

    void sweep();
    void draw();
    void retranslate();
    bool isClassification() const;

    ViewedVariant m_viewed;
    bool m_outdated = false;
    JobRunner m_runner;
    std::shared_ptr<const Sweeps> m_sweeps;
    QComboBox* m_what;
    QLabel* m_note;
    SweepPlot* m_plot;
};

}
