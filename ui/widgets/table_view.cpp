#include "ui/widgets/table_view.h"

#include "data/column_bars.h"
#include "ui/document/message_text.h"
#include "ui/models/table_model.h"
#include "ui/widgets/column_header.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/row_filter_bar.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <set>

namespace broto::ui {

namespace {

constexpr int tableRowHeight = 26;
constexpr std::size_t headerBars = 16;

using HeaderBars = std::vector<std::vector<double>>;

using Columns = std::vector<std::shared_ptr<const Column>>;

Result<HeaderBars> barsOfAll(const Columns& columns, const RunControl& control)
{
    HeaderBars bars;
    for (const auto& column : columns) {
        if (control.stopRequested())
            break;
        bars.push_back(columnBars(*column, headerBars));
    }
    return bars;
}

Result<std::shared_ptr<const RowNumbers>> rowsFor(const Table& table, const Columns& columns, const RowFilter& filter,
                                                  const TableView::Sorting& sorting, const RunControl& control)
{
    if (filter.conditions.empty() && sorting.column < 0)
        return std::shared_ptr<const RowNumbers>();
    Result<RowNumbers> rows =
        filter.conditions.empty() ? Result(allRows(table.rows)) : filteredRows(table, filter, control, columns);
    if (rows && sorting.column >= 0)
        rows = sortedRows(*columns[static_cast<std::size_t>(sorting.column)], sorting.direction, *rows, control);
    if (!rows)
        return rows.error();
    return std::make_shared<const RowNumbers>(*std::move(rows));
}

/// QItemSelectionModel::selectedColumns looks at every row.
std::vector<std::size_t> columnsOf(const QItemSelection& selection)
{
    std::set<std::size_t> columns;
    for (const QItemSelectionRange& range : selection) {
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(static_cast<std::size_t>(column));
    }
    return {columns.begin(), columns.end()};
}

}

TableView::TableView(QWidget* parent) : DataView(parent), m_model(new TableModel(this))
{
    makeBar();
    makeTable();
    retranslate();
}

void TableView::makeBar()
{
    m_filter = new RowFilterBar(this);
    m_sort = new QToolButton(this);
    m_sort->setObjectName(QStringLiteral("sort"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_sort->setFocusPolicy(Qt::StrongFocus);
    m_sort->setMenu(new QMenu(m_sort));
    setKind(*m_sort, ButtonKind::Menu);
    m_count = makeLabel(Type::Text, Tone::Muted, this);
    m_count->setObjectName(QStringLiteral("rowCount"));
    bar().addWidget(m_filter, 1);
    bar().addWidget(m_sort, 0, Qt::AlignTop);
    bar().addWidget(m_count, 0, Qt::AlignTop);
    m_count->setMinimumHeight(m_sort->sizeHint().height());
    connect(m_filter, &RowFilterBar::filterWanted, this, &TableView::findRows);
    connect(m_sort->menu(), &QMenu::aboutToShow, this, &TableView::fillSortMenu);
}

void TableView::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("table"));
    m_header = new ColumnHeader(m_table);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setCornerButtonEnabled(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_header->setResizeContentsPrecision(0); // what is in sight
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(tableRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->installEventFilter(this);
    setBody(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && current.column() != data().column)
                    emit columnWanted(current.column());
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const std::vector<std::size_t> columns = columnsOf(m_table->selectionModel()->selection());
        if (!columns.empty())
            emit columnsSelected(columns);
    });
    connect(m_model, &TableModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { selectMore(first, last); });
    connect(m_header, &ColumnHeader::sortWanted, this, [this](int column) {
        if (m_sorting.column != column)
            sortBy({column, SortDirection::Ascending});
        else
            sortBy(m_sorting.direction == SortDirection::Ascending ? Sorting{column, SortDirection::Descending}
                                                                   : Sorting{});
    });
    connect(m_header, &QWidget::customContextMenuRequested, this, &TableView::openHeaderMenu);
}

void TableView::focusFilter()
{
    m_filter->takeFocus();
}

void TableView::sortBy(Sorting sorting)
{
    if (m_sorting == sorting)
        return;
    m_sorting = sorting;
    findRows();
}

void TableView::refresh()
{
    const bool isNew = m_shown != data().table;
    if (isNew)
        setTable();
    if (m_columns != data().columns)
        setColumns();
    if (isNew)
        fitColumns();
    m_header->setRoles(rolesOf(data().choices));
    m_table->setAutoScroll(!isNew); // a new table is seen from its beginning, wherever its target stands
    selectSharedColumn();
    m_table->setAutoScroll(true);
}

void TableView::giveUp()
{
    m_sorting = m_shownSorting;
}

void TableView::setTable()
{
    m_shown = data().table;
    m_sorting = m_shownSorting = {};
    m_filter->clear();
    runner().cancel();
    m_header->setBars({});
    m_header->setSorting(-1, SortDirection::Ascending);
    m_model->setTable(m_shown);
    setMessage({});
    sayHowMany();
}

/// Another table, or the same with other marks of missing values and other types.
void TableView::setColumns()
{
    m_columns = data().columns;
    m_model->setColumns(m_columns);
    m_header->setColumns(m_columns);
    m_barsRunner.cancel();
    if (m_shown)
        drawHeaderBars();
    if (!m_filter->filter().isEmpty() || m_sorting.column >= 0)
        findRows();
}

/// As wide as what stands in the first rows, and no wider than a few of them side by side allow.
void TableView::fitColumns()
{
    constexpr int widest = 260;
    constexpr int mostFitted = 200; ///< of more, nobody sees the last ones soon
    for (int column = 0; column < std::min(m_model->columnCount(), mostFitted); ++column) {
        m_table->resizeColumnToContents(column);
        if (m_header->sectionSize(column) > widest)
            m_header->resizeSection(column, widest);
    }
}

void TableView::drawHeaderBars()
{
    m_barsRunner.start(
        JobKind::Look, [columns = m_columns](const RunControl& control) { return barsOfAll(columns, control); },
        [this](Result<HeaderBars> bars) {
            if (bars)
                m_header->setBars(*std::move(bars));
        });
}

void TableView::findRows()
{
    if (!m_shown)
        return;
    Result<RowFilter> filter = parseRowFilter(m_filter->filter().toStdString(), *m_shown, m_columns);
    m_filter->setProblem(filter ? QString() : messageText(filter.error()));
    if (!filter)
        return;
    compute([table = m_shown, columns = m_columns, filter = *std::move(filter), sorting = m_sorting](
                const RunControl& control) { return rowsFor(*table, columns, filter, sorting, control); },
            [this](std::shared_ptr<const RowNumbers> rows) { showRows(std::move(rows)); });
}

void TableView::showRows(std::shared_ptr<const RowNumbers> rows)
{
    const auto shown = m_model->rows();
    if (m_sorting == m_shownSorting && rows && shown && *rows == *shown)
        return; // found again after a choice that changed nothing here: nobody's place is lost
    m_model->setRows(std::move(rows));
    m_shownSorting = m_sorting;
    m_header->setSorting(m_sorting.column, m_sorting.direction);
    m_table->scrollToTop();
    setMessage(m_model->allRows() == 0 && m_shown->rows > 0 ? tr("No row fits the filter. Change it, or clear it.")
                                                            : QString());
    sayHowMany();
    selectSharedColumn();
}

void TableView::sayHowMany()
{
    if (!m_shown)
        m_count->clear();
    else if (m_model->allRows() == m_shown->rows)
        m_count->setText(tr("%Ln row(s)", nullptr, static_cast<int>(m_shown->rows)));
    else
        m_count->setText(tr("%1 of %Ln row(s)", nullptr, static_cast<int>(m_shown->rows))
                             .arg(countText(static_cast<std::int64_t>(m_model->allRows()))));
}

/// The current cell says which column is selected; where it stands already, it stays.
void TableView::selectSharedColumn()
{
    m_header->setCurrent(data().column);
    if (!data().has(data().column) || m_table->currentIndex().column() == data().column || !m_model->rowCount())
        return;
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : std::max(m_table->rowAt(0), 0);
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, data().column),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Columns);
}

