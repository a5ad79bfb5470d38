#include "ui/widgets/confusion_view.h"

#include "training/trainer.h"
#include "ui/widgets/confusion_map.h"
#include "ui/widgets/part_combo.h"

#include <QHBoxLayout>

namespace broto::ui {

ConfusionView::ConfusionView(QWidget* parent)
    : RunView(parent), m_part(new PartCombo(this)), m_map(new ConfusionMap(this))
{
    m_part->setObjectName(QStringLiteral("confusionPart"));
    bar().addWidget(m_part);
    bar().addStretch(1);
    setBody(m_map);
    connect(m_part, &PartCombo::partChosen, this, &ConfusionView::restart);
    retranslate();
}

void ConfusionView::offerChoices()
{
    m_part->offer(*run().dataset);
}

void ConfusionView::refresh()
{
    compute(
        [run = run(), part = m_part->part()](const RunControl&) -> Result<Metrics> {
            return evaluate(*run.network, *run.dataset, (*run.dataset).*part);
        },
        [this](const Metrics& metrics) { m_map->show(run().dataset->target.classes, metrics.confusion); });
}

void ConfusionView::retranslate()
{
    m_part->retranslate();
    setExplanation(
        tr("A row of cells is a class: on the diagonal what was answered right, beside it what it was taken for."));
}

}
