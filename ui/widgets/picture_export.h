#pragma once

#include <QSize>
#include <QString>

#include <functional>

class QMenu;
class QPaintDevice;
class QWidget;

namespace broto::ui {

/// What is drawn in a view, as a file for somebody else.
struct ExportedPicture {
    QString name; ///< proposed for the file, without its suffix
    QSize size;
    std::function<void(QPaintDevice&)> draw;
    std::function<QString()> csv; ///< the numbers behind it
};

/// A text as a cell of a CSV with commas.
QString csvCell(const QString& text);

/// Adds to a menu: the numbers as a table, and saving as PNG, SVG and CSV. `window` is the parent of the dialogs, and
/// outlives the menu.
void addExportActions(QMenu& menu, QWidget& window, const ExportedPicture& picture);

/// Writes the picture in the form that the suffix of the path asks for. False when the file cannot be written.
bool savePicture(const ExportedPicture& picture, const QString& path);

}
