#include "ui/pages/compress_page.h"

#include "export/cost_estimate.h"
#include "project/variants.h"
#include "ui/commands/delete_variant.h"
#include "ui/document/document.h"
#include "ui/jobs/compression_job.h"
#include "ui/models/variants_model.h"
#include "ui/pages/variant_views.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/method_panel.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/variant_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace broto::ui {

namespace {
constexpr int methodsWidth = 292;
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
    m_views->offerLearning();
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
    m_views = new VariantViews(*m_model, m_comparison, m_compression, results);
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addLayout(verdict);
    layout->addWidget(m_table);
    layout->addLayout(underTable);
    layout->addWidget(m_views, 1);
    connect(m_views, &VariantViews::variantChosen, this, &CompressPage::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompressPage::takeChoice);
    return results;
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
    m_views->show(viewed);
    refreshDelete();
}

void CompressPage::retranslate()
{
    setTitle(stageName(stage()), tr("Make the network small enough for the board and see what it costs in quality."));
    primaryButton().setText(tr("Read the C++"));
    m_table->setAccessibleName(tr("Variants side by side"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Takes the variant out of the project; it can be undone (Del)."));
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
    refreshButton();
    selectChosen();
}

/// What the estimates are of, or that the chosen variant takes more than there is.
void CompressPage::refreshBoardNote(const std::shared_ptr<const Variant>& chosen)
{
    const Board& board = document().board();
    const QString name = QString::fromStdString(board.name);
    const CostEstimate cost = chosen ? estimateCost(chosen->model, board) : CostEstimate();
    setTone(*m_boardNote, cost.fits() ? Tone::Muted : Tone::Error);
    if (cost.fits())
        m_boardNote->setText(tr("Flash, RAM and time are estimates for %1 (%2 at %3), of the model and its code alone.")
                                 .arg(name, QString::fromStdString(board.chip), clockText(board.clockHz)));
    else
        m_boardNote->setText((cost.fitsFlash ? tr("%1 does not fit the RAM of the %2. Make the layers or the windows "
                                                  "smaller, or choose another board.")
                                             : tr("%1 does not fit the flash of the %2. Make it smaller, or choose "
                                                  "another board."))
                                 .arg(QString::fromStdString(chosen->model.name), name));
}

/// About the chosen variant.
void CompressPage::refreshVerdict()
{
    const auto chosen = document().chosenVariant();
    refreshBoardNote(chosen);
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
}

}
