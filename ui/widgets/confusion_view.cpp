#include "ui/widgets/confusion_view.h"

#include "network/confusion_shares.h"
#include "training/trainer.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/part_combo.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <cmath>

namespace broto::ui {

namespace {

/// A share without its sign, which says only whether the answer is right.
QString shareOf(double signedShare)
{
    return std::isnan(signedShare) ? QStringLiteral("–") : metricText(Task::Classification, std::abs(signedShare));
}

}

ConfusionView::ConfusionView(QWidget* parent) : RunView(parent), m_part(new PartCombo(this)), m_map(new HeatMap(this))
{
    m_part->setObjectName(QStringLiteral("confusionPart"));
    m_map->setObjectName(QStringLiteral("confusion"));
    bar().addWidget(m_part);
    bar().addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_map);
    setBody(scroll);
    connect(m_part, &PartCombo::partChosen, this, &ConfusionView::restart);
    connect(m_map, &HeatMap::cellReached, scroll, [scroll](const QRect& place) {
        scroll->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
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
        [this](const Metrics& metrics) { draw(metrics); });
}

void ConfusionView::draw(const Metrics& metrics)
{
    QStringList classes;
    for (const std::string& name : run().dataset->target.classes)
        classes << QString::fromStdString(name);
    m_counts = metrics.confusion;
    m_shares = confusionShares(metrics.confusion);
    if (classes != std::exchange(m_classes, classes))
        m_map->show(classes, m_shares, false);
    else
        m_map->setValues(m_shares);
}

void ConfusionView::retranslate()
{
    m_part->retranslate();
    m_map->setAccessibleName(tr("Confusion matrix"));
    const auto count = [this](int row, int column) {
        return m_counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    };
    const auto share = [this](int row, int column) {
        return shareOf(m_shares[static_cast<std::size_t>(row * m_classes.size() + column)]);
    };
    HeatMapLook look;
    look.inCell = [count, share](int row, int column) {
        return QStringLiteral("%1\n%2").arg(countText(count(row, column)), share(row, column));
    };
    look.told = [this, count, share](int row, int column) {
        return tr("%1 of class %2 answered as %3: %4 of its rows")
            .arg(countText(count(row, column)), m_classes[row], m_classes[column], share(row, column));
    };
    look.leastCell = {52, 34};
    look.widest = 1.6;
    look.rows = tr("is ↓");
    look.columns = tr("answered →");
    m_map->setLook(std::move(look));
    setExplanation(
        tr("A row of cells is a class: on the diagonal what was answered right, beside it what it was taken for."));
}

}
