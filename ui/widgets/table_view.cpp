#include "ui/widgets/table_view.h"

#include "data/column_bars.h"
#include "ui/document/message_text.h"
#include "ui/models/table_model.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/column_header.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <set>

namespace broto::ui {

namespace {

constexpr int rowHeight = 26;
constexpr int typingMs = 350; ///< until a filter is taken for finished
constexpr std::size_t headerBars = 16;

using HeaderBars = std::vector<std::vector<double>>;

Result<HeaderBars> barsOfAll(const Table& table, const RunControl& control)
{
    HeaderBars bars;
    for (const Column& column : table.columns) {
        if (control.stopRequested())
            break;
        bars.push_back(columnBars(column, headerBars));
    }
    return bars;
}

Result<std::shared_ptr<const RowNumbers>> rowsFor(const Table& table, const RowFilter& filter,
                                                  const TableView::Sorting& sorting, const RunControl& control)
{
    if (filter.conditions.empty() && sorting.column < 0)
        return std::shared_ptr<const RowNumbers>();
    Result<RowNumbers> rows =
        filter.conditions.empty() ? Result(allRows(table.rows)) : filteredRows(table, filter, control);
    if (rows && sorting.column >= 0)
        rows = sortedRows(table.columns[static_cast<std::size_t>(sorting.column)], sorting.direction, *rows, control);
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
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_gaps = new QCheckBox(this);
    m_gaps->setObjectName(QStringLiteral("onlyGaps"));
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
    bar().addWidget(m_gaps);
    bar().addWidget(m_sort);
    bar().addWidget(m_count);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(m_filter, &QLineEdit::textEdited, &m_typing, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, &TableView::findRows);
    connect(&m_typing, &QTimer::timeout, this, &TableView::findRows);
    connect(m_gaps, &QCheckBox::toggled, this, &TableView::findRows);
    connect(m_sort->menu(), &QMenu::aboutToShow, this, &TableView::fillSortMenu);
}

void TableView::makeTable()
{
    auto* body = new QWidget(this);
    m_error = makeLabel(Type::Text, Tone::Error, body);
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setWordWrap(true);
    m_error->setVisible(false);
    m_table = new QTableView(body);
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
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->installEventFilter(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(m_error);
    layout->addWidget(m_table, 1);
    setBody(body);
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
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
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
    if (m_shown != data().table)
        setTable();
    m_header->setRoles(rolesOf(data().choices));
    selectSharedColumn();
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
    m_gaps->blockSignals(true);
    m_gaps->setChecked(false);
    m_gaps->blockSignals(false);
    m_error->setVisible(false);
    runner().cancel();
    m_barsRunner.cancel();
    m_header->setTable(m_shown);
    m_header->setSorting(-1, SortDirection::Ascending);
    m_model->setTable(m_shown);
    setMessage({});
    sayHowMany();
    if (m_shown)
        drawHeaderBars();
}

void TableView::drawHeaderBars()
{
    m_barsRunner.start(
        JobKind::Look, [table = m_shown](const RunControl& control) { return barsOfAll(*table, control); },
        [this](Result<HeaderBars> bars) {
            if (bars)
                m_header->setBars(*std::move(bars));
        });
}

QString TableView::filterText() const
{
    const QString text = m_filter->text().trimmed();
    if (!m_gaps->isChecked())
        return text;
    return text.isEmpty() ? QStringLiteral("missing") : QStringLiteral("missing & %1").arg(text);
}

void TableView::findRows()
{
    m_typing.stop();
    if (!m_shown)
        return;
    Result<RowFilter> filter = parseRowFilter(filterText().toStdString(), *m_shown);
    m_error->setVisible(!filter);
    if (!filter) {
        m_error->setText(messageText(filter.error()));
        return;
    }
    compute([table = m_shown, filter = *std::move(filter),
             sorting = m_sorting](const RunControl& control) { return rowsFor(*table, filter, sorting, control); },
            [this](std::shared_ptr<const RowNumbers> rows) { showRows(std::move(rows)); });
}

void TableView::showRows(std::shared_ptr<const RowNumbers> rows)
{
    m_model->setRows(std::move(rows));
    m_shownSorting = m_sorting;
    m_header->setSorting(m_sorting.column, m_sorting.direction);
    m_table->scrollToTop();
    setMessage(m_model->rowCount() == 0 && m_shown->rows > 0 ? tr("No row fits the filter. Change it, or clear it.")
                                                             : QString());
    sayHowMany();
    selectSharedColumn();
}

void TableView::sayHowMany()
{
    if (!m_shown)
        m_count->clear();
    else if (static_cast<std::size_t>(m_model->rowCount()) == m_shown->rows)
        m_count->setText(tr("%Ln row(s)", nullptr, static_cast<int>(m_shown->rows)));
    else
        m_count->setText(
            tr("%1 of %Ln row(s)", nullptr, static_cast<int>(m_shown->rows)).arg(countText(m_model->rowCount())));
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
        [ranges = rangesOf(selection), table = m_shown, rows = m_model->rows()](const RunControl& control) {
            return copiedCells(*table, rows.get(), ranges, control);
        },
        [](Result<QString> text) {
            if (text)
                QGuiApplication::clipboard()->setText(*text);
        });
}

bool TableView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return DataView::eventFilter(watched, event);
    auto& key = static_cast<QKeyEvent&>(*event);
    if (watched == m_table && key.matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    if (watched == m_filter && key.key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        findRows();
        return true;
    }
    return DataView::eventFilter(watched, event);
}

void TableView::retranslate()
{
    m_table->setAccessibleName(tr("Table"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter: a text, or a condition such as column < 5"));
    m_filter->setToolTip(tr("<p>Shows only the rows that fit. Write</p><table>"
                            "<tr><td><b>ana</b>&nbsp;&nbsp;</td><td>some cell contains the text</td></tr>"
                            "<tr><td><b>speed &lt; 5</b>&nbsp;&nbsp;</td><td>also = != &lt;= &gt; &gt;=</td></tr>"
                            "<tr><td><b>class = setosa</b>&nbsp;&nbsp;</td><td>exactly this category</td></tr>"
                            "<tr><td><b>speed = missing</b>&nbsp;&nbsp;</td><td>the value is not there</td></tr>"
                            "<tr><td><b>missing</b>&nbsp;&nbsp;</td><td>some value of the row is not there</td></tr>"
                            "<tr><td><b>… &amp; …</b>&nbsp;&nbsp;</td><td>both conditions</td></tr></table>"));
    m_gaps->setText(tr("Only rows with gaps"));
    m_gaps->setToolTip(tr("Shows only the rows in which some value is missing."));
    m_sort->setText(tr("Sort"));
    m_sort->setToolTip(tr("Sorts what is shown by the selected column; the data stay as they are. Missing values come "
                          "last."));
    sayHowMany();
}

}
