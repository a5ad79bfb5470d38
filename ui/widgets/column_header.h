#pragma once

#include "data/data_choices.h"

#include <QHeaderView>

#include <memory>
#include <vector>

namespace broto::ui {

/// Header of the table: name, unit and type of every column, its role, and how its values are distributed.
class ColumnHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget* parent = nullptr);

    void setTable(std::shared_ptr<const Table> table);
    void setRoles(std::vector<Role> roles);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    void paintRole(QPainter& painter, const QRect& rect, Role role) const;
    void paintHistogram(QPainter& painter, const QRectF& rect, const std::vector<double>& bars) const;

    std::shared_ptr<const Table> m_table;
    std::vector<Role> m_roles;
    std::vector<std::vector<double>> m_histograms; ///< heights from 0 to 1, one list a column
};

QString roleText(Role role);
QString typeText(ColumnType type); ///< typeName in the language of the window

/// How often values fall into equally wide ranges, or how often the most frequent categories occur; 1 is the most.
std::vector<double> histogramOf(const Column& column, std::size_t bars);

}
