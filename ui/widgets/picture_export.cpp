#include "ui/widgets/picture_export.h"

#include "ui/widgets/numbers_table.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QSvgGenerator>

namespace broto::ui {

namespace {

/// Sharp on paper, too.
constexpr double pixelRatio = 3;

bool savePng(const ExportedPicture& picture, QIODevice& file)
{
    QImage image(picture.size * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    picture.draw(image);
    return image.save(&file, "PNG");
}

bool saveSvg(const ExportedPicture& picture, QIODevice& file)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(), picture.size));
    generator.setTitle(picture.name);
    picture.draw(generator);
    return true;
}

void askAndSave(QWidget& window, const ExportedPicture& picture, const QString& suffix)
{
    auto* dialog = new QFileDialog(&window, QCoreApplication::translate("PictureExport", "Save what is shown"),
                                   QString(), QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(picture.name + u'.' + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, [&window, picture](const QString& path) {
        if (savePicture(picture, path))
            return;
        auto* box =
            new QMessageBox(QMessageBox::Warning, QCoreApplication::translate("PictureExport", "Not saved"),
                            QCoreApplication::translate(
                                "PictureExport", "“%1” cannot be written. Choose another folder, or free some space.")
                                .arg(path),
                            QMessageBox::Close, &window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

}

QString csvCell(const QString& text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    QString doubled = text;
    return u'"' + doubled.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

bool savePicture(const ExportedPicture& picture, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    bool drawn = true;
    if (path.endsWith(u".csv", Qt::CaseInsensitive)) {
        const QByteArray text = picture.csv().toUtf8();
        drawn = file.write(text) == text.size();
    } else {
        drawn = path.endsWith(u".svg", Qt::CaseInsensitive) ? saveSvg(picture, file) : savePng(picture, file);
    }
    return drawn && file.commit();
}

void addExportActions(QMenu& menu, QWidget& window, const ExportedPicture& picture)
{
    QAction* numbers = menu.addAction(QCoreApplication::translate("PictureExport", "Show the numbers"));
    numbers->setObjectName(QStringLiteral("showNumbers"));
    QObject::connect(numbers, &QAction::triggered, &window,
                     [&window, picture] { showNumbers(window, picture.name, picture.csv()); });
    const std::pair<QString, QString> forms[] = {
        {QCoreApplication::translate("PictureExport", "Save as picture (PNG)…"), QStringLiteral("png")},
        {QCoreApplication::translate("PictureExport", "Save as drawing (SVG)…"), QStringLiteral("svg")},
        {QCoreApplication::translate("PictureExport", "Save the numbers (CSV)…"), QStringLiteral("csv")}};
    for (const auto& [text, suffix] : forms)
        QObject::connect(menu.addAction(text), &QAction::triggered, &window,
                         [&window, picture, suffix = suffix] { askAndSave(window, picture, suffix); });
}

}
