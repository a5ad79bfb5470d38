#pragma once

#include "common/message.h"

#include <QFrame>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace broto::ui {

enum class Severity { Information, Warning, Error };

/// A sentence beside its cause, which can be closed. Takes no room while there is nothing to say.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    void show(Severity severity, const Message& message);

    /// The same with the names of these columns of a table as links.
    void show(Severity severity, const Message& message, std::vector<std::string> headers,
              std::vector<std::size_t> columns);
    void setAction(const QString& text, const QString& toolTip); ///< what would help, as a button; empty: nothing
    void clear();
    QString text() const;

signals:
    void closed();
    void actionWanted();
    void columnWanted(std::size_t column);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    Severity m_severity = Severity::Information;
    std::optional<Message> m_message;
    std::vector<std::string> m_headers;
    std::vector<std::size_t> m_columns;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

}
