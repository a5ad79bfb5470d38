#include "ui/pages/data_views.h"

#include "ui/document/document.h"
#include "ui/document/wanted_columns.h"
#include "ui/widgets/correlation_view.h"
#include "ui/widgets/distribution_view.h"
#include "ui/widgets/scatter_view.h"
#include "ui/widgets/series_view.h"
#include "ui/widgets/table_view.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace broto::ui {

DataViews::DataViews(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)),
      m_table(new TableView(m_stack))
{
    auto* scatter = new ScatterView(m_stack);
    auto* correlation = new CorrelationView(m_stack);
    m_views = {m_table, new DistributionView(m_stack), scatter, correlation, new SeriesView(m_stack)};
    m_tabs->setObjectName(QStringLiteral("dataViews"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    for (DataView* view : m_views) {
        m_tabs->addTab(QString());
        m_stack->addWidget(view);
        connect(view, &DataView::columnWanted, this, &DataViews::selectColumn);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_table, &TableView::columnsSelected, this, &DataViews::takeColumns);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(correlation, &CorrelationView::pairWanted, this, [this, scatter](int across, int up) {
        selectColumn(across);
        scatter->setUp(up);
        open(View::Scatter);
    });
    connect(&document, &Document::sourceChanged, this, [this] {
        m_column = -1;
        takeColumns({});
    });
    connect(&document, &Document::dataChanged, this, &DataViews::refresh);
    retranslate();
    refresh();
}

void DataViews::selectColumn(int column)
{
    if (column == m_column)
        return;
    m_column = column;
    refresh();
    takeColumns(column < 0 ? std::vector<std::size_t>() : std::vector{static_cast<std::size_t>(column)});
}

void DataViews::takeColumns(const std::vector<std::size_t>& columns)
{
    if (std::exchange(m_columns, columns) != columns)
        emit columnsSelected(columns);
}

void DataViews::open(View view)
{
    m_tabs->setCurrentIndex(static_cast<int>(view));
}

void DataViews::focusFilter()
{
    open(View::Table);
    m_table->focusFilter();
}

void DataViews::refresh()
{
    const Project& project = m_document.project();
    const auto table = project.source ? project.source->table : nullptr;
    for (DataView* view : m_views)
        view->setData({table, project.data, wantedColumns(m_document), m_document.dataset(), m_column});
}

void DataViews::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DataViews::retranslate()
{
    const std::pair<QString, QString> texts[] = {
        {tr("Table"), tr("The rows as they were read; filter and sort them")},
        {tr("Distribution"), tr("How often which values of a column occur, and its statistics")},
        {tr("Scatter"), tr("Two columns against each other, one point a row")},
        {tr("Correlation"), tr("Which columns go together, and which go with the target")},
        {tr("Time"), tr("A column in the order in which its values were taken")}};
    m_tabs->setAccessibleName(tr("Ways to look at the data"));
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabText(tab, texts[tab].first);
        m_tabs->setTabToolTip(tab, texts[tab].second);
    }
}

}
