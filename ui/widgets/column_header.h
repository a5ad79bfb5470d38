#pragma once

#include "data/data_choices.h"
#include "data/row_order.h"

#include <QHeaderView>

#include <memory>
#include <vector>

namespace broto::ui {

/// Header of the table: name, unit and type of every column, its role, and how its values are distributed. A click
/// selects a column; one on the arrow in its corner sorts by it.
class ColumnHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget* parent = nullptr);

    void setColumns(std::vector<std::shared_ptr<const Column>> columns);
    void setBars(std::vector<std::vector<double>> bars); ///< see columnBars, one list a column
    void setRoles(std::vector<Role> roles);
    void setCurrent(int column);                          ///< the selected one; -1: none
    void setSorting(int column, SortDirection direction); ///< -1: the order of the file
    QSize sizeHint() const override;

signals:
    void sortWanted(int column);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    QRect arrowOf(int column) const; ///< where the arrow is, in the viewport
    void paintArrow(QPainter& painter, const QRect& rect, int column) const;
    void paintRole(QPainter& painter, const QRect& rect, Role role) const;
    void paintHistogram(QPainter& painter, const QRectF& rect, const std::vector<double>& bars) const;

    std::vector<std::shared_ptr<const Column>> m_columns;
    std::vector<Role> m_roles;
    std::vector<std::vector<double>> m_bars; ///< heights from 0 to 1, one list a column
    int m_current = -1;
    int m_hovered = -1;
    int m_sorted = -1;
    SortDirection m_direction = SortDirection::Ascending;
};

}
