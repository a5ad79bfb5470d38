#include "ui/pages/compress_page.h"

#include "project/variants.h"
#include "ui/commands/delete_variant.h"
#include "ui/document/document.h"
#include "ui/jobs/compression_job.h"
#include "ui/models/variants_model.h"
#include "ui/widgets/changed_answers_view.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/inside_view.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/learning_plot.h"
#include "ui/widgets/method_panel.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/sweep_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/trace_view.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/widgets/variant_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int methodsWidth = 292;
constexpr int nameWidth = 124;
constexpr int intervalWidth = 154; ///< "−0.1234…+0.4567"
constexpr int mostRowsShown = 5;   ///< further ones are scrolled to
constexpr const char* int8Name = "ptq-int8";

enum View { Trades, Less, Answers, Inside, Trace };
}

CompressPage::CompressPage(Document& document, JobRunner& runner, CompressionJob& compression, QWidget* parent)
    : StagePage(Stage::Compress, document, parent),
      m_runner(runner),
      m_compression(compression),
      m_comparison(document),
      m_model(new VariantsModel(this))
{
    m_model->setComparison([this](const Variant& variant) { return m_comparison.of(variant).get(); });
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::large);
    columns->addWidget(makeMethods());
    columns->addWidget(makeResults(), 1);
    content().addLayout(columns, 1);

    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Export); });
    connect(&document, &Document::compressChanged, this, &CompressPage::refresh);
    connect(&document, &Document::dataChanged, this, &CompressPage::showChosen);
    connect(&runner, &JobRunner::started, this, &CompressPage::refreshButton);
    connect(&runner, &JobRunner::finished, this, &CompressPage::refreshButton);
    connect(&m_comparison, &ComparisonJob::compared, m_model, &VariantsModel::showComparisons);
    connect(&m_comparison, &ComparisonJob::compared, this, &CompressPage::showChosen);
    connect(&compression, &CompressionJob::changed, this, &CompressPage::refreshButton);
    connect(&compression, &CompressionJob::learned, this, &CompressPage::showLearning);
    retranslate();
}

QWidget* CompressPage::makeMethods()
{
    auto* column = new QWidget(this);
    m_methods = new MethodPanel(column);
    m_compress = new QPushButton(column);
    m_compress->setObjectName(QStringLiteral("compress"));
    m_compressNote = makeLabel(Type::Note, Tone::Muted, column);
    m_compressNote->setObjectName(QStringLiteral("compressNote"));
    m_compressNote->setWordWrap(true);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_methods);
    layout->addWidget(m_compress, 0, Qt::AlignLeft);
    layout->addWidget(m_compressNote);
    layout->addStretch(1);
    auto* scroll = new ColumnScroll(this);
    scroll->hold(column);
    scroll->setFixedWidth(methodsWidth);
    connect(m_methods, &MethodPanel::changed, this, &CompressPage::refreshButton);
    connect(m_compress, &QPushButton::clicked, this, &CompressPage::compress);
    return scroll;
}

void CompressPage::compress()
{
    m_compression.start(m_methods->requests(document().project()));
}

