#include "ui/pages/data_page.h"

#include "ui/document/document.h"
#include "ui/document/wanted_columns.h"
#include "ui/jobs/open_job.h"
#include "ui/pages/data_views.h"
#include "ui/widgets/column_card.h"
#include "ui/widgets/grip_splitter.h"
#include "ui/widgets/message_stack.h"
#include "ui/widgets/preparation_panel.h"
#include "ui/widgets/split_panel.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/target_row.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/understood_line.h"
#include "ui/widgets/windows_panel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr int sideWidth = 300;
constexpr double preparationShare = 0.35;             ///< of the height, at most: the rest is for looking at the data
constexpr std::string_view oddCell = "data.odd-cell"; ///< one cell makes a text of a column of numbers
}

DataPage::DataPage(Document& document, OpenJob& open, const WindowPlanner& planner, QWidget* parent)
    : StagePage(Stage::Data, document, parent),
      m_open(open),
      m_understood(new UnderstoodLine(this)),
      m_warnings(new MessageStack(this))
{
    m_understood->setObjectName(QStringLiteral("understood"));
    content().addWidget(m_understood);
    content().addWidget(m_warnings);
    content().addWidget(makeBody(planner), 1);

    connect(m_understood, &UnderstoodLine::readingWanted, &m_open, &OpenJob::readAgain);
    connect(m_warnings, &MessageStack::columnWanted, this, [this](std::size_t column, const Message& because) {
        showColumn(column);
        if (because.id == oddCell)
            m_card->focusMarks();
    });
    connect(m_preparation, &PreparationPanel::columnWanted, this, &DataPage::showColumn);
    connect(m_preparation, &PreparationPanel::testFileWanted, this, &DataPage::chooseTestFile);
    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Network); });
    connect(&document, &Document::sourceChanged, this, &DataPage::refreshTable);
    connect(&document, &Document::dataChanged, this, &DataPage::refreshChoices);
    retranslate();
    refreshTable();
}

QWidget* DataPage::makeViews()
{
    m_views = new DataViews(document(), this);
    connect(m_views, &DataViews::columnsSelected, this, [this](const auto& columns) {
        m_card->setColumns(columns);
        refreshBlocked(); // the card may say what is wrong with its column
    });
    return m_views;
}

void DataPage::showColumn(std::size_t column)
{
    m_views->selectColumn(static_cast<int>(column));
}

QWidget* DataPage::makeSide()
{
    m_card = new ColumnCard(document());
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLeastTextWidth(*scroll, sideWidth);
    scroll->setWidget(m_card);
    return scroll;
}

QWidget* DataPage::makeBody(const WindowPlanner& planner)
{
    m_preparation = new PreparationPanel(document(), planner, this);
    auto* left = new GripSplitter(Qt::Vertical, this);
    left->addWidget(makeViews());
    left->addWidget(m_preparation);
    left->setStretchFactor(0, 1);
    left->giveLastAtMost(preparationShare);
    auto* body = new GripSplitter(Qt::Horizontal, this);
    body->addWidget(left);
    body->addWidget(makeSide());
    body->setStretchFactor(0, 1);
    return body;
}

void DataPage::retranslate()
{
    setTitle(stageName(stage()), {}); // the sentence about the table stands in its place
    primaryButton().setText(tr("Design the network"));
    refreshChoices();
}

bool DataPage::showsBesideCause(const Message& problem) const
{
    return SplitPanel::isAboutSplit(problem) || WindowsPanel::isAboutWindows(problem) ||
           TargetRow::isAboutTarget(problem) || m_card->saysProblem(problem);
}

void DataPage::refreshTable()
{
    const auto& source = document().project().source;
    m_understood->setSource(source);
    if (const auto target = columnWith(Role::Target, document().project().data))
        showColumn(*target);
}

void DataPage::refreshChoices()
{
    showWarnings();
    primaryButton().setEnabled(document().dataset() != nullptr);
}

/// What was read, less what a person has mended since.
void DataPage::showWarnings()
{
    const auto columns = wantedColumns(document());
    std::vector<std::string> headers;
    for (const auto& column : columns)
        headers.push_back(column->header);
    std::vector<Message> warnings;
    if (const auto& source = document().project().source)
        warnings = source->table->warnings;
    std::erase_if(warnings, [&](const Message& warning) {
        const auto column = std::ranges::find_if(columns, [&](const auto& c) {
            return std::ranges::find(warning.arguments, Argument(c->header)) != warning.arguments.end();
        });
        return warning.id == oddCell && column != columns.end() && !(*column)->texts();
    });
    m_warnings->show(warnings, std::move(headers));
}

void DataPage::chooseTestFile()
{
    auto* dialog =
        new QFileDialog(this, tr("Choose the test file"), QString(), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("testFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_open, &OpenJob::openTestFile);
    dialog->open();
}

}
