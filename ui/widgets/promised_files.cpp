#include "ui/widgets/promised_files.h"

#include "export/placed_files.h"

namespace broto::ui {

namespace {
const auto uriList = QStringLiteral("text/uri-list");
const auto gnomeFiles = QStringLiteral("x-special/gnome-copied-files"); // what file managers of that family paste
}

PromisedFiles::PromisedFiles(std::shared_ptr<const ExportedFiles> files) : m_files(std::move(files)) {}

QStringList PromisedFiles::formats() const
{
    return {uriList, gnomeFiles};
}

bool PromisedFiles::hasFormat(const QString& format) const
{
    return formats().contains(format);
}

bool PromisedFiles::write() const
{
    if (!m_urls.isEmpty() || m_problem)
        return !m_problem;
    const auto placed = placeForOthers(*m_files);
    if (!placed) {
        m_problem = placed.error();
        emit failed(*m_problem);
        return false;
    }
    for (const std::filesystem::path& path : *placed)
        m_urls << fileUrl(path);
    return true;
}

QVariant PromisedFiles::retrieveData(const QString& format, QMetaType type) const
{
    if (!hasFormat(format))
        return QMimeData::retrieveData(format, type);
    write();
    const bool asList = format == uriList && type.id() != QMetaType::QByteArray;
    QVariantList list;
    QByteArray lines = format == gnomeFiles ? QByteArray("copy") : QByteArray();
    for (const QUrl& url : m_urls) {
        list << url;
        lines += format == gnomeFiles ? '\n' + url.toEncoded() : url.toEncoded() + "\r\n";
    }
    return asList ? QVariant(list) : QVariant(lines);
}

QUrl fileUrl(const std::filesystem::path& path)
{
    return QUrl::fromLocalFile(QString::fromStdU16String(path.u16string()));
}

}
