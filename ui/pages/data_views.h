#pragma once

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace broto::ui {

class CorrelationView;
class DataView;
class DistributionView;
class Document;
class ScatterView;
class SeriesView;
class TableView;

/// The document's data from five sides, one tab each: table, distribution, scatter, correlation, time. They share one
/// selected column.
class DataViews : public QWidget {
    Q_OBJECT

public:
    enum class View { Table, Distribution, Scatter, Correlation, Time };

    explicit DataViews(Document& document, QWidget* parent = nullptr);

    int column() const { return m_column; } ///< the one that all views share; -1: none is selected
    void selectColumn(int column);
    void open(View view);
    void focusFilter(); ///< opens the table

signals:
    /// The shared column alone; or, in the table, several of them with Ctrl or Shift; or none.
    void columnsSelected(const std::vector<std::size_t>& columns);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColumns(const std::vector<std::size_t>& columns);
    void refresh();
    void retranslate();

    Document& m_document;
    int m_column = -1;
    std::vector<std::size_t> m_columns;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    TableView* m_table;
    std::vector<DataView*> m_views;
};

}
