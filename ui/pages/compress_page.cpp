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
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/trace_view.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/widgets/variant_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace broto::ui {

namespace {
constexpr int methodsWidth = 292;

enum View { Trades, Learning, Less, Answers, Inside, Trace };
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
    connect(&document, &Document::variantChosen, this, &CompressPage::selectChosen);
    connect(&runner, &JobRunner::started, this, &CompressPage::refreshButton);
    connect(&runner, &JobRunner::finished, this, &CompressPage::refreshButton);
    connect(&m_comparison, &ComparisonJob::compared, m_model, &VariantsModel::showComparisons);
    connect(&m_comparison, &ComparisonJob::compared, this, &CompressPage::showChosen);
    connect(&compression, &CompressionJob::changed, this, &CompressPage::refreshButton);
    connect(&compression, &CompressionJob::changed, this, &CompressPage::leaveLearning);
    connect(&compression, &CompressionJob::learned, this, &CompressPage::showLearning);
    retranslate();
}

/// A table that is hidden last asks for the widths of its texts once more.
CompressPage::~CompressPage()
{
    m_model->setComparison({});
}

QWidget* CompressPage::makeMethods()
{
    auto* column = new QWidget(this);
    setTextWidth(*column, methodsWidth);
    m_methods = new MethodPanel(column);
    m_compress = new QPushButton(column);
    m_compress->setObjectName(QStringLiteral("compress"));
    m_compressNote = makeLabel(Type::Note, Tone::Muted, column);
    m_compressNote->setObjectName(QStringLiteral("compressNote"));
    m_compressNote->setWordWrap(true);
    auto* scroll = new ColumnScroll(column);
    scroll->hold(m_methods);
    auto* layout = new QVBoxLayout(column); // the button stays in sight, however many methods are open
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_compress, 0, Qt::AlignLeft);
    layout->addWidget(m_compressNote);
    connect(m_methods, &MethodPanel::changed, this, &CompressPage::refreshButton);
    connect(m_compress, &QPushButton::clicked, this, &CompressPage::compress);
    return column;
}

void CompressPage::compress()
{
    m_offerLearning = true;
    m_compression.start(m_methods->requests(document().project()));
}

QWidget* CompressPage::makeResults()
{
    auto* results = new QWidget(this);
    m_table = new VariantTable(*m_model, results);
    m_table->setObjectName(QStringLiteral("variants"));
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
    m_learningNote = makeLabel(Type::Note, Tone::Muted, m_pictures);
    m_learningNote->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_learningNote->setWordWrap(true);
    m_sweep = new SweepView(m_pictures);
    m_answers = new ChangedAnswersView(m_pictures);
    m_inside = new InsideView(m_pictures);
    m_trace = new TraceView(m_pictures);
    for (QWidget* picture :
         std::initializer_list<QWidget*>{m_tradeOff, m_learning, m_learningNote, m_sweep, m_answers, m_inside, m_trace})
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
    connect(m_answers, &ChangedAnswersView::rowActivated, this, [this](std::size_t row) {
        m_trace->follow(row);
        m_views->setCurrentIndex(Trace);
    });
    connect(m_views, &QTabBar::currentChanged, this, [this] {
        m_showsLearningMeanwhile = false;
        showPicture();
    });
    connect(m_views, &QTabBar::tabBarClicked, this, [this] { m_showsLearningMeanwhile = false; });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompressPage::takeChoice);
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

void CompressPage::takeChoice()
{
    if (const int row = m_table->currentIndex().row(); row >= 0)
        document().chooseVariant(m_model->variant(row)->model.name);
}

void CompressPage::selectChosen()
{
    if (const auto chosen = document().chosenVariant())
        choose(m_model->rowNamed(chosen->model.name));
    showChosen();
}

void CompressPage::showChosen()
{
    ViewedVariant viewed;
    viewed.variant = document().chosenVariant();
    viewed.run = document().project().trained;
    const auto dataset = document().datasetIsCurrent() ? document().dataset() : nullptr;
    if (dataset && viewed.run && belongsTo(*viewed.run, *dataset) &&
        (!viewed.variant || answersRowsOf(viewed.variant->model, *dataset)))
        viewed.dataset = dataset; // rows of other data mean nothing to these models
    refreshVerdict();
    m_tradeOff->setChosen(viewed.variant ? m_model->rowNamed(viewed.variant->model.name) : -1);
    m_sweep->show(viewed);
    const auto floating = m_model->rowCount() > 0 ? m_model->variant(0) : nullptr;
    m_answers->show(viewed, floating, viewed.variant ? m_comparison.of(*viewed.variant) : nullptr);
    m_inside->show(viewed);
    m_trace->show(viewed);
    refreshDelete();
    showLearning();
}

