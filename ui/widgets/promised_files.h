#pragma once

#include "export/exported_files.h"

#include <QList>
#include <QMimeData>
#include <QUrl>

#include <filesystem>
#include <memory>
#include <optional>

namespace broto::ui {

/// Exported files on their way to another program. They are written when that program asks where they are, which is
/// when they are dropped, or earlier if it wants to know while it is hovered over: always to the same folder of the
/// user's cache, where they stay, for many programs copy them later.
class PromisedFiles : public QMimeData {
    Q_OBJECT

public:
    explicit PromisedFiles(std::shared_ptr<const ExportedFiles> files);

    QStringList formats() const override;
    bool hasFormat(const QString& format) const override;

    bool write() const;                                                 ///< now, and not again
    const std::optional<Message>& problem() const { return m_problem; } ///< why they could not be written

signals:
    void failed(const broto::Message& problem) const;

protected:
    QVariant retrieveData(const QString& format, QMetaType type) const override;

private:
    std::shared_ptr<const ExportedFiles> m_files;
    mutable QList<QUrl> m_urls;
    mutable std::optional<Message> m_problem;
};

/// A path of core as Qt has it.
QUrl fileUrl(const std::filesystem::path& path);

}