QWidget* CompressPage::makeResults()
{
    auto* results = new QWidget(this);
    m_table = new QTableView(results);
    m_table->setObjectName(QStringLiteral("variants"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VariantDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_verdict = makeLabel(Type::Number, Tone::Plain, results);
    m_verdictNote = makeLabel(Type::Text, Tone::Muted, results);
    m_verdictNote->setWordWrap(true);
    m_boardNote = makeLabel(Type::Note, Tone::Muted, results);
    m_boardNote->setWordWrap(true);
    m_delete = new QPushButton(results);
    m_delete->setObjectName(QStringLiteral("deleteVariant"));
    auto* underTable = new QHBoxLayout;
    underTable->setSpacing(space::medium);
    underTable->addWidget(m_boardNote, 1);
    underTable->addWidget(m_delete, 0, Qt::AlignTop);
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, m_delete, &QPushButton::click);
    connect(m_delete, &QPushButton::clicked, this, &CompressPage::deleteChosen);
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(space::large);
    verdict->addWidget(m_verdict);
    verdict->addWidget(m_verdictNote, 1);
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addLayout(verdict);
    layout->addWidget(m_table);
    layout->addLayout(underTable);
    layout->addWidget(makePictures(), 1);
    return results;
}

QWidget* CompressPage::makePictures()
{
    auto* pictures = new QWidget(this);
    m_views = new QTabBar(pictures);
    m_views->setObjectName(QStringLiteral("variantViews"));
    m_views->setExpanding(false);
    m_views->setDrawBase(false);
    for (int view = Trades; view <= Trace; ++view)
        m_views->addTab(QString());
    m_cost = new QComboBox(pictures);
    m_cost->setObjectName(QStringLiteral("cost"));
    for (const TradeOffPlot::Cost cost : {TradeOffPlot::Cost::Flash, TradeOffPlot::Cost::Ram, TradeOffPlot::Cost::Time})
        m_cost->addItem(QString(), static_cast<int>(cost));
    m_pictures = new QStackedWidget(pictures);
    m_tradeOff = new TradeOffPlot(*m_model, m_pictures);
    m_tradeOff->setObjectName(QStringLiteral("tradeOff"));
    m_learning = new LearningPlot(m_pictures);
    m_learning->setObjectName(QStringLiteral("learning"));
    m_sweep = new SweepView(m_pictures);
    m_answers = new ChangedAnswersView(m_pictures);
    m_inside = new InsideView(m_pictures);
    m_trace = new TraceView(m_pictures);
    for (QWidget* picture :
         std::initializer_list<QWidget*>{m_tradeOff, m_learning, m_sweep, m_answers, m_inside, m_trace})
        m_pictures->addWidget(picture);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::medium);
    bar->addWidget(m_views);
    bar->addStretch(1);
    bar->addWidget(m_cost);
    auto* layout = new QVBoxLayout(pictures);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addWidget(m_pictures, 1);
    connect(m_cost, &QComboBox::currentIndexChanged, this,
            [this] { m_tradeOff->show(static_cast<TradeOffPlot::Cost>(m_cost->currentData().toInt())); });
    connect(m_tradeOff, &TradeOffPlot::variantChosen, this, &CompressPage::choose);
    connect(m_views, &QTabBar::currentChanged, this, &CompressPage::showPicture);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompressPage::showChosen);
    return pictures;
}

