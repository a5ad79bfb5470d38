#include "ui/widgets/split_panel.h"

#include "data/dataset.h"
#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/choice_texts.h"
#include "ui/widgets/class_counts.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/split_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace broto::ui {

namespace {

constexpr int asFits = -1;
constexpr int largestSeed = 999'999;
constexpr SplitMethod methods[] = {SplitMethod::Stratified, SplitMethod::Random, SplitMethod::Group, SplitMethod::Time,
                                   SplitMethod::Column,     SplitMethod::File,   SplitMethod::Folds};

bool usesChance(SplitMethod method)
{
    return method != SplitMethod::Time && method != SplitMethod::Column;
}

SplitBar::Free freeBorders(SplitMethod method)
{
    if (method == SplitMethod::Column)
        return SplitBar::Free::None;
    return method == SplitMethod::File || method == SplitMethod::Folds ? SplitBar::Free::First : SplitBar::Free::Both;
}

void fillColumns(ElidedCombo& box, const Project& project, std::optional<std::size_t> chosen)
{
    const QSignalBlocker blocker(box);
    box.clear();
    if (project.source) {
        const auto& columns = project.source->table->columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (i >= project.data.columns.size() || project.data.columns[i].role != Role::Target)
                box.addName(QString::fromStdString(columns[i].header), static_cast<int>(i));
    }
    box.setCurrentIndex(chosen ? box.findData(static_cast<int>(*chosen)) : -1);
}

}

