#pragma once

#include "ui/widgets/tokens.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace broto::ui {

/// How the values of a heat map are shown. What is empty is as for correlations.
struct HeatMapLook {
    std::function<QColor(double value, const Colours& colours)> colour;
    std::function<QString(int row, int column)> inCell;
    std::function<QString(int row, int column)> told; ///< to the mouse and to screen readers
    QSizeF leastCell = {40, 22}; ///< pixels, enough for a number; what finds no room with it is scrolled to
    double widest = 1;           ///< how much wider than high a cell may become
    QString rows, columns;       ///< what the names beside and above the cells are
};

/// A square of cells, one a pair of names, coloured from -1 to 1 unless it is told otherwise. The arrow keys move from
/// cell to cell, Enter or a click chooses one.
class HeatMap : public QWidget {
    Q_OBJECT

public:
    explicit HeatMap(QWidget* parent = nullptr);

    /// `values` has one number a cell, row by row; NaN: none. `firstMatters` sets the first row and column apart.
    void show(const QStringList& names, const std::vector<double>& values, bool firstMatters);
    void setValues(const std::vector<double>& values); ///< others for the same names
    void setLook(HeatMapLook look);
    const QStringList& names() const { return m_names; }
    QRectF cellRect(int row, int column) const;
    QString cellText(int row, int column) const; ///< both names and the value

signals:
    void cellChosen(int row, int column);
    void cellReached(const QRect& place); ///< by the keyboard or the mouse: to be scrolled to

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Layout {
        double left = 0, top = 0; ///< room for the names
        QSizeF cell;
        bool upright = false; ///< the names above the cells: turned, for they are wider than a cell
    };
    double widestName() const;
    double nameRoom() const; ///< beside the cells, and above them where names are turned
    double topRoom(bool upright) const;
    Layout layoutFor(const QSizeF& size) const;
    Layout layoutFor(const QSizeF& size, bool upright) const;
    void draw(QPainter& painter, const QSizeF& size) const;
    void drawNames(QPainter& painter, const Layout& layout) const;
    void drawCells(QPainter& painter, const Layout& layout) const;
    double valueAt(int row, int column) const;
    QPoint cellAt(const QPointF& place) const; ///< x: column, y: row; -1 outside
    void moveTo(int row, int column);
    QString csv() const;
    QString textIn(int row, int column) const;

    HeatMapLook m_look;
    QStringList m_names;
    std::vector<double> m_values;
    bool m_firstMatters = false;
    int m_row = 0, m_column = 0; ///< of the keyboard
};

}
