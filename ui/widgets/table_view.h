#pragma once

#include "data/row_filter.h"
#include "ui/widgets/data_view.h"

class QTableView;
class QToolButton;

namespace broto::ui {

class ColumnHeader;
class RowFilterBar;
class TableModel;

/// The rows of the table, which can be filtered and sorted by a column. Both change what is seen, never the data.
class TableView : public DataView {
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    void focusFilter();

    struct Sorting {
        int column = -1; ///< -1: the order of the file
        SortDirection direction = SortDirection::Ascending;
        bool operator==(const Sorting&) const = default;
    };
    void sortBy(Sorting sorting);
    void copySelection();

signals:
    /// Columns with selected cells, ascending; several of them with Ctrl or Shift.
    void columnsSelected(const std::vector<std::size_t>& columns);

protected:
    void refresh() override;
    void giveUp() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeBar();
    void makeTable();
    void fillSortMenu();
    void openHeaderMenu(const QPoint& place);
    void addSortActions(QMenu& menu, int column);
    void setTable();
    void setColumns();
    void fitColumns();
    void drawHeaderBars();
    void findRows();
    void showRows(std::shared_ptr<const RowNumbers> rows);
    void sayHowMany();
    void selectSharedColumn();
    void selectMore(int first, int last);

    std::shared_ptr<const Table> m_shown;
    std::vector<std::shared_ptr<const Column>> m_columns; ///< of the table, as they are wanted
    Sorting m_sorting;                                    ///< as wanted
    Sorting m_shownSorting;                               ///< as it can be seen
    JobRunner m_barsRunner;
    JobRunner m_copyRunner;
    TableModel* m_model;
    QTableView* m_table;
    ColumnHeader* m_header;
    RowFilterBar* m_filter;
    QToolButton* m_sort;
    QLabel* m_count;
};

}