SplitPanel::SplitPanel(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_method(new QComboBox(this)),
      m_explanation(makeLabel(Type::Note, Tone::Muted, this)),
      m_group(new ElidedCombo(this)),
      m_part(new ElidedCombo(this)),
      m_file(new QPushButton(this)),
      m_folds(new QSpinBox(this)),
      m_fold(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_problem(makeLabel(Type::Text, Tone::Error, this)),
      m_bar(new SplitBar(this)),
      m_counts(new ClassCounts(this))
{
    m_method->setObjectName(QStringLiteral("splitMethod"));
    m_group->setObjectName(QStringLiteral("splitGroup"));
    m_part->setObjectName(QStringLiteral("splitColumn"));
    m_file->setObjectName(QStringLiteral("testFile"));
    m_folds->setObjectName(QStringLiteral("folds"));
    m_fold->setObjectName(QStringLiteral("fold"));
    m_seed->setObjectName(QStringLiteral("splitSeed"));
    m_problem->setObjectName(QStringLiteral("splitProblem"));
    m_bar->setObjectName(QStringLiteral("split"));
    m_counts->setObjectName(QStringLiteral("classCounts"));
    m_folds->setRange(2, mostFolds);
    m_seed->setRange(0, largestSeed);
    for (QSpinBox* box : {m_folds, m_fold, m_seed})
        box->setKeyboardTracking(false);
    for (QLabel* label : {m_explanation, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }

    auto* row = new QWidget(this);
    auto* fields = new FlowLayout(space::large, space::small, row);
    fields->addWidget(makeField(m_methodLabel, m_method, row));
    fields->addWidget(m_groupField = makeField(m_groupLabel, m_group, row));
    fields->addWidget(m_partField = makeField(m_partLabel, m_part, row));
    fields->addWidget(m_fileField = makeField(m_fileLabel, m_file, row));
    fields->addWidget(m_foldsField = makeField(m_foldsLabel, m_folds, row));
    fields->addWidget(m_foldField = makeField(m_foldLabel, m_fold, row));
    fields->addWidget(m_seedField = makeField(m_seedLabel, m_seed, row));
    auto* top = new QHBoxLayout;
    top->setSpacing(space::large);
    top->addWidget(row, 2);
    top->addWidget(m_explanation, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(top);
    layout->addWidget(m_problem);
    layout->addWidget(m_bar);
    layout->addWidget(m_counts);
    layout->addStretch(1);

    connect(m_method, &QComboBox::activated, this, &SplitPanel::chooseMethod);
    connect(m_group, &QComboBox::activated, this, &SplitPanel::chooseGroup);
    connect(m_part, &QComboBox::activated, this, [this] {
        change([this](Split& split) { split.partColumn = static_cast<std::size_t>(m_part->currentData().toInt()); });
    });
    connect(m_file, &QPushButton::clicked, this, &SplitPanel::testFileWanted);
    connect(m_folds, &QSpinBox::valueChanged, this, [this](int folds) {
        change([folds](Split& split) {
            split.folds = folds;
            split.fold = std::min(split.fold, folds - 1);
        });
    });
    connect(m_fold, &QSpinBox::valueChanged, this,
            [this](int fold) { change([fold](Split& split) { split.fold = fold - 1; }); });
    connect(m_seed, &QSpinBox::valueChanged, this,
            [this](int seed) { change([seed](Split& split) { split.seed = static_cast<std::uint64_t>(seed); }); });
    connect(m_bar, &SplitBar::splitWanted, this, [this](const Split& split) { DataEdits(m_document).setSplit(split); });
    connect(&document, &Document::dataChanged, this, &SplitPanel::refresh);
    connect(&document, &Document::problemChanged, this, &SplitPanel::refreshProblem);
    retranslate();
}

/// What has only not been chosen yet is no mistake.
bool SplitPanel::isMissingChoice(const Message& problem)
{
    static constexpr auto ids =
        std::to_array<std::string_view>({"data.no-group-column", "data.no-part-column", "data.no-test-file"});
    return std::ranges::find(ids, problem.id) != ids.end();
}

bool SplitPanel::isAboutSplit(const Message& problem)
{
    static constexpr auto ids = std::to_array<std::string_view>(
        {"data.split", "data.folds", "data.too-few-rows", "data.too-few-rows-for-folds", "data.too-few-groups",
         "data.no-group-column", "data.no-part-column", "data.part-not-known", "data.no-test-file",
         "data.test-file-column", "data.test-class-not-known", "data.one-class-in-training"});
    return std::ranges::find(ids, problem.id) != ids.end();
}

/// As far as it is known yet.
Task SplitPanel::task() const
{
    const Project& project = m_document.project();
    if (project.data.task)
        return *project.data.task;
    const auto target = columnWith(Role::Target, project.data);
    if (!project.source || !target)
        return Task::Classification;
    const Result<std::shared_ptr<const Column>> column = m_document.column(*target);
    return column ? suggestedTask(**column) : Task::Classification;
}

SplitMethod SplitPanel::method() const
{
    return splitMethodOf(m_document.project().data, task());
}

void SplitPanel::refresh()
{
    const SplitMethod now = method();
    refreshMethods(now);
    refreshNeeds(now);
    refreshColumns();
    refreshBar(now);
    refreshProblem();
}

void SplitPanel::refreshMethods(SplitMethod method)
{
    const Split& split = m_document.project().data.split;
    const QSignalBlocker blocker(m_method);
    m_method->clear();
    DataChoices unsaid = m_document.project().data;
    unsaid.split.method.reset();
    m_method->addItem(tr("automatic: %1").arg(splitMethodText(splitMethodOf(unsaid, task()))), asFits);
    for (const SplitMethod possible : methods) {
        m_method->addItem(splitMethodText(possible), static_cast<int>(possible));
        m_method->setItemData(m_method->count() - 1, splitMethodExplanation(possible), Qt::ToolTipRole);
    }
    m_method->setCurrentIndex(split.method ? m_method->findData(static_cast<int>(*split.method)) : 0);
    m_explanation->setText(explanation(method));
}

QString SplitPanel::explanation(SplitMethod method) const
{
    const QString general = splitMethodExplanation(method);
    const Project& project = m_document.project();
    if (method != SplitMethod::Time || !project.source)
        return general;
    const auto time = columnWith(Role::Time, project.data);
    const QString order = time ? tr("The column “%1” says when a row was taken.")
                                     .arg(QString::fromStdString(project.source->table->columns[*time].header))
                               : tr("No column says when: the rows are taken to stand in the order of time.");
    return general + u' ' + order;
}

void SplitPanel::refreshNeeds(SplitMethod method)
{
    m_groupField->setVisible(method == SplitMethod::Group);
    m_partField->setVisible(method == SplitMethod::Column);
    m_fileField->setVisible(method == SplitMethod::File);
    m_foldsField->setVisible(method == SplitMethod::Folds);
    m_foldField->setVisible(method == SplitMethod::Folds);
    m_seedField->setVisible(usesChance(method));
    const Split& split = m_document.project().data.split;
    const QSignalBlocker folds(m_folds), fold(m_fold), seed(m_seed);
    m_folds->setValue(split.folds);
    m_fold->setRange(1, split.folds);
    m_fold->setValue(split.fold + 1);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(split.seed, largestSeed)));
    const auto& file = m_document.project().testSource;
    m_file->setText(file ? QString::fromStdString(file->fileName) : tr("Choose the test file"));
}

void SplitPanel::refreshColumns()
{
    const Project& project = m_document.project();
    fillColumns(*m_group, project, columnWith(Role::Group, project.data));
    fillColumns(*m_part, project, project.data.split.partColumn);
}

void SplitPanel::refreshBar(SplitMethod method)
{
    const auto dataset = m_document.dataset();
    const PartCounts counts = dataset ? countsOf(*dataset) : PartCounts();
    m_bar->setSplit(m_document.project().data.split, freeBorders(method));
    m_bar->setCounts(counts.rows);
    if (dataset)
        m_counts->show(dataset->target.classes, counts);
    else
        m_counts->clear();
}

void SplitPanel::refreshProblem()
{
    const auto& problem = m_document.problem(Stage::Data);
    const bool ours = problem && isAboutSplit(*problem);
    setTone(*m_problem, ours && isMissingChoice(*problem) ? Tone::Muted : Tone::Error);
    m_problem->setText(ours ? messageText(*problem) : QString());
    m_problem->setVisible(ours);
}

template<class Change>
void SplitPanel::change(Change change)
{
    Split split = m_document.project().data.split;
    change(split);
    DataEdits(m_document).setSplit(split);
}

void SplitPanel::chooseMethod()
{
    const int chosen = m_method->currentData().toInt();
    change([chosen](Split& split) {
        split.method = chosen == asFits ? std::nullopt : std::optional(static_cast<SplitMethod>(chosen));
    });
}

void SplitPanel::chooseGroup()
{
    DataEdits(m_document).setGroup(static_cast<std::size_t>(m_group->currentData().toInt()));
}

void SplitPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SplitPanel::retranslate()
{
    m_methodLabel->setText(tr("Split"));
    m_method->setToolTip(tr("A network must be tested on rows that it has not learned from."));
    m_groupLabel->setText(tr("Group column"));
    m_group->setPlaceholderText(tr("choose a column"));
    m_group->setToolTip(tr("The column that says which rows belong together, such as a person or a device."));
    m_partLabel->setText(tr("Column with the parts"));
    m_part->setPlaceholderText(tr("choose a column"));
    m_part->setToolTip(tr("The column that says train, validation or test for every row."));
    m_fileLabel->setText(tr("Test file"));
    m_file->setToolTip(tr("A table with the same columns; no row of it is learned from."));
    m_foldsLabel->setText(tr("Folds"));
    m_folds->setToolTip(tr("How many equal parts there are; each can be the test part in turn."));
    m_foldLabel->setText(tr("Test fold"));
    m_fold->setToolTip(tr("Which of the folds is the test part now."));
    m_seedLabel->setText(tr("Seed"));
    m_seed->setToolTip(tr("The same seed shares the rows out in the same way."));
    m_bar->setAccessibleName(tr("Rows for training, validation and test"));
    refresh();
}

}
