#include "ui/pages/compress_page.h"

#include "ui/document/document.h"
#include "ui/jobs/compression_job.h"
#include "ui/models/variants_model.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/variant_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int methodsWidth = 260;
constexpr const char* int8Name = "ptq-int8";
}

CompressPage::CompressPage(Document& document, JobRunner& runner, CompressionJob& compression, QWidget* parent)
    : StagePage(Stage::Compress, document, parent),
      m_runner(runner),
      m_compression(compression),
      m_model(new VariantsModel(this)),
      m_table(new QTableView(this)),
      m_verdict(makeLabel(Type::Number, Tone::Plain, this)),
      m_verdictNote(makeLabel(Type::Text, Tone::Muted, this)),
      m_boardNote(makeLabel(Type::Note, Tone::Muted, this))
{
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
    m_verdictNote->setWordWrap(true);
    m_boardNote->setWordWrap(true);

    auto* results = new QVBoxLayout;
    results->setSpacing(space::medium);
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(space::large);
    verdict->addWidget(m_verdict);
    verdict->addWidget(m_verdictNote, 1);
    results->addLayout(verdict);
    results->addWidget(m_table);
    results->addWidget(m_boardNote);
    results->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::large);
    columns->addWidget(makeMethods());
    columns->addLayout(results, 1);
    content().addLayout(columns, 1);

    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Export); });
    connect(&document, &Document::compressChanged, this, &CompressPage::refresh);
    connect(&runner, &JobRunner::started, this, &CompressPage::refresh);
    connect(&runner, &JobRunner::finished, this, &CompressPage::refresh);
    retranslate();
}

QWidget* CompressPage::makeMethods()
{
    auto* column = new QWidget(this);
    column->setFixedWidth(methodsWidth);
    QFrame* card = makeCard(column);
    m_methodName = makeLabel(Type::Heading, Tone::Plain, card);
    m_methodText = makeLabel(Type::Text, Tone::Muted, card);
    m_methodText->setWordWrap(true);
    m_compress = new QPushButton(card);
    m_compress->setObjectName(QStringLiteral("compress"));
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::large, space::medium, space::large, space::large);
    inside->setSpacing(space::small);
    inside->addWidget(m_methodName);
    inside->addWidget(m_methodText);
    inside->addWidget(m_compress, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_compress, &QPushButton::clicked, this,
            [this] { m_compression.start({}); });
    return column;
}

void CompressPage::retranslate()
{
    setTitle(stageName(stage()), tr("Make the network small enough for the board and see what it costs in quality."));
    primaryButton().setText(tr("Read the C++"));
    m_methodName->setText(tr("Quantize to int8"));
    m_methodText->setText(tr("After training, every weight becomes a whole number from −127 to 127. A quarter of the "
                             "bytes, and no floating point on the board."));
    m_table->setAccessibleName(tr("Variants side by side"));
    m_model->retranslate();
    refresh();
}

void CompressPage::refresh()
{
    const Project& project = document().project();
    const Board& board = document().board();
    m_model->setVariants(project.variants, board);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length() +
                            2 * m_table->frameWidth());
    const bool idle = !m_runner.current();
    const int quantized = m_model->rowNamed(int8Name);
    m_compress->setText(quantized >= 0 ? tr("Compress again") : tr("Compress"));
    m_compress->setEnabled(idle && project.trained);
    primaryButton().setEnabled(quantized >= 0);
    m_boardNote->setText(
        tr("Flash, RAM and time are estimates for %1 (%2 at %3), of the model and its code alone.")
            .arg(QString::fromStdString(board.name), QString::fromStdString(board.chip), clockText(board.clockHz)));
    m_verdict->setVisible(quantized > 0);
    m_verdictNote->setVisible(quantized > 0 || project.variants.empty());
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
    m_verdictNote->setText(tr("%1 on the test rows changes by %2.")
                               .arg(metricName(task), changeText(task, after.test.headline - before.test.headline)));
}

}
