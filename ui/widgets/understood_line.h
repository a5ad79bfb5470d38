#pragma once

#include "project/project.h"

#include <QWidget>

namespace broto::ui {

class ReadingPart;

/// One sentence that says how a table was understood. Each part of it is a link that opens the other choices; the
/// reason is its tooltip.
class UnderstoodLine : public QWidget {
    Q_OBJECT

public:
    explicit UnderstoodLine(QWidget* parent = nullptr);

    void setSource(const std::optional<DataSource>& source);
    QString text() const; ///< the whole sentence

signals:
    void readingWanted(const ReadOptions& reading);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addText(const QString& text, bool strong = false);
    void addLink(const ReadingPart& part);

    std::optional<DataSource> m_source;
};

}
