#include "ui/widgets/trace_view.h"

#include "ui/document/message_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr int stepHeight = 26;
constexpr TextPixels widestStep(200), leastValueWidth(78);
constexpr int numberWidth = 84;
}

TraceView::TraceView(QWidget* parent) : QWidget(parent), m_model(new TraceModel(this))
{
    m_rowLabel = makeLabel(Type::Text, Tone::Muted, this);
    m_row = new QSpinBox(this);
    m_row->setObjectName(QStringLiteral("traceRow"));
    m_layer = new QComboBox(this);
    m_layer->setObjectName(QStringLiteral("traceLayer"));
    m_neuronLabel = makeLabel(Type::Text, Tone::Muted, this);
    m_neuron = new QSpinBox(this);
    m_neuron->setObjectName(QStringLiteral("traceNeuron"));
    for (QSpinBox* number : {m_row, m_neuron})
        setLeastTextWidth(*number, numberWidth);
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("trace"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(*m_table, stepHeight);
    m_table->setTextElideMode(Qt::ElideMiddle); // a feature's value stands behind its name
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(TraceModel::Step, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->viewport()->installEventFilter(this);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::small);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_rowLabel, m_row, m_layer, m_neuronLabel, m_neuron})
        bar->addWidget(widget);
    bar->addWidget(m_note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_row, &QSpinBox::valueChanged, this, &TraceView::trace);
    connect(m_neuron, &QSpinBox::valueChanged, this, &TraceView::trace);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        offerPlaces();
        trace();
    });
    retranslate();
}

void TraceView::show(const ViewedVariant& viewed)
{
    if (viewed == m_viewed)
        return;
    m_viewed = viewed;
    offerPlaces();
    trace();
}

void TraceView::follow(std::size_t testRow)
{
    {
        const QSignalBlocker quietRow(m_row), quietLayer(m_layer);
        m_row->setValue(static_cast<int>(testRow) + 1);
        m_layer->setCurrentIndex(m_layer->count() - 1);
    }
    offerPlaces();
    trace();
}

/// Rows of the test part where there is one.
const DataPart* TraceView::part() const
{
    if (!m_viewed.dataset)
        return nullptr;
    return m_viewed.dataset->test.rows() > 0 ? &m_viewed.dataset->test : &m_viewed.dataset->training;
}

void TraceView::offerPlaces()
{
    const QSignalBlocker quietRow(m_row), quietLayer(m_layer), quietNeuron(m_neuron);
    const NetworkShape shape = m_viewed.variant ? shapeOf(m_viewed.variant->model) : NetworkShape();
    const int layer = std::max(0, m_layer->currentIndex());
    m_layer->clear();
    for (std::size_t l = 0; l < shape.size(); ++l)
        m_layer->addItem(l + 1 < shape.size() ? tr("layer %1").arg(l + 1) : tr("output layer"));
    m_layer->setCurrentIndex(std::min(layer, m_layer->count() - 1));
    const auto rows = part() ? static_cast<int>(part()->rows()) : 0;
    m_row->setRange(1, std::max(1, rows));
    if (m_layer->currentIndex() >= 0)
        m_neuron->setRange(1, shape[static_cast<std::size_t>(m_layer->currentIndex())].outputs);
    m_rowLabel->setText(part() && m_viewed.dataset->test.rows() == 0 ? tr("Training row") : tr("Test row"));
}

void TraceView::trace()
{
    m_note->clear();
    m_model->clear();
    if (!m_viewed.variant || m_viewed.variant->model.arithmetic != Arithmetic::Int8) {
        m_note->setText(tr("Choose a variant of integers in the table."));
        return;
    }
    if (!part()) {
        m_note->setText(tr("The data are not those of the training: train again."));
        return;
    }
    if (part()->rows() == 0)
        return;
    const auto row = static_cast<Eigen::Index>(m_row->value() - 1);
    m_note->setText(
        tr("row %1 of the table")
            .arg(countText(static_cast<std::int64_t>(part()->tableRows[static_cast<std::size_t>(row)]) + 1)));
    const auto layer = static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
    const Result<NumberTrace> trace =
        traceNumber(m_viewed.variant->model, m_viewed.run ? &m_viewed.run->network : nullptr,
                    {part()->raw.row(row).data(), static_cast<std::size_t>(part()->raw.cols())}, layer,
                    static_cast<std::size_t>(m_neuron->value() - 1));
    if (!trace) {
        m_note->setText(messageText(trace.error()));
        return;
    }
    m_model->setTrace(*trace, *m_viewed.variant, layer);
    m_table->clearSpans();
    for (int line = 0; line < m_model->rowCount(); ++line) {
        const bool wordsOnly = m_model->index(line, TraceModel::Integers).data().toString().isEmpty();
        if (m_model->isHeading(line))
            m_table->setSpan(line, 0, 1, TraceModel::columns);
        else if (wordsOnly)
            m_table->setSpan(line, TraceModel::Step, 1, TraceModel::Integers - TraceModel::Step + 1);
    }
    fitColumns();
}

/// Numbers of the board and errors are never cut; what they stand for makes room for them where it must.
void TraceView::fitColumns()
{
    const QHeaderView& header = *m_table->horizontalHeader();
    int rest = m_table->viewport()->width();
    int widths[TraceModel::columns] = {};
    for (int column = 0; column < TraceModel::columns; ++column) {
        widths[column] = header.sectionSizeHint(column);
        for (int line = 0; line < m_model->rowCount(); ++line)
            if (m_table->columnSpan(line, TraceModel::Step) == 1 || column > TraceModel::Integers)
                widths[column] =
                    std::max(widths[column], m_table->sizeHintForIndex(m_model->index(line, column)).width());
        rest -= column == TraceModel::Step ? std::min<int>(widths[column], widestStep) : widths[column];
    }
    const int lacking = std::max(0, -rest);
    for (const int column : {TraceModel::Value, TraceModel::Exact}) {
        const int least = std::max<int>(leastValueWidth, header.sectionSizeHint(column));
        widths[column] = std::max(widths[column] - (lacking + 1) / 2, std::min(widths[column], least));
    }
    for (int column = TraceModel::Integers; column < TraceModel::columns; ++column)
        m_table->setColumnWidth(column, widths[column]);
}

bool TraceView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void TraceView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TraceView::retranslate()
{
    m_neuronLabel->setText(tr("neuron"));
    m_row->setToolTip(tr("Which row goes in."));
    m_row->setAccessibleName(tr("Test row"));
    m_layer->setToolTip(tr("The layer that is looked at."));
    m_layer->setAccessibleName(tr("Layer"));
    m_neuron->setToolTip(tr("Which of its neurons is followed."));
    m_neuron->setAccessibleName(tr("Neuron"));
    m_table->setAccessibleName(tr("One number, step by step"));
    offerPlaces();
    trace();
}

}
