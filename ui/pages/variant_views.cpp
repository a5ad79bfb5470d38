#include "ui/pages/variant_views.h"

#include "ui/jobs/comparison_job.h"
#include "ui/jobs/compression_job.h"
#include "ui/models/variants_model.h"
#include "ui/widgets/changed_answers_view.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/learning_plot.h"
#include "ui/widgets/sweep_view.h"
#include "ui/widgets/trace_view.h"
#include "ui/widgets/trade_off_plot.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace broto::ui {

namespace {
enum View { Trades, Learning, Less, Answers, Inside, Trace };
}

VariantViews::VariantViews(const VariantsModel& variants, ComparisonJob& comparison, CompressionJob& compression,
                           QWidget* parent)
    : QWidget(parent), m_variants(variants), m_comparison(comparison), m_compression(compression)
{
    makeTabs();
    makePictures();
    arrange();
    connect(m_cost, &QComboBox::currentIndexChanged, this,
            [this] { m_tradeOff->show(static_cast<TradeOffPlot::Cost>(m_cost->currentData().toInt())); });
    connect(m_tradeOff, &TradeOffPlot::variantChosen, this, &VariantViews::variantChosen);
    connect(m_answers, &ChangedAnswersView::rowActivated, this, [this](std::size_t row) {
        m_trace->follow(row);
        m_tabs->setCurrentIndex(Trace);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        m_showsLearningMeanwhile = false;
        showPicture();
    });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { m_showsLearningMeanwhile = false; });
    connect(&compression, &CompressionJob::learned, this, &VariantViews::showLearning);
    connect(&compression, &CompressionJob::changed, this, [this] {
        showLearning();
        leaveLearning();
    });
    retranslate();
}

void VariantViews::makeTabs()
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("variantViews"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int view = Trades; view <= Trace; ++view)
        m_tabs->addTab(QString());
    m_cost = new QComboBox(this);
    m_cost->setObjectName(QStringLiteral("cost"));
    for (const TradeOffPlot::Cost cost : {TradeOffPlot::Cost::Flash, TradeOffPlot::Cost::Ram, TradeOffPlot::Cost::Time})
        m_cost->addItem(QString(), static_cast<int>(cost));
}

void VariantViews::makePictures()
{
    m_pictures = new QStackedWidget(this);
    m_tradeOff = new TradeOffPlot(m_variants, m_pictures);
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
}

void VariantViews::arrange()
{
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::medium);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    bar->addWidget(m_cost);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addWidget(m_pictures, 1);
}

void VariantViews::show(const ViewedVariant& viewed)
{
    m_viewed = viewed;
    m_tradeOff->setChosen(viewed.variant ? m_variants.rowNamed(viewed.variant->model.name) : -1);
    m_sweep->show(viewed);
    const auto floating = m_variants.rowCount() > 0 ? m_variants.variant(0) : nullptr;
    m_answers->show(viewed, floating, viewed.variant ? m_comparison.of(*viewed.variant) : nullptr);
    m_inside->show(viewed);
    m_trace->show(viewed);
    showLearning();
}

void VariantViews::showPicture()
{
    const int view = m_tabs->currentIndex();
    QWidget* const learning = m_learningNote->text().isEmpty() ? static_cast<QWidget*>(m_learning) : m_learningNote;
    m_pictures->setCurrentWidget(view == Learning  ? learning
                                 : view == Less    ? static_cast<QWidget*>(m_sweep)
                                 : view == Answers ? static_cast<QWidget*>(m_answers)
                                 : view == Inside  ? m_inside
                                 : view == Trace   ? static_cast<QWidget*>(m_trace)
                                                   : m_tradeOff);
    m_cost->setVisible(view == Trades);
}

/// Of the variant that is being made, or else of the chosen one.
void VariantViews::showLearning()
{
    const auto& chosen = m_viewed.variant;
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
    if (curves && making && std::exchange(m_offerLearning, false) && m_tabs->currentIndex() == Trades) {
        m_tabs->setCurrentIndex(Learning);
        m_showsLearningMeanwhile = true;
    }
    showPicture();
}

/// What was made is compared where one came from, unless somebody has chosen a tab meanwhile: the last variant need
/// not have learned.
void VariantViews::leaveLearning()
{
    if (m_compression.isBusy())
        return;
    m_offerLearning = false;
    if (m_showsLearningMeanwhile)
        m_tabs->setCurrentIndex(Trades);
}

void VariantViews::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VariantViews::retranslate()
{
    m_cost->setAccessibleName(tr("What the variants cost"));
    m_cost->setToolTip(tr("What is drawn across: bytes of flash or RAM, or the time of one answer on the board."));
    const QString costs[] = {tr("Flash"), tr("RAM"), tr("Time")};
    for (int i = 0; i < m_cost->count(); ++i)
        m_cost->setItemText(i, costs[i]);
    m_tabs->setTabText(Trades, tr("Quality and cost"));
    m_tabs->setTabText(Learning, tr("Learning"));
    m_tabs->setTabText(Less, tr("What shrinking costs"));
    m_tabs->setTabText(Answers, tr("Answers"));
    m_tabs->setTabText(Inside, tr("Inside"));
    m_tabs->setTabText(Trace, tr("Follow one number"));
    m_tabs->setAccessibleName(tr("Pictures of the variants"));
    showLearning();
}

}
