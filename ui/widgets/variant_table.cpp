#include "ui/widgets/variant_table.h"

#include "ui/models/variants_model.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/variant_delegate.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <vector>

namespace broto::ui {

namespace {
constexpr int mostRowsShown = 5; ///< further ones are scrolled to
constexpr TextPixels leastName(84);
}

VariantTable::VariantTable(VariantsModel& model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new VariantDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(&model, &QAbstractItemModel::dataChanged, this, &VariantTable::fitColumns);
}

void VariantTable::fit()
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < std::min(m_model.rowCount(), mostRowsShown); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
    setVerticalScrollBarPolicy(m_model.rowCount() > mostRowsShown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    fitColumns();
}

void VariantTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void VariantTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

/// What is left over is shared out; what is lacking the names give, and then the control, which is told in the tooltips
/// too.
void VariantTable::fitColumns()
{
    std::vector<int> widths;
    int all = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        widths.push_back(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
        all += widths.back();
    }
    int spare = viewport()->width() - all;
    const int control = widths[VariantsModel::Control];
    const bool narrow = spare < 0;
    setColumnHidden(VariantsModel::Control, narrow && !m_model.anyControl());
    if (isColumnHidden(VariantsModel::Control))
        spare += control;
    int& name = widths[VariantsModel::Name];
    if (spare < 0)
        name = std::max<int>(name + spare, leastName);
    const int shown = m_model.columnCount() - (isColumnHidden(VariantsModel::Control) ? 1 : 0);
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)] + std::max(spare, 0) / shown);
}

}
