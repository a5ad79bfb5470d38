#pragma once

#include <QString>

class QWidget;

namespace broto::ui {

/// The numbers behind a plot as a table, for who reads them better than a picture, or has them read aloud. They can be
/// selected and copied. `csv` as an ExportedPicture has it.
void showNumbers(QWidget& window, const QString& name, const QString& csv);

}
