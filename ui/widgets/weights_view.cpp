#include "ui/widgets/weights_view.h"

#include "training/layer_statistics.h"
#include "ui/widgets/spread_table.h"

#include <QScrollArea>

namespace broto::ui {

WeightsView::WeightsView(QWidget* parent) : RunView(parent), m_table(new SpreadTable(this))
{
    m_table->setObjectName(QStringLiteral("spreads"));
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_table);
    setBody(m_scroll);
    retranslate();
}

void WeightsView::refresh()
{
    compute(
        [run = run()](const RunControl& control) {
            return layerStatistics(*run.network, *run.dataset, run.settings, control);
        },
        [this](std::vector<LayerStatistics> layers) { m_table->show(std::move(layers)); });
}

void WeightsView::retranslate()
{
    for (QWidget* each : std::initializer_list<QWidget*>{m_table, m_scroll})
        each->setAccessibleName(tr("Weights and gradients by layer"));
    m_table->retranslate();
    setExplanation(
        tr("Healthy gradients are of a like size in all layers. Where they vanish a layer learns nothing more; where "
           "they explode the loss leaps. The gradient is of the loss over 256 training rows at most."));
}

}
