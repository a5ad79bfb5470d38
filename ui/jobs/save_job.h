#pragma once

#include "platform/file_stamp.h"
#include "ui/jobs/background_job.h"

#include <QString>

#include <deque>
#include <functional>
#include <optional>

namespace broto::ui {

class Document;

/// Writes the document's project to a file while the window goes on; what is edited meanwhile stays unsaved. One file
/// after the other.
class SaveJob : public BackgroundJob {
    Q_OBJECT

public:
    explicit SaveJob(Document& document);

    using Then = std::function<void(const Result<void>&)>;

    /// `expected`: see saveProject. `then` is called when it is done, or has failed.
    void save(const QString& path, const std::optional<FileStamp>& expected, Then then);

    bool saving() const { return runner().current().has_value(); }
    void whenDone(std::function<void()> then); ///< with all that are under way

    void cancel() override {} ///< what has begun is brought to its end: half a file is none

private:
    void begin(const QString& path, const std::optional<FileStamp>& expected, const Then& then);
    void goOn();

    Document& m_document;
    std::deque<std::function<void()>> m_waiting;
    bool m_replaced = false; ///< the document is another project by now
};

}
