#include "ui/widgets/sweep_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/sweep_plot.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

enum class Swept { Bits, Sparsity, Layers };

QString bitsText(int bits)
{
    return bits == 2 ? SweepView::tr("ternary") : SweepView::tr("%1 bits").arg(bits);
}

SweepLine bitLine(const std::vector<BitPoint>& points, Task task)
{
    SweepLine line;
    for (const BitPoint& point : points) {
        line.across.push_back(point.bits);
        line.up.push_back(point.score.headline);
        line.told << QStringLiteral("%1\n%2, %3")
                         .arg(bitsText(point.bits), metricText(task, point.score.headline),
                              bytesText(point.storedBytes));
    }
    return line;
}

SweepLine sparsityLine(const std::vector<SparsityPoint>& points, Task task)
{
    SweepLine line;
    for (const SparsityPoint& point : points) {
        line.across.push_back(point.share);
        line.up.push_back(point.score.headline);
        line.told << SweepView::tr("%1 of the weights are 0\n%2, %3")
                         .arg(shareText(static_cast<std::size_t>(point.share * 100 + 0.5), 100),
                              metricText(task, point.score.headline), bytesText(point.storedBytes));
    }
    return line;
}

std::vector<SweepLine> layerLines(const Sensitivity& sensitivity)
{
    std::vector<SweepLine> lines;
    for (std::size_t l = 0; l < sensitivity.layers.size(); ++l) {
        SweepLine& line = lines.emplace_back();
        line.name = SweepView::tr("layer %1").arg(l + 1);
        for (const BitScore& score : sensitivity.layers[l]) {
            line.across.push_back(score.bits);
            line.up.push_back(score.lossChange);
            line.told << QStringLiteral("%1, %2\n%3").arg(line.name, bitsText(score.bits), valueText(score.lossChange));
        }
    }
    return lines;
}

}

SweepView::SweepView(QWidget* parent) : QWidget(parent)
{
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("sweep"));
    for (const Swept what : {Swept::Bits, Swept::Sparsity, Swept::Layers})
        m_what->addItem(QString(), static_cast<int>(what));
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_plot = new SweepPlot(this);
    m_plot->setObjectName(QStringLiteral("sweepPlot"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::small);
    bar->addWidget(m_what);
    bar->addWidget(m_note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addWidget(m_plot, 1);
    connect(m_what, &QComboBox::currentIndexChanged, this, &SweepView::draw);
    retranslate();
}

void SweepView::show(const ViewedVariant& viewed)
{
    if (viewed.run == m_viewed.run && viewed.dataset == m_viewed.dataset)
        return;
    m_viewed = viewed;
    m_outdated = true;
    if (isVisible())
        sweep();
}

void SweepView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        sweep();
}

void SweepView::sweep()
{
    m_outdated = false;
    m_sweeps.reset();
    m_runner.cancel();
    draw();
    if (!m_viewed.run || !m_viewed.dataset)
        return;
    m_runner.start(
        JobKind::Look,
        [viewed = m_viewed](const RunControl& control) -> Result<Sweeps> {
            const Network& network = viewed.run->network;
            Result<std::vector<BitPoint>> bits = bitCurve(network, *viewed.dataset, control);
            if (!bits)
                return bits.error();
            Result<std::vector<SparsityPoint>> sparsity = sparsityCurve(network, *viewed.dataset, control);
            if (!sparsity)
                return sparsity.error();
            Result<Sensitivity> layers = layerSensitivity(network, *viewed.dataset, control);
            if (!layers)
                return layers.error();
            return Sweeps{std::move(*bits), std::move(*sparsity), std::move(*layers)};
        },
        [this](Result<Sweeps> sweeps) {
            if (!sweeps)
                return;
            m_sweeps = std::make_shared<const Sweeps>(std::move(*sweeps));
            draw();
        });
}

bool SweepView::isClassification() const
{
    return m_viewed.dataset && m_viewed.dataset->target.task == Task::Classification;
}

void SweepView::draw()
{
    if (!m_sweeps) {
        m_plot->show({}, {}, {}, false);
        m_note->setText(!m_viewed.run      ? QString()
                        : m_viewed.dataset ? tr("Trying …")
                                           : tr("The data are not those of the training: train again."));
        return;
    }
    const Task task = isClassification() ? Task::Classification : Task::Regression;
    m_note->setText(m_sweeps->layers.onTrainingRows ? tr("on the training rows, before it learns again")
                                                    : tr("on the validation rows, before it learns again"));
    switch (static_cast<Swept>(m_what->currentData().toInt())) {
    case Swept::Bits:
        return m_plot->show({bitLine(m_sweeps->bits, task)}, tr("Bits of a weight"), metricName(task), true);
    case Swept::Sparsity:
        return m_plot->show({sparsityLine(m_sweeps->sparsity, task)}, tr("Share of the weights that are 0"),
                            metricName(task), false);
    case Swept::Layers:
        break;
    }
    m_plot->show(layerLines(m_sweeps->layers), tr("Bits of one layer, the others with 8"), tr("Loss more"), true);
}

void SweepView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SweepView::retranslate()
{
    m_what->setAccessibleName(tr("What there is less of"));
    m_what->setToolTip(tr("What is taken away, step by step, to see what that costs."));
    m_what->setItemText(0, tr("Fewer bits"));
    m_what->setItemText(1, tr("Fewer weights"));
    m_what->setItemText(2, tr("Layer by layer"));
    draw();
}

}