/// A whole column stays whole when the view is told of more rows.
void TableView::selectMore(int first, int last)
{
    QItemSelection more;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        if (range.bottom() == first - 1 && first > 1)
            more.select(m_model->index(first, range.left()), m_model->index(last, range.right()));
    }
    if (!more.isEmpty())
        m_table->selectionModel()->select(more, QItemSelectionModel::Select);
}

void TableView::fillSortMenu()
{
    QMenu& menu = *m_sort->menu();
    menu.clear();
    addSortActions(menu, data().column);
}

void TableView::openHeaderMenu(const QPoint& place)
{
    QMenu menu(this);
    addSortActions(menu, m_header->logicalIndexAt(place));
    menu.exec(m_header->viewport()->mapToGlobal(place));
}

void TableView::addSortActions(QMenu& menu, int column)
{
    const auto add = [&](const QString& text, Sorting sorting) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_sorting == sorting);
        connect(action, &QAction::triggered, this, [this, sorting] { sortBy(sorting); });
    };
    add(tr("In the order of the file"), {});
    if (!data().has(column))
        return;
    const QString name = QString::fromStdString(data().at(column).name);
    add(tr("By “%1”, ascending").arg(name), {column, SortDirection::Ascending});
    add(tr("By “%1”, descending").arg(name), {column, SortDirection::Descending});
}

void TableView::copySelection()
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    if (!m_shown || selection.isEmpty())
        return;
    m_copyRunner.start(
        JobKind::Look,
        [ranges = rangesOf(selection), columns = m_columns, rows = m_model->rows()](const RunControl& control) {
            return copiedCells(columns, rows.get(), ranges, control);
        },
        [](Result<QString> text) {
            if (text)
                QGuiApplication::clipboard()->setText(*text);
        });
}

bool TableView::eventFilter(QObject* watched, QEvent* event)
{
    const bool copy = watched == m_table && event->type() == QEvent::KeyPress &&
                      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy);
    if (copy)
        copySelection();
    return copy || DataView::eventFilter(watched, event);
}

void TableView::retranslate()
{
    m_table->setAccessibleName(tr("Table"));
    m_sort->setText(tr("Sort"));
    m_sort->setToolTip(tr("Sorts what is shown by the selected column; the data stay as they are. Missing values come "
                          "last."));
    sayHowMany();
}

}
