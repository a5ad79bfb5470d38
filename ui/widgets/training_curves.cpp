#include "ui/widgets/training_curves.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_panel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QSlider>

#include <array>

namespace broto::ui {

namespace {

/// What the steps of the slider stand for: none, then ever longer memories.
constexpr std::array smoothings = {0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99};
constexpr int besideEachOther = 560; ///< pixels that two plots need
constexpr int firstPaleSeries = 2;   ///< the colours before it are those of the run itself
constexpr int paleSeries = 4;        ///< and so many are left

}

TrainingCurves::TrainingCurves(QWidget* parent)
    : QWidget(parent),
      m_plots(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_loss(new PlotPanel(this)),
      m_metric(new PlotPanel(this)),
      m_logarithmic(new QCheckBox(this)),
      m_smoothingLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_smoothing(new QSlider(Qt::Horizontal, this))
{
    m_loss->setObjectName(QStringLiteral("loss"));
    m_metric->setObjectName(QStringLiteral("metric"));
    m_metric->setLegendCorner(Qt::AlignBottom | Qt::AlignRight); // the metric rises
    for (PlotPanel* plot : {m_loss, m_metric}) {
        plot->setCurves(2);
        m_plots->addWidget(plot, 1);
    }
    m_logarithmic->setObjectName(QStringLiteral("logarithmic"));
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_smoothing->setRange(0, static_cast<int>(smoothings.size()) - 1);
    m_smoothing->setPageStep(2);
    m_smoothing->setFixedWidth(120);
    m_smoothingLabel->setBuddy(m_smoothing);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::small);
    bar->addWidget(m_logarithmic);
    bar->addStretch(1);
    bar->addWidget(m_smoothingLabel);
    bar->addWidget(m_smoothing);
    m_plots->setSpacing(space::small);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(bar);
    layout->addLayout(m_plots, 1);
    connect(m_logarithmic, &QCheckBox::toggled, m_loss, &PlotPanel::setLogarithmic);
    connect(m_smoothing, &QSlider::valueChanged, this, &TrainingCurves::rebuild);
    retranslate();
}

void TrainingCurves::begin(std::span<const EpochRecord> records, std::optional<int> bestEpoch)
{
    m_records.assign(records.begin(), records.end());
    m_bestEpoch = bestEpoch;
    m_curves = RunCurves(smoothings[static_cast<std::size_t>(m_smoothing->value())]);
    m_curves.add(m_records);
    drawRun();
}

void TrainingCurves::add(std::span<const EpochRecord> more)
{
    m_records.insert(m_records.end(), more.begin(), more.end());
    m_curves.add(more);
    drawRun();
}

void TrainingCurves::setOthers(std::vector<std::shared_ptr<const TrainedNetwork>> runs)
{
    if (runs == m_others)
        return;
    m_others = std::move(runs);
    drawOthers();
}

void TrainingCurves::setData(std::optional<Task> task, bool validated)
{
    if (task == m_task && validated == m_validated)
        return;
    m_task = task;
    m_validated = validated;
    retranslate();
    rebuild();
}

void TrainingCurves::rebuild()
{
    m_curves = RunCurves(smoothings[static_cast<std::size_t>(m_smoothing->value())]);
    m_curves.add(m_records);
    drawRun();
    drawOthers();
}

void TrainingCurves::drawRun()
{
    const std::vector<CurvePoint> none;
    m_loss->setData(0, m_curves.trainingLoss.points());
    m_loss->setData(1, m_validated ? m_curves.validationLoss.points() : none);
    m_metric->setData(0, m_curves.trainingMetric.points());
    m_metric->setData(1, m_validated ? m_curves.validationMetric.points() : none);
    for (PlotPanel* plot : {m_loss, m_metric}) {
        if (m_bestEpoch && !m_records.empty())
            plot->setMarker(*m_bestEpoch, tr("best: %1").arg(countText(*m_bestEpoch)));
        else
            plot->clearMarker();
        plot->rescale();
    }
}

/// By what counts: the validation curve, where there is one.
void TrainingCurves::drawOthers()
{
    std::vector<PaleCurve> losses, metrics;
    for (const auto& run : m_others) {
        RunCurves curves(smoothings[static_cast<std::size_t>(m_smoothing->value())]);
        curves.add(run->history);
        const QString name = tr("Run %1").arg(countText(run->number));
        const int series = firstPaleSeries + run->number % paleSeries;
        losses.push_back({name, series, (m_validated ? curves.validationLoss : curves.trainingLoss).points()});
        metrics.push_back({name, series, (m_validated ? curves.validationMetric : curves.trainingMetric).points()});
    }
    m_loss->setPaleCurves(losses);
    m_metric->setPaleCurves(metrics);
    m_loss->rescale();
    m_metric->rescale();
}

void TrainingCurves::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        drawRun();
        drawOthers();
    }
    QWidget::changeEvent(event);
}

void TrainingCurves::resizeEvent(QResizeEvent* event)
{
    m_plots->setDirection(event->size().width() >= besideEachOther ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

void TrainingCurves::retranslate()
{
    for (PlotPanel* plot : {m_loss, m_metric}) {
        plot->setCurveName(0, tr("Training"));
        plot->setCurveName(1, tr("Validation"));
    }
    m_loss->setAccessibleName(tr("Loss by epoch"));
    m_metric->setAccessibleName(tr("Metric by epoch"));
    m_loss->setAxisNames(tr("Epoch"), tr("Loss"));
    m_metric->setAxisNames(tr("Epoch"), m_task ? metricName(*m_task) : tr("Metric"));
    m_logarithmic->setText(tr("&Log scale"));
    m_logarithmic->setToolTip(tr("Draws the loss so that a fall from 1 to 0.1 is as high as one from 0.1 to 0.01."));
    m_smoothingLabel->setText(tr("&Smoothing"));
    m_smoothing->setToolTip(tr("Draws means over neighbouring epochs, so that the trend shows behind the trembling."));
    m_smoothing->setAccessibleName(tr("Smoothing of the curves"));
}

}
