#pragma once

#include "common/message.h"

#include <QFrame>

#include <functional>
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
    /// A sentence with buttons that answer it. The strip goes before what was answered is done; to close it is no
    /// answer.
    struct Answer {
        const char* text; ///< marked for translation in the context "Answers"
        std::function<void()> act;
    };
    void ask(Severity severity, const Message& message, std::vector<Answer> answers);
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
    void answer(std::size_t index);

    Severity m_severity = Severity::Information;
    std::optional<Message> m_message;
    std::vector<std::string> m_headers;
    std::vector<std::size_t> m_columns;
    QLabel* m_text;
    QPushButton* m_action;
    std::vector<Answer> m_answers;
    std::vector<QPushButton*> m_answerButtons;
    QToolButton* m_close;
};

}