void CompressPage::showPicture()
{
    const int view = m_views->currentIndex();
    QWidget* const learning = m_learningNote->text().isEmpty() ? static_cast<QWidget*>(m_learning) : m_learningNote;
    m_pictures->setCurrentWidget(view == Learning  ? learning
                                 : view == Less    ? static_cast<QWidget*>(m_sweep)
                                 : view == Answers ? static_cast<QWidget*>(m_answers)
                                 : view == Inside  ? m_inside
                                 : view == Trace   ? static_cast<QWidget*>(m_trace)
                                                   : m_tradeOff);
    m_cost->setVisible(view == Trades);
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
    m_views->setTabText(Trades, tr("Quality and cost"));
    m_views->setTabText(Learning, tr("Learning"));
    m_views->setTabText(Less, tr("What shrinking costs"));
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
    m_model->setVariants(project.variants, board);
    m_table->fit();
    primaryButton().setEnabled(m_model->rowCount() > 1);
    m_boardNote->setText(
        tr("Flash, RAM and time are estimates for %1 (%2 at %3), of the model and its code alone.")
            .arg(QString::fromStdString(board.name), QString::fromStdString(board.chip), clockText(board.clockHz)));
    refreshButton();
    selectChosen();
}

/// About the chosen variant.
void CompressPage::refreshVerdict()
{
    const auto chosen = document().chosenVariant();
    const bool compressed = chosen && chosen->recipe && m_model->rowCount() > 1;
    m_verdict->setVisible(compressed);
    m_verdictNote->setVisible(compressed || m_model->rowCount() == 0);
    m_verdictNote->setText(tr("There are no variants of this run yet. They are made after every training, and when you "
                              "press Compress."));
    if (!compressed)
        return;
    const Variant& before = *m_model->variant(0);
    const double ratio = timesSmaller(before.model, chosen->model);
    m_verdict->setText(ratio < 1 ? tr("%1× larger").arg(QLocale().toString(1 / ratio, 'f', 1))
                                 : tr("%1× smaller").arg(QLocale().toString(ratio, 'f', 1)));
    const Task task = chosen->model.decoding.target.task;
    const double change = chosen->test.headline - before.test.headline;
    const QString name = QString::fromStdString(chosen->model.name);
    m_verdictNote->setText(
        std::isfinite(change)
            ? tr("as %1. %2 on the test rows changes by %3.").arg(name, metricName(task), changeText(task, change))
            : tr("as %1. There are no test rows to tell what it costs.").arg(name));
}

void CompressPage::refreshButton()
{
    const QString current = m_compression.current();
    const std::size_t count = m_methods->requests(document().project()).size();
    m_compress->setText(count > 1 ? tr("Compress in %n ways", nullptr, static_cast<int>(count)) : tr("Compress"));
    m_compress->setEnabled(!m_runner.current() && document().project().trained && count > 0);
    const auto [place, all] = m_compression.place();
    m_compressNote->setText(!current.isEmpty() && all > 1
                                ? tr("Making %1 (%2 of %3) …").arg(current).arg(place).arg(all)
                            : !current.isEmpty() ? tr("Making %1 …").arg(current)
                            : count == 0         ? tr("Tick at least one way.")
                                                 : QString());
    m_compressNote->setVisible(!m_compressNote->text().isEmpty());
    refreshDelete();
    showLearning();
}

/// Of the variant that is being made, or else of the chosen one.
void CompressPage::showLearning()
{
    const auto chosen = document().chosenVariant();
    const bool making = !m_compression.current().isEmpty();
    const QString name = making   ? m_compression.current()
                         : chosen ? QString::fromStdString(chosen->model.name)
                                  : QString();
    const LearningCurves* curves = m_compression.curvesOf(name);
    if (curves)
        m_learning->show(curves->control, curves->variant, name, variantColour(QString::fromStdString(curves->method)));
    m_learningNote->setText(
        curves ? QString()
        : chosen && chosen->extraEpochs > 0
            ? tr("How %1 learned is not kept in the project. Compress again to see it.").arg(name)
            : tr("What learns while it is compressed (QAT, codebooks with trained centres, pruning, "
                 "distillation) shows its curve here, beside the float network's."));
    if (curves && making && std::exchange(m_offerLearning, false) && m_views->currentIndex() == Trades) {
        m_views->setCurrentIndex(Learning);
        m_showsLearningMeanwhile = true;
    }
    showPicture();
}

/// What was made is compared where one came from, unless somebody has chosen a view meanwhile: the last variant need
/// not have learned.
void CompressPage::leaveLearning()
{
    if (m_compression.isBusy())
        return;
    m_offerLearning = false;
    if (m_showsLearningMeanwhile)
        m_views->setCurrentIndex(Trades);
}

}
