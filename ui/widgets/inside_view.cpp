#include "ui/widgets/inside_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/value_bars_plot.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace broto::ui {

namespace {

enum class What { Weights, Outputs };
constexpr int factsWidth = 262;
constexpr int largestInteger = 127;

QString decibels(const std::optional<double>& signalToNoise)
{
    if (!signalToNoise || std::isnan(*signalToNoise))
        return QStringLiteral("–");
    if (std::isinf(*signalToNoise))
        return *signalToNoise > 0 ? InsideView::tr("no difference") : QStringLiteral("–");
    return QStringLiteral("%1 dB").arg(QLocale().toString(*signalToNoise, 'f', 1));
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(QLocale().toString(100 * share, 'f', 1));
}

/// "1, 4, 7 …": people count from 1.
QString numbersOf(const std::vector<std::size_t>& places)
{
    constexpr std::size_t most = 6;
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(most, places.size()); ++i)
        numbers << QString::number(places[i] + 1);
    return numbers.join(QStringLiteral(", ")) + (places.size() > most ? QStringLiteral(" …") : QString());
}

}

InsideView::InsideView(QWidget* parent) : QWidget(parent)
{
    m_layer = new QComboBox(this);
    m_layer->setObjectName(QStringLiteral("insideLayer"));
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("insideWhat"));
    m_what->addItem(QString(), static_cast<int>(What::Weights));
    m_what->addItem(QString(), static_cast<int>(What::Outputs));
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_plot = new ValueBarsPlot(this);
    m_plot->setObjectName(QStringLiteral("insideBars"));
    m_facts = makeLabel(Type::Note, Tone::Plain, this);
    m_facts->setObjectName(QStringLiteral("insideFacts"));
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* facts = m_factsScroll = new QScrollArea(this);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setWidgetResizable(true);
    facts->setWidget(m_facts);
    setTextWidth(*facts, factsWidth);
    facts->setMinimumHeight(0);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::small);
    bar->addWidget(m_layer);
    bar->addWidget(m_what);
    bar->addWidget(m_note, 1);
    auto* body = new QHBoxLayout;
    body->setSpacing(space::large);
    body->addWidget(m_plot, 1);
    body->addWidget(facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addLayout(body, 1);
    for (QComboBox* combo : {m_layer, m_what})
        connect(combo, &QComboBox::currentIndexChanged, this, &InsideView::draw);
    retranslate();
}

void InsideView::show(const ViewedVariant& viewed)
{
    if (viewed == m_viewed)
        return;
    m_viewed = viewed;
    m_outdated = true;
    if (isVisible())
        inspect();
}

void InsideView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        inspect();
}

void InsideView::inspect()
{
    m_outdated = false;
    m_inspection.reset();
    m_runner.cancel();
    offerLayers();
    draw();
    if (!m_viewed.variant || !m_viewed.dataset)
        return;
    m_runner.start(
        JobKind::Look,
        [viewed = m_viewed](const RunControl& control) {
            const DataPart& part = viewed.dataset->test.rows() > 0 ? viewed.dataset->test : viewed.dataset->training;
            return inspectedModel(viewed.variant->model, viewed.run ? &viewed.run->network : nullptr, part, control);
        },
        [this](Result<ModelInspection> inspection) {
            if (!inspection)
                return;
            m_inspection = std::make_shared<const ModelInspection>(std::move(*inspection));
            draw();
        });
}

void InsideView::offerLayers()
{
    const int before = m_layer->currentIndex();
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    if (!m_viewed.variant)
        return;
    const NetworkShape shape = shapeOf(m_viewed.variant->model);
    for (std::size_t l = 0; l < shape.size(); ++l)
        m_layer->addItem(l + 1 < shape.size() ? tr("Layer %1, %n neurons", nullptr, shape[l].outputs).arg(l + 1)
                                              : tr("Output layer, %n neurons", nullptr, shape[l].outputs));
    m_layer->setCurrentIndex(std::clamp(before, 0, m_layer->count() - 1));
}

void InsideView::draw()
{
    const auto layer = static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
    if (!m_inspection || layer >= m_inspection->layers.size()) {
        m_plot->show({}, {}, {});
        m_facts->clear();
        m_note->setText(!m_viewed.variant  ? tr("Choose a variant in the table.")
                        : m_viewed.dataset ? tr("Looking …")
                                           : tr("The data are not those of the training: train again."));
        return;
    }
    const LayerInspection& seen = m_inspection->layers[layer];
    const bool weights = m_what->currentData().toInt() == static_cast<int>(What::Weights);
    const QString name = QString::fromStdString(m_viewed.variant->model.name);
    m_plot->show(weights ? seen.weights.bars : seen.outputs.bars,
                 weights ? tr("Weight") : tr("Output, in the scaled unit"), name);
    const QString rows = tr("on %n rows", nullptr, static_cast<int>(m_inspection->rows - m_inspection->refused));
    const auto& recipe = m_viewed.variant->recipe;
    m_note->setText(!recipe || roundsOnly(*recipe)
                        ? rows
                        : tr("%1; its weights are others than in float, which counts as noise").arg(rows));
    setFacts(seen);
}

void InsideView::setFacts(const LayerInspection& layer)
{
    QString rows;
    const auto add = [&rows](const QString& name, const QString& value) {
        rows += QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td><td>%2</td></tr>")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    };
    add(tr("Kept as"), QStringLiteral("%1, %2").arg(
                           QString::fromUtf8(layer.storage.data(), static_cast<qsizetype>(layer.storage.size())),
                           bytesText(static_cast<std::int64_t>(layer.weightBytes))));
    add(tr("Different weights"), countText(static_cast<std::int64_t>(layer.weights.distinct)));
    add(tr("Weights of 0"), percent(layer.weights.zeroShare()));
    add(tr("Weights to noise"), decibels(layer.weights.signalToNoise));
    add(tr("Outputs to noise"), decibels(layer.outputs.signalToNoise));
    if (layer.sums) {
        add(tr("At the upper end"), percent(layer.outputs.shareOf(largestInteger)));
        add(tr("Cut off above"), percent(layer.sums->cutAbove));
        add(tr("Largest sum"), tr("%1 of 24 bits").arg(percent(layer.sums->usedRoom())));
        add(tr("Possible sum"), tr("%1 of 24 bits").arg(percent(layer.sums->possibleRoom())));
    }
    add(tr("Dead neurons"), layer.outputs.dead.empty() ? tr("none") : numbersOf(layer.outputs.dead));
    m_facts->setText(QStringLiteral("<table>%1</table>").arg(rows));
}

void InsideView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InsideView::retranslate()
{
    m_layer->setAccessibleName(tr("Layer"));
    m_factsScroll->setAccessibleName(tr("What is known about the layer"));
    m_layer->setToolTip(tr("The layer that is looked at."));
    m_what->setAccessibleName(tr("What is counted"));
    m_what->setToolTip(tr("The weights of the layer, or what its neurons say for the test rows."));
    m_what->setItemText(0, tr("Weights"));
    m_what->setItemText(1, tr("Outputs"));
    m_facts->setToolTip(
        tr("Signal to noise: how much larger what is meant is than what rounding changes. Each 6 dB are a "
           "bit more. Dead neurons never answer."));
    offerLayers();
    draw();
}

}
