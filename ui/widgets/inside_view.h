#pragma once

#include "compression/layer_inspection.h"
#include "project/project.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QScrollArea;
class QFormLayout;
class QLabel;

namespace broto::ui {

class ValueBarsPlot;

/// What the views inside a variant look at.
struct ViewedVariant {
    std::shared_ptr<const Variant> variant; ///< null: none is chosen
    std::shared_ptr<const TrainedNetwork> run;
    std::shared_ptr<const Dataset> dataset; ///< null: not prepared, or not those of the run

    bool operator==(const ViewedVariant&) const = default;
};

/// Weights and activations of a variant, layer by layer, beside the float network's: bars, and what they come to.
class InsideView : public QWidget {
    Q_OBJECT

public:
    explicit InsideView(QWidget* parent = nullptr);

    void show(const ViewedVariant& viewed);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void inspect();
    void draw();
    void retranslate();
    void offerLayers();
    void setFacts(const LayerInspection& layer);

    ViewedVariant m_viewed;
    bool m_outdated = false;
    JobRunner m_runner;
    std::shared_ptr<const ModelInspection> m_inspection;
    QScrollArea* m_factsScroll;
    QComboBox* m_layer;
    QComboBox* m_what;
    QLabel* m_note;
    ValueBarsPlot* m_plot;
    QLabel* m_facts;
};

}
