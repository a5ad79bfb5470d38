#pragma once

#include "common/message.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace broto::ui {

/// Sentences beside their cause, each of which can be closed. More than three fold into "n more".
class MessageStack : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t mostShown = 3;

    explicit MessageStack(QWidget* parent = nullptr);

    /// What was closed before stays closed as long as it is said again and again. The names of the table's columns are
    /// links.
    void show(const std::vector<Message>& messages, std::vector<std::string> headers = {});

signals:
    void columnWanted(std::size_t column, const broto::Message& because);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void close(std::size_t index);

    struct Entry {
        Message message;
        bool closed = false;
    };
    std::vector<std::size_t> columnsIn(const Message& message) const;

    std::vector<Entry> m_entries;
    std::vector<std::string> m_headers;
    bool m_unfolded = false;
    QVBoxLayout* m_strips;
    QPushButton* m_more;
};

}
