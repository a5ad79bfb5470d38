#include "ui/pages/export_page.h"

#include "export/cost_estimate.h"
#include "project/variants.h"
#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/pages/export_actions.h"
#include "ui/pages/files_view.h"
#include "ui/pages/variant_picker.h"
#include "ui/widgets/byte_texts.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format_card.h"
#include "ui/widgets/format_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/text_measures.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int formatsWidth = 276;
constexpr int flashShare = 2, ramShare = 1; ///< of the page's width

/// What the variant was made from; null where the data are others by now.
std::shared_ptr<const Dataset> datasetOf(const Document& document, const Variant* variant)
{
    const auto dataset = document.datasetIsCurrent() ? document.dataset() : nullptr;
    const auto run = document.project().trained;
    const bool belongs =
        variant && dataset && run && belongsTo(*run, *dataset) && answersRowsOf(variant->model, *dataset);
    return belongs ? dataset : nullptr;
}

QPushButton* makeButton(const char* name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

}

ExportPage::ExportPage(Document& document, QWidget* parent)
    : StagePage(Stage::Export, document, parent), m_job(exportFormats()), m_actions(new ExportActions(document, this))
{
    content().addWidget(makeBytes());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::large);
    columns->addWidget(makeFormats());
    m_view = new FilesView(this);
    columns->addWidget(m_view, 1);
    content().addLayout(columns, 1);

    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Device); });
    connect(&document, &Document::compressChanged, this, &ExportPage::refresh);
    connect(&document, &Document::variantChosen, this, &ExportPage::refresh);
    connect(&document, &Document::dataChanged, this, &ExportPage::refresh); // some formats look at rows
    connect(&document, &Document::deviceChanged, this, [this] {             // perhaps another board
        refresh();
        refreshBytes();
    });
    connect(&document, &Document::fileChanged, this, &ExportPage::refresh); // the project's name
    connect(m_view, &FilesView::copied, this, &ExportPage::taken);
    connect(&m_job, &ExportJob::made, this, [this](int format) {
        refreshCard(format);
        if (format == m_formats->chosen())
            showFiles();
    });
    retranslate();
}

QWidget* ExportPage::makeBytes()
{
    auto* bars = new QWidget(this);
    m_flash = new ByteBar(bars);
    m_flash->setObjectName(QStringLiteral("flashBytes"));
    m_ram = new ByteBar(bars);
    m_ram->setObjectName(QStringLiteral("ramBytes"));
    auto* layout = new QHBoxLayout(bars);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::huge);
    layout->addWidget(m_flash, flashShare);
    layout->addWidget(m_ram, ramShare);
    return bars;
}

QWidget* ExportPage::makeFormats()
{
    auto* column = new QWidget(this);
    setTextWidth(*column, formatsWidth);
    m_variantLabel = makeLabel(Type::Text, Tone::Muted, column);
    m_picker = new VariantPicker(document(), column);
    m_picker->setObjectName(QStringLiteral("exportVariant"));
    m_variantLabel->setBuddy(m_picker);
    m_formats = new FormatList(m_job.formats(), column);
    m_formats->setObjectName(QStringLiteral("formats"));
    m_purpose = makeLabel(Type::Note, Tone::Plain, column);
    m_purpose->setObjectName(QStringLiteral("purpose"));
    m_hint = makeLabel(Type::Note, Tone::Muted, column);
    m_straight = new QCheckBox(column);
    m_straight->setObjectName(QStringLiteral("straightLine"));
    for (QLabel* label : {m_purpose, m_hint})
        label->setWordWrap(true);
    m_save = makeButton("saveFiles", column);
    m_save->setIcon(icon(QStringLiteral("save")));
    m_copyFiles = makeButton("copyFiles", column);
    m_copyFiles->setIcon(icon(QStringLiteral("copy")));
    m_showInFolder = makeButton("showInFolder", column);
    m_openInIde = makeButton("openInIde", column);

    auto* scroll = new ColumnScroll(column);
    scroll->hold(m_formats);
    auto* picker = new QHBoxLayout;
    picker->setSpacing(space::small);
    picker->addWidget(m_variantLabel);
    picker->addWidget(m_picker, 1);
    auto* buttons = new FlowLayout(space::small, space::small);
    for (QPushButton* button : {m_save, m_copyFiles, m_showInFolder, m_openInIde})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(picker);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_purpose);
    layout->addWidget(m_hint);
    layout->addWidget(m_straight);
    layout->addLayout(buttons);

    connect(m_formats, &FormatList::formatChosen, this, [this, scroll](int format) {
        scroll->ensureWidgetVisible(&m_formats->card(format), 0, space::small); // the arrow keys do not scroll
        chooseFormat(format);
    });
    connect(m_straight, &QCheckBox::toggled, this, &ExportPage::refresh);
    connect(m_formats, &FormatList::formatDragged, this, [this](int format) {
        m_formats->choose(format);
        m_actions->drag(m_formats->card(format).grab());
    });
    connect(m_actions, &ExportActions::taken, this, &ExportPage::taken);
    connect(m_formats, &FormatList::copyWanted, m_actions, &ExportActions::copyFiles);
    connect(m_formats, &FormatList::menuWanted, this, [this](int, const QPoint& place) { showMenu(place); });
    connect(m_save, &QPushButton::clicked, m_actions, &ExportActions::saveAs);
    connect(m_copyFiles, &QPushButton::clicked, m_actions, &ExportActions::copyFiles);
    connect(m_showInFolder, &QPushButton::clicked, m_actions, &ExportActions::showInFolder);
    connect(m_openInIde, &QPushButton::clicked, m_actions, &ExportActions::openInArduinoIde);
    return column;
}