void CompressPage::choose(int row)
{
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

void CompressPage::deleteChosen()
{
    m_table->setFocus(); // the button may be disabled next
    document().history().push(new DeleteVariant(document(), m_model->variant(m_table->currentIndex().row())));
}

/// What a job brings would put it back. The float network stays: the others are measured beside it.
void CompressPage::refreshDelete()
{
    m_delete->setEnabled(m_table->currentIndex().row() > 0 && !m_runner.current());
}

/// Without a choice, the first that is compressed.
void CompressPage::showChosen()
{
    const int chosen = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : 1;
    ViewedVariant viewed;
    if (chosen < m_model->rowCount())
        viewed.variant = m_model->variant(chosen);
    viewed.run = document().project().trained;
    const auto dataset = document().datasetIsCurrent() ? document().dataset() : nullptr;
    if (dataset && viewed.run && belongsTo(*viewed.run, *dataset) &&
        (!viewed.variant || answersRowsOf(viewed.variant->model, *dataset)))
        viewed.dataset = dataset; // rows of other data mean nothing to these models
    m_sweep->show(viewed);
    const auto floating = m_model->rowCount() > 0 ? m_model->variant(0) : nullptr;
    m_answers->show(viewed, floating, viewed.variant ? m_comparison.of(*viewed.variant) : nullptr);
    m_inside->show(viewed);
    m_trace->show(viewed);
    refreshDelete();
}

void CompressPage::showPicture()
{
    const bool learning =
        !m_compression.current().isEmpty() && !(m_compression.controlCurve().empty() && m_compression.curve().empty());
    const int view = m_views->currentIndex();
    m_pictures->setCurrentWidget(view == Less      ? static_cast<QWidget*>(m_sweep)
                                 : view == Answers ? static_cast<QWidget*>(m_answers)
                                 : view == Inside  ? m_inside
                                 : view == Trace   ? m_trace
                                 : learning        ? static_cast<QWidget*>(m_learning)
                                                   : m_tradeOff);
    m_cost->setVisible(view == Trades && !learning);
    m_views->setTabText(Trades, learning ? tr("%1 learns").arg(m_compression.current()) : tr("Quality and cost"));
}

void CompressPage::retranslate()
{
    setTitle(stageName(stage()), tr("Make the network small enough for the board and see what it costs in quality."));
    primaryButton().setText(tr("Read the C++"));
    m_table->setAccessibleName(tr("Variants side by side"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Takes the variant out of the project; it can be undone (Del)."));
    m_cost->setAccessibleName(tr("What the variants cost"));
    m_cost->setToolTip(tr("What is drawn across: bytes of flash or RAM, or the time of one answer on the board."));
    const QString costs[] = {tr("Flash"), tr("RAM"), tr("Time")};
    for (int i = 0; i < m_cost->count(); ++i)
        m_cost->setItemText(i, costs[i]);
    m_views->setTabText(Less, tr("What less costs"));
    m_views->setTabText(Answers, tr("Answers"));
    m_views->setTabText(Inside, tr("Inside"));
    m_views->setTabText(Trace, tr("Follow one number"));
    m_views->setAccessibleName(tr("Pictures of the variants"));
    m_model->retranslate();
    refresh();
}

void CompressPage::refresh()
{
    const Project& project = document().project();
    const Board& board = document().board();
    const int selected = m_table->currentIndex().row();
    m_model->setVariants(project.variants, board);
    if (selected >= 0 && selected < m_model->rowCount())
        m_table->selectRow(selected);
    fitTable();
    primaryButton().setEnabled(m_model->rowCount() > 1);
    m_boardNote->setText(
        tr("Flash, RAM and time are estimates for %1 (%2 at %3), of the model and its code alone.")
            .arg(QString::fromStdString(board.name), QString::fromStdString(board.chip), clockText(board.clockHz)));
    refreshVerdict();
    refreshButton();
    showChosen();
}

void CompressPage::fitTable()
{
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < std::min(m_model->rowCount(), mostRowsShown); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
    m_table->setVerticalScrollBarPolicy(m_model->rowCount() > mostRowsShown ? Qt::ScrollBarAsNeeded
                                                                            : Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    for (const auto& [column, width] :
         {std::pair(VariantsModel::Name, nameWidth), {VariantsModel::Interval, intervalWidth}}) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        m_table->setColumnWidth(column, width);
    }
}

void CompressPage::refreshVerdict()
{
    const int quantized = m_model->rowNamed(int8Name);
    m_verdict->setVisible(quantized > 0);
    m_verdictNote->setVisible(quantized > 0 || m_model->rowCount() == 0);
    m_verdictNote->setText(tr("There are no variants of this run yet. They are made after every training, and when you "
                              "press Compress."));
    if (quantized <= 0)
        return;
    const Variant& before = *m_model->variant(0);
    const Variant& after = *m_model->variant(quantized);
    const double smaller = static_cast<double>(weightBytes(before.model)) /
                           static_cast<double>(std::max<std::int64_t>(1, weightBytes(after.model)));
    const Task task = after.model.decoding.target.task;
    m_verdict->setText(tr("%1× smaller").arg(QLocale().toString(smaller, 'f', 1)));
    m_verdictNote->setText(tr("as int8. %1 on the test rows changes by %2.")
                               .arg(metricName(task), changeText(task, after.test.headline - before.test.headline)));
}

void CompressPage::refreshButton()
{
    const QString current = m_compression.current();
    const std::size_t count = m_methods->requests(document().project()).size();
    m_compress->setText(count > 1 ? tr("Compress in %n ways", nullptr, static_cast<int>(count)) : tr("Compress"));
    m_compress->setEnabled(!m_runner.current() && document().project().trained && count > 0);
    m_compressNote->setText(!current.isEmpty() ? tr("Making %1 …").arg(current)
                            : count == 0       ? tr("Tick at least one way.")
                                               : QString());
    refreshDelete();
    showPicture();
}

void CompressPage::showLearning()
{
    m_learning->show(m_compression.controlCurve(), m_compression.curve(), m_compression.current(),
                     coloursFor(palette()).accent);
    refreshButton();
}

}
