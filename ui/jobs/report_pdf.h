#pragma once

#include <QByteArray>
#include <QString>

namespace broto::ui {

/// A report in HTML, as core writes it, on pages of A4. Its drawings stay drawings. May be called on any thread.
QByteArray reportPdf(const QString& html, const QString& title);

}