void ExportPage::copy()
{
    m_view->copy();
}

void ExportPage::saveAs()
{
    m_actions->saveAs();
}

void ExportPage::find()
{
    m_view->find();
}

void ExportPage::showMenu(const QPoint& place)
{
    QMenu menu(this);
    for (QPushButton* button : {m_save, m_copyFiles, m_showInFolder, m_openInIde})
        if (!button->isHidden())
            menu.addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    menu.exec(place);
}

void ExportPage::retranslate()
{
    setTitle(stageName(stage()),
             tr("No library, no heap: the model takes readings in their own units and answers, on any board."));
    primaryButton().setText(tr("Try it on a board"));
    m_variantLabel->setText(tr("Variant"));
    m_picker->setToolTip(tr("The variant that all pages are about."));
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Saves the files of the chosen format where you want them (Ctrl+Shift+E)."));
    m_copyFiles->setText(tr("Copy files"));
    m_copyFiles->setToolTip(tr("Copies the files, to be pasted into a folder or an email (Ctrl+C on a card)."));
    m_showInFolder->setText(tr("Show in folder"));
    m_showInFolder->setToolTip(tr("Opens the folder that the files were saved in, or one with a copy of them."));
    m_openInIde->setText(tr("Open in Arduino IDE"));
    m_openInIde->setToolTip(tr("Puts the sketch into your sketchbook, beside what is there, and opens it."));
    m_straight->setText(tr("Without loops, for speed"));
    refresh();
    refreshBytes();
    for (int format = 0; format < m_formats->count(); ++format)
        refreshCard(format);
    showFiles();
}

void ExportPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    refresh();
}

void ExportPage::refresh()
{
    // Making the files takes a while: they are made when somebody looks.
    const auto variant = document().chosenVariant();
    const std::string name = projectName(document().project());
    const auto dataset = datasetOf(document(), variant.get());
    refreshStraight();
    const HeaderOptions options = chosenOptions();
    if (!isVisible() || (variant == m_variant && dataset == m_dataset && name == m_projectName && options == m_options))
        return;
    m_variant = variant;
    m_dataset = dataset;
    m_projectName = name;
    m_options = options;
    m_job.make(variant, dataset, name, options);
    m_actions->setFiles(nullptr);
    refreshBytes();
    for (int format = 0; format < m_formats->count(); ++format)
        refreshCard(format);
    showFiles();
}

HeaderOptions ExportPage::chosenOptions() const
{
    return {m_straight->isEnabled() && m_straight->isChecked() && document().board().processor == Processor::Avr};
}

void ExportPage::refreshStraight()
{
    const auto variant = document().chosenVariant();
    const bool isHeeded = m_job.formats()[static_cast<std::size_t>(m_formats->chosen())].takesHeaderOptions;
    m_straight->setVisible(isHeeded && variant && document().board().processor == Processor::Avr);
    const std::optional<Message> problem = variant ? straightLineProblem(variant->model) : std::nullopt;
    m_straight->setEnabled(variant && !problem);
    m_straight->setToolTip(
        problem ? messageText(*problem)
                : tr("Every weight becomes a number in an instruction: about half the time of an answer, at 11 bytes "
                     "of flash a weight. Other boards than those with an AVR take the loops."));
}

void ExportPage::refreshBytes()
{
    if (!m_variant)
        return;
    const Board& board = document().board();
    const ByteParts parts = byteParts(m_variant->model, board);
    const CostEstimate cost = estimateCost(m_variant->model, board);
    const QString name = QString::fromStdString(board.name);
    m_flash->show(tr("Flash"), barParts(parts.flash), cost.flashBytes, board.flashBytes,
                  tr("The thin line is all the flash of %1 that a sketch may use; below, what the model and its code "
                     "take of it. Estimated, without start-up code and drivers.")
                      .arg(name));
    m_ram->show(tr("RAM"), barParts(parts.ram), cost.ramBytes, board.ramBytes,
                tr("The thin line is all the RAM of %1; below, what the model takes of it. The stack is not counted.")
                    .arg(name));
}

void ExportPage::refreshCard(int format)
{
    const auto made = m_job.of(format);
    FormatCard& card = m_formats->card(format);
    if (!made)
        card.setState(FormatCard::State::Being, QString());
    else if (made->problem)
        card.setState(FormatCard::State::Problem, tr("not possible"));
    else
        card.setState(FormatCard::State::Made, bytesText(made->bytes));
}

void ExportPage::chooseFormat(int format)
{
    m_job.want(format);
    m_actions->setFiles(nullptr);
    refreshStraight();
    showFiles();
}

void ExportPage::showFiles()
{
    const auto made = m_job.of(m_formats->chosen());
    if (made)
        m_actions->setFiles(std::shared_ptr<const ExportedFiles>(made, &made->files));
    const bool any = m_actions->hasFiles();
    for (QPushButton* button : {m_save, m_copyFiles, m_showInFolder, m_openInIde})
        button->setEnabled(any);
    m_openInIde->setVisible(m_actions->canOpenInArduinoIde());
    m_purpose->setText(m_formats->card(m_formats->chosen()).accessibleDescription());
    m_hint->setText(any ? tr("Drag the card to a folder or an email.") : QString());
    m_view->show(made);
}

}
